// The sheets of an ODS and their rows, as its one part streams by (OpenDocument 1.3 part 3, 9).
import type { Diagnostic } from '../../model/diagnostic.ts'
import { formulaWithoutValue } from './cell-findings.ts'
import { MAX_CELL, MAX_COLUMNS } from './limits.ts'
import { type MergeFiller, mergeFiller } from './merges.ts'
import { type Attributes, odsAmount, odsCellText } from './ods-cell.ts'
import { odsText } from './ods-text.ts'
import { assertColumn, assertRow } from './sheet-bounds.ts'
import type { Row } from './table.ts'
import { cellTooLong } from './xlsx-string.ts'
import type { Listener } from './xml-stream.ts'

/** A row and how many times it is told at once. */
type Pending = { readonly row: Row; readonly times: number }

/** Folded or not, of rows and of columns; those of columns have ended when the rows start. */
const GROUPS: ReadonlySet<string> = new Set(['table:table-row-group', 'table:table-column-group'])

export type OdsListener = Listener & {
  /** The rows that have ended since the last call. */
  take(): Generator<Row>
  /** Whether the sheet has ended, and no row is to come. */
  isOver(): boolean
}

/** `wanted`: the rank of the sheet, from 0. */
export function odsListener(file: string, sheet: string, wanted: number): OdsListener {
  const merges: MergeFiller = mergeFiller(file)
  const content = odsText(file)
  let pending: Pending[] = []
  let [rank, nested, foldedGroups] = [-1, 0, 0]
  let [isOver, hidden, isCell, isCovered] = [false, false, false, false]
  let [row, times, column] = [0, 1, 0]
  let cell: Attributes = {}
  let cells: string[] = []
  let amounts = new Map<number, string>()
  let diagnostics: Diagnostic[] = []
  const groups: boolean[] = []
  const hiddenColumns = new Set<number>()
  let columns = 0

  /** A count of a hostile file may be anything; what it fills is bounded where it is used. */
  const countOf = (attributes: Attributes, name: string): number => {
    const count = Number(attributes[name] ?? 1)
    return Number.isSafeInteger(count) && count > 0 ? count : 1
  }

  const startColumns = (attributes: Attributes): void => {
    const last = columns + countOf(attributes, 'table:number-columns-repeated')
    const isOut = (attributes['table:visibility'] ?? 'visible') !== 'visible' || foldedGroups > 0
    for (let each = columns; isOut && each < Math.min(last, MAX_COLUMNS); each++) hiddenColumns.add(each)
    columns = last
  }

  const startRow = (attributes: Attributes): void => {
    row += times
    times = countOf(attributes, 'table:number-rows-repeated')
    const visibility = attributes['table:visibility'] ?? 'visible'
    hidden = visibility !== 'visible' || foldedGroups > 0
    column = 0
    cells = []
    amounts = new Map()
    diagnostics = []
  }

  const endCell = (): void => {
    const repeated = countOf(cell, 'table:number-columns-repeated')
    const written = content.take()
    // What a merged cell covers is not shown.
    const shown = isCovered ? '' : odsCellText(cell, written)
    if (shown === '' && cell['table:formula'] !== undefined && cell['office:value-type'] === undefined) {
      diagnostics.push(formulaWithoutValue({ file, sheet }, column, row))
    }
    if (shown.trim() !== '') {
      if (shown.length > MAX_CELL) throw cellTooLong(file)
      assertColumn(file, column + repeated - 1, row)
      while (cells.length < column) cells.push('')
      const amount = isCovered ? undefined : odsAmount(cell, written)
      for (let count = 0; count < repeated; count++) {
        if (amount !== undefined && amount !== shown) amounts.set(cells.length, amount)
        cells.push(shown)
      }
      const spanned = countOf(cell, 'table:number-rows-spanned')
      if (spanned > 1) merges.add({ column, lastColumn: column, first: row, last: row + spanned - 1 })
    }
    column += repeated
    isCell = false
  }

  const endRow = (): void => {
    if (cells.length === 0 && diagnostics.length === 0) return
    assertRow(file, row + times - 1)
    const found = {
      ...(hiddenColumns.size > 0 ? { hiddenColumns } : {}),
      ...(amounts.size > 0 ? { amounts } : {}),
      ...(diagnostics.length > 0 ? { diagnostics } : {}),
    }
    pending.push({ row: { number: row, cells, hidden, ...found }, times })
  }

  const openTable = (): void => {
    if (++nested === 1) rank++
  }

  const open = (name: string, attributes: Attributes): void => {
    if (name === 'table:table') openTable()
    else if (rank !== wanted || nested !== 1 || isOver) return
    else if (isCell) content.open(name, attributes)
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      isCell = true
      cell = attributes
      isCovered = name === 'table:covered-table-cell'
    } else if (name === 'table:table-row') startRow(attributes)
    else if (name === 'table:table-column') startColumns(attributes)
    else if (GROUPS.has(name)) {
      const isFolded = attributes['table:display'] === 'false'
      groups.push(isFolded)
      if (isFolded) foldedGroups++
    }
  }

  const close = (name: string): void => {
    if (name === 'table:table') {
      if (--nested === 0 && rank === wanted) isOver = true
    } else if (rank !== wanted || nested !== 1 || isOver) return
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') endCell()
    else if (isCell) content.close(name)
    else if (name === 'table:table-row') endRow()
    else if (GROUPS.has(name) && groups.pop()) foldedGroups--
  }

  function* take(): Generator<Row> {
    const taken = pending
    pending = []
    for (const { row: told, times: count } of taken) {
      for (let each = 0; each < count; each++) {
        const own = [...told.cells]
        merges.fill(told.number + each, own)
        yield { ...told, number: told.number + each, cells: own }
      }
    }
  }

  const onText = (data: string): void => {
    if (isCell && nested === 1) content.text(data)
  }

  return { open, close, text: onText, take, isOver: () => isOver }
}
