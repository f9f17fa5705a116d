// The colours of PDF/X-1a: process inks and spots, nothing that a RIP would have to convert.
import { text } from '../../model/diagnostic.ts'
import { type ColorSpace, spacesWithin } from '../../pdf-reader/color-space.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxPressColor = {
  severity: 'error',
  locked: true,
  title: text('un PDF/X-1a n’a que du CMJN, du gris et des tons directs', 'a PDF/X-1a has only CMYK, gray and spots'),
  why: text(
    'C’est sa promesse : aucune couleur n’est convertie chez l’imprimeur, ce qui est écrit est ce qui s’imprime.',
    'That is its promise: no colour is converted at the printer’s, what is written is what is printed.',
  ),
  fix: text(
    'Convertissez ces couleurs en CMJN, ou exportez en PDF/X-3 ou X-4.',
    'Convert these colours to CMYK, or export as PDF/X-3 or X-4.',
  ),
  fixFor: () => text('Convertissez ces couleurs en CMJN.', 'Convert these colours to CMYK.'),
  source: 'ISO 15930-1:2001; ISO 15930-4:2003',
  standards: ['x1a'],
  *find(pdf) {
    for (const page of pdf.pages)
      for (const { value, object } of page.spaces)
        for (const inner of spacesWithin(value))
          if (isMeasured(inner)) yield { page: page.number, object, message: text(inner.family, inner.family) }
  },
} as const satisfies FileCheck

const isMeasured = ({ family }: ColorSpace): boolean =>
  family === 'CalGray' || family === 'CalRGB' || family === 'Lab' || family === 'ICCBased'
