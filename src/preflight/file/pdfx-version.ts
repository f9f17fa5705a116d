// The version of PDF a PDF/X-4 file may claim.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxVersion = {
  severity: 'error',
  locked: true,
  title: text('le fichier est en PDF 1.6 au plus', 'the file is PDF 1.6 at most'),
  why: text(
    'PDF/X-4 repose sur PDF 1.6 : un imprimeur n’est pas tenu de lire plus récent.',
    'PDF/X-4 rests on PDF 1.6: a printer need not read anything newer.',
  ),
  fix: text('Exportez en PDF/X-4, ou en PDF 1.6.', 'Export as PDF/X-4, or as PDF 1.6.'),
  source: 'ISO 15930-7:2010 6.1',
  *find(pdf) {
    for (const version of [pdf.version, pdf.catalogVersion ?? '1.6']) {
      if (!/^1\.[0-6]$/.test(version))
        yield { message: text(`version ${version || 'illisible'}`, `version ${version || 'unreadable'}`) }
    }
  },
} as const satisfies FileCheck
