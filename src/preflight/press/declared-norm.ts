// A file for a press says which PDF/X it is.
import { text } from '../../model/diagnostic.ts'
import { declaresPdfx } from './elsewhere.ts'
import type { PressCheck } from './press-check.ts'

export const declaredNorm = {
  severity: 'error',
  title: text('le fichier est un PDF/X', 'the file is a PDF/X'),
  why: text(
    'PDF/X promet que tout est dans le fichier et que la condition d’impression est dite ; un PDF ordinaire ne promet rien.',
    'PDF/X promises that everything is in the file and that the printing condition is told; a plain PDF promises nothing.',
  ),
  fix: text(
    'Réexportez en PDF/X-4, ou dans la norme que demande l’imprimeur.',
    'Export as PDF/X-4, or as the standard the printer asks for.',
  ),
  source: 'GWG 2022 R0001; ISO 15930',
  *find({ pdf, job }) {
    // A norm that was asked for has rules of its own for what identifies it.
    if (job.asked === undefined && !declaresPdfx(pdf))
      yield { message: text('ce PDF ne dit suivre aucune norme PDF/X', 'this PDF claims no PDF/X standard') }
  },
} as const satisfies PressCheck
