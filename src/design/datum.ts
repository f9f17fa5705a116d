// Small makers of slot values; an empty value makes no slot, so that a template closes its gap.
import type { Datum } from '../model/design.ts'
import type { Span } from '../model/diagnostic.ts'

export type Fields = Record<string, Datum | undefined>

const placed = (at: Span | undefined): { at?: Span } => (at ? { at } : {})

export const textDatum = (value: string | undefined, at?: Span): Datum | undefined =>
  value === undefined || value.trim() === '' ? undefined : { kind: 'text', value: value.trim(), ...placed(at) }

export const flagDatum = (value: boolean, at?: Span): Datum => ({ kind: 'flag', value, ...placed(at) })

export const numberDatum = (value: number, at?: Span): Datum => ({ kind: 'number', value, ...placed(at) })

export function listDatum(items: readonly (Datum | undefined)[], at?: Span): Datum | undefined {
  const present = items.filter(item => item !== undefined)
  return present.length === 0 ? undefined : { kind: 'list', items: present, ...placed(at) }
}

export function recordDatum(fields: Fields, at?: Span): Datum {
  const present = Object.entries(fields).filter((entry): entry is [string, Datum] => entry[1] !== undefined)
  return { kind: 'record', fields: Object.fromEntries(present), ...placed(at) }
}
