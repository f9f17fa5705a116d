// How a file says which PDF/X it is, and which PDF that rests on.
import type { Standard } from '../../model/standard.ts'

export type Claim = {
  readonly pdfVersion: '1.3' | '1.6'
  /** GTS_PDFXVersion, and the conformance level that the first edition of X-1a names apart (ISO 15930-1:2001). */
  readonly version: string
  readonly conformance?: string
  /** The namespace of the XMP property that says the same. */
  readonly xmp: 'pdfxid' | 'pdfx'
}

/** X-4 is declared in XMP (ISO 15930-7 6.10), the older ones in Info; readers such as pdfinfo look in Info for all. */
export const claims = {
  x4: { pdfVersion: '1.6', version: 'PDF/X-4', xmp: 'pdfxid' },
  x1a: { pdfVersion: '1.3', version: 'PDF/X-1:2001', conformance: 'PDF/X-1a:2001', xmp: 'pdfx' },
  x3: { pdfVersion: '1.3', version: 'PDF/X-3:2002', xmp: 'pdfx' },
} as const satisfies Readonly<Record<Standard, Claim>>

export const NAMESPACES = {
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
  pdfx: 'http://ns.adobe.com/pdfx/1.3/',
} as const satisfies Readonly<Record<Claim['xmp'], string>>
