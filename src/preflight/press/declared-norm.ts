// A file for a press says which PDF/X it is.
import { text } from '../../model/diagnostic.ts'
import { standards } from '../../model/standard.ts'
import { exportAs } from '../file/export-as.ts'
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
  fixFor: asked => exportAs(asked),
  *find({ pdf, job: { asked } }) {
    if (declaresPdfx(pdf)) return
    const [fr, en] = asked
      ? [`, il doit être un ${standards[asked].title}`, `, it must be ${standards[asked].title}`]
      : ['', '']
    yield { message: text(`ce PDF ne dit suivre aucune norme PDF/X${fr}`, `this PDF claims no PDF/X standard${en}`) }
  },
} as const satisfies PressCheck
