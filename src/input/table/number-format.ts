// What a cell's number format makes of its number: dates, percents, and the zeros and spaces of postcodes and phones.
import { type DateParts, dateText } from './date-text.ts'
import { isOfNegatives, type Piece, rankFor, type Section, sectionsOf } from './format-sections.ts'
import { numberText, percentText } from './number-text.ts'

/** Formats that are not written in the file (ISO/IEC 29500-1 18.8.30), dates of East Asia included. */
const BUILT_IN: Readonly<Partial<Record<number, string>>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
}

const isEastAsianDate = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

export const builtInFormat = (id: number): string => BUILT_IN[id] ?? (isEastAsianDate(id) ? 'dd/mm/yyyy' : 'General')

function datePartsOf({ pieces, isElapsed }: Section): DateParts | undefined {
  if (isElapsed) return 'elapsed'
  const letters = pieces.filter(({ kind }) => kind === 'sign').map(({ text }) => text.toLowerCase())
  const has = (...known: readonly string[]): boolean => known.some(letter => letters.includes(letter))
  const hasTime = has('h', 's')
  // A lone `m` is a month, unless figures stand beside it: a unit that someone forgot to quote.
  const hasDay = has('y', 'd') || (has('m') && !hasTime && !pieces.some(({ kind }) => kind === 'digit'))
  if (hasDay) return hasTime ? 'both' : 'day'
  return hasTime ? 'time' : undefined
}

/** Zeros that are always shown, or signs between digits: `00000`, `0# ## ## ## ##`. */
function isMask(pieces: readonly Piece[]): boolean {
  if (pieces.some(({ kind }) => kind === 'sign')) return false
  const first = pieces.findIndex(({ kind }) => kind === 'digit')
  const last = pieces.findLastIndex(({ kind }) => kind === 'digit')
  const inner = pieces.slice(first, last + 1)
  return (
    first >= 0 && (inner.some(({ kind }) => kind === 'literal') || inner.filter(({ text }) => text === '0').length > 1)
  )
}

/** Digits take their places from the right; those that are left over stand before the first place. */
function throughMask(pieces: readonly Piece[], digits: string): string {
  const places = pieces.filter(({ kind }) => kind === 'digit').length
  const padded = digits.padStart(places, ' ')
  let at = padded.length - places
  let isFirst = true
  const shown = pieces.map(({ kind, text }) => {
    if (kind === 'literal') return text
    const digit = padded[at++] ?? ' '
    const before = isFirst ? padded.slice(0, padded.length - places) : ''
    isFirst = false
    return before + (digit !== ' ' ? digit : text === '0' ? '0' : '')
  })
  return shown.join('').trim()
}

/** The text of a number in one format; `written` is what is shown when the format says nothing that matters. */
export type NumberFormat = (value: number, written: string) => string

/** `isAbsolute`: the section of negative numbers shows their sign by itself. */
function sectionFormat(section: Section, is1904: boolean, isAbsolute = false): NumberFormat {
  const { pieces } = section
  const parts = datePartsOf(section)
  if (parts) return (value, written) => dateText(value, parts, is1904) ?? written
  if (pieces.some(({ kind, text }) => kind === 'sign' && text === '%')) return percentText
  if (!isMask(pieces)) return (_, written) => written
  return (value, written) => {
    if (!Number.isSafeInteger(value)) return written
    const sign = value < 0 && !isAbsolute ? '-' : ''
    return sign + throughMask(pieces, value === 0 ? '' : numberText(Math.abs(value)))
  }
}

const plain: NumberFormat = (_, written) => written

/** An empty section hides its numbers: `0;-0;` shows no zero. */
const hides: NumberFormat = () => ''

export function numberFormat(code: string, is1904: boolean): NumberFormat {
  const sections = sectionsOf(code)
  const isChosen = sections.some(({ condition }) => condition)
  const formats = sections.map((section, rank) =>
    section.pieces.length === 0 && sections.length > 1 && !isChosen
      ? hides
      : sectionFormat(section, is1904, isOfNegatives(sections, rank)),
  )
  return (value, written) => (formats[rankFor(sections, value)] ?? plain)(value, written)
}
