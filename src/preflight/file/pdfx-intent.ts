// The file's PDF/X output intent; whether there is exactly one is the matter of pdfx-output-intent.
import type { OutputIntent } from '../../pdf-reader/output-intent.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'

export const pdfxIntent = (pdf: PdfDocument): OutputIntent | undefined =>
  pdf.outputIntents.find(intent => intent.subtype === 'GTS_PDFX')

/** The colour space of the printing condition; CMYK when nothing says otherwise. */
export const intentSpace = (pdf: PdfDocument): string => pdfxIntent(pdf)?.profile?.space ?? 'CMYK'
