// The products we ship: one file per family, one per catalogue size. A file is read when it is first asked for.
import type { World } from '../model/world.ts'
import { oncePerWorld } from './memo.ts'
import { type FamilyFile, familyFile, type ProductFile, productFile } from './product-file.ts'
import { readShipped } from './read-data.ts'

export type Catalogue = {
  /** Ids of every catalogue size, sorted by code unit. */
  readonly ids: readonly string[]
  /** One product, without reading the others. */
  product(id: string): ProductFile | undefined
  family(id: string): FamilyFile | undefined
  /** All of them, for lists and questions. */
  readonly products: ReadonlyMap<string, ProductFile>
  readonly families: ReadonlyMap<string, FamilyFile>
}

export const PRODUCTS = 'templates/products'

const readProduct = oncePerWorld((world, id) => readShipped('product', productFile, `${PRODUCTS}/${id}.yaml`, world))
const readFamily = oncePerWorld((world, id) => readShipped('family', familyFile, `${PRODUCTS}/${id}.yaml`, world))

const mapOf = <T>(ids: readonly string[], read: (id: string) => T): ReadonlyMap<string, T> =>
  new Map(ids.map(id => [id, read(id)]))

/** A file without a hyphen in its name is a family. A broken file of ours is a bug and throws. */
function openCatalogue(world: World): Catalogue {
  const names = world
    .list(world.own(PRODUCTS))
    .filter(name => name.endsWith('.yaml'))
    .map(name => name.slice(0, -'.yaml'.length))
  const ids = names.filter(name => name.includes('-'))
  const families = names.filter(name => !name.includes('-'))
  return {
    ids,
    product: id => (ids.includes(id) ? readProduct(world, id) : undefined),
    family: id => (families.includes(id) ? readFamily(world, id) : undefined),
    get products() {
      return mapOf(ids, id => readProduct(world, id))
    },
    get families() {
      return mapOf(families, id => readFamily(world, id))
    },
  }
}

const cached = oncePerWorld(openCatalogue)

export const catalogueOf = (world: World): Catalogue => cached(world, PRODUCTS)
