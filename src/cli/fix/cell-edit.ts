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
}

/** What became of a copy: its bytes, and the edits that could not be made, each with the reason. */
export type Corrected = {
  readonly bytes: Uint8Array
  readonly made: readonly CellEdit[]
  readonly left: readonly { readonly edit: CellEdit; readonly why: Text }[]
}
