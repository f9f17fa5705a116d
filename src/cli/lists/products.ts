// signakit list products: the catalogue, with the sizes.
import { catalogueOf } from '../../design/catalogue.ts'
import { mm, mmSize } from '../../design/measure.ts'
import { text } from '../../model/diagnostic.ts'
import type { List } from './list.ts'

export const products: List = {
  columns: [text('produit', 'product'), text('nom', 'name'), text('dimensions', 'size'), text('lecture', 'read from')],
  entries: ({ world }) => {
    const { families, products } = catalogueOf(world)
    return [...products.values()].map(product => {
      const { id, family, title, diameter, width = diameter ?? 0, height = diameter ?? 0 } = product
      const distance = product.distance ?? families.get(family)?.distance
      const size = diameter === undefined ? mmSize(width, height) : `Ø ${mm(diameter)}`
      return {
        cells: [id, title, size, distance === undefined ? '' : `${distance} m`],
        value: { id, family, title, shape: diameter === undefined ? 'rect' : 'round', width, height, distance },
      }
    })
  },
}
