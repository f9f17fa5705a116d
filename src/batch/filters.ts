// Which entries of a batch are made: by id, by what a row says, by shard, by what failed before.

import { plain } from '../input/nearest.ts'
import type { Entry } from '../model/entry.ts'
import type { Asked } from './asked-pieces.ts'

export type Condition = {
  /** A header as it is written, or a kit path. */
  readonly column: string
  readonly operator: '=' | '!=' | '~'
  readonly value: string
}

/** `commune=Bordeaux`, `Type!=crèche`, `nom~lilas`; undefined when it is none of these. */
export function readCondition(written: string): Condition | undefined {
  const [, column, sign, value] = /^([^=!~]+?)\s*(!=|=|~)\s*(.*)$/s.exec(written) ?? []
  const operator = (['=', '!=', '~'] as const).find(each => each === sign)
  return column === undefined || !operator ? undefined : { column: column.trim(), operator, value: value ?? '' }
}

/** Letters and figures alone, for comparing what people write. */
const bare = (written: string): string => plain(written).replaceAll('-', ' ').trim()

function atPath(data: unknown, path: string): readonly string[] {
  const found = path.split('.').reduce<unknown>((inner, key) => {
    const holder: object = Object(inner)
    const own = Object.keys(holder).find(each => plain(each) === plain(key))
    return own === undefined ? undefined : Reflect.get(holder, own)
  }, data)
  if (Array.isArray(found)) return found.map(String)
  return found === undefined || found === null || typeof found === 'object' ? [] : [String(found)]
}

/** Where the keys of a structure are, that people name without saying so. */
const HOLDERS = ['', 'structure.', 'structure.adresse.'] as const

/** What an entry says under a header or a path; paths may leave out what holds them: `commune` is `structure.adresse.commune`. */
export function valuesOf({ row }: Entry, data: unknown, column: string): readonly string[] {
  const rank = row?.titles.findIndex(title => bare(title) === bare(column)) ?? -1
  if (row && rank >= 0) return [row.cells[rank] ?? '']
  for (const holder of HOLDERS) {
    const found = atPath(data, `${holder}${column}`)
    if (found.length > 0) return found
  }
  return []
}

/** What a condition on an entry may name: its titles, and the keys of its structure as people write them. */
export function knownKeys({ row }: Entry, data: unknown): readonly string[] {
  const structure: object = Object(Reflect.get(Object(data), 'structure'))
  const address: object = Object(Reflect.get(structure, 'adresse'))
  return [...(row?.titles ?? []), ...Object.keys(structure), ...Object.keys(address)]
}

/** `data` is what the entry says in kit paths: the kit when it is one. */
export function meets(entry: Entry, data: unknown, { column, operator, value }: Condition): boolean {
  const [wanted, found] = [bare(value), valuesOf(entry, data, column).map(bare)]
  switch (operator) {
    case '=':
      return found.length === 0 ? wanted === '' : found.includes(wanted)
    case '!=':
      return found.length === 0 ? wanted !== '' : !found.includes(wanted)
    case '~':
      return found.some(each => each.includes(wanted))
  }
}

/** Whether an entry has such a column or value: a condition on what no entry has is a mistake. */
export const knowsColumn = (entry: Entry, data: unknown, { column }: Condition): boolean =>
  entry.row?.titles.some(title => bare(title) === bare(column)) === true || valuesOf(entry, data, column).length > 0

/** The `index`-th of `count` parts, from 1. */
export type Shard = { readonly index: number; readonly count: number }

export const inShard = ({ index }: Entry, shard: Shard | undefined): boolean =>
  shard === undefined || index % shard.count === shard.index - 1

export type Filters = {
  /** `--piece`: kits that have none of them are left alone. */
  readonly pieces?: Asked
  readonly only?: readonly string[]
  readonly where?: readonly Condition[]
  readonly limit?: number
  readonly lastFailed?: boolean
  readonly shard?: Shard
}
