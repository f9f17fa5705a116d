// One piece of a kit: its product, printer and template resolved. What is wrong with it refuses it alone.
import type { PieceDesign, TemplateSource } from '../model/design.ts'
import { type Diagnostic, hasErrors, type Outcome, type Span } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import type { World } from '../model/world.ts'
import type { Brand } from './brand.ts'
import type { Catalogue } from './catalogue.ts'
import { diagnostic } from './finding.ts'
import { type Format, findFormat } from './format.ts'
import type { Reference } from './lookup.ts'
import type { Order } from './orders.ts'
import { findPrinter, refusal } from './printer.ts'
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

const DEFAULT_PRINTER = 'standard'

/** The printer of a piece: the command line's, its own, its family's, the kit's, else the standard profile. */
function printerReference({ order, spanOf }: Order, family: string, { kit, printer }: PieceContext): Reference {
  const { folder, root } = kit.source
  const place = { folder, root, project: root }
  if (printer !== undefined) return { written: printer, folder: '.', project: root }
  const given = (written: string, at: Span | undefined): Reference => ({ written, ...place, ...(at ? { at } : {}) })
  if (order.imprimeur !== undefined) return given(order.imprimeur, spanOf('imprimeur'))
  const { imprimeur } = kit
  if (typeof imprimeur === 'string') return given(imprimeur, kit.spans['kit.imprimeur'])
  const key = [family, 'autres'].find(name => imprimeur !== undefined && Object.hasOwn(imprimeur, name))
  return given(
    (key && imprimeur?.[key]) ?? DEFAULT_PRINTER,
    key === undefined ? undefined : kit.spans[`kit.imprimeur.${key}`],
  )
}

export function draftPiece(item: Order, context: PieceContext, world: World): Outcome<Draft> {
  const { order, at, spanOf } = item
  const { kit, brand, catalogue } = context
  const format = findFormat(order.produit, catalogue, spanOf('produit'))
  if (!format.value) return { diagnostics: format.diagnostics }
  const { family } = format.value
  const product = orderProduct(order, format.value, brand.spec, spanOf)
  const reference = printerReference(item, family.family, context)
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
  const why = printer.value && product.value ? refusal(printer.value, product.value.spec) : undefined
  const refused: Diagnostic[] = why ? [diagnostic('printer-product', spanOf('produit') ?? reference.at, why)] : []
  const diagnostics = [
    ...format.diagnostics,
    ...product.diagnostics,
    ...printer.diagnostics,
    ...template.diagnostics,
    ...refused,
  ]
  if (!product.value || !printer.value || !template.value || hasErrors(diagnostics)) return { diagnostics }
  return {
    value: {
      ...product.value,
      format: format.value,
      printer: printer.value.spec,
      template: template.value,
      quantity: order.quantite ?? 1,
      ...(at ? { at } : {}),
    },
    diagnostics,
  }
}
