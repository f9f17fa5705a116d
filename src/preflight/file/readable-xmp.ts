// The XMP packet, for the rules about what it says; whether it can be read is the matter of pdfx-xmp.
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'
import type { Xmp } from '../../pdf-reader/xmp.ts'

export const readableXmp = ({ xmp }: PdfDocument): Xmp | undefined => (xmp?.malformed === undefined ? xmp : undefined)
