// PostScript within PDF.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxPostscript = {
  severity: 'error',
  title: text('aucun PostScript caché', 'no hidden PostScript'),
  why: text(
    'Du PostScript s’exécute sur une imprimante et pas sur une autre.',
    'PostScript runs on one printer and not on another.',
  ),
  fix: text('Réexportez depuis le document d’origine.', 'Export again from the original document.'),
  source: 'ISO 15930-7:2010 6.14',
  *find(pdf) {
    for (const page of pdf.pages)
      for (const { code, object } of page.problems)
        if (code === 'postscript')
          yield { page: page.number, object, message: text('objet PostScript', 'PostScript object') }
  },
} as const satisfies FileCheck
