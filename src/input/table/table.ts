// A spreadsheet's sheet, read as a stream of rows whatever the file is.
import type { Diagnostic } from '../../model/diagnostic.ts'

export type Row = {
  /** As the spreadsheet shows it, from 1; in a CSV the record's rank, blank lines counted. */
  readonly number: number
  /** Text of each cell: numbers as they are written, dates as day/month/year, a formula's last value. */
  readonly cells: readonly string[]
  /** By hand or by a filter. */
  readonly hidden: boolean
}

export type Table = {
  /** As given on the command line. */
  readonly file: string
  /** The sheet's name; a CSV has none and says ``. */
  readonly sheet: string
  /** Remarks on the file: its encoding, its separator, tabs that were not read. */
  readonly diagnostics: readonly Diagnostic[]
  /** Every row of the sheet, in order, title lines and header included. Throws nothing: ends with a finding. May be called again: it reads again. */
  rows(): AsyncIterable<Row | Diagnostic>
}
