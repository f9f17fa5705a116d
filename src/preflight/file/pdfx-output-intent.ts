// One printing condition.
import { text } from '../../model/diagnostic.ts'
import { exportAs } from './export-as.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxOutputIntent = {
  severity: 'error',
  title: text(
    'le fichier dit pour quelle impression il est fait, une seule fois',
    'the file says once which printing it was made for',
  ),
  why: text(
    'Sans condition d’impression, les mêmes chiffres de CMJN donnent des couleurs différentes d’une presse à l’autre.',
    'Without a printing condition, the same CMYK figures give different colours on different presses.',
  ),
  fix: text(
    'Réexportez en PDF/X-4 en choisissant un profil de sortie.',
    'Export as PDF/X-4 and choose an output profile.',
  ),
  fixFor: asked => exportAs(asked, text(' en choisissant un profil de sortie', ' and choose an output profile')),
  source: 'ISO 15930-7:2010 6.4',
  *find(pdf) {
    const count = pdf.outputIntents.filter(intent => intent.subtype === 'GTS_PDFX').length
    if (count !== 1)
      yield {
        message:
          count === 0
            ? text('aucune condition d’impression (OutputIntent GTS_PDFX)', 'no output intent (GTS_PDFX)')
            : text(`${count} conditions d’impression au lieu d’une`, `${count} output intents instead of one`),
      }
  },
} as const satisfies FileCheck
