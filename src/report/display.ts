// How wide a text is on a terminal, and how it can be shown there without harm.

const TAB = 4

/** Drawn over the letter before: accents, variation selectors. */
const COMBINING = /^[\p{Mn}\p{Me}]$/u

/** Two columns: CJK, fullwidth forms, pictures. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60\uFFE0-\uFFE6\u3000-\u303E]$/u

/** Controls, direction marks, zero-width characters, halves of pairs: shown, since they would deceive the reader. */
const UNSAFE = /^[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]$/u

const shown = (char: string, column: number): string => {
  if (char === '\t') return ' '.repeat(TAB - (column % TAB))
  const code = char.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  return UNSAFE.test(char) ? '\uFFFD' : char
}

const PICTURE = /\p{Extended_Pictographic}/u

/** A joiner between two pictures makes one of them, a family for instance: it deceives nobody. */
const joinsPictures = (line: string, offset: number, before: string): boolean =>
  line[offset] === '\u200D' &&
  PICTURE.test(before) &&
  PICTURE.test(String.fromCodePoint(line.codePointAt(offset + 1) ?? 0))

const widthOf = (char: string): number => (COMBINING.test(char) ? 0 : WIDE.test(char) ? 2 : 1)

export type Cell = {
  readonly text: string
  /** First column, and how many. */
  readonly column: number
  readonly width: number
  /** Offset in the source line, in UTF-16 code units. */
  readonly offset: number
}

/** A line as a terminal shows it, letter by letter. A combining mark belongs to the letter before it. */
export function cellsOf(line: string): readonly Cell[] {
  const cells: Cell[] = []
  let [column, offset] = [0, 0]
  for (const char of line) {
    const last = cells.at(-1)
    const joiner = joinsPictures(line, offset, last?.text ?? '')
    const text = joiner ? char : shown(char, column)
    const width = joiner ? 0 : char === '\t' ? text.length : widthOf(text)
    if (width === 0 && last) cells[cells.length - 1] = { ...last, text: last.text + text }
    else cells.push({ text, column, width, offset })
    column += width
    offset += char.length
  }
  return cells
}

/** Any text on one line, made safe for a terminal. */
export const printable = (line: string): string =>
  cellsOf(line)
    .map(cell => cell.text)
    .join('')
