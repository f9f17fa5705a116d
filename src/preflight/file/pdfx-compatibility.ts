// BX and EX.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxCompatibility = {
  severity: 'error',
  title: text('aucun passage de compatibilité (BX, EX)', 'no compatibility section (BX, EX)'),
  why: text(
    'Un lecteur peut sauter ce passage, un autre l’imprimer.',
    'One reader may skip such a section, another print it.',
  ),
  fix: text('Réexportez depuis le document d’origine.', 'Export again from the original document.'),
  source: 'ISO 15930-7:2010 6.19',
  *find(pdf) {
    for (const page of pdf.pages)
      for (const { code, object } of page.problems)
        if (code === 'compatibility')
          yield { page: page.number, object, message: text('opérateur BX ou EX', 'operator BX or EX') }
  },
} as const satisfies FileCheck
