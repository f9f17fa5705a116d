// Registration colour stays off the piece.
import { text } from '../../model/diagnostic.ts'
import { paintsOf } from '../../pdf-reader/painted.ts'
import type { FileCheck } from './file-check.ts'
import { overlaps, printedBox } from './place.ts'

export const pdfRegistrationColor = {
  severity: 'error',
  title: text('la couleur de repérage ne touche pas la pièce', 'registration colour does not touch the piece'),
  why: text(
    'Elle s’imprime sur toutes les plaques, blanc et découpe compris : 400 % d’encre et un trait de coupe en trop.',
    'It prints on every plate, white and cut included: 400 % of ink and one cut line too many.',
  ),
  fix: text(
    'Gardez-la pour les repères hors du fond perdu ; pour le reste, prenez du noir.',
    'Keep it for marks outside the bleed; use black for the rest.',
  ),
  source: 'GWG 2022 R0024; ISO 32000-1 8.6.6.4',
  *find(pdf) {
    for (const page of pdf.pages) {
      const printed = printedBox(page)
      for (const item of page.painted) {
        if (!item.bounds || !overlaps(item.bounds, printed)) continue
        if (paintsOf(item).some(({ space }) => space.family === 'Separation' && space.name === 'All'))
          yield {
            page: page.number,
            object: item.object,
            message: text('couleur de repérage dans le fond perdu', 'registration colour inside the bleed'),
          }
      }
    }
  },
} as const satisfies FileCheck
