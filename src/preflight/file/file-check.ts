// A check of a written PDF: a rule, and what breaks it in a file that was read back.
import type { Text } from '../../model/diagnostic.ts'
import type { Rule } from '../../model/rule.ts'
import type { Standard } from '../../model/standard.ts'
import type { Rect } from '../../pdf-reader/page.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'

export type Finding = {
  /** From 1. */
  readonly page?: number
  /** Object number; 0 or absent when there is none to name. */
  readonly object?: number
  /** In points of the page: what a finding is about, for who looks at it. */
  readonly box?: Rect
  readonly message: Text
}

export type FileCheck = Rule & {
  /** The standards whose files it judges; absent, all. */
  readonly standards?: readonly Standard[]
  /** How to mend it where one standard was asked for; `fix` may name others. */
  readonly fixFor?: (asked: Standard) => Text
  /** @param standard the one the file is judged by */
  readonly find: (pdf: PdfDocument, standard: Standard) => Iterable<Finding>
}
