// signakit list printers: the printer profiles of the folder and ours.
import { mm } from '../../design/measure.ts'
import { text } from '../../model/diagnostic.ts'
import type { List } from './list.ts'
import { printersOf } from './packs.ts'

export const printers: List = {
  columns: [
    text('imprimeur', 'printer'),
    text('nom', 'name'),
    text('fond perdu', 'bleed'),
    text('marge de sécurité', 'safe margin'),
    text('encrage', 'ink limit'),
    text('condition', 'condition'),
  ],
  entries: question =>
    printersOf(question).map(({ spec: { id, title, bleed, safe, output } }) => ({
      cells: [
        id,
        title,
        [...new Set(bleed)].map(mm).join(', '),
        mm(safe),
        `${output.maxInk} %`,
        output.condition.identifier,
      ],
      value: { id, title, bleed, safe, maxInk: output.maxInk, condition: output.condition.identifier },
    })),
}
