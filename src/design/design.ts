// Kit → Design: the brand, and for each piece its product, printer, template, texts and logos. Mistakes refuse one piece.

import { nearest } from '../input/nearest.ts'
import { type Caf, findCaf, findType, type Reference as ReferenceData, type StructureType } from '../input/reference.ts'
import type { Datum, Design, PieceDesign } from '../model/design.ts'
import { type Diagnostic, hasErrors, type Outcome, type Span, text } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import type { Policy } from '../model/rule.ts'
import type { World } from '../model/world.ts'
import { type Assets, findAssets } from './assets.ts'
import { type Brand, draftWarning, findBrand } from './brand.ts'
import { cafSlots } from './caf-slots.ts'
import { catalogueOf } from './catalogue.ts'
import { numberDatum, recordDatum, textDatum } from './datum.ts'
import { diagnostic, finding } from './finding.ts'
import { findFormat } from './format.ts'
import { checkLanguages } from './languages.ts'
import type { Reference } from './lookup.ts'
import { defaultId, numberIds, type Order, ordersOf } from './orders.ts'
import { type Draft, draftPiece, type PieceContext } from './piece.ts'
import { stricter } from './policies.ts'
import { orientationOf } from './product.ts'
import { foldId } from './product-name.ts'
import { structureSlots } from './structure-slots.ts'
import { mentions } from './templates.ts'
import { checkOverrides, fillTexts } from './texts.ts'

export type DesignOptions = {
  /** `--brand`: an id, or a path from the working folder. */
  readonly brand?: string
  /** `--printer`: the same. */
  readonly printer?: string
  /** `--piece`: quantities of pieces; the Design holds the whole kit all the same. */
  readonly pieces?: readonly { readonly id: string; readonly quantity?: number }[]
  /** `--rule`: wins over the policies of kit, brand and printer. */
  readonly rules?: Readonly<Record<string, Policy>>
}

const DEFAULT_BRAND = 'caf-maquette'

/** The place of a path, or of the nearest value above it. */
function spanAt(kit: Kit, path: string): Span | undefined {
  for (let key = path; key !== ''; key = key.slice(0, Math.max(0, key.lastIndexOf('.')))) {
    const span = kit.spans[key]
    if (span) return span
  }
  return undefined
}

function brandReference(kit: Kit, asked: string | undefined): Reference {
  const { folder, root } = kit.source
  if (asked !== undefined) return { written: asked, folder: '.', project: root }
  const at = kit.spans['kit.charte']
  return { written: kit.charte ?? DEFAULT_BRAND, folder, root, project: root, ...(at ? { at } : {}) }
}

/** Everything the pieces of one kit share. */
type Common = {
  readonly kit: Kit
  readonly brand: Brand
  readonly cafs: readonly Caf[]
  readonly type: StructureType
  readonly assets: Assets
}

const pieceSlots = (id: string, { spec, order, quantity }: Draft & { quantity: number }): Datum =>
  recordDatum({
    id: textDatum(id),
    produit: textDatum(spec.id),
    famille: textDatum(spec.family),
    titre: textDatum(spec.title),
    orientation: textDatum(spec.orientation),
    quantite: numberDatum(quantity),
    distance: numberDatum(spec.distance),
    ...Object.fromEntries(Object.entries(order).map(([key, value]) => [key, textDatum(value)])),
  })

function finishPiece(id: string, draft: Draft, common: Common, quantity: number): PieceDesign {
  const { kit, brand, cafs, type, assets } = common
  const at = (path: string): Span | undefined => spanAt(kit, path)
  const root = {
    caf: cafSlots(cafs, at('structure.caf')),
    structure: structureSlots(kit, { type, logos: assets.partners }, at),
    piece: pieceSlots(id, { ...draft, quantity }),
  }
  const textes = fillTexts(brand, kit, root, { plural: cafs.length > 1, feminine: type.genre === 'feminin' })
  return {
    id,
    product: draft.spec,
    printer: draft.printer,
    template: draft.template,
    quantity,
    order: draft.order,
    inkOrder: draft.inkOrder,
    title: `${kit.structure.nom} – ${draft.spec.title}`,
    lang: 'fr',
    universe: type.univers,
    slots: recordDatum({ ...root, textes }),
    logos: assets.logos,
    ...(assets.photo ? { photo: assets.photo } : {}),
    ...(draft.at ? { at: draft.at } : {}),
  }
}

/** What the kit's missing files mean for one piece: nothing when its template does not speak of them. */
const missingFor = (draft: Draft, { missing }: Assets): readonly Diagnostic[] =>
  missing.filter(({ word }) => mentions(draft.template, word)).map(({ diagnostic: found }) => found)

type Named = { readonly item: Order; readonly id: string }

/** Ids of the pieces, known before anything else of them, so that every finding can name its piece. */
function nameOrders(orders: readonly Order[], world: World): readonly Named[] {
  const catalogue = catalogueOf(world)
  const names = orders.map(({ order }) => {
    const format = findFormat(order.produit, catalogue, undefined).value
    const fallback = format
      ? defaultId(format.id, format.natural, orientationOf(format, order.orientation))
      : foldId(order.produit)
    return { fallback, ...(order.id === undefined ? {} : { chosen: order.id }) }
  })
  const ids = numberIds(names)
  return orders.map((item, index) => ({ item, id: ids[index] ?? '' }))
}

function duplicates(named: readonly Named[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return named.flatMap(({ id, item }) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const message = text(`deux pièces portent l’identifiant « ${id} »`, `two pieces have the id “${id}”`)
    return [diagnostic('duplicate-piece', item.spanOf('id') ?? item.at, message, { piece: id })]
  })
}

function unknownPieces(asked: DesignOptions['pieces'], named: readonly Named[]): readonly Diagnostic[] {
  const ids = named.map(({ id }) => id)
  return (asked ?? []).flatMap(({ id }) => {
    if (ids.includes(foldId(id))) return []
    const near = nearest(foldId(id), ids)
    const hint = near
      ? text(`vouliez-vous dire \`${near}\` ?`, `did you mean \`${near}\`?`)
      : text(`pièces du kit : ${ids.join(', ')}`, `pieces of the kit: ${ids.join(', ')}`)
    return [
      diagnostic('unknown-piece', undefined, text(`pièce absente du kit : ${id}`, `piece not in the kit: ${id}`), {
        hint,
      }),
    ]
  })
}

function designPieces(
  named: readonly Named[],
  context: PieceContext,
  common: Common,
  options: DesignOptions,
  world: World,
): Outcome<readonly PieceDesign[]> {
  const pieces: PieceDesign[] = []
  const diagnostics: Diagnostic[] = []
  const repeated = duplicates(named)
  const refused = new Set(repeated.map(({ piece }) => piece))
  for (const { item, id } of named) {
    const draft = draftPiece(item, context, world)
    const missing = draft.value ? missingFor(draft.value, common.assets) : []
    const found = [...draft.diagnostics, ...missing].map(each => ({ ...each, piece: id }))
    diagnostics.push(...found)
    if (!draft.value || hasErrors(found) || refused.has(id)) continue
    const quantity = options.pieces?.find(asked => foldId(asked.id) === id)?.quantity ?? draft.value.quantity
    pieces.push(finishPiece(id, draft.value, common, quantity))
  }
  return { value: pieces, diagnostics: [...repeated, ...diagnostics] }
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
  const draft = brand.spec.status === 'draft' ? [draftWarning(asked.at)] : []
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
  const diagnostics = [...early, ...(universe ? [universe] : []), ...unknownPieces(options.pieces, named)]
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
  const all = [...diagnostics, ...pieces.diagnostics]
  const sound = hasErrors(diagnostics) ? [] : (pieces.value ?? [])
  return { value: { kit, brand: brand.spec, pieces: sound }, diagnostics: all }
}
