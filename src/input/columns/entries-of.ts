// A sheet → its kits to be, one row at a time, in bounded memory: what is said of its columns first, then its rows.

import { type Diagnostic, hasErrors } from '../../model/diagnostic.ts'
import type { Entry, EntryContent, EntryRow } from '../../model/entry.ts'
import { columnName, parseCellName } from '../table/cell-name.ts'
import type { Row, Table } from '../table/table.ts'
import { type ColumnMap, cellAt } from './column-map.ts'
import type { ColumnOptions } from './column-options.ts'
import { mendsOf } from './find-header.ts'
import { lateColumns } from './late-columns.ts'
import { columnsOf } from './map-columns.ts'
import { rowMoved } from './row-moved.ts'
import type { RowOrder } from './row-order.ts'
import { type Status, statusOf } from './row-status.ts'
import { filledIn, type RowValue, rowValue } from './row-value.ts'
import { sayRepairs, sayUntidy } from './say-repairs.ts'
import { contradictions, mapOfRow } from './second-columns.ts'
import type { OtherTitles } from './second-table.ts'
import { isFilled, type StructureRow, structureRows } from './structure-rows.ts'
import { tidyTitle } from './title-form.ts'
import type { Draft } from './value-draft.ts'

/** What `errors.csv` gives back: every cell, those beyond the header included. */
function entryRow({ number, cells }: Row, { columns, width, report }: ColumnMap): EntryRow {
  const last = cells.findLastIndex(isFilled) + 1
  const all = Array.from({ length: last > width ? last : columns.length }, (_, index) => index)
  // A report in the midst of the columns is made anew.
  const isSheets = (index: number): boolean =>
    !report || index < report.first || index >= Math.min(columns.length, report.first + report.count)
  const indexes = all.filter(isSheets)
  return {
    letters: indexes.map(columnName),
    titles: indexes.map(index => columns[index]?.title ?? ''),
    cells: indexes.map(index => cells[index] ?? ''),
    number,
  }
}

/**
 * What a formula of a column that is not read has not given is nothing to the kit, nor is the encoding of its text; one cell
 * in another encoding stands for those of its row.
 */
function cellFindings({ diagnostics = [] }: Row, { columns }: ColumnMap): readonly Diagnostic[] {
  const isRead = ({ rule, at }: Diagnostic): boolean => {
    if ((rule !== 'formula-without-value' && rule !== 'mixed-encoding') || !at || !('cell' in at)) return true
    const index = parseCellName(at.cell)?.column
    const kind = columns.find(column => column.index === index)?.use.kind
    return kind === 'read' || (kind === 'second' && rule === 'mixed-encoding')
  }
  const read = diagnostics.filter(isRead)
  const odd = read.find(({ rule }) => rule === 'mixed-encoding')
  return read.filter(each => each.rule !== 'mixed-encoding' || each === odd)
}

/** Our own CSVs put an apostrophe before what a spreadsheet would take for a formula: it is no part of the value. */
const withoutGuards = (row: StructureRow): StructureRow =>
  row.cells.some(cell => /^'[=+\-@]/.test(cell))
    ? { ...row, cells: row.cells.map(cell => cell.replace(/^'(?=[=+\-@])/, '')) }
    : row

/** Keys of items that hold an amount. */
const AMOUNTS: ReadonlySet<string> = new Set(['montant', 'valeur'])

/** An amount is printed as its sheet shows it; any other number is its figures, whatever groups them. */
function withAmounts(row: StructureRow, { columns }: ColumnMap): StructureRow {
  const { amounts, cells } = row
  if (!amounts) return row
  const shown = [...cells]
  for (const { index, use } of columns) {
    const amount = amounts.get(index)
    if (amount === undefined || use.kind !== 'read' || use.field.kind !== 'item') continue
    if (AMOUNTS.has(use.field.key)) shown[index] = amount
  }
  return { ...row, cells: shown }
}

function skippedAs({ hidden }: Row, { closed }: Status, { nothing }: RowOrder): Entry['skipped'] {
  if (hidden) return 'hidden'
  if (closed) return 'closed'
  return nothing ? 'unordered' : undefined
}

/** All that is said of a row that gives a kit, or would. */
function saidOf(row: Row, sheet: ColumnMap, { diagnostics, order }: RowValue, status: Status): readonly Diagnostic[] {
  const map = mapOfRow(sheet, row)
  return [
    ...cellFindings(row, map),
    ...diagnostics,
    ...order.diagnostics,
    ...contradictions(row, sheet),
    ...status.diagnostics,
    ...sayRepairs(row, filledIn(row, map), map),
  ]
}

const isId = ({ use }: ColumnMap['columns'][number]): boolean =>
  use.kind === 'read' && 'path' in use.field && use.field.path === 'structure.id'

/**
 * The id is what later runs know the row by, where it stands first: no cell before it can have moved it. Anything else made
 * of cells that have moved would be another's.
 */
function idAlone({ structure }: Draft['data'], spans: Draft['spans'], { columns }: ColumnMap): EntryContent {
  const id: unknown = columns[0] && isId(columns[0]) ? Reflect.get(Object(structure), 'id') : undefined
  return { kind: 'value', data: { structure: id === undefined ? {} : { id } }, spans, isSenseless: true }
}

function entryOf(row: StructureRow, sheet: ColumnMap, index: number): Entry {
  const map = mapOfRow(sheet, row)
  const value = rowValue(row, map)
  const { data, spans, order } = value
  const status = statusOf(filledIn(row, map), map.families)
  const said = skippedAs(row, status, order)
  // A guessed letter must not close a structure, nor take its order away.
  const guessed = row.diagnostics?.find(({ rule }) => rule === 'mixed-encoding')
  const isGuess = guessed !== undefined && said !== undefined && said !== 'hidden'
  const skipped = isGuess || row.broken ? undefined : said
  const mends = mendsOf(row, sheet.report)
  // Each cell of a row that has moved would be told as a fault of its own.
  const moved = row.broken?.told ?? (skipped ? undefined : rowMoved(row, map))
  const found = moved ? [...cellFindings(row, map), moved] : saidOf(row, sheet, value, status)
  const diagnostics = isGuess && !found.includes(guessed) ? [guessed, ...found] : found
  return {
    index,
    file: map.file,
    origin: spans[''] ?? cellAt(map, 0, row.number),
    content: moved ? idAlone(data, spans, map) : { kind: 'value', data, spans },
    row: entryRow(row, map),
    ...(mends === undefined ? {} : { mends }),
    diagnostics: skipped ? [] : diagnostics,
    ...(skipped ? { skipped } : {}),
  }
}

/** Of a second table: given back under its own titles, and refused for that alone. */
function strayEntry(row: Row, { row: titles, told }: OtherTitles, map: ColumnMap, index: number): Entry {
  const width = Math.max(titles.cells.length, row.cells.length)
  const indexes = Array.from({ length: width }, (_, column) => column)
  const first = Math.max(0, row.cells.findIndex(isFilled))
  return {
    index,
    file: map.file,
    origin: cellAt(map, first, row.number),
    content: { kind: 'value', data: undefined, spans: {} },
    row: {
      letters: indexes.map(columnName),
      titles: indexes.map(column => tidyTitle(titles.cells[column] ?? '')),
      cells: indexes.map(column => row.cells[column] ?? ''),
      number: row.number,
    },
    diagnostics: row.hidden ? [] : [told],
    ...(row.hidden ? { skipped: 'hidden' } : {}),
  }
}

/**
 * The rows of a sheet as entries numbered from `firstIndex`, and whatever is to be said that belongs to no row. A sheet
 * whose columns have errors gives these and no entry. The table is read twice: its first rows, then all. Its own remarks
 * (`table.diagnostics`) are left to the caller.
 */
export async function* entriesOf(
  table: Table,
  options: ColumnOptions,
  firstIndex: number,
): AsyncGenerator<Entry | Diagnostic, void, undefined> {
  const { value: map, diagnostics } = await columnsOf(table, options)
  yield* diagnostics
  if (!map || hasErrors(diagnostics)) return
  // What ended the reading of the first rows is not told twice.
  const told = new Set(diagnostics.map(each => JSON.stringify(each)))
  let index = firstIndex
  let tidy = true
  const late = new Set<number>()
  for await (const each of structureRows(table, map)) {
    if ('rule' in each) {
      if (!told.has(JSON.stringify(each))) yield each
      continue
    }
    if (each.under) {
      yield strayEntry(withoutGuards(each), each.under, map, index++)
      continue
    }
    const row = withAmounts(withoutGuards(each), map)
    if (!row.hidden) yield* lateColumns(row, map, late)
    const untidy = tidy && !row.hidden ? sayUntidy(filledIn(row, map)) : undefined
    if (untidy) {
      tidy = false
      yield untidy
    }
    yield entryOf(row, map, index++)
  }
}
