// A check of our own file against the piece it was made of.
import type { Rule } from '../../model/rule.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'
import type { PdfExpectation } from './expectation.ts'
import type { Finding } from './file-check.ts'

export type WrittenCheck = Rule & {
  readonly compare: (pdf: PdfDocument, expected: PdfExpectation) => Iterable<Finding>
}
