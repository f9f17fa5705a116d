// Thin lines in device gray cannot be relied on to overprint.
import { text } from '../../model/diagnostic.ts'
import { isWhite } from './inks.ts'
import { printedLines } from './lines.ts'
import type { GwgCheck } from './press-check.ts'
import { at } from './printed.ts'
import { isBelow, linePoints } from './say.ts'

export const grayLine = {
  gwg: 'R0012',
  severity: 'warning',
  title: text('les filets ne sont pas en DeviceGray', 'thin lines are not in DeviceGray'),
  why: text(
    'DeviceGray efface toujours les couleurs dessous : le filet s’ourle de blanc.',
    'DeviceGray always erases the colours below: the line gets a white rim.',
  ),
  fix: text('Mettez le filet en CMJN 0/0/0/100, en surimpression.', 'Set the line in CMYK 0/0/0/100, overprinting.'),
  source: 'GWG 2022 R0012',
  *find(press, { values: [limit = 0] }) {
    for (const line of printedLines(press)) {
      if (line.paint.space.family !== 'DeviceGray' || isWhite(line.paint) || !isBelow(line.width, limit, 3)) continue
      const has = linePoints(line.width)
      yield at(line, text(`filet de ${has.fr} en DeviceGray`, `line of ${has.en} in DeviceGray`))
    }
  },
} as const satisfies GwgCheck
