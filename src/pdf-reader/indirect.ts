// One `n g obj … endobj` at an offset of the file, its stream cut out.
import type { Budget } from './budget.ts'
import { allIndexesOf } from './bytes.ts'
import { Lexer } from './lexer.ts'
import { isKeyword, type PdfObject } from './object.ts'
import { Parser } from './parser.ts'

export type IndirectObject = {
  readonly number: number
  readonly offset: number
  /** Where reading stopped: the end of the object, or of its stream. */
  readonly end: number
  readonly value: PdfObject
  /** What was not as it should be. */
  readonly illegal: readonly string[]
  /** `/Length` was absent or wrong: the stream was cut at `endstream`. */
  readonly wrongLength: boolean
}

/** Resolves a `/Length` that is a reference. */
export type LengthOf = (value: PdfObject | undefined) => number | undefined

export function readIndirect(
  bytes: Uint8Array,
  offset: number,
  budget: Budget,
  lengthOf: LengthOf,
): IndirectObject | undefined {
  const illegal: string[] = []
  const lexer = new Lexer(bytes, budget, offset)
  const parser = new Parser(lexer, budget, word => illegal.push(word))
  const number = parser.next()
  const generation = parser.next()
  if (typeof number !== 'number' || typeof generation !== 'number' || !isKeyword(parser.next(), 'obj')) return undefined
  const first = parser.next()
  if (first === undefined) return undefined
  const base = { number, offset, end: lexer.position, illegal, wrongLength: false }
  if (isKeyword(first)) {
    if (first.value !== 'endobj') illegal.push(first.value)
    return { ...base, value: null }
  }
  const mark = lexer.position
  const after = lexer.next()
  if (isKeyword(after, 'stream') && typeof first === 'object' && first?.kind === 'dict') {
    const { raw, wrongLength } = cutStream(bytes, lexer.position, lengthOf(first.entries.get('Length')))
    const end = raw.byteOffset - bytes.byteOffset + raw.length
    return { ...base, end, value: { kind: 'stream', dict: first, raw, number }, wrongLength }
  }
  lexer.position = mark
  if (!isKeyword(after, 'endobj')) return { ...base, ...afterNumber(first, parser, illegal) }
  return { ...base, end: mark, value: first }
}

/** An object may be a bare reference, `5 0 obj 12 0 R endobj`; anything else before `endobj` is a mistake. */
function afterNumber(first: PdfObject, parser: Parser, illegal: string[]): { value: PdfObject } {
  const generation = parser.next()
  if (typeof first === 'number' && typeof generation === 'number' && isKeyword(parser.next(), 'R'))
    return { value: { kind: 'ref', number: first, generation } }
  illegal.push('endobj absent')
  return { value: first }
}

function cutStream(
  bytes: Uint8Array,
  position: number,
  length: number | undefined,
): { raw: Uint8Array; wrongLength: boolean } {
  let start = position
  if (bytes[start] === 13) start++
  if (bytes[start] === 10) start++
  if (length !== undefined && length >= 0 && endsAt(bytes, start + length))
    return { raw: bytes.subarray(start, start + length), wrongLength: false }
  let end = nextEnd(bytes, start)
  if (end > start && bytes[end - 1] === 10) end--
  if (end > start && bytes[end - 1] === 13) end--
  return { raw: bytes.subarray(start, end), wrongLength: true }
}

function endsAt(bytes: Uint8Array, at: number): boolean {
  if (at > bytes.length) return false
  let from = at
  if (bytes[from] === 13) from++
  if (bytes[from] === 10) from++
  return END.every((code, index) => bytes[from + index] === code)
}

const END = [...'endstream'].map(char => char.charCodeAt(0))

/** Every `endstream` of a file, found once: looking for it from each broken stream would take quadratic time. */
const ends = new WeakMap<Uint8Array, number[]>()

function nextEnd(bytes: Uint8Array, from: number): number {
  const known = ends.get(bytes) ?? allIndexesOf(bytes, 'endstream')
  ends.set(bytes, known)
  let low = 0
  let high = known.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((known[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return known[low] ?? bytes.length
}

/** Offsets where an indirect object seems to start, in file order. */
export function indirectOffsets(bytes: Uint8Array): number[] {
  return allIndexesOf(bytes, 'obj').flatMap(at => {
    if (bytes[at - 1] === 100) return []
    const generation = numberBefore(bytes, at)
    const number = generation === undefined ? undefined : numberBefore(bytes, generation)
    return number === undefined ? [] : [number]
  })
}

/** Start of the integer that ends before `at`, white space between; looks back 24 bytes at most. */
function numberBefore(bytes: Uint8Array, at: number): number | undefined {
  const floor = Math.max(0, at - 24)
  let from = at
  while (from > floor && SPACES.has(bytes[from - 1] ?? 0)) from--
  const end = from
  while (from > floor && isDigitCode(bytes[from - 1])) from--
  return from < end ? from : undefined
}

const SPACES: ReadonlySet<number> = new Set([0, 9, 10, 12, 13, 32])
const isDigitCode = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57
