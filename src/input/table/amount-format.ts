// What a number's format makes of an amount, « 1 234,50 € »: groups of thousands, decimals, the sign of a currency, a unit.
import { isOfNegatives, type Piece, rankFor, type Section, sectionsOf } from './format-sections.ts'
import { numberText } from './number-text.ts'

/** Undefined where the format shows no amount. */
export type AmountFormat = (value: number) => string | undefined

/** French groups of three; a space that no line breaks at. */
const GROUP = '\u202F'

type Shape = {
  readonly before: string
  readonly after: string
  readonly isGrouped: boolean
  /** Zeros that are always shown before the comma; decimals shown at most, and always. */
  readonly whole: number
  readonly most: number
  readonly least: number
  /** A comma after the last digit stands for three digits that are not shown. */
  readonly thousands: number
}

const words = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')

const isPlaces = (pieces: readonly Piece[]): boolean =>
  pieces.every(({ kind, text }) => kind === 'digit' || (kind === 'sign' && (text === ',' || text === '.')))

/** Undefined for what is no amount: a date, a percentage, a fraction, a power of ten, figures among words. */
function shapeOf({ pieces }: Section): Shape | undefined {
  const first = pieces.findIndex(({ kind }) => kind === 'digit')
  const last = pieces.findLastIndex(({ kind, text }) => kind === 'digit' || text === ',')
  if (first < 0) return undefined
  const [before, inner, after] = [pieces.slice(0, first), pieces.slice(first, last + 1), pieces.slice(last + 1)]
  if (!isPlaces(inner) || [...before, ...after].some(({ kind }) => kind !== 'literal')) return undefined
  const code = inner.map(({ text }) => text).join('')
  const [, places = '', decimals = '', scale = ''] = /^([0#?,]*?[0#?])(?:\.([0#?]*))?(,*)$/.exec(code) ?? []
  if (places === '') return undefined
  return {
    before: words(before),
    after: words(after),
    isGrouped: places.includes(','),
    whole: places.replace(/[^0]/g, '').length,
    most: decimals.length,
    least: decimals.replace(/[^0]/g, '').length,
    thousands: scale.length,
  }
}

/** Figures before and after the comma, rounded as they are read: halves go up. */
function rounded(value: number, decimals: number): readonly [whole: string, part: string] {
  const [whole = '0', rest = ''] = numberText(value).split(',')
  const kept = BigInt(whole + rest.slice(0, decimals).padEnd(decimals, '0'))
  const figures = String(Number(rest[decimals] ?? '0') >= 5 ? kept + 1n : kept).padStart(decimals + 1, '0')
  return [figures.slice(0, figures.length - decimals), figures.slice(figures.length - decimals)]
}

function figuresIn(value: number, { isGrouped, whole, most, least, thousands }: Shape): string {
  const [figures, decimals] = rounded(value / 1000 ** thousands, most)
  const shown = figures.replace(/^0+/, '').padStart(whole, '0')
  const grouped = isGrouped ? shown.replace(/\B(?=(\d{3})+$)/g, GROUP) : shown
  const part = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, '')
  return part === '' ? grouped : `${grouped},${part}`
}

export function amountFormat(code: string): AmountFormat | undefined {
  const sections = sectionsOf(code)
  const shapes = sections.map(shapeOf)
  if (shapes.every(shape => shape === undefined)) return undefined
  return value => {
    const rank = rankFor(sections, value)
    const shape = shapes[rank]
    if (!shape || !Number.isFinite(value)) return undefined
    const sign = value < 0 && !isOfNegatives(sections, rank) ? '-' : ''
    return `${sign}${shape.before}${figuresIn(Math.abs(value), shape)}${shape.after}`.trim()
  }
}
