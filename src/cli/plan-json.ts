// A plan for programs: one document, a row a line, whatever their number, then the totals.
import { toldUse } from '../input/columns/column-map.ts'
import { columnName } from '../input/table/cell-name.ts'
import type { World } from '../model/world.ts'
import { orderWord, PlanTotals } from './plan-totals.ts'
import type { PlanResult, PlanRow } from './run-plan.ts'
import type { Session } from './session.ts'

/** `pieces` in a word each, as people read them; `order` says the same in figures. */
const jsonRow = ({ pieces, ...row }: PlanRow): object =>
  pieces === undefined ? row : { ...row, pieces: pieces.map(orderWord), order: pieces }

export function jsonPlan({ maps, rows }: PlanResult, { result }: Session, { version }: World): void {
  const columns = maps.map(({ file, sheet, header, columns: all }) => ({
    file,
    sheet,
    header,
    columns: all.map(column => ({
      letter: column.letter,
      title: column.title,
      read: column.use.kind !== 'left',
      ...(column.use.kind === 'left' ? { why: toldUse(column).fr } : { field: column.use.field }),
      ...(column.use.kind === 'second' ? { after: columnName(column.use.after) } : {}),
    })),
  }))
  const totals = new PlanTotals()
  result(`{"schema": 1, "signakit": ${JSON.stringify(version)}, "sheets": ${JSON.stringify(columns)}, "rows": [`)
  let before: string | undefined
  for (const row of rows()) {
    totals.add(row)
    if (before !== undefined) result(`${before},`)
    before = JSON.stringify(jsonRow(row))
  }
  if (before !== undefined) result(before)
  result(
    `], "totals": ${JSON.stringify(totals.products)}, "brands": ${JSON.stringify(Object.fromEntries(totals.brands))}}`,
  )
}
