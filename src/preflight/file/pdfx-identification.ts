// The claim to be PDF/X-4.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'
import { readableXmp } from './readable-xmp.ts'

export const pdfxIdentification = {
  severity: 'error',
  locked: true,
  title: text('le fichier se déclare PDF/X-4', 'the file declares itself PDF/X-4'),
  why: text(
    'Sans cette déclaration, le RIP traite le fichier comme un PDF ordinaire.',
    'Without it the RIP treats the file as an ordinary PDF.',
  ),
  fix: text('Réexportez le document en PDF/X-4.', 'Export the document again as PDF/X-4.'),
  source: 'ISO 15930-7:2010 6.10',
  *find(pdf) {
    const claims = readableXmp(pdf)?.values('pdfxid:GTS_PDFXVersion')
    if (!claims) return
    if (claims.length !== 1)
      yield {
        message: text(
          `pdfxid:GTS_PDFXVersion écrit ${claims.length} fois au lieu d’une`,
          `pdfxid:GTS_PDFXVersion written ${claims.length} times instead of once`,
        ),
      }
    else if (claims[0] !== 'PDF/X-4')
      yield {
        message: text(`déclaré « ${claims[0]} » au lieu de PDF/X-4`, `declared “${claims[0]}” instead of PDF/X-4`),
      }
  },
} as const satisfies FileCheck
