// Columns that a corrected copy gains, for the parts of an address that no column takes.
import type { Table } from '../table/table.ts'
import type { ColumnMap } from './column-map.ts'
import { COMMUNE, columnOf, POSTCODE } from './named-columns.ts'

export type AddedColumn = { readonly path: string; readonly index: number; readonly title: string }

/** Columns that the copy gains, when an address is cut into parts that no column takes: after all those of the sheet. */
export function addedColumns(map: ColumnMap, width = map.width): readonly AddedColumn[] {
  const missing = [
    { path: POSTCODE, title: 'Code postal' },
    { path: COMMUNE, title: 'Commune' },
  ].filter(({ path }) => columnOf(map, path) === undefined)
  return missing.map((column, rank) => ({ ...column, index: width + rank }))
}

/**
 * Where they are once every row has been seen: after the last cell of a workbook. None in a CSV one of whose rows goes beyond
 * the header: what has moved there would come to stand under their titles.
 */
export async function columnsToAdd(table: Table, map: ColumnMap): Promise<readonly AddedColumn[]> {
  const added = addedColumns(map)
  if (added.length === 0) return added
  let width = map.width
  for await (const row of table.rows()) {
    if (!('rule' in row)) width = Math.max(width, row.cells.findLastIndex(cell => cell.trim() !== '') + 1)
  }
  if (width === map.width) return added
  return map.sheet === '' ? [] : addedColumns(map, width)
}
