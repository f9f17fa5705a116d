// Thin lines in several inks blur.
import { text } from '../../model/diagnostic.ts'
import { toPt } from '../../model/length.ts'
import { inksOf } from './inks.ts'
import { printedLines } from './lines.ts'
import type { GwgCheck } from './press-check.ts'
import { at } from './printed.ts'
import { isBelow, linePoints } from './say.ts'

export const multiInkLine = {
  gwg: 'R0019',
  severity: 'warning',
  title: text('les filets fins sont d’une seule encre', 'thin lines are of a single ink'),
  why: text(
    'Un filet fin de deux encres paraît double dès que les plaques bougent.',
    'A thin line in two inks looks double as soon as plates move.',
  ),
  fix: text('Mettez le filet dans une seule encre, ou épaississez-le.', 'Draw the line in one ink, or thicker.'),
  source: 'GWG 2022 R0019',
  *find(press, { values: [gwg = 0] }) {
    const { printer } = press.job
    const limit = Math.max(gwg, toPt(printer?.minReversedLine ?? 0))
    for (const line of printedLines(press)) {
      const count = inksOf(line.paint)?.amounts.size ?? 0
      if (count < 2 || !isBelow(line.width, limit, 3)) continue
      const [has, needs] = [linePoints(line.width), linePoints(limit)]
      yield at(
        line,
        text(
          `filet de ${has.fr} en ${count} encres, il en faut ${needs.fr}`,
          `line of ${has.en} in ${count} inks, ${needs.en} are needed`,
        ),
      )
    }
  },
} as const satisfies GwgCheck
