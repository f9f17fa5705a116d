// signakit list printers: the printer profiles of the folder and ours.
import { mm } from '../../design/measure.ts'
import type { WhitePolicy } from '../../model/design.ts'
import { type Text, text } from '../../model/diagnostic.ts'
import { standards } from '../../model/standard.ts'
import type { List } from './list.ts'
import { printersOf } from './packs.ts'

const WHITES: Readonly<Record<WhitePolicy['plate'], Text>> = {
  none: text('non', 'no'),
  art: text('sous l’image', 'under the art'),
  flood: text('en aplat', 'flood'),
  rip: text('par le RIP', 'by the RIP'),
}

const gapsText = (gaps: readonly string[]): string => (gaps.length === 0 ? '' : String(gaps.length))

export const printers: List = {
  columns: [
    text('imprimeur', 'printer'),
    text('nom', 'name'),
    text('norme', 'standard'),
    text('fond perdu', 'bleed'),
    text('marge de sécurité', 'safe margin'),
    text('encrage', 'ink limit'),
    text('condition', 'condition'),
    text('blanc', 'white'),
    text('non publiés', 'unpublished'),
  ],
  entries: question =>
    printersOf(question).map(({ spec: { id, title, bleed, safe, output, white, gaps }, file, figures }) => ({
      cells: [
        id,
        title,
        standards[output.standard].title,
        [...new Set(bleed)].map(mm).join(', '),
        mm(safe),
        `${output.maxInk} %`,
        output.condition.identifier,
        question.say(WHITES[white.plate]),
        gapsText(gaps),
      ],
      value: {
        id,
        title,
        standard: output.standard,
        bleed,
        safe,
        maxInk: output.maxInk,
        condition: output.condition.identifier,
        white: white.plate,
        families: file.families ?? null,
        maxSize: file['max-size'] ?? null,
        plates: Object.fromEntries(Object.entries(output.plates).map(([role, plate]) => [role, plate.name])),
        figures,
        gaps,
      },
    })),
}
