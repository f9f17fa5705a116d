// Text stays clear of the cut.
import { text } from '../../model/diagnostic.ts'
import type { PressCheck } from './press-check.ts'
import { at, printedTexts, quoted } from './printed.ts'
import { millimetres } from './say.ts'

const MM = 25.4 / 72

export const safeZone = {
  severity: 'warning',
  title: text('aucun texte n’est trop près de la coupe', 'no text is too near the cut'),
  why: text(
    'La coupe se décale d’un ou deux millimètres : un texte trop près du bord est rogné.',
    'The cut shifts by a millimetre or two: text too near the edge gets trimmed.',
  ),
  fix: text('Éloignez le texte du bord.', 'Move the text away from the edge.'),
  source: 'profil de l’imprimeur, safe',
  *find(press) {
    const { printer } = press.job
    if (!printer) return
    for (const on of printedTexts(press)) {
      const { TrimBox: trim } = on.page.boxes
      const { bounds } = on.item
      if (!trim || !bounds) continue
      // Descenders and ascenders are guessed by the reader: the letters' own body is what counts here.
      const body = bounds
      const depth = Math.min(body[0] - trim[0], trim[2] - body[2], body[1] - trim[1], trim[3] - body[3]) * on.unit * MM
      const needed = printer.safe
      if (depth >= needed - 0.05) continue
      const [words, has, needs] = [quoted(on.item), millimetres(Math.max(0, depth)), millimetres(needed)]
      yield at(
        on,
        text(
          `${words.fr} à ${has.fr} de la coupe, il en faut ${needs.fr}`,
          `${words.en} ${has.en} from the cut, ${needs.en} are needed`,
        ),
      )
    }
  },
} as const satisfies PressCheck
