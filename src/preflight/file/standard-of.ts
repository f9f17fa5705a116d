// Which PDF/X a file says it is: the standard it is judged by when nobody says which one was asked for.
import type { Standard } from '../../model/standard.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'
import { readableXmp } from './readable-xmp.ts'

/** X-4 declares itself in XMP, X-1a and X-3 in Info (some producers in both); a file that says nothing is judged as X-4. */
export function standardOf(pdf: PdfDocument): Standard {
  const [claim = pdf.info.gtsPdfxVersion ?? ''] = readableXmp(pdf)?.values('pdfxid:GTS_PDFXVersion') ?? []
  if (claim.startsWith('PDF/X-1')) return 'x1a'
  return claim.startsWith('PDF/X-3') ? 'x3' : 'x4'
}
