// From an offset in a text to a line and a column, in UTF-16 code units.
import type { Place, Span } from '../model/diagnostic.ts'

export type Lines = {
  readonly file: string
  readonly text: string
  /** Offset of the first character of each line. */
  readonly starts: readonly number[]
}

export function linesOf(text: string, file: string): Lines {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return { file, text, starts }
}

/** Index of the line an offset is on. */
function lineAt({ starts }: Lines, offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The text of a line, counted from 0, without its line end. */
export function lineText({ text, starts }: Lines, index: number): string {
  const next = starts[index + 1]
  return text.slice(starts[index] ?? text.length, next === undefined ? undefined : next - 1).replace(/\r$/, '')
}

/** The place from `start` to `end`, cut at the end of the line it starts on. */
export function placeAt(lines: Lines, start: number, end = start): Place {
  const offset = Math.min(Math.max(start, 0), lines.text.length)
  const index = lineAt(lines, offset)
  const column = offset - (lines.starts[index] ?? 0)
  const room = Math.max(0, lineText(lines, index).length - column)
  return { file: lines.file, line: index + 1, column: column + 1, length: Math.max(0, Math.min(end - offset, room)) }
}

/** What stands at a place of that file; undefined for one of another file, or one that holds nothing. */
export const writtenIn =
  (lines: Lines) =>
  (at: Span): string | undefined =>
    'line' in at && at.file === lines.file && at.length > 0
      ? lineText(lines, at.line - 1).slice(at.column - 1, at.column - 1 + at.length)
      : undefined
