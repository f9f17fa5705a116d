// signakit list fonts: the fonts of each brand.
import { text } from '../../model/diagnostic.ts'
import type { List } from './list.ts'
import { brandsOf } from './packs.ts'

export const fonts: List = {
  columns: [text('charte', 'brand'), text('police', 'font'), text('graisse', 'weight'), text('fichier', 'file')],
  entries: question =>
    brandsOf(question).flatMap(({ spec: { id, fonts } }) =>
      Object.entries(fonts).map(([key, file]) => {
        const [family = key, weight = ''] = key.split('/')
        return { cells: [id, family, weight, file], value: { brand: id, family, weight: Number(weight), file } }
      }),
    ),
}
