// One kit to be, as a batch meets it: its values with their places, and the row that they come from. Plain data: it travels between processes.
import type { Diagnostic, Span } from './diagnostic.ts'

/** A spreadsheet's row as it was read: what `errors.csv` gives back, and what a code frame draws. */
export type EntryRow = {
  /** `F`, for the places of cells; as many as `titles` and `cells`. */
  readonly letters: readonly string[]
  readonly titles: readonly string[]
  readonly cells: readonly string[]
  /** As the spreadsheet counts, from 1. */
  readonly number: number
}

export type EntryContent =
  /** A kit file, read where it is used. */
  | { readonly kind: 'file' }
  /** Values in kit paths, each scalar as the text it was written as; places by path, as those of a kit file. */
  | {
      readonly kind: 'value'
      readonly data: unknown
      readonly spans: Readonly<Record<string, Span>>
      /** A mistake of the entry takes away the sense of its values: they are not checked, and only its id is known. */
      readonly isSenseless?: true
    }

export type Entry = {
  /** From 0, in the order of the files and of their rows: every report is in this order. */
  readonly index: number
  /** The file as given on the command line, or found below a folder that was. */
  readonly file: string
  /** Where it starts: a cell of its row, or the first line of its document. */
  readonly origin: Span
  readonly content: EntryContent
  readonly row?: EntryRow
  /** Of a row that an `errors.csv` gives back: where the row stands that it mends, as that file says it; empty when it does not. */
  readonly mends?: string
  /** Found while reading it: remarks and mistakes of its cells. An error makes it a refused kit, never a lost one. */
  readonly diagnostics: readonly Diagnostic[]
  /** Why it gives no kit although it was read. */
  readonly skipped?: 'hidden' | 'closed' | 'unordered'
}
