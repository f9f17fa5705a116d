// What could be mended in the cells of a row, and how: the diagnostics propose it, `signakit fix` does it in a copy.
import { type Cell, type Text, text } from '../../model/diagnostic.ts'
import { matchCaf } from '../caf-names.ts'
import type { InputRule } from '../rules.ts'
import type { Table } from '../table/table.ts'
import { type Column, type ColumnMap, cellAt, type Field } from './column-map.ts'
import { type Address, contradicts, splitAddress, splitTown } from './repair/address.ts'
import { booleans } from './repair/booleans.ts'
import { capitals, STREET_PART } from './repair/capitals.ts'
import { dates } from './repair/dates.ts'
import { emptied } from './repair/emptied.ts'
import { decimalTail, lostZero, scientific } from './repair/figures.ts'
import { formula } from './repair/formula.ts'
import { garbled } from './repair/garbled.ts'
import { hours } from './repair/hours.ts'
import type { Row, Step } from './repair/step.ts'
import { apostrophes, spaces } from './repair/tidy.ts'
import type { RowCells } from './row-cells.ts'
import { itemsIn } from './row-lists.ts'
import { mapOfRow } from './second-columns.ts'

export type Repair = {
  /** The kit path that the column gives. */
  readonly path: string
  /** Of the column, from 0; beyond the last one, a column that the copy gains. */
  readonly index: number
  readonly cell: Cell
  readonly before: string
  readonly after: string
  readonly why: Text
  readonly rules: readonly InputRule[]
}

/** The order matters: a text is read back before it is looked at, a formula is opened before its figures are. */
const STEPS: readonly Step[] = [
  garbled,
  formula,
  spaces,
  emptied,
  apostrophes,
  decimalTail,
  scientific,
  dates,
  booleans,
  hours,
  lostZero,
  capitals,
]

/** Of a cell that is no value of the structure: a count, a status. */
const FEW_STEPS: readonly Step[] = [garbled, formula, spaces]

const stepsFor = (field: Field): readonly Step[] => {
  switch (field.kind) {
    case 'text':
    case 'list':
    case 'part':
    case 'partners':
    case 'town-line':
    case 'item':
      return STEPS
    case 'product':
    case 'pieces':
    case 'piece-key':
      return [...FEW_STEPS, emptied]
    case 'logos':
    case 'policies':
    case 'status':
    case 'closing-date':
      return FEW_STEPS
  }
}

type Mending = { readonly after: string; readonly whys: readonly Text[]; readonly rules: readonly InputRule[] }

function mend(value: string, path: string, steps: readonly Step[], row: Row = {}): Mending {
  return steps.reduce<Mending>(
    (before, step) => {
      const mended = step(before.after, path, row)
      if (!mended) return before
      const known = before.whys.some(({ fr }) => fr === mended.why.fr)
      return {
        after: mended.after,
        whys: known ? before.whys : [...before.whys, mended.why],
        rules: before.rules.includes(mended.rule) ? before.rules : [...before.rules, mended.rule],
      }
    },
    { after: value, whys: [], rules: [] },
  )
}

const both = (whys: readonly Text[]): Text =>
  text(whys.map(({ fr }) => fr).join(' ; '), whys.map(({ en }) => en).join('; '))

/** The path that steps know a column by: a part of a street is told from a whole one. */
export const pathOfField = (field: Field): string => {
  if (!('path' in field)) return ''
  return field.kind === 'part' && field.path === 'structure.adresse.voie' ? STREET_PART : field.path
}

export const columnOfCafs = ({ columns }: ColumnMap): Column | undefined =>
  columns.find(({ use }) => use.kind === 'read' && 'path' in use.field && use.field.path === CAF)

/** The departments of the Cafs that the row names: « 13 ; 83 », « Caf de la Gironde ». */
export function departmentsIn({ cells }: RowCells, map: ColumnMap): readonly string[] | undefined {
  const { cafs } = map
  const column = columnOfCafs(map)
  const written = itemsIn(column === undefined ? '' : (cells[column.index] ?? ''))
  const found = written.flatMap(each => matchCaf({ cafs }, each)?.code ?? [])
  return found.length > 0 ? found : undefined
}

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

const CAF = 'structure.caf'
const VOIE = 'structure.adresse.voie'
export const POSTCODE = 'structure.adresse.code-postal'
const COMMUNE = 'structure.adresse.commune'

export const columnOf = ({ columns }: ColumnMap, path: string): number | undefined =>
  columns.find(({ use }) => use.kind === 'read' && use.field.kind === 'text' && use.field.path === path)?.index

export type AddedColumn = { readonly path: string; readonly index: number; readonly title: string }

/** Columns that the copy gains, when an address is cut into parts that no column takes: after all those of the sheet. */
export function addedColumns(map: ColumnMap, width = map.width): readonly AddedColumn[] {
  const missing = [
    { path: POSTCODE, title: 'Code postal' },
    { path: COMMUNE, title: 'Commune' },
  ].filter(({ path }) => columnOf(map, path) === undefined)
  return missing.map((column, rank) => ({ ...column, index: width + rank }))
}

/**
 * Where they are once every row has been seen: after the last cell of a workbook. None in a CSV one of whose rows goes beyond
 * the header: what has moved there would come to stand under their titles.
 */
export async function columnsToAdd(table: Table, map: ColumnMap): Promise<readonly AddedColumn[]> {
  const added = addedColumns(map)
  if (added.length === 0) return added
  let width = map.width
  for await (const row of table.rows()) {
    if (!('rule' in row)) width = Math.max(width, row.cells.findLastIndex(cell => cell.trim() !== '') + 1)
  }
  if (width === map.width) return added
  return map.sheet === '' ? [] : addedColumns(map, width)
}

export type WholeAddress = {
  readonly index: number
  readonly value: string
  readonly address: Address
  readonly contradicted: boolean
}

/** The cell of the street, when it holds post code and town too. `value` is what it would be once the rest is mended. */
export function wholeAddress({ cells }: RowCells, map: ColumnMap): WholeAddress | undefined {
  const index = columnOf(map, VOIE)
  const lines = map.columns.some(({ use }) => use.kind === 'read' && use.field.kind === 'town-line')
  if (index === undefined || lines) return undefined
  const written = cells[index] ?? ''
  if (!/\d{5}/.test(written)) return undefined
  const value = mend(written, VOIE, STEPS).after
  const split = splitAddress(value)
  if (!split) return undefined
  // « 5 rue X 97419 LA POSSESSION »: only the end of it is in capitals.
  const address = {
    ...split,
    voie: mend(split.voie, VOIE, STEPS).after,
    commune: mend(split.commune, COMMUNE, STEPS).after,
  }
  const at = (path: string): string => {
    const column = columnOf(map, path)
    const cell = column === undefined ? '' : (cells[column] ?? '')
    return mend(cell, path, STEPS).after.trim()
  }
  return { index, value, address, contradicted: contradicts(address, { postcode: at(POSTCODE), commune: at(COMMUNE) }) }
}

const SPLIT = text('adresse entière dans une cellule', 'whole address in one cell')

/** A part of an address in its column: already there, to be written, or nowhere to go. */
function partRepair(
  { path, after }: { readonly path: string; readonly after: string },
  row: RowCells,
  { map, added }: Sheet,
  own: readonly Repair[],
): Repair | 'held' | 'nowhere' {
  const known = columnOf(map, path)
  const column = known ?? added.find(each => each.path === path)?.index
  if (column === undefined) return 'nowhere'
  const before = row.cells[column] ?? ''
  // An empty word there would be emptied: it is filled instead.
  const isEmptied = own.some(each => each.index === column && each.after === '')
  if (before.trim() !== '' && !isEmptied) return known === undefined ? 'nowhere' : 'held'
  const cell = cellAt(map, column, row.number)
  return { path, index: column, cell, before, after, why: SPLIT, rules: ['address-in-one-cell'] }
}

type Sheet = { readonly map: ColumnMap; readonly added: readonly AddedColumn[] }

/** The cell that loses its parts and those that gain them; the row stays as it is when one of them has nowhere to go. */
function withParts(own: readonly Repair[], cut: Repair, parts: readonly ReturnType<typeof partRepair>[]) {
  if (parts.includes('nowhere')) return own
  const filled = parts.filter(part => typeof part !== 'string')
  const changed = new Set([cut.index, ...filled.map(each => each.index)])
  return [...own.filter(each => !changed.has(each.index)), cut, ...filled].toSorted((a, b) => a.index - b.index)
}

function addressRepairs(row: RowCells, sheet: Sheet, own: readonly Repair[]): readonly Repair[] {
  const { map } = sheet
  const whole = wholeAddress(row, map)
  if (!whole || whole.contradicted) return own
  const { index, address } = whole
  const before = row.cells[index] ?? ''
  const street = own.find(each => each.index === index)
  const base = {
    cell: cellAt(map, index, row.number),
    path: VOIE,
    index,
    before,
    after: address.voie,
  }
  const split: Repair = {
    ...base,
    why: both([...(street ? [street.why] : []), SPLIT]),
    rules: [...(street?.rules ?? []), 'address-in-one-cell'],
  }
  const parts = [
    { path: POSTCODE, after: address.postcode },
    { path: COMMUNE, after: address.commune },
  ]
  return withParts(
    own,
    split,
    parts.map(part => partRepair(part, row, sheet, own)),
  )
}

/** « 33000 BORDEAUX » in the column of the town. */
function townRepairs(row: RowCells, sheet: Sheet, own: readonly Repair[]): readonly Repair[] {
  const { map } = sheet
  const town = townWithPostcode(row, map)
  if (!town || town.contradicted) return own
  const { index, postcode, commune } = town
  const street = own.find(each => each.index === index)
  const why = both([...(street ? [street.why] : []), SPLIT])
  const rules: readonly InputRule[] = [...(street?.rules ?? []), 'address-in-one-cell']
  const fixed: Repair = {
    path: COMMUNE,
    index,
    cell: cellAt(map, index, row.number),
    before: row.cells[index] ?? '',
    after: commune,
    why,
    rules,
  }
  return withParts(own, fixed, [partRepair({ path: POSTCODE, after: postcode }, row, sheet, own)])
}

export type TownWithPostcode = {
  readonly index: number
  readonly postcode: string
  readonly commune: string
  readonly contradicted: boolean
}

/** The cell of the town, when a post code stands before it or after it. */
export function townWithPostcode({ cells }: RowCells, map: ColumnMap): TownWithPostcode | undefined {
  const index = columnOf(map, COMMUNE)
  const written = index === undefined ? '' : (cells[index] ?? '')
  if (index === undefined || !/\d{5}/.test(written)) return undefined
  const split = splitTown(mend(written, COMMUNE, STEPS).after)
  if (!split) return undefined
  const town = { ...split, commune: mend(split.commune, COMMUNE, STEPS).after }
  const column = columnOf(map, POSTCODE)
  const beside = column === undefined ? '' : mend(cells[column] ?? '', POSTCODE, STEPS).after.trim()
  const contradicted = contradicts({ voie: '', ...town }, { postcode: beside, commune: '' })
  return { index, ...town, contradicted }
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
