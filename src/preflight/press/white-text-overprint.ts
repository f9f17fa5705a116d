// White text that overprints is not there.
import { text } from '../../model/diagnostic.ts'
import { isWhite } from './inks.ts'
import type { GwgCheck } from './press-check.ts'
import { at, printedTexts, quoted } from './printed.ts'

export const whiteTextOverprint = {
  gwg: 'R0007',
  severity: 'error',
  title: text('aucun texte blanc ne surimprime', 'no white text overprints'),
  why: text(
    'Un blanc en surimpression ne réserve rien : le texte disparaît à l’impression, et reste visible à l’écran.',
    'A white that overprints knocks nothing out: the text vanishes in print and still shows on screen.',
  ),
  fix: text('Décochez la surimpression du texte blanc.', 'Turn overprint off for the white text.'),
  source: 'GWG 2022 R0007',
  *find(press) {
    for (const on of printedTexts(press)) {
      const { item } = on
      if (!item.fill || !item.overprintFill || !isWhite(item.fill)) continue
      const words = quoted(item)
      yield at(on, text(`${words.fr} : texte blanc en surimpression`, `${words.en}: white text overprints`))
    }
  },
} as const satisfies GwgCheck
