// What a cell's number format makes of its number: dates, percents, and the zeros and spaces of postcodes and phones.
import { type DateParts, dateText } from './date-text.ts'
import { numberText, percentText } from './number-text.ts'

/** Formats that are not written in the file (ISO/IEC 29500-1 18.8.30), dates of East Asia included. */
const BUILT_IN: Readonly<Partial<Record<number, string>>> = {
  1: '0',
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

type Piece = { readonly kind: 'literal' | 'digit' | 'sign'; readonly text: string }

type Section = {
  readonly pieces: readonly Piece[]
  readonly condition?: { readonly operator: string; readonly value: number }
  readonly isElapsed: boolean
}

/** A literal in quotes or after `\`; the room of a character `_x`; what fills `*x`; brackets; the word General; anything. */
const PIECE = /"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(General)|AM\/PM|A\/P|(.)/gisu

function sectionOf(code: string): Section {
  const pieces: Piece[] = []
  let condition: Section['condition']
  let isElapsed = false
  for (const [, quoted, escaped, bracket, general, char] of code.matchAll(PIECE)) {
    if (bracket !== undefined) {
      const [, operator, value] = /^(<=|>=|<>|<|>|=)(-?[\d.]+)$/.exec(bracket) ?? []
      if (operator !== undefined) condition = { operator, value: Number(value) }
      else if (/^(h+|m+|s+)$/i.test(bracket)) isElapsed = true
      // `[$€-40C]` shows the sign before the hyphen; the rest is a colour or a language.
      else if (bracket.startsWith('$')) pieces.push({ kind: 'literal', text: bracket.slice(1).split('-')[0] ?? '' })
    } else if (quoted !== undefined || escaped !== undefined) {
      pieces.push({ kind: 'literal', text: quoted ?? escaped ?? '' })
    } else if (general !== undefined) {
      pieces.push({ kind: 'sign', text: 'G' })
    } else if (char !== undefined) {
      pieces.push({
        kind: /[0#?]/.test(char) ? 'digit' : /[.,%/@a-z]/i.test(char) ? 'sign' : 'literal',
        text: char,
      })
    }
  }
  return { pieces, isElapsed, ...(condition ? { condition } : {}) }
}

/** Sections are parted by `;` outside of quotes. */
const sectionsOf = (code: string): readonly Section[] =>
  (code.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;|$)/gsu) ?? ['General']).slice(0, 4).map(sectionOf)

const HOLDS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '=': (a, b) => a === b,
}

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

/** An empty section hides its numbers: `0;-0;` shows no zero. */
const hides: NumberFormat = () => ''

export function numberFormat(code: string, is1904: boolean): NumberFormat {
  const sections = sectionsOf(code)
  const [first, second, third] = sections.map((section, index) =>
    section.pieces.length === 0 && sections.length > 1
      ? hides
      : sectionFormat(section, is1904, index === 1 && !section.condition),
  )
  const plain: NumberFormat = (_, written) => written
  if (sections.some(({ condition }) => condition)) {
    const formats = sections.map(section => sectionFormat(section, is1904))
    return (value, written) => {
      const found = sections.findIndex(
        ({ condition }) => !condition || HOLDS[condition.operator]?.(value, condition.value),
      )
      return (formats[found] ?? plain)(value, written)
    }
  }
  return (value, written) => {
    const format = value < 0 ? (second ?? first) : value === 0 ? (third ?? first) : first
    return (format ?? plain)(value, written)
  }
}
