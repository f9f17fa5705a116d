// Merged cells: a value merged over several rows counts for each of them, in its own column only.
//
// One address merged beside three structures is said of the three. Over columns nothing is copied: a title that spans the
// sheet is one title, not the name of every column.
import { text } from '../../model/diagnostic.ts'
import { parseCellName } from './cell-name.ts'
import { tooLarge } from './refusal.ts'

/** Columns from 0, rows from 1; first and last included. */
export type Merge = {
  readonly column: number
  readonly lastColumn: number
  readonly first: number
  readonly last: number
}

const MAX_MERGES = 200_000

/** `A2:C5`; undefined when it is no range. */
export function mergeOf(range: string): Merge | undefined {
  const [from, to] = range.split(':').map(parseCellName)
  return from && to && { column: from.column, lastColumn: to.column, first: from.row, last: to.row }
}

/** What a merged cell covers is not shown, and not read. */
const uncover = ({ column, lastColumn }: Merge, cells: string[]): void => {
  for (let at = column + 1; at <= lastColumn && at < cells.length; at++) cells[at] = ''
}

export type MergeFiller = {
  /** Of a row that has not been filled yet. */
  add(merge: Merge): void
  /** To be called for the rows in order: in the first column, a covered cell takes the value of the cell that covers it. */
  fill(row: number, cells: string[]): void
}

export function mergeFiller(file: string): MergeFiller {
  const waiting: Merge[] = []
  let isSorted = true
  let next = 0
  let active: { readonly merge: Merge; readonly value: string }[] = []
  const add = (merge: Merge): void => {
    if (waiting.length === MAX_MERGES) {
      throw tooLarge(file, text('plus de 200 000 cellules fusionnées', 'over 200,000 merged cells'))
    }
    isSorted &&= (waiting.at(-1)?.first ?? 0) <= merge.first
    waiting.push(merge)
  }
  const fill = (row: number, cells: string[]): void => {
    if (!isSorted) waiting.sort((a, b) => a.first - b.first)
    isSorted = true
    if (active.some(({ merge }) => merge.last < row)) active = active.filter(({ merge }) => merge.last >= row)
    for (const { merge, value } of active) {
      while (cells.length <= merge.column) cells.push('')
      cells[merge.column] = value
      uncover(merge, cells)
    }
    for (let merge = waiting[next]; merge && merge.first <= row; merge = waiting[++next]) {
      if (merge.first !== row) continue
      uncover(merge, cells)
      const value = cells[merge.column] ?? ''
      if (value !== '') active.push({ merge, value })
    }
  }
  return { add, fill }
}
