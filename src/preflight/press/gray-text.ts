// Small text in device gray cannot be relied on to overprint.
import { text } from '../../model/diagnostic.ts'
import { isWhite } from './inks.ts'
import type { GwgCheck } from './press-check.ts'
import { at, printedTexts, quoted } from './printed.ts'
import { isBelow, points } from './say.ts'

export const grayText = {
  gwg: 'R0011',
  severity: 'warning',
  title: text('le petit texte n’est pas en DeviceGray', 'small text is not in DeviceGray'),
  why: text(
    'DeviceGray efface toujours les couleurs dessous, surimpression ou non : le petit texte s’ourle de blanc.',
    'DeviceGray always erases the colours below, overprint or not: small text gets a white rim.',
  ),
  fix: text('Mettez le texte en CMJN 0/0/0/100, en surimpression.', 'Set the text in CMYK 0/0/0/100, overprinting.'),
  source: 'GWG 2022 R0011',
  *find(press, { values: [limit = 0] }) {
    for (const on of printedTexts(press)) {
      const { item, unit } = on
      if (item.fill?.space.family !== 'DeviceGray' || isWhite(item.fill) || !isBelow(item.size * unit, limit, 1))
        continue
      const [words, has] = [quoted(item), points(item.size * unit)]
      yield at(on, text(`${words.fr} (${has.fr}) en DeviceGray`, `${words.en} (${has.en}) in DeviceGray`))
    }
  },
} as const satisfies GwgCheck
