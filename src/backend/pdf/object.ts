// What PDF objects hold: names, numbers, text, references, arrays, dictionaries.
import { round5 } from './number.ts'

/** A text string; a plain `string` is a name, escaped by `nameOf` when it comes from outside. */
export class Text extends String {}

/** An indirect object, as others refer to it. */
export type Ref = { readonly id: number; readonly gen: number }

export type Value = string | number | boolean | Text | Date | Ref | readonly Value[] | Dictionary

export type Dictionary = { readonly [key: string]: Value | undefined }

const isRef = (value: object): value is Ref => 'id' in value && 'gen' in value

const isList = (value: object): value is readonly Value[] => Array.isArray(value)

/** The same value with every number as it is written. */
export function rounded(value: Value): Value {
  if (typeof value === 'number') return round5(value)
  if (typeof value !== 'object' || value instanceof Text || value instanceof Date || isRef(value)) return value
  return isList(value) ? value.map(rounded) : roundedDictionary(value)
}

function roundedDictionary(dictionary: Dictionary): Dictionary {
  const entries = Object.entries(dictionary).map(([key, value]) => [key, value === undefined ? value : rounded(value)])
  // The entries of a dictionary, mapped one by one.
  return Object.fromEntries(entries) as Dictionary
}

/** One key for values that are written alike. */
export const keyOf = (value: Value): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && isRef(part) ? `${part.id} R` : part,
  )
