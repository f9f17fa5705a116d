// The records of a CSV (RFC 4180), from text given in parts, with what people do to quotes taken as they meant it.
//
// Written here because what matters is what a general parser gives up: after a quote that is never closed the rows go on,
// and the cell that holds it is told.
import { MAX_CELL } from './limits.ts'

export type CsvRecord = {
  readonly cells: readonly string[]
  /** From 1: the line of the file where it starts. */
  readonly line: number
  /** Columns, from 0, of the cells whose quote is not closed: the quote is kept as a sign. */
  readonly unclosed: readonly number[]
}

/** Characters: a line without end is no record. */
export const MAX_RECORD = 2 * 1024 * 1024

const [QUOTE, CR, LF, SPACE, TAB] = [34, 13, 10, 32, 9]

/** A cell and where it ends: at a separator, at a line end, or at the end of the text. */
type Cell = { readonly value: string; readonly end: number; readonly isUnclosed: boolean }

/** More text is needed to tell. */
const MORE = 'more'

type Text = { readonly text: string; readonly sign: number; readonly isLast: boolean }

function plainCell({ text, sign, isLast }: Text, from: number, isUnclosed = false): Cell | typeof MORE {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === sign || code === LF || code === CR) return { value: text.slice(from, at), end: at, isUnclosed }
  }
  return isLast ? { value: text.slice(from), end: text.length, isUnclosed } : MORE
}

function skipSpaces({ text, sign }: Text, from: number): number {
  let at = from
  while (text.charCodeAt(at) === SPACE || (text.charCodeAt(at) === TAB && sign !== TAB)) at++
  return at
}

/** Where the quote that is opened before `from` closes, doubled ones apart; -1 when it does not. */
function closingQuote({ text, isLast }: Text, from: number): number | typeof MORE {
  for (let at = text.indexOf('"', from); at >= 0 && at - from <= MAX_CELL; at = text.indexOf('"', at + 2)) {
    if (at + 1 === text.length && !isLast) return MORE
    if (text.charCodeAt(at + 1) !== QUOTE) return at
  }
  return text.length - from > MAX_CELL || isLast ? -1 : MORE
}

/**
 * A quote followed by anything else than the end of the cell closes nothing: `"Les Lutins" crèche` is taken as it stands.
 * When a separator or a line end stands in between, the first quote was left open, and its cell ends like any other.
 */
function quotedCell(source: Text, open: number): Cell | typeof MORE {
  const { text, sign, isLast } = source
  const close = closingQuote(source, open + 1)
  if (close === MORE) return MORE
  if (close < 0) return plainCell(source, open, true)
  const end = skipSpaces(source, close + 1)
  if (end === text.length && !isLast) return MORE
  const code = text.charCodeAt(end)
  const inside = text.slice(open + 1, close)
  if (end === text.length || code === sign || code === LF || code === CR) {
    return { value: inside.includes('"') ? inside.replaceAll('""', '"') : inside, end, isUnclosed: false }
  }
  if (inside.includes(String.fromCharCode(sign)) || /[\r\n]/.test(inside)) return plainCell(source, open, true)
  const rest = plainCell(source, end)
  return rest === MORE ? MORE : { ...rest, value: text.slice(open, rest.end) }
}

function cellAt(source: Text, from: number): Cell | typeof MORE {
  const start = skipSpaces(source, from)
  if (start === source.text.length && !source.isLast) return MORE
  return source.text.charCodeAt(start) === QUOTE ? quotedCell(source, start) : plainCell(source, start)
}

type Found = { readonly cells: string[]; readonly unclosed: number[]; readonly end: number }

/** The record at `from` and where the next one starts. */
function recordAt(source: Text, from: number): Found | typeof MORE {
  const { text, sign, isLast } = source
  const cells: string[] = []
  const unclosed: number[] = []
  for (let at = from; ; at++) {
    const cell = cellAt(source, at)
    if (cell === MORE) return MORE
    if (cell.isUnclosed) unclosed.push(cells.length)
    cells.push(cell.value)
    at = cell.end
    if (text.charCodeAt(at) === sign && at < text.length) continue
    if (text.charCodeAt(at) !== CR) return { cells, unclosed, end: at + 1 }
    if (at + 1 === text.length && !isLast) return MORE
    return { cells, unclosed, end: text.charCodeAt(at + 1) === LF ? at + 2 : at + 1 }
  }
}

const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (/[\r\n]/.test(cell) ? (cell.match(/\r\n|[\r\n]/g)?.length ?? 0) : 0), 0)

export class EndlessRecord extends Error {
  /** From 1. */
  readonly line: number
  constructor(line: number) {
    super(`the record that starts on line ${line} has no end`)
    this.line = line
  }
}

/** `line`: that of the first part. Throws an EndlessRecord. */
export function* csvRecords(parts: Iterable<string>, separator: string, firstLine: number): Generator<CsvRecord> {
  const sign = separator.charCodeAt(0)
  let [rest, line] = ['', firstLine]
  function* records(text: string, isLast: boolean): Generator<CsvRecord> {
    let at = 0
    while (at < text.length) {
      const found = recordAt({ text, sign, isLast }, at)
      if (found === MORE) break
      yield { cells: found.cells, unclosed: found.unclosed, line }
      line += 1 + breaksIn(found.cells)
      at = found.end
    }
    rest = text.slice(at)
    if (rest.length > MAX_RECORD) throw new EndlessRecord(line)
  }
  for (const part of parts) yield* records(rest + part, false)
  yield* records(rest, true)
}
