// The claim to be a PDF/X: in XMP for X-4, in Info for X-1a and X-3.
import { type Text, text } from '../../model/diagnostic.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'
import { exportAs } from './export-as.ts'
import type { FileCheck, Finding } from './file-check.ts'
import { readableXmp } from './readable-xmp.ts'

export const pdfxIdentification = {
  severity: 'error',
  title: text('le fichier se déclare PDF/X', 'the file declares itself PDF/X'),
  why: text(
    'Sans cette déclaration, le RIP traite le fichier comme un PDF ordinaire.',
    'Without it the RIP treats the file as an ordinary PDF.',
  ),
  fix: text(
    'Réexportez le document en PDF/X-4, ou dans la norme que demande l’imprimeur.',
    'Export the document again as PDF/X-4, or as the standard the printer asks for.',
  ),
  fixFor: asked => exportAs(asked),
  source: 'ISO 15930-7:2010 6.10; ISO 15930-1:2001, 15930-3:2002, 15930-4:2003, 15930-6:2003 (Info)',
  find(pdf, standard) {
    return standard === 'x4' ? claimsInXmp(pdf) : claimsInInfo(pdf, standard)
  },
} as const satisfies FileCheck

function* claimsInXmp(pdf: PdfDocument): Generator<Finding> {
  const claims = readableXmp(pdf)?.values('pdfxid:GTS_PDFXVersion')
  const elsewhere = pdf.info.gtsPdfxVersion
  // X-1a and X-3 say so in Info alone: that is another standard, not a claim left out.
  if ((claims?.length ?? 0) === 0 && elsewhere !== undefined && elsewhere !== 'PDF/X-4') {
    yield { message: instead(elsewhere, 'PDF/X-4') }
    return
  }
  if (!claims) return
  if (claims.length !== 1)
    yield {
      message: text(
        `pdfxid:GTS_PDFXVersion écrit ${claims.length} fois au lieu d’une`,
        `pdfxid:GTS_PDFXVersion written ${claims.length} times instead of once`,
      ),
    }
  else if (claims[0] !== 'PDF/X-4') yield { message: instead(claims[0], 'PDF/X-4') }
}

/** The two editions of each; the first edition of X-1a names its conformance level apart. */
const EDITIONS = {
  x1a: ['PDF/X-1:2001', 'PDF/X-1a:2003'],
  x3: ['PDF/X-3:2002', 'PDF/X-3:2003'],
} as const satisfies Readonly<Record<'x1a' | 'x3', readonly string[]>>

function* claimsInInfo(pdf: PdfDocument, standard: 'x1a' | 'x3'): Generator<Finding> {
  const { gtsPdfxVersion: said, gtsPdfxConformance: conformance } = pdf.info
  const version = said ?? readableXmp(pdf)?.values('pdfxid:GTS_PDFXVersion')[0]
  const known: readonly (string | undefined)[] = EDITIONS[standard]
  if (!known.includes(version)) yield { message: instead(version, known.join(' / ')) }
  else if (version === 'PDF/X-1:2001' && conformance !== 'PDF/X-1a:2001')
    yield { message: instead(conformance, 'PDF/X-1a:2001') }
}

const instead = (found: string | undefined, wanted: string): Text =>
  found === undefined
    ? text(`aucune déclaration, au lieu de ${wanted}`, `no declaration, instead of ${wanted}`)
    : text(`déclaré « ${found} » au lieu de ${wanted}`, `declared “${found}” instead of ${wanted}`)
