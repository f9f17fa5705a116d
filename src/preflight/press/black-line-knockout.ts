// Thin black lines overprint what is under them.
import { text } from '../../model/diagnostic.ts'
import { isSolidBlack } from './inks.ts'
import { printedLines } from './lines.ts'
import type { GwgCheck } from './press-check.ts'
import { at } from './printed.ts'
import { isBelow, linePoints } from './say.ts'

export const blackLineKnockout = {
  gwg: 'R0010',
  severity: 'warning',
  title: text('les filets noirs surimpriment', 'thin black lines overprint'),
  why: text(
    'En réserve, un filet noir s’ourle de blanc dès que les plaques bougent.',
    'Knocked out, a black line gets a white rim as soon as plates move.',
  ),
  fix: text('Mettez le filet noir en surimpression, OPM 1.', 'Set the black line to overprint, OPM 1.'),
  source: 'GWG 2022 R0010',
  *find(press, { values: [limit = 0] }) {
    for (const line of printedLines(press)) {
      const { paint, item, width, overprints } = line
      if (!isSolidBlack(paint) || paint.space.family === 'DeviceGray' || !isBelow(width, limit, 3)) continue
      if (overprints && (paint.space.family !== 'DeviceCMYK' || item.overprintMode === 1)) continue
      const has = linePoints(width)
      yield at(
        line,
        text(`filet noir de ${has.fr} qui ne surimprime pas`, `black line of ${has.en} does not overprint`),
      )
    }
  },
} as const satisfies GwgCheck
