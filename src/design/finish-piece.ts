// A piece's draft becomes its design: slots and wording filled, logos and photo at hand.
import type { Caf, StructureType } from '../input/reference.ts'
import type { Datum, PieceDesign } from '../model/design.ts'
import type { Span } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import type { Assets } from './assets.ts'
import type { Brand } from './brand.ts'
import { cafSlots } from './caf-slots.ts'
import { numberDatum, recordDatum, textDatum } from './datum.ts'
import type { Draft } from './piece.ts'
import { structureSlots } from './structure-slots.ts'
import { fillTexts } from './texts.ts'

/** The place of a path, or of the nearest value above it. */
export function spanAt(kit: Kit, path: string): Span | undefined {
  for (let key = path; key !== ''; key = key.slice(0, Math.max(0, key.lastIndexOf('.')))) {
    const span = kit.spans[key]
    if (span) return span
  }
  return undefined
}

/** Everything the pieces of one kit share. */
export type Common = {
  readonly kit: Kit
  readonly brand: Brand
  readonly cafs: readonly Caf[]
  readonly type: StructureType
  readonly assets: Assets
}

/** Slots that the pieces of one kit share. */
export type SharedSlots = { readonly caf: Datum; readonly structure: Datum }

export function sharedSlots({ kit, cafs, type, assets }: Common): SharedSlots {
  const at = (path: string): Span | undefined => spanAt(kit, path)
  return {
    caf: cafSlots(cafs, at('structure.caf')),
    structure: structureSlots(kit, { type, logos: assets.partners }, at),
  }
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

export function finishPiece(
  id: string,
  draft: Draft,
  common: Common,
  shared: SharedSlots,
  quantity: number,
): PieceDesign {
  const { kit, brand, cafs, type, assets } = common
  const root = { ...shared, piece: pieceSlots(id, { ...draft, quantity }) }
  const textes = fillTexts(brand, kit, root, { plural: cafs.length > 1, feminine: type.genre === 'feminin' })
  return {
    id,
    product: draft.spec,
    printer: draft.printer,
    template: draft.template,
    quantity,
    order: draft.order,
    title: `${kit.structure.nom} – ${draft.spec.title}`,
    lang: 'fr',
    universe: type.univers,
    slots: recordDatum({ ...root, textes }),
    logos: assets.logos,
    ...(assets.photo ? { photo: assets.photo } : {}),
    ...(draft.at ? { at: draft.at } : {}),
  }
}
