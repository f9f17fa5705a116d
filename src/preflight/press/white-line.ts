// White lines fill in when they are thin.
import { text } from '../../model/diagnostic.ts'
import { isWhite } from './inks.ts'
import { printedLines } from './lines.ts'
import type { GwgCheck } from './press-check.ts'
import { at } from './printed.ts'
import { inPoints, isBelow, linePoints } from './say.ts'

export const whiteLine = {
  gwg: 'R0018',
  severity: 'warning',
  title: text('les filets en réserve blanche sont assez épais', 'white lines are thick enough'),
  why: text(
    'L’encre autour s’étale dans un filet blanc trop fin et le bouche.',
    'The ink around spreads into a thin white line and fills it in.',
  ),
  fix: text('Épaississez le filet.', 'Thicken the line.'),
  source: 'GWG 2022 R0018',
  *find(press, { values: [gwg = 0] }) {
    const { printer } = press.job
    const limit = Math.max(gwg, inPoints(printer?.minReversedLine ?? 0))
    for (const line of printedLines(press)) {
      if (!isWhite(line.paint) || !isBelow(line.width, limit, 3)) continue
      const [has, needs] = [linePoints(line.width), linePoints(limit)]
      yield at(
        line,
        text(`filet blanc de ${has.fr}, il en faut ${needs.fr}`, `white line of ${has.en}, ${needs.en} are needed`),
      )
    }
  },
} as const satisfies GwgCheck
