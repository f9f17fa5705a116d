// The objects of a file by number, read when asked for, each once; streams decoded once.
import type { Budget } from './budget.ts'
import { isDigit } from './bytes.ts'
import { decode, type FilterStep, filterSteps } from './filters.ts'
import { readIndirect } from './indirect.ts'
import type { Decoded } from './inflate.ts'
import { keptObject } from './kept-objects.ts'
import { Lexer } from './lexer.ts'
import type { Note } from './note.ts'
import {
  asArray,
  asDict,
  asName,
  asNumber,
  asRef,
  asStream,
  isKeyword,
  type PdfDict,
  type PdfObject,
  type PdfStream,
} from './object.ts'
import { Parser } from './parser.ts'
import type { Entry } from './xref.ts'

const MAX_REFERENCES = 32

/** Entries of a file that may share its objects with others: a few pages, as ours are. */
const MOST_SHARED = 500

/** What reading may use up of a budget. */
const CHARGED = ['tokens', 'decodedBytes'] as const

/** What was read from a dictionary, the objects it was read from, and what that took. */
export type Once<T> = {
  readonly value: T
  readonly asked: ReadonlyMap<number, PdfObject>
  readonly spent: Readonly<Record<(typeof CHARGED)[number], number>>
}

function endsOf(entries: ReadonlyMap<number, Entry>): ReadonlyMap<number, number> {
  const offsets: number[] = []
  for (const entry of entries.values()) if (entry.kind === 'offset') offsets.push(entry.offset)
  offsets.sort((a, b) => a - b)
  const ends = new Map<number, number>()
  for (let at = 0; at + 1 < offsets.length; at++) ends.set(offsets[at] ?? 0, offsets[at + 1] ?? 0)
  return ends
}

export class Objects {
  readonly budget: Budget
  readonly notes: Note[] = []
  /** An entry pointed at something else: the table cannot be trusted. */
  misplaced = false
  private readonly bytes: Uint8Array
  private readonly entries: ReadonlyMap<number, Entry>
  private readonly loaded = new Map<number, PdfObject>()
  private readonly loading = new Set<number>()
  private readonly packs = new Map<number, ReadonlyMap<number, PdfObject>>()
  private readonly decoded = new Map<PdfStream, Decoded>()
  /** Where the object after each offset starts; undefined for a file of many objects, which shares few with others. */
  private readonly ends: ReadonlyMap<number, number> | undefined
  /** What was asked for, while somebody wants to know. */
  private asked: Map<number, PdfObject> | undefined

  constructor(bytes: Uint8Array, entries: ReadonlyMap<number, Entry>, budget: Budget) {
    this.bytes = bytes
    this.entries = entries
    this.budget = budget
    this.ends = entries.size <= MOST_SHARED ? endsOf(entries) : undefined
  }

  /** Every object in use, by number. */
  *all(): Generator<readonly [number: number, value: PdfObject]> {
    for (const number of [...this.entries.keys()].sort((a, b) => a - b)) {
      if (this.budget.exhausted) return
      if (this.entries.get(number)?.kind !== 'free') yield [number, this.load(number)]
    }
  }

  /** Follows references; null when there is nothing at their end. */
  resolve(value: PdfObject | undefined): PdfObject {
    let current = value ?? null
    for (let step = 0; step < MAX_REFERENCES; step++) {
      const ref = asRef(current)
      if (!ref) return current
      current = this.load(ref.number)
    }
    return null
  }

  get(dict: PdfDict | undefined, key: string): PdfObject {
    return this.resolve(dict?.entries.get(key))
  }

  dict(dict: PdfDict | undefined, key: string): PdfDict | undefined {
    return asDict(this.get(dict, key))
  }

  name(dict: PdfDict | undefined, key: string): string | undefined {
    return asName(this.get(dict, key))
  }

  number(dict: PdfDict | undefined, key: string): number | undefined {
    return asNumber(this.get(dict, key))
  }

  stream(dict: PdfDict | undefined, key: string): PdfStream | undefined {
    return asStream(this.get(dict, key))
  }

  /** The items of an array, resolved; empty when it is not one. */
  array(dict: PdfDict | undefined, key: string): PdfObject[] {
    return this.items(this.get(dict, key)) ?? []
  }

  items(value: PdfObject): PdfObject[] | undefined {
    return asArray(value)?.map(item => this.resolve(item))
  }

  /** Numbers of an array, undefined when one of them is not. */
  numbers(dict: PdfDict | undefined, key: string): number[] | undefined {
    const items = this.items(this.get(dict, key))
    const numbers = items?.map(asNumber).filter(item => item !== undefined)
    return numbers?.length === items?.length ? numbers : undefined
  }

  filters(stream: PdfStream): FilterStep[] {
    return filterSteps(stream.dict, value => this.resolve(value))
  }

  decode(stream: PdfStream): Decoded {
    const known = this.decoded.get(stream)
    if (known) return known
    const result = decode(stream.raw, this.filters(stream), value => this.resolve(value), this.budget)
    if (result.damage !== undefined)
      this.notes.push({ code: 'stream-damaged', object: stream.number, detail: result.damage })
    this.decoded.set(stream, result)
    return result
  }

  /**
   * What `make` reads from a dictionary, once for all files in which each object it asked for is the very same one (see
   * `keptObject`). A file is charged as much as the one it was read from.
   */
  once<T>(store: WeakMap<PdfDict, Once<T>>, dict: PdfDict, make: () => T): T {
    const before = store.get(dict)
    if (before && this.holds(before.asked)) {
      for (const limit of CHARGED) this.budget.spend(limit, before.spent[limit])
      return before.value
    }
    const outer = this.asked
    const asked = new Map<number, PdfObject>()
    this.asked = asked
    const notes = this.notes.length
    const left = CHARGED.map(limit => this.budget.left(limit))
    const value = make()
    this.asked = outer
    for (const [number, found] of asked) outer?.set(number, found)
    const [tokens = 0, decodedBytes = 0] = CHARGED.map((limit, index) => (left[index] ?? 0) - this.budget.left(limit))
    if (this.notes.length === notes && !this.budget.exhausted)
      store.set(dict, { value, asked, spent: { tokens, decodedBytes } })
    return value
  }

  private holds(asked: ReadonlyMap<number, PdfObject>): boolean {
    for (const [number, value] of asked) if (this.load(number) !== value) return false
    return true
  }

  private load(number: number): PdfObject {
    const value = this.loaded.get(number) ?? this.loadFirst(number)
    this.asked?.set(number, value)
    return value
  }

  private loadFirst(number: number): PdfObject {
    const known = this.loaded.get(number)
    if (known !== undefined) return known
    // Only a `/Length` or an object stream that needs itself comes here twice.
    if (this.loading.has(number)) return null
    this.loading.add(number)
    const value = this.read(number)
    this.loading.delete(number)
    this.loaded.set(number, value)
    return value
  }

  private read(number: number): PdfObject {
    const entry = this.entries.get(number)
    switch (entry?.kind) {
      case 'offset':
        return this.readAt(number, entry.offset)
      case 'packed':
        return this.pack(entry.stream).get(number) ?? null
      default:
        return null
    }
  }

  private keptAt(number: number, offset: number): PdfObject | undefined {
    const end = this.ends?.get(offset)
    const kept = end === undefined ? undefined : keptObject(this.bytes, offset, end)
    if (kept?.number !== number) return undefined
    this.budget.spend('tokens', kept.tokens)
    return kept.value
  }

  private readAt(number: number, offset: number): PdfObject {
    const kept = this.keptAt(number, offset)
    if (kept !== undefined) return kept
    const object = readIndirect(this.bytes, offset, this.budget, value => asNumber(this.resolve(value)))
    // A table that is one byte off is a wrong table, even where white space hides it.
    if (object?.number !== number || !isDigit(this.bytes[offset])) {
      this.misplaced = true
      this.notes.push({ code: 'object-missing', object: number })
      return null
    }
    const [illegal] = object.illegal
    if (illegal !== undefined) this.notes.push({ code: 'object-illegal', object: number, detail: illegal })
    if (object.wrongLength) this.notes.push({ code: 'stream-length', object: number })
    return object.value
  }

  /** The objects inside an object stream (ISO 32000-1 7.5.7). */
  pack(number: number): ReadonlyMap<number, PdfObject> {
    const known = this.packs.get(number)
    if (known) return known
    const stream = asStream(this.load(number))
    const inside = stream ? this.unpack(stream) : new Map<number, PdfObject>()
    this.packs.set(number, inside)
    return inside
  }

  private unpack(stream: PdfStream): ReadonlyMap<number, PdfObject> {
    const { bytes } = this.decode(stream)
    const first = this.number(stream.dict, 'First') ?? 0
    const count = this.number(stream.dict, 'N') ?? 0
    const header = new Lexer(bytes, this.budget, 0, first)
    const inside = new Map<number, PdfObject>()
    for (let index = 0; index < count; index++) {
      const number = header.next()
      const offset = header.next()
      if (typeof number !== 'number' || typeof offset !== 'number' || !this.budget.spend('objects')) break
      const illegal = (word: string): unknown =>
        this.notes.push({ code: 'object-illegal', object: number, detail: word })
      const value = new Parser(new Lexer(bytes, this.budget, first + offset), this.budget, illegal).next()
      inside.set(number, value === undefined || isKeyword(value) ? null : value)
    }
    return inside
  }
}
