// What could be mended in the cells of a row, and how: the diagnostics propose it, `signakit fix` does it in a copy.
import { addedColumns } from './added-columns.ts'
import { addressRepairs, townRepairs } from './address-repairs.ts'
import { type ColumnMap, cellAt } from './column-map.ts'
import { both, mend, pathOfField, type Repair, stepsFor } from './mend-cell.ts'
import { departmentsIn } from './named-columns.ts'
import type { RowCells } from './row-cells.ts'
import { mapOfRow } from './second-columns.ts'

function ownRepairs(row: RowCells, map: ColumnMap): readonly Repair[] {
  const { number, cells } = row
  const beside = { departments: departmentsIn(row, map) }
  return map.columns.flatMap(({ index, use }) => {
    const before = cells[index] ?? ''
    if (use.kind !== 'read' || before === '') return []
    const path = pathOfField(use.field)
    const { after, whys, rules } = mend(before, path, stepsFor(use.field), beside)
    if (after === before) return []
    return [
      {
        path: path.replace(/#part$/, ''),
        index,
        cell: cellAt(map, index, number),
        before,
        after,
        why: both(whys),
        rules,
      },
    ]
  })
}

/**
 * Every repair of a row that is a structure, in the order of its columns; none on a row that has nothing to mend. `added`: where
 * the parts of an address go that have no column.
 */
export function repairs(row: RowCells, sheet: ColumnMap, added = addedColumns(sheet)): readonly Repair[] {
  const map = mapOfRow(sheet, row)
  const scene = { map, added }
  return townRepairs(row, scene, addressRepairs(row, scene, ownRepairs(row, map)))
}
