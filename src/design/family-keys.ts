// The keys that a kit may set on the pieces of each family: what a spreadsheet's columns are read with.
import type { World } from '../model/world.ts'
import { catalogueOf } from './catalogue.ts'
import type { FamilyFile } from './product-file.ts'

/** Of any piece, whatever its family (CONTRACT §2). */
const COMMON = ['quantite', 'distance', 'orientation', 'modele', 'imprimeur']

function keysOf({ options, corners }: FamilyFile): readonly string[] {
  const own = Object.keys(options)
  const cut = own.includes('decoupe') ? ['decalage', 'decalage-support'] : []
  return [...COMMON, ...own, ...cut, ...(corners ? ['rayon-angles'] : [])]
}

/** Every family of the catalogue, in the order of its files. */
export const familyKeys = (world: World): readonly { readonly id: string; readonly keys: readonly string[] }[] =>
  [...catalogueOf(world).families].map(([id, family]) => ({ id, keys: keysOf(family) }))
