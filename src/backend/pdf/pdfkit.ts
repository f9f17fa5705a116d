// pdfkit 0.20.2 as we use it, its private members included: each has a contract test in test/unit/pdf-pdfkit.test.ts.
import PDFDocument from 'pdfkit'
import type { Dictionary, Ref, Value } from './object.ts'

/** An object that pdfkit writes when it ends. */
export type PdfkitReference<D = Dictionary> = Ref & { readonly data: D; end(stream?: Uint8Array): void }

type Catalog = {
  readonly Pages: PdfkitReference<{ readonly Kids: Ref[]; Count: number }>
  readonly Names: PdfkitReference<Record<string, unknown>>
  [key: string]: unknown
}

export type PdfkitOptions = {
  readonly pdfVersion: '1.3' | '1.6'
  readonly autoFirstPage: false
  /** pdfkit would deflate with Node's own zlib, which changes with Node. */
  readonly compress: false
  /** Without it pdfkit would put Helvetica in the file. */
  readonly font: null
  readonly displayTitle: true
  readonly lang: string
  readonly info: Readonly<Record<string, unknown>>
}

type PdfkitDocument = {
  readonly _root: { readonly data: Catalog }
  _id: Uint8Array
  ref(data: Value): PdfkitReference
  /** Every byte of the file passes here, the header's from within the constructor. */
  _write(data: string | Uint8Array): void
  /** Writes the cross-reference table and the trailer. */
  _finalize(): void
  endMetadata(): void
  end(): void
  /** A readable stream's: what was written, whole or piece by piece, then null. */
  read(): Uint8Array | null
}

// @types/pdfkit know neither the private members nor `font: null`.
export const Pdfkit = PDFDocument as unknown as new (options: PdfkitOptions) => PdfkitDocument
