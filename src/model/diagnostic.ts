// A finding: a rule, a sentence, and the line or cell to edit.

import type { Box } from './geometry.ts'

export type Severity = 'error' | 'warning' | 'note'

/** What a user reads, in both languages of the messages. No full stop at the end; the remedy goes in the hint. */
export type Text = { readonly fr: string; readonly en: string }

/** A place in a text file. `line` and `column` count from 1, in UTF-16 code units; `length` may be 0. */
export type Place = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
}

/** `Feuille1!F17`; `F17` in a CSV, whose one sheet has no name. */
export const cellWord = ({ sheet, cell }: Cell): string => (sheet === '' ? cell : `${sheet}!${cell}`)

/** A place in a spreadsheet, such as `structures.xlsx › Feuille1!F17`. */
export type Cell = { readonly file: string; readonly sheet: string; readonly cell: string }

/** Where a datum was read. */
export type Span = Place | Cell

export type Related = Place & { readonly why: Text }

/** Where in a PDF: what people look for on the page, and programs in the file. */
export type PagePlace = {
  /** From 1. */
  readonly number: number
  /** Object number in the file. */
  readonly object?: number
  /** In mm, y down, from the top-left corner of the trim (of the media box when the page has no trim). */
  readonly boxes?: readonly Box[]
}

export type Diagnostic = {
  /** A rule id of the registry: words joined by hyphens, never translated, never reused. */
  readonly rule: string
  readonly severity: Severity
  readonly message: Text
  /** The id of the piece concerned, when it is one. */
  readonly piece?: string
  readonly at?: Span
  /** Of a finding in a PDF. */
  readonly page?: PagePlace
  /** Set beside the carets under the source line: a measure, a near miss. */
  readonly label?: Text
  readonly related?: readonly Related[]
  readonly hint?: Text
}

/** A value and everything that was noticed on the way; the value is absent when nothing usable came out. */
export type Outcome<T> = { readonly value?: T; readonly diagnostics: readonly Diagnostic[] }

export const text = (fr: string, en: string): Text => ({ fr, en })

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(diagnostic => diagnostic.severity === 'error')
