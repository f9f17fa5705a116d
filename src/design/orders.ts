// Which pieces a kit makes: its own list, or the brand's for that type of structure; and how each is named.
import type { Span } from '../model/diagnostic.ts'
import type { Kit, PieceOrder } from '../model/kit.ts'
import type { Brand } from './brand.ts'
import type { BrandPiece } from './brand-file.ts'
import type { Orientation } from './format.ts'
import type { PieceSpans } from './options.ts'

export type Order = { readonly order: PieceOrder; readonly at?: Span; readonly spanOf: PieceSpans }

const fromKit = (kit: Kit, order: PieceOrder, index: number): Order => {
  const path = `kit.pieces.${index}`
  const at = kit.spans[`${path}.produit`] ?? kit.spans[path]
  return { order, ...(at ? { at } : {}), spanOf: key => kit.spans[`${path}.${key}`] ?? at }
}

/** A brand's piece in the words of a kit. */
function asOrder(piece: BrandPiece): PieceOrder {
  if (typeof piece === 'string') return { produit: piece }
  const { product, id, template, orientation, quantity, pose, support, material, fixing } = piece
  return {
    produit: product,
    ...(id === undefined ? {} : { id }),
    ...(template === undefined ? {} : { modele: template }),
    ...(orientation === undefined ? {} : { orientation }),
    ...(quantity === undefined ? {} : { quantite: quantity }),
    ...(pose === undefined ? {} : { pose }),
    ...(support === undefined ? {} : { support }),
    ...(material === undefined ? {} : { matiere: material }),
    ...(fixing === undefined ? {} : { fixation: fixing }),
  }
}

/** The brand's kit for a type of structure, else for its universe, else its default; empty when it plans none. */
export function ordersOf(
  kit: Kit,
  brand: Brand,
  type: string | undefined,
  universe: string | undefined,
): readonly Order[] {
  if (kit.pieces) return kit.pieces.map((order, index) => fromKit(kit, order, index))
  const { kits } = brand.file
  const key = [type, universe, 'default'].find(name => name !== undefined && Object.hasOwn(kits, name))
  return (key === undefined ? [] : (kits[key] ?? [])).map((piece, index) => {
    const at = brand.spans[`kits.${key}.${index}`]
    return { order: asOrder(piece), ...(at ? { at } : {}), spanOf: () => at }
  })
}

/** The name of a piece without an `id`: its product, and its orientation when that is not the natural one. */
export const defaultId = (product: string, natural: Orientation, orientation: Orientation): string =>
  orientation === natural ? product : `${product}-${orientation}`

/** Gives a second and third piece of one name `-2` and `-3`; ids that were chosen stay as they are. */
export function numberIds(
  pieces: readonly { readonly chosen?: string; readonly fallback: string }[],
): readonly string[] {
  const taken = new Set(pieces.flatMap(({ chosen }) => chosen ?? []))
  return pieces.map(({ chosen, fallback }) => {
    if (chosen !== undefined) return chosen
    let id = fallback
    for (let count = 2; taken.has(id); count += 1) id = `${fallback}-${count}`
    taken.add(id)
    return id
  })
}
