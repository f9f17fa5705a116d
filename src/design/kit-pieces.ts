// Which brand a kit asks for, and the ids of its pieces, before anything else is known of them.
import { findType, type Reference as ReferenceData } from '../input/reference.ts'
import type { Kit } from '../model/kit.ts'
import type { World } from '../model/world.ts'
import { findBrand } from './brand.ts'
import type { Reference } from './lookup.ts'
import { ordersOf } from './orders.ts'
import { nameOrders } from './piece-names.ts'

export const DEFAULT_BRAND = 'caf-maquette'

/** `asked`: by the command line. */
export function brandReference(kit: Kit, asked: string | undefined): Reference {
  const { folder, root } = kit.source
  if (asked !== undefined) return { written: asked, folder: '.', project: root }
  const at = kit.spans['kit.charte']
  return { written: kit.charte ?? DEFAULT_BRAND, folder, root, project: root, ...(at ? { at } : {}) }
}

/** `known`: whether there is such a product. */
export type KitPiece = { readonly id: string; readonly known: boolean }

/** The pieces of a kit; undefined when its brand cannot be read, or plans none, which refuses the kit later. */
export function kitPieces(
  kit: Kit,
  brand: string | undefined,
  reference: ReferenceData,
  world: World,
): readonly KitPiece[] | undefined {
  const found = findBrand(brandReference(kit, brand), world).value
  if (!found) return undefined
  const type = findType(reference, kit.structure.type[0])
  const orders = ordersOf(kit, found, type.cle, type.univers)
  return orders.length === 0 ? undefined : nameOrders(orders, world).map(({ id, known }) => ({ id, known }))
}
