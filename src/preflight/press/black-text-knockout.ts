// Small black text overprints what is under it.
import { text } from '../../model/diagnostic.ts'
import { isSolidBlack } from './inks.ts'
import type { GwgCheck } from './press-check.ts'
import { at, printedTexts, quoted } from './printed.ts'
import { isBelow, points } from './say.ts'

export const blackTextKnockout = {
  gwg: 'R0009',
  severity: 'warning',
  title: text('le petit texte noir surimprime', 'small black text overprints'),
  why: text(
    'En réserve, un petit texte noir s’ourle d’un liseré blanc dès que les plaques bougent d’un dixième de millimètre.',
    'Knocked out, small black text gets a white rim as soon as plates move by a tenth of a millimetre.',
  ),
  fix: text(
    'Mettez le texte noir en surimpression, OPM 1, en 0/0/0/100.',
    'Set black text to overprint, OPM 1, in 0/0/0/100.',
  ),
  source: 'GWG 2022 R0009',
  *find(press, { values: [limit = 0] }) {
    for (const on of printedTexts(press)) {
      const { item, unit } = on
      const size = item.size * unit
      if (!item.fill || !isSolidBlack(item.fill) || item.fill.space.family === 'DeviceGray') continue
      const overprints = item.overprintFill && (item.fill.space.family !== 'DeviceCMYK' || item.overprintMode === 1)
      if (overprints || !isBelow(size, limit, 1)) continue
      const [words, has] = [quoted(item), points(size)]
      yield at(
        on,
        text(
          `${words.fr} (${has.fr}) : noir qui ne surimprime pas`,
          `${words.en} (${has.en}): black does not overprint`,
        ),
      )
    }
  },
} as const satisfies GwgCheck
