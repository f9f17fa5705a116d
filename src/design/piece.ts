// One piece of a kit: its product, printer and template resolved. What is wrong with it refuses it alone.
import type { PieceDesign, TemplateSource } from '../model/design.ts'
import { type Diagnostic, hasErrors, type Outcome, type Span } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import type { World } from '../model/world.ts'
import type { Brand } from './brand.ts'
import { withBrandSpots } from './brand-spots.ts'
import type { Catalogue } from './catalogue.ts'
import { offsetRefusal } from './cut-lines.ts'
import { diagnostic } from './finding.ts'
import { type Format, findFormat } from './format.ts'
import type { Reference } from './lookup.ts'
import type { Order } from './orders.ts'
import { findPrinter, type Printer, refusal } from './printer.ts'
import { printerReference } from './printer-choice.ts'
import { missingWhite } from './printer-white.ts'
import { type OrderedProduct, orderProduct } from './product.ts'
import { findTemplate } from './templates.ts'

/** What a piece is made of, before it has its id and its texts. */
export type Draft = Pick<PieceDesign, 'printer' | 'quantity'> &
  OrderedProduct & { readonly template: TemplateSource; readonly format: Format; readonly at?: Span }

export type PieceContext = {
  readonly kit: Kit
  readonly brand: Brand
  readonly catalogue: Catalogue
  /** `--printer`: wins over all. */
  readonly printer?: string
}

/** Why the printer chosen cannot make the product ordered; shown at the line of the piece that can be changed. */
function printerRefusals(
  printer: Printer,
  product: OrderedProduct,
  { family }: Format,
  { order, spanOf }: Order,
  reference: Reference,
): readonly Diagnostic[] {
  const why = refusal(printer, product.spec)
  const key = (['support', 'matiere', 'pose'] as const).find(each => order[each] !== undefined) ?? 'produit'
  return [
    ...(why ? [diagnostic('printer-product', spanOf('produit') ?? reference.at, why)] : []),
    ...missingWhite(printer, product.spec, product.order, family, spanOf(key) ?? reference.at),
  ]
}

/** The draft of a piece; its template comes even when the rest is refused, so that missing files are told in the same run. */
export function draftPiece(
  item: Order,
  context: PieceContext,
  world: World,
): Outcome<Draft> & { readonly template?: TemplateSource } {
  const { order, at, spanOf } = item
  const { kit, brand, catalogue } = context
  const format = findFormat(order.produit, catalogue, spanOf('produit'))
  if (!format.value) return { diagnostics: format.diagnostics }
  const { family } = format.value
  const product = orderProduct(order, format.value, brand.spec, spanOf)
  const reference = printerReference(item, family.family, kit, context.printer)
  const printer = findPrinter(reference, world)
  const modele = order.modele
  const modeleAt = spanOf(modele === undefined ? 'produit' : 'modele')
  const template = findTemplate(
    {
      brand,
      family,
      folder: kit.source.folder,
      root: kit.source.root,
      ...(modele === undefined ? {} : { asked: modele }),
      ...(modeleAt ? { at: modeleAt } : {}),
    },
    world,
  )
  const tight = printer.value && product.value ? offsetRefusal(order, printer.value.spec, spanOf) : undefined
  const refused =
    printer.value && product.value ? printerRefusals(printer.value, product.value, format.value, item, reference) : []
  const diagnostics = [
    ...format.diagnostics,
    ...product.diagnostics,
    ...printer.diagnostics,
    ...template.diagnostics,
    ...refused,
    ...(tight ? [tight] : []),
  ]
  const drawn = template.value ? { template: template.value } : {}
  if (!product.value || !printer.value || !template.value || hasErrors(diagnostics)) return { ...drawn, diagnostics }
  const spots = withBrandSpots(printer.value.spec, brand.spec)
  if (spots.problem)
    return { ...drawn, diagnostics: [...diagnostics, diagnostic('spot-name', reference.at, spots.problem)] }
  return {
    value: {
      ...product.value,
      format: format.value,
      printer: spots.printer,
      template: template.value,
      quantity: order.quantite ?? 1,
      ...(at ? { at } : {}),
    },
    ...drawn,
    diagnostics,
  }
}
