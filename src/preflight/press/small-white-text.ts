// White text fills in when it is small.
import { text } from '../../model/diagnostic.ts'
import { toPt } from '../../model/length.ts'
import { isWhite } from './inks.ts'
import type { GwgCheck } from './press-check.ts'
import { at, printedTexts, quoted } from './printed.ts'
import { isBelow, points } from './say.ts'

export const smallWhiteText = {
  gwg: 'R0016',
  severity: 'warning',
  title: text('le texte en réserve blanche est assez grand', 'white text is large enough'),
  why: text(
    'L’encre autour s’étale dans les petites lettres blanches et les bouche.',
    'The ink around spreads into small white letters and fills them in.',
  ),
  fix: text('Agrandissez ou engraissez le texte.', 'Make the text larger or bolder.'),
  source: 'GWG 2022 R0016',
  *find(press, { values: [gwg = 0] }) {
    const { printer } = press.job
    const limit = Math.max(gwg, toPt(printer?.minReversedText ?? 0))
    for (const on of printedTexts(press)) {
      const size = on.item.size * on.unit
      if (!on.item.fill || !isWhite(on.item.fill) || !isBelow(size, limit, 1)) continue
      const [words, has, needs] = [quoted(on.item), points(size), points(limit)]
      yield at(
        on,
        text(
          `${words.fr} : texte blanc de ${has.fr}, il en faut ${needs.fr}`,
          `${words.en}: white text of ${has.en}, ${needs.en} are needed`,
        ),
      )
    }
  },
} as const satisfies GwgCheck
