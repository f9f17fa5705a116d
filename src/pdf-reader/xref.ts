// Cross-reference tables and streams, hybrid files and incremental updates (ISO 32000-1 7.5.4, 7.5.8).
import type { Budget } from './budget.ts'
import { uint } from './bytes.ts'
import { decode, filterSteps } from './filters.ts'
import { readIndirect } from './indirect.ts'
import { Lexer } from './lexer.ts'
import { asArray, asDict, asName, asNumber, isKeyword, type PdfDict, type PdfObject } from './object.ts'
import { Parser } from './parser.ts'

export type Entry =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number }
  | { readonly kind: 'free' }

export type Xref = {
  readonly entries: Map<number, Entry>
  readonly trailer: PdfDict
  /** Sections followed, the newest first; more than one is an incremental update (or a hybrid file). */
  readonly sections: number
}

const MAX_SECTIONS = 1024

/** Follows the chain from `startxref`; undefined when any link of it is broken. */
export function readXref(bytes: Uint8Array, start: number, shift: number, budget: Budget): Xref | undefined {
  const entries = new Map<number, Entry>()
  const seen = new Set<number>()
  const waiting = [start]
  let trailer: PdfDict | undefined
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (seen.has(at) || seen.size >= MAX_SECTIONS) continue
    seen.add(at)
    const section = readSection(bytes, at + shift, budget, entries)
    if (!section) return undefined
    trailer ??= section
    // A hybrid's stream is looked into before the older sections.
    for (const key of ['XRefStm', 'Prev']) {
      const next = asNumber(section.entries.get(key))
      if (next !== undefined) waiting.push(next)
    }
  }
  if (shift)
    for (const [number, entry] of entries)
      if (entry.kind === 'offset') entries.set(number, { kind: 'offset', offset: entry.offset + shift })
  return trailer && { entries, trailer, sections: seen.size }
}

function readSection(bytes: Uint8Array, at: number, budget: Budget, entries: Map<number, Entry>): PdfDict | undefined {
  if (at < 0 || at >= bytes.length) return undefined
  const parser = new Parser(new Lexer(bytes, budget, at), budget)
  if (isKeyword(parser.next(), 'xref')) return readTable(parser, budget, entries)
  return readXrefStream(bytes, at, budget, entries)
}

function readTable(parser: Parser, budget: Budget, entries: Map<number, Entry>): PdfDict | undefined {
  for (;;) {
    const first = parser.next()
    if (isKeyword(first, 'trailer')) {
      const trailer = parser.next()
      return isKeyword(trailer) ? undefined : asDict(trailer)
    }
    const count = parser.next()
    if (typeof first !== 'number' || typeof count !== 'number') return undefined
    if (!readSubsection(parser, first, count, budget, entries)) return undefined
  }
}

function readSubsection(
  parser: Parser,
  first: number,
  count: number,
  budget: Budget,
  entries: Map<number, Entry>,
): boolean {
  for (let index = 0; index < count; index++) {
    const offset = parser.next()
    const generation = parser.next()
    const use = parser.next()
    if (typeof offset !== 'number' || typeof generation !== 'number') return false
    if (!isKeyword(use, 'n') && !isKeyword(use, 'f')) return false
    if (!budget.spend('objects')) return false
    const entry: Entry = use.value === 'n' ? { kind: 'offset', offset } : { kind: 'free' }
    if (!entries.has(first + index)) entries.set(first + index, entry)
  }
  return true
}

function readXrefStream(
  bytes: Uint8Array,
  at: number,
  budget: Budget,
  entries: Map<number, Entry>,
): PdfDict | undefined {
  const object = readIndirect(bytes, at, budget, () => undefined)
  const stream = object?.value
  if (typeof stream !== 'object' || stream === null || stream.kind !== 'stream') return undefined
  if (asName(stream.dict.entries.get('Type')) !== 'XRef') return undefined
  return unpackXrefStream(stream.raw, stream.dict, budget, entries) ? stream.dict : undefined
}

function unpackXrefStream(raw: Uint8Array, dict: PdfDict, budget: Budget, entries: Map<number, Entry>): boolean {
  const numbers = (key: string): number[] => (asArray(dict.entries.get(key)) ?? []).map(item => asNumber(item) ?? 0)
  const direct = (value: PdfObject | undefined): PdfObject => value ?? null
  const { bytes, damage } = decode(raw, filterSteps(dict, direct), direct, budget)
  const [a = 0, b = 0, c = 0] = numbers('W')
  const width = a + b + c
  if (damage !== undefined || a < 0 || b < 0 || c < 0 || width < 2 || width > 24) return false
  const index = numbers('Index')
  const ranges = index.length >= 2 ? index : [0, asNumber(dict.entries.get('Size')) ?? 0]
  let at = 0
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const first = ranges[range] ?? 0
    for (let item = 0; item < (ranges[range + 1] ?? 0) && at + width <= bytes.length; item++, at += width) {
      if (!budget.spend('objects')) return false
      const kind = a === 0 ? 1 : uint(bytes, at, a)
      const entry = entryOf(kind, uint(bytes, at + a, b), uint(bytes, at + a + b, c))
      if (entry && !entries.has(first + item)) entries.set(first + item, entry)
    }
  }
  return true
}

function entryOf(kind: number, second: number, third: number): Entry | undefined {
  if (kind === 0) return { kind: 'free' }
  if (kind === 1) return { kind: 'offset', offset: second }
  return kind === 2 ? { kind: 'packed', stream: second, index: third } : undefined
}
