// One cell of a copy that is to hold something else than the original.
import type { Text } from '../../model/diagnostic.ts'

export type CellEdit = {
  /** From 0. */
  readonly column: number
  /** As the spreadsheet counts, from 1. */
  readonly row: number
  /** What the cell says now: a cell that says something else is left alone. */
  readonly before: string
  readonly after: string
  readonly why: Text
  /** Of an address that is cut: its parts in one row are all made or none; `title` is that of a column that it needs. */
  readonly split?: 'part' | 'title'
}

/** What became of a copy: its bytes, and the edits that could not be made, each with the reason. */
export type Corrected = {
  readonly bytes: Uint8Array
  readonly made: readonly CellEdit[]
  readonly left: readonly { readonly edit: CellEdit; readonly why: Text }[]
  /** Changed cells that are merged over the rows below them, which say the same. */
  readonly merged?: readonly Merged[]
  /** Edits made of cells some of whose words had a format of their own, which is gone. */
  readonly plain?: readonly CellEdit[]
  /** Edits made of cells that hold a discussion: spreadsheets that show it show no comment of ours. */
  readonly discussed?: readonly CellEdit[]
  /** Cells whose formula may use what has changed: they keep their old result until a spreadsheet saves the copy. */
  readonly formulas?: readonly Pick<CellEdit, 'column' | 'row'>[]
}

/** Rows from `first` to `last`, both included. */
export type Merged = { readonly column: number; readonly first: number; readonly last: number; readonly after: string }
