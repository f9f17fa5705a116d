// An address written in one cell: what its parts are, and the cells that they go to.
import { text } from '../../model/diagnostic.ts'
import type { InputRule } from '../rules.ts'
import type { AddedColumn } from './added-columns.ts'
import { type ColumnMap, cellAt } from './column-map.ts'
import { both, mend, type Repair, STEPS } from './mend-cell.ts'
import { COMMUNE, columnOf, POSTCODE, VOIE } from './named-columns.ts'
import { type Address, contradicts, splitAddress, splitTown } from './repair/address.ts'
import type { RowCells } from './row-cells.ts'

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

export function addressRepairs(row: RowCells, sheet: Sheet, own: readonly Repair[]): readonly Repair[] {
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
export function townRepairs(row: RowCells, sheet: Sheet, own: readonly Repair[]): readonly Repair[] {
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
