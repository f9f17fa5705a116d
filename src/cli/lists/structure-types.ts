// signakit list types: the types of structures, with what a kit may call them.
import { loadReference } from '../../input/reference.ts'
import { text } from '../../model/diagnostic.ts'
import type { List } from './list.ts'

export const structureTypes: List = {
  columns: [
    text('type', 'type'),
    text('libellé', 'label'),
    text('abrégé', 'short'),
    text('univers', 'universe'),
    text('aussi', 'also'),
  ],
  entries: ({ world }) =>
    loadReference(world).types.map(({ cle, libelle, abrege, univers, codes, aussi, verifie }) => ({
      cells: [cle, libelle, abrege ?? '', univers, [...codes, ...aussi].join(', ')],
      value: { key: cle, label: libelle, short: abrege, universe: univers, codes, also: aussi, verified: verifie },
    })),
}
