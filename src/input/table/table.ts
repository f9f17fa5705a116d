// A spreadsheet's sheet, read as a stream of rows whatever the file is.
import type { Diagnostic } from '../../model/diagnostic.ts'

export type Row = {
  /** As spreadsheets show it, from 1: in a CSV the record's rank, blank lines counted, the `sep=` line left out. */
  readonly number: number
  /** Text of each cell: numbers in full with a decimal comma, dates as day/month/year, a formula's last value. */
  readonly cells: readonly string[]
  /** What the sheet shows of its amounts, « 1 234,50 € », by column from 0, where that is more than the text of the cell. */
  readonly amounts?: ReadonlyMap<number, string>
  /** Of a record of a CSV with fewer cells than the others: how many, empty ones included, and how many those have. */
  readonly short?: { readonly cells: number; readonly width: number }
  /** By hand or by a filter. */
  readonly hidden: boolean
  /** Of a workbook: the columns, from 0, that are hidden on the whole sheet. */
  readonly hiddenColumns?: ReadonlySet<number>
  /** Findings of this row alone, such as a formula without a value: an error refuses the row, not the sheet. */
  readonly diagnostics?: readonly Diagnostic[]
}

export type Table = {
  /** As given on the command line. */
  readonly file: string
  /** The sheet's name; a CSV has none and says ``. */
  readonly sheet: string
  /** Remarks on the file: its encoding, its separator, tabs that were not read. */
  readonly diagnostics: readonly Diagnostic[]
  /**
   * Every row that holds something, in order, title lines and header included; a row's empty cells after its last filled
   * one are not given. Throws nothing: a finding among the rows means that reading ended there. May be called again: it
   * reads again.
   */
  rows(): AsyncIterable<Row | Diagnostic>
}
