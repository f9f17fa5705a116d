// Sizes as French people read them: `1 200 × 1 760 mm`.
import type { Mm } from '../model/length.ts'

const THOUSANDS = /\B(?=(\d{3})+(?!\d))/g

/** A number with a decimal comma and narrow no-break spaces between thousands. */
export function frenchNumber(value: number): string {
  const [whole = '', decimals] = String(Math.round(value * 1000) / 1000).split('.')
  const grouped = whole.replace(THOUSANDS, '\u202f')
  return decimals === undefined ? grouped : `${grouped},${decimals}`
}

export const mm = (value: Mm): string => `${frenchNumber(value)}\u00a0mm`

export const mmSize = (width: Mm, height: Mm): string =>
  `${frenchNumber(width)}\u00a0×\u00a0${frenchNumber(height)}\u00a0mm`
