// The rows of a sheet that are structures, one at a time; what the others are is told.
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Row, Table } from '../table/table.ts'
import type { ColumnMap } from './column-map.ts'
import { leftOut } from './row-left-out.ts'

export const isFilled = (cell: string): boolean => cell.trim() !== ''

/** Reads the table again from its start; what ended its reading is the last thing given. */
export async function* structureRows(table: Table, map: ColumnMap): AsyncGenerator<Row | Diagnostic, void, undefined> {
  for await (const row of table.rows()) {
    if ('rule' in row) yield row
    else if (row.number > map.header && row.cells.some(isFilled) && !map.repeated.includes(row.number)) {
      yield leftOut(row, map) ?? row
    }
  }
}
