// The products we ship: one file per family, one per catalogue size, read once per run.
import type { World } from '../model/world.ts'
import { oncePerWorld } from './memo.ts'
import { type FamilyFile, familyFile, type ProductFile, productFile } from './product-file.ts'
import { readShipped } from './read-data.ts'

export type Catalogue = {
  readonly families: ReadonlyMap<string, FamilyFile>
  readonly products: ReadonlyMap<string, ProductFile>
}

const FOLDER = 'templates/products'

/** Families first, as a file without a hyphen is a family; then by id. A broken file of ours is a bug and throws. */
function readCatalogue(world: World): Catalogue {
  const names = world.list(world.own(FOLDER)).filter(name => name.endsWith('.yaml'))
  const families = new Map<string, FamilyFile>()
  const products = new Map<string, ProductFile>()
  for (const name of names) {
    const path = `${FOLDER}/${name}`
    if (name.includes('-')) {
      const product = readShipped(productFile, path, world)
      products.set(product.id, product)
    } else {
      const family = readShipped(familyFile, path, world)
      families.set(family.family, family)
    }
  }
  return { families, products }
}

const cached = oncePerWorld(readCatalogue)

export const catalogueOf = (world: World): Catalogue => cached(world, FOLDER)
