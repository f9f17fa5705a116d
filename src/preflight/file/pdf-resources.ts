// Names that content uses and resources lack.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfResources = {
  severity: 'error',
  locked: true,
  title: text('tout ce que la page utilise existe', 'everything a page uses exists'),
  why: text(
    'Une police ou une image introuvable n’est pas imprimée.',
    'A font or picture that cannot be found is not printed.',
  ),
  fix: text('Le fichier est abîmé : réexportez-le.', 'The file is damaged: export it again.'),
  source: 'ISO 15930-7:2010 6.1; ISO 32000-1 7.8.3',
  *find(pdf) {
    for (const page of pdf.pages)
      for (const { code, object, detail } of page.problems)
        if (code === 'missing-resource')
          yield {
            page: page.number,
            object,
            message: text(`ressource introuvable : ${detail ?? ''}`, `resource not found: ${detail ?? ''}`),
          }
  },
} as const satisfies FileCheck
