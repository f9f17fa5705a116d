// A row as it is read: its number, as the spreadsheet counts, and its cells.
export type RowCells = { readonly number: number; readonly cells: readonly string[] }
