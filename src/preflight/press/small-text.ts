// Text below what the printer holds.
import { text } from '../../model/diagnostic.ts'
import { toPt } from '../../model/length.ts'
import type { PressCheck } from './press-check.ts'
import { at, printedTexts, quoted } from './printed.ts'
import { isBelow, points } from './say.ts'

export const smallText = {
  severity: 'error',
  title: text('le texte est assez grand pour l’imprimeur', 'text is large enough for the printer'),
  why: text(
    'Plus petit que ce que tient la machine, un texte se bouche ou s’efface.',
    'Smaller than the press can hold, text fills in or drops out.',
  ),
  fix: text('Agrandissez le texte.', 'Make the text larger.'),
  source: 'profil de l’imprimeur, min-text',
  *find(press) {
    const { printer } = press.job
    if (!printer) return
    const limit = toPt(printer.minText)
    for (const on of printedTexts(press)) {
      const size = on.item.size * on.unit
      if (!isBelow(size, limit, 1)) continue
      const [words, has, needs] = [quoted(on.item), points(size), points(limit)]
      yield at(
        on,
        text(
          `${words.fr} : texte de ${has.fr}, l’imprimeur en demande ${needs.fr}`,
          `${words.en}: text of ${has.en}, the printer asks for ${needs.en}`,
        ),
      )
    }
  },
} as const satisfies PressCheck
