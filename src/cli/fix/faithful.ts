// A corrected copy read again: the changed cells say what they should, and every other cell what it said.
import type { EncodingName } from '../../input/encoding.ts'
import { openTable } from '../../input/table/open-table.ts'
import type { Row, Table } from '../../input/table/table.ts'
import { type Diagnostic, type Text, text } from '../../model/diagnostic.ts'
import type { World } from '../../model/world.ts'
import type { CellEdit, Corrected, Merged } from './cell-edit.ts'
import { cellOf } from './sheet-edits.ts'
import { mergesOver } from './xlsx-grid.ts'

const unlike = (cell: string): Text =>
  text(`la copie relue diffère en ${cell}`, `the copy, read again, differs at ${cell}`)

const UNREAD = text('la copie ne se relit pas', 'the copy cannot be read again')

async function next(rows: AsyncIterator<Row | Diagnostic>): Promise<Row | undefined | 'unread'> {
  const { done, value } = await rows.next()
  if (done === true) return undefined
  return 'rule' in value ? 'unread' : value
}

/** The first cell of a row that is not as it should be. A cell that is merged says what the first one of its merge says. */
function difference(
  before: Row,
  after: Row,
  edits: readonly CellEdit[],
  merged: readonly Merged[],
): string | undefined {
  const width = Math.max(before.cells.length, after.cells.length, ...edits.map(({ column }) => column + 1))
  for (let column = 0; column < width; column++) {
    const edit = edits.find(each => each.column === column)
    const over = merged.find(each => each.column === column && each.first < before.number)
    const wanted = (edit ?? over)?.after ?? before.cells[column] ?? ''
    const found = after.cells[column] ?? ''
    if (found !== wanted) return cellOf({ column, row: before.number, before: '', after: '', why: UNREAD })
  }
  return undefined
}

/** Why the copy is not the original with its edits; undefined when it is. */
export async function isFaithful(
  copy: string,
  original: Table,
  { made: edits, merged = [] }: Corrected,
  { encoding }: { readonly encoding: EncodingName | undefined },
  world: World,
): Promise<Text | undefined> {
  const { sheet } = original
  const options = { ...(sheet === '' ? {} : { sheet }), ...(encoding === undefined ? {} : { encoding }) }
  const opened = await openTable(copy, options, world)
  if (!opened.value) return UNREAD
  const byRow = new Map<number, CellEdit[]>()
  for (const edit of edits) byRow.set(edit.row, [...(byRow.get(edit.row) ?? []), edit])
  const over = mergesOver(merged)
  const [befores, afters] = [original.rows()[Symbol.asyncIterator](), opened.value.rows()[Symbol.asyncIterator]()]
  for (;;) {
    const [before, after] = [await next(befores), await next(afters)]
    if (before === 'unread' || after === 'unread') return UNREAD
    if (!before || !after) return before === after ? undefined : UNREAD
    const own = byRow.get(before.number) ?? []
    const isSame = before.number === after.number
    const cell = isSame ? difference(before, after, own, over(before.number)) : `A${before.number}`
    if (cell !== undefined) return unlike(cell)
  }
}
