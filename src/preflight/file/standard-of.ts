// Which PDF/X a file says it is: the standard it is judged by when nobody says which one was asked for.
import type { Standard } from '../../model/sheet.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'
import { readableXmp } from './readable-xmp.ts'

/** X-1a and X-3 declare themselves in Info, X-4 in XMP; a file that declares nothing is judged by the strictest reading, X-4. */
export function standardOf(pdf: PdfDocument): Standard {
  if (readableXmp(pdf)?.values('pdfxid:GTS_PDFXVersion').length) return 'x4'
  const claim = pdf.info.gtsPdfxVersion ?? ''
  if (claim.startsWith('PDF/X-1')) return 'x1a'
  return claim.startsWith('PDF/X-3') ? 'x3' : 'x4'
}
