// signakit list templates: the templates of each brand, by family of products.
import { templatesOf } from '../../design/templates.ts'
import { text } from '../../model/diagnostic.ts'
import type { List } from './list.ts'
import { brandsOf } from './packs.ts'

export const templates: List = {
  columns: [text('charte', 'brand'), text('famille', 'family'), text('modèle', 'template'), text('fichier', 'file')],
  entries: question =>
    brandsOf(question).flatMap(brand =>
      templatesOf(brand).map(({ family, name, file }) => ({
        cells: [brand.spec.id, family, name, file],
        value: { brand: brand.spec.id, family, name, file },
      })),
    ),
}
