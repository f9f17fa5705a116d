// Columns without a title whose first value stands below the rows that the columns are known by: it is read nowhere, and is said.
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Row } from '../table/table.ts'
import { type ColumnMap, cellAt } from './column-map.ts'
import { isEmptyUntitled, untitled } from './match-columns.ts'

/** In a CSV, a cell beyond the header has moved there: that refuses its row. */
function canBeLate(index: number, { columns, sheet, width }: ColumnMap): boolean {
  const column = columns[index]
  return column ? isEmptyUntitled(column) : index >= width && sheet !== ''
}

/** Once for a column, at its first value; `told` holds those that have been said. */
export function lateColumns({ cells, number }: Row, map: ColumnMap, told: Set<number>): readonly Diagnostic[] {
  return cells.flatMap((cell, index) => {
    if (cell.trim() === '' || told.has(index) || !canBeLate(index, map)) return []
    told.add(index)
    return [untitled(index, cell, cellAt(map, index, number))]
  })
}
