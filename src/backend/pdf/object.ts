// What PDF objects hold (names, numbers, text, references, arrays, dictionaries), and how each is written (ISO 32000-1 7.3).
import { number } from './number.ts'

/** A text string; a plain `string` is a name, escaped by `nameOf` when it comes from outside. */
export class Text extends String {}

/** An indirect object, as others refer to it. */
export type Ref = { readonly id: number; readonly gen: number }

export type Value = string | number | boolean | Text | Date | Ref | readonly Value[] | Dictionary

export type Dictionary = { readonly [key: string]: Value | undefined }

const isRef = (value: object): value is Ref => 'id' in value && 'gen' in value

const isList = (value: object): value is readonly Value[] => Array.isArray(value)

/** One key for values that are written alike. */
export const keyOf = (value: Value): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && isRef(part) ? `${part.id} R` : part,
  )

/** The syntax of a value, one character for each byte. */
export function syntaxOf(value: Value): string {
  if (typeof value === 'string') return `/${value}`
  if (typeof value === 'number') return number(value)
  if (typeof value === 'boolean') return String(value)
  if (value instanceof Text) return literal(value.valueOf())
  if (value instanceof Date) return dateSyntax(value)
  if (isRef(value)) return `${value.id} ${value.gen} R`
  return isList(value) ? `[${value.map(syntaxOf).join(' ')}]` : dictionarySyntax(value)
}

function dictionarySyntax(dictionary: Dictionary): string {
  let lines = '<<\n'
  for (const key of Object.keys(dictionary)) {
    const value = dictionary[key]
    if (value !== undefined) lines += `/${key} ${syntaxOf(value)}\n`
  }
  return `${lines}>>`
}

/** What would end a string, or be read as another line end. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\\': '\\\\',
  '(': '\\(',
  ')': '\\)',
}

const isAscii = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

/** ASCII as it is, anything else as UTF-16BE with its mark (ISO 32000-1 7.9.2). */
function literal(text: string): string {
  const bytes = isAscii(text) ? text : `\xfe\xff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`
  return `(${bytes.replace(/[\n\r\t\b\f()\\]/g, letter => ESCAPES[letter] ?? letter)})`
}

/** `D:20260101000000Z`: whole seconds, in UTC. */
const dateSyntax = (date: Date): string => `(D:${date.toISOString().slice(0, 19).replace(/\D/g, '')}Z)`
