// Kit → Design: the brand, and for each piece its product, printer, template, texts and logos. Mistakes refuse one piece.

import { foldId } from '../input/fold-id.ts'
import { findCaf, findType, type Reference as ReferenceData } from '../input/reference.ts'
import type { Design, PieceDesign, TemplateSource } from '../model/design.ts'
import { type Diagnostic, hasErrors, type Outcome, text } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import type { Policy } from '../model/rule.ts'
import type { World } from '../model/world.ts'
import { type Assets, cafLogo, findAssets } from './assets.ts'
import { draftWarning, findBrand } from './brand.ts'
import { catalogueOf } from './catalogue.ts'
import { diagnostic, finding } from './finding.ts'
import { type Common, finishPiece, sharedSlots, spanAt } from './finish-piece.ts'
import { brandReference } from './kit-pieces.ts'
import { checkLanguages } from './languages.ts'
import { ordersOf } from './orders.ts'
import { draftPiece, type PieceContext } from './piece.ts'
import { type Named, nameOrders, nameProblems, unknownPieces } from './piece-names.ts'
import { stricter } from './policies.ts'
import { checkPrinterFamilies } from './printer-choice.ts'
import { printerGaps } from './printer-gaps.ts'
import { mentions } from './templates.ts'
import { checkOverrides } from './texts.ts'

export type DesignOptions = {
  /** `--brand`: an id, or a path from the working folder. */
  readonly brand?: string
  /** `--printer`: the same. */
  readonly printer?: string
  /** `--piece`: the pieces to design, and their quantities; all when absent. Ids are those of the whole kit. */
  readonly pieces?: readonly { readonly id: string; readonly quantity?: number }[]
  /** `--rule`: wins over the policies of kit, brand and printer. */
  readonly rules?: Readonly<Record<string, Policy>>
}

/** What the kit's missing files mean for one piece: nothing when its template does not speak of them. */
const missingFor = (template: TemplateSource, { missing }: Assets): readonly Diagnostic[] =>
  missing.filter(({ word }) => mentions(template, word)).map(({ diagnostic: found }) => found)

const isAsked = ({ pieces }: DesignOptions, id: string): boolean =>
  pieces === undefined || pieces.some(asked => foldId(asked.id) === id)

function designPieces(
  named: readonly Named[],
  context: PieceContext,
  common: Common,
  options: DesignOptions,
  world: World,
): Outcome<readonly PieceDesign[]> {
  const pieces: PieceDesign[] = []
  const diagnostics: Diagnostic[] = []
  const wanted = named.filter(({ id }) => isAsked(options, id))
  const badNames = nameProblems(named).filter(({ piece }) => wanted.some(({ id }) => id === piece))
  const refused = new Set(badNames.map(({ piece }) => piece))
  const shared = sharedSlots(common)
  for (const { item, id } of wanted) {
    const draft = draftPiece(item, context, world)
    const missing = draft.template ? missingFor(draft.template, common.assets) : []
    const found = [...draft.diagnostics, ...missing].map(each => ({ ...each, piece: id }))
    diagnostics.push(...found)
    if (!draft.value || hasErrors(found) || refused.has(id)) continue
    const quantity = options.pieces?.find(asked => foldId(asked.id) === id)?.quantity ?? draft.value.quantity
    pieces.push(finishPiece(id, draft.value, common, shared, quantity))
  }
  return { value: pieces, diagnostics: [...badNames, ...diagnostics] }
}

function universeProblem({ kit, brand, type }: Pick<Common, 'kit' | 'brand' | 'type'>): Diagnostic | undefined {
  if (Object.hasOwn(brand.spec.universes, type.univers)) return undefined
  const message = text(
    `la charte ${brand.spec.id} n’a pas l’univers « ${type.univers} » de ce type de structure`,
    `the brand ${brand.spec.id} lacks the universe “${type.univers}” of this type of structure`,
  )
  return diagnostic('missing-universe', spanAt(kit, 'structure.type'), message)
}

/**
 * Resolves a kit. Without a usable brand there is no value; a refused piece is absent from `pieces` and its findings say why.
 * Everything read is remembered for the life of `world`.
 */
export function designKit(kit: Kit, options: DesignOptions, reference: ReferenceData, world: World): Outcome<Design> {
  const asked = brandReference(kit, options.brand)
  const found = findBrand(asked, world)
  const brand = found.value
  if (!brand) return { diagnostics: found.diagnostics }
  const type = findType(reference, kit.structure.type[0])
  const cafs = [...new Set(kit.structure.caf)].flatMap(code => findCaf(reference, code) ?? [])
  const hasLogos = cafs.length > 0 && cafs.every(caf => cafLogo(brand, caf, world) !== undefined)
  const draft = brand.spec.status === 'draft' ? [draftWarning(asked.at, hasLogos)] : []
  const early = [...found.diagnostics, ...draft, ...checkLanguages(kit), ...checkOverrides(brand, kit)]
  const orders = ordersOf(kit, brand, type.cle, type.univers)
  if (orders.length === 0) {
    const none = finding(
      'missing-kit',
      spanAt(kit, 'structure.type'),
      text('aucune pièce demandée', 'no piece asked for'),
    )
    return { diagnostics: [...early, ...none.diagnostics] }
  }
  const universe = universeProblem({ kit, brand, type })
  const named = nameOrders(orders, world)
  const diagnostics = [
    ...early,
    ...(universe ? [universe] : []),
    ...checkPrinterFamilies(kit, catalogueOf(world)),
    ...unknownPieces(options.pieces, named, kit),
  ]
  const policy =
    options.rules?.['missing-asset'] ?? stricter(kit.regles['missing-asset'], brand.spec.rules?.['missing-asset'])
  const common: Common = { kit, brand, cafs, type, assets: findAssets(kit, brand, cafs, policy, world) }
  const context: PieceContext = {
    kit,
    brand,
    catalogue: catalogueOf(world),
    ...(options.printer === undefined ? {} : { printer: options.printer }),
  }
  const pieces = designPieces(named, context, common, options, world)
  const gaps = printerGaps((pieces.value ?? []).map(({ printer }) => printer))
  const all = [...diagnostics, ...gaps, ...pieces.diagnostics]
  const sound = hasErrors(diagnostics) ? [] : (pieces.value ?? [])
  return { value: { kit, brand: brand.spec, pieces: sound }, diagnostics: all }
}
