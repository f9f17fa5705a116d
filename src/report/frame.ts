// The source line of a finding with carets under the words concerned, cut to the width of the terminal.
import type { Place } from '../model/diagnostic.ts'
import { type Cell, cellsOf } from './display.ts'

export type Frame = { readonly source: string; readonly carets: string }

const columnsOf = (cells: readonly Cell[]): number => cells.reduce((sum, { width }) => sum + width, 0)

/** The stretch of the line to show: what is before the span is cut first, but for a third of the width. */
function windowOf(cells: readonly Cell[], first: number, room: number): { readonly from: number; readonly to: number } {
  if (columnsOf(cells) <= room) return { from: 0, to: cells.length }
  const inner = room - 2
  const start = cells[first]?.column ?? columnsOf(cells)
  const tail = columnsOf(cells) - inner
  const left = Math.max(0, Math.min(start - Math.floor(inner / 3), tail))
  const from = left === 0 ? 0 : cells.findIndex(({ column }) => column >= left)
  const right = (cells[from]?.column ?? 0) + inner
  const end = cells.findIndex(({ column, width }) => column + width > right)
  return { from, to: end < 0 ? cells.length : end }
}

const indexAt = (cells: readonly Cell[], offset: number): number => {
  const index = cells.findIndex(
    (cell, at) => offset < (cells[at + 1]?.offset ?? Number.POSITIVE_INFINITY) && offset >= cell.offset,
  )
  return index < 0 ? cells.length : index
}

/** Characters before the span, and in all, that are looked at: a line may be megabytes long. */
const REACH = { before: 1000, all: 4000 }

/** `room` is in columns. At least one caret is drawn, beyond the end of the line if that is where something is missing. */
export function frameOf(line: string, place: Place, room: number): Frame {
  const cut = Math.max(0, place.column - 1 - REACH.before)
  if (line.length <= REACH.all) return shortFrame(line, place, room)
  return shortFrame(line.slice(cut, cut + REACH.all), { ...place, column: place.column - cut }, room)
}

function shortFrame(line: string, { column, length }: Place, room: number): Frame {
  const cells = cellsOf(line)
  const past = column - 1 >= line.length
  const first = past ? cells.length : indexAt(cells, column - 1)
  const last = length === 0 ? first : Math.max(first, indexAt(cells, column - 2 + length))
  const { from, to } = windowOf(cells, first, room)
  const lead = from > 0 ? '…' : ''
  const visible = cells.slice(from, to)
  const source = lead + visible.map(({ text }) => text).join('') + (to < cells.length ? '…' : '')
  const before = lead.length + columnsOf(cells.slice(from, Math.max(from, first)))
  const under = columnsOf(cells.slice(Math.max(from, first), Math.min(to, last + 1)))
  return { source, carets: ' '.repeat(before) + '^'.repeat(Math.max(1, under)) }
}
