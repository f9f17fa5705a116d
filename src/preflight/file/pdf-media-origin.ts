// The media starts at 0, 0.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfMediaOrigin = {
  severity: 'warning',
  title: text('le support commence à l’origine', 'the media starts at the origin'),
  why: text(
    'Des outils d’imposition anciens supposent l’origine à 0, et décalent la pièce.',
    'Older imposition tools take the origin as 0 and shift the piece.',
  ),
  fix: text(
    'Réexportez la page avec son coin bas gauche en 0, 0.',
    'Export the page with its lower left corner at 0, 0.',
  ),
  source: 'ISO 32000-1 14.11.2 (house rule)',
  *find(pdf) {
    for (const { number, object, boxes } of pdf.pages)
      if (boxes.MediaBox && (boxes.MediaBox[0] !== 0 || boxes.MediaBox[1] !== 0))
        yield {
          page: number,
          object,
          message: text(
            `MediaBox commence en ${boxes.MediaBox[0]}, ${boxes.MediaBox[1]}`,
            `MediaBox starts at ${boxes.MediaBox[0]}, ${boxes.MediaBox[1]}`,
          ),
        }
  },
} as const satisfies FileCheck
