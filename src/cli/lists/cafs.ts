// signakit list cafs: the 101 Cafs, with what a kit may call them.
import { loadReference } from '../../input/reference.ts'
import { text } from '../../model/diagnostic.ts'
import type { List } from './list.ts'

export const cafs: List = {
  columns: [
    text('caf', 'caf'),
    text('nom', 'name'),
    text('département', 'department'),
    text('numéro', 'number'),
    text('à vérifier', 'unverified'),
  ],
  entries: ({ world, say }) =>
    loadReference(world).cafs.map(({ code, nom, departement, numero, verifie }) => ({
      cells: [code, nom, departement, numero ?? '', verifie ? '' : say(text('oui', 'yes'))],
      value: { code, name: nom, department: departement, number: numero, verified: verifie },
    })),
}
