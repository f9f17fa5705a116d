// A cell with its neighbours, drawn as a little table with a caret under it: `structures.xlsx › Feuille1!F17`.
import type { EntryRow } from '../model/entry.ts'
import { cellsOf, printable } from './display.ts'

/** Columns of a terminal for one cell; a longer one is cut, and says so. */
const CELL = 30

/** Columns shown on each side. */
const BESIDE = 2

const widthOf = (shown: string): number => cellsOf(shown).reduce((sum, { width }) => sum + width, 0)

function fitted(written: string): string {
  const cells = cellsOf(written.replace(/\s*\n\s*/g, ' '))
  if (cells.reduce((sum, { width }) => sum + width, 0) <= CELL) return cells.map(({ text }) => text).join('')
  let [shown, width] = ['', 0]
  for (const cell of cells) {
    if (width + cell.width > CELL - 1) break
    shown += cell.text
    width += cell.width
  }
  return `${shown}…`
}

const pad = (shown: string, width: number): string => shown + ' '.repeat(Math.max(0, width - widthOf(shown)))

export type CellFrame = {
  /** Of the columns, of their titles, of the row, and the carets. */
  readonly letters: string
  readonly titles: string
  readonly cells: string
  readonly carets: string
}

/** Undefined when the cell is in no column of the row. `room` is what the terminal has for it. */
export function cellFrameOf(row: EntryRow, letters: string, room: number): CellFrame | undefined {
  const at = row.letters.indexOf(letters)
  if (at < 0) return undefined
  const columnOf = (index: number) => {
    const shown = [row.letters[index] ?? '', fitted(row.titles[index] ?? ''), fitted(row.cells[index] ?? '')].map(
      printable,
    )
    return { index, shown, width: Math.max(...shown.map(widthOf), 1) }
  }
  const around = Array.from({ length: 2 * BESIDE + 1 }, (_, rank) => at - BESIDE + rank)
  let columns = around.filter(index => index >= 0 && index < row.letters.length).map(columnOf)
  const total = (): number => columns.reduce((sum, { width }) => sum + width + 3, 0)
  // The farthest go first, the cell itself never.
  while (columns.length > 1 && total() > room) {
    const [first, last] = [columns[0], columns.at(-1)]
    const fromEnd = (last?.index ?? at) - at >= at - (first?.index ?? at)
    columns = fromEnd ? columns.slice(0, -1) : columns.slice(1)
  }
  const line = (rank: number): string =>
    columns
      .map(({ shown, width }) => pad(shown[rank] ?? '', width))
      .join(' │ ')
      .trimEnd()
  const before = columns.filter(({ index }) => index < at).reduce((sum, { width }) => sum + width + 3, 0)
  const own = columns.find(({ index }) => index === at)
  const carets = ' '.repeat(before) + '^'.repeat(Math.max(1, widthOf(own?.shown[2] ?? '')))
  return { letters: line(0), titles: line(1), cells: line(2), carets }
}
