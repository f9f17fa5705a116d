// The version of PDF that a PDF/X file may claim.
import { text } from '../../model/diagnostic.ts'
import type { Standard } from '../../model/standard.ts'
import type { FileCheck } from './file-check.ts'

/** Minor version; the editions of 2001 and 2002 rest on PDF 1.3, those of 2003 on 1.4 (ISO 15930-4 and 15930-6). */
const NEWEST: Readonly<Record<Standard, number>> = { x4: 6, x1a: 4, x3: 4 }

export const pdfxVersion = {
  severity: 'error',
  title: text(
    'le fichier est d’une version de PDF que la norme connaît',
    'the file’s version of PDF is one the standard knows',
  ),
  why: text(
    'PDF/X-4 repose sur PDF 1.6, PDF/X-1a et X-3 sur PDF 1.4 au plus : un imprimeur n’est pas tenu de lire plus récent.',
    'PDF/X-4 rests on PDF 1.6, PDF/X-1a and X-3 on PDF 1.4 at most: a printer need not read anything newer.',
  ),
  fix: text('Réexportez dans la norme PDF/X demandée.', 'Export again as the PDF/X that is asked for.'),
  source: 'ISO 15930-7:2010 6.1; ISO 15930-4:2003; ISO 15930-6:2003',
  *find(pdf, standard) {
    for (const version of [pdf.version, pdf.catalogVersion]) {
      if (version === undefined) continue
      const [, minor] = /^1\.([0-7])$/.exec(version) ?? []
      if (minor === undefined || Number(minor) > NEWEST[standard])
        yield { message: text(`version ${version || 'illisible'}`, `version ${version || 'unreadable'}`) }
    }
  },
} as const satisfies FileCheck
