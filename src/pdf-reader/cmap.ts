// CMaps: ToUnicode, and the encodings of composite fonts (ISO 32000-1 9.7.5, 9.10.3).
import type { Budget } from './budget.ts'
import { uint } from './bytes.ts'
import { Lexer } from './lexer.ts'
import { asArray, asBytes, asName, isKeyword, type Keyword, type PdfObject } from './object.ts'
import { Parser } from './parser.ts'

export type CMap = {
  /** Bytes of the code that starts here, by the code space ranges; 1 when none fits. */
  sizeAt(bytes: Uint8Array, at: number): number
  readonly unicode: ReadonlyMap<number, string>
  readonly cids: ReadonlyMap<number, number>
  readonly hasCodeSpace: boolean
}

type CodeSpace = { readonly size: number; readonly low: Uint8Array; readonly high: Uint8Array }

/** A range may name 65 536 codes in a dozen bytes; all ranges of one map together stop here. */
const MAX_CODES = 200_000

export function readCMap(bytes: Uint8Array, budget: Budget): CMap {
  const unicode = new Map<number, string>()
  const cids = new Map<number, number>()
  const spaces: CodeSpace[] = []
  let operands: PdfObject[] = []
  const parser = new Parser(new Lexer(bytes, budget), budget)
  for (let next: PdfObject | Keyword | undefined = parser.next(); next !== undefined; next = parser.next()) {
    if (!isKeyword(next)) {
      if (operands.length < MAX_CODES) operands.push(next)
      continue
    }
    switch (next.value) {
      case 'endcodespacerange':
        for (const [low, high] of tuples(operands, 2)) addSpace(spaces, asBytes(low), asBytes(high))
        break
      case 'endbfchar':
        for (const [code, text] of tuples(operands, 2)) setText(unicode, codeOf(code), text)
        break
      case 'endbfrange':
        for (const [low, high, text] of tuples(operands, 3)) addTexts(unicode, codeOf(low), codeOf(high), text, budget)
        break
      case 'endcidchar':
        for (const [code, cid] of tuples(operands, 2)) addCids(cids, codeOf(code), codeOf(code), cid, budget)
        break
      case 'endcidrange':
        for (const [low, high, cid] of tuples(operands, 3)) addCids(cids, codeOf(low), codeOf(high), cid, budget)
        break
    }
    operands = []
  }
  return { sizeAt: sizeBy(spaces), unicode, cids, hasCodeSpace: spaces.length > 0 }
}

function* tuples(operands: readonly PdfObject[], size: number): Generator<readonly PdfObject[]> {
  for (let at = 0; at + size <= operands.length; at += size) yield operands.slice(at, at + size)
}

const codeOf = (value: PdfObject | undefined): number | undefined => {
  const bytes = asBytes(value)
  return bytes && bytes.length <= 4 ? uint(bytes, 0, bytes.length) : undefined
}

const utf16 = new TextDecoder('utf-16be')

/** Nearly always one character of the first plane, which is no work for a decoder. */
function utf16Text(bytes: Uint8Array): string {
  const unit = uint(bytes, 0, 2)
  return bytes.length === 2 && (unit < 0xd800 || unit > 0xdfff) && unit !== 0xfeff
    ? String.fromCharCode(unit)
    : utf16.decode(bytes)
}

const setText = (unicode: Map<number, string>, code: number | undefined, value: PdfObject | undefined): void => {
  const bytes = asBytes(value)
  if (code === undefined || unicode.size >= MAX_CODES) return
  if (bytes) unicode.set(code, utf16Text(bytes))
  else if (asName(value) !== undefined) unicode.set(code, '')
}

type Code = number | undefined

function addTexts(
  unicode: Map<number, string>,
  low: Code,
  high: Code,
  value: PdfObject | undefined,
  budget: Budget,
): void {
  if (low === undefined || high === undefined || !affordable(low, high, budget)) return
  const list = asArray(value)
  const first = asBytes(value)
  for (let code = low; code <= high && unicode.size < MAX_CODES; code++) {
    if (list) setText(unicode, code, list[code - low])
    else if (first) unicode.set(code, plus(first, code - low))
    else return
  }
}

/** The text whose last UTF-16 unit is `step` further. */
function plus(first: Uint8Array, step: number): string {
  const bytes = Uint8Array.from(first)
  const last = uint(bytes, bytes.length - 2, 2) + step
  bytes[bytes.length - 2] = last >> 8
  bytes[bytes.length - 1] = last
  return utf16Text(bytes)
}

function addCids(cids: Map<number, number>, low: Code, high: Code, cid: PdfObject | undefined, budget: Budget): void {
  if (low === undefined || high === undefined || typeof cid !== 'number' || !affordable(low, high, budget)) return
  for (let code = low; code <= high && cids.size < MAX_CODES; code++) cids.set(code, cid + code - low)
}

/** A range of a dozen bytes may ask for 65 536 texts: each is paid for, as the several tokens it costs. */
const affordable = (low: number, high: number, budget: Budget): boolean =>
  high - low < 65536 && budget.spend('tokens', 8 * Math.max(0, high - low))

const addSpace = (spaces: CodeSpace[], low: Uint8Array | undefined, high: Uint8Array | undefined): void => {
  if (low && high && low.length === high.length && low.length >= 1 && low.length <= 4 && spaces.length < 256)
    spaces.push({ size: low.length, low, high })
}

const sizeBy =
  (spaces: readonly CodeSpace[]) =>
  (bytes: Uint8Array, at: number): number =>
    spaces.find(space => fits(space, bytes, at))?.size ?? spaces[0]?.size ?? 1

const fits = ({ size, low, high }: CodeSpace, bytes: Uint8Array, at: number): boolean => {
  for (let index = 0; index < size; index++) {
    const code = bytes[at + index]
    if (code === undefined || code < (low[index] ?? 0) || code > (high[index] ?? 255)) return false
  }
  return true
}
