// Where each cell of a CSV stands in its text, so that one can be replaced and the others left as they are.

export type CsvPlace = {
  readonly from: number
  readonly to: number
  readonly value: string
  readonly quoted: boolean
}

const QUOTE = '"'

function quoted(text: string, start: number, from: number, separator: string): CsvPlace | undefined {
  let close = text.indexOf(QUOTE, from + 1)
  while (close >= 0 && text[close + 1] === QUOTE) close = text.indexOf(QUOTE, close + 2)
  if (close < 0) return undefined
  const rest = /^[ \t]*/.exec(text.slice(close + 1, close + 64))?.[0] ?? ''
  const end = close + 1 + (separator === '\t' ? 0 : rest.length)
  const next = text[end]
  if (next !== undefined && next !== separator && next !== '\n' && next !== '\r') return undefined
  const value = text.slice(from + 1, close).replaceAll('""', QUOTE)
  return { from: start, to: end, value, quoted: true }
}

function cellAt(text: string, from: number, separator: string): CsvPlace {
  let start = from
  while (text[start] === ' ' || (text[start] === '\t' && separator !== '\t')) start++
  const whole = text[start] === QUOTE ? quoted(text, from, start, separator) : undefined
  if (whole) return whole
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  // Spaces before a value are no part of it, as for the reader of CSVs.
  return { from, to: end, value: text.slice(Math.min(start, end), end), quoted: false }
}

/** The records from `start`, blank ones included: each is its cells, and never empty. */
export function* csvPlaces(text: string, separator: string, start: number): Generator<readonly CsvPlace[]> {
  let at = start
  while (at < text.length) {
    const cells: CsvPlace[] = []
    for (;;) {
      const cell = cellAt(text, at, separator)
      cells.push(cell)
      at = cell.to
      if (text[at] !== separator) break
      at++
    }
    yield cells
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
}
