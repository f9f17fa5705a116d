// Halftones.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxHalftone = {
  severity: 'error',
  title: text('aucune trame imposée', 'no halftone is imposed'),
  why: text(
    'La trame est l’affaire de la presse : celle d’un fichier peut moirer.',
    'Screening is the press’s business: a file’s own may cause moiré.',
  ),
  fix: text('Réexportez sans conserver les trames.', 'Export without keeping halftones.'),
  source: 'ISO 15930-7:2010 6.13; ISO 32000-1 10.5',
  *find(pdf) {
    for (const page of pdf.pages) {
      for (const { value, object } of page.states) {
        const halftone = pdf.objects.dict(value, 'HT')
        const type = pdf.objects.number(halftone, 'HalftoneType')
        if (value.entries.has('HTP')) yield { page: page.number, object, message: text('/HTP', '/HTP') }
        if (halftone && (halftone.entries.has('HalftoneName') || (type !== 1 && type !== 5)))
          yield {
            page: page.number,
            object,
            message: text(`trame de type ${type ?? '?'}`, `halftone of type ${type ?? '?'}`),
          }
      }
    }
  },
} as const satisfies FileCheck
