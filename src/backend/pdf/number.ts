// Numbers as PDF writes them: at most 5 decimals (ISO 32000-1 annex C), no exponent, no -0; lengths in points.
import { type Matrix, multiply, scale } from '../../model/geometry.ts'
import { type Mm, toPt } from '../../model/length.ts'

/** Rounds to what is written; a number that is not finite is a bug. */
export function round5(value: number): number {
  if (!Number.isFinite(value) || Math.abs(value) > 1e9) throw new Error(`not a number for a PDF: ${value}`)
  return Math.round(value * 1e5) / 1e5 + 0
}

/** JavaScript prints the shortest text that reads back, and no exponent from 0.00001 to 1e9. */
export const number = (value: number): string => String(round5(value))

/** A length of the sheet, in points. */
export const points = (mm: Mm): string => number(toPt(mm))

export const numbers = (values: readonly number[]): string => values.map(number).join(' ')

/** A matrix between two spaces in mm as the same matrix between two spaces in points. */
export const matrixInPoints = ([a, b, c, d, e, f]: Matrix): Matrix => [a, b, c, d, toPt(e), toPt(f)]

/** Mean enlargement of lengths by a matrix. */
export const enlargementOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

/**
 * The operators that apply a matrix. Small factors would lose digits to the 5 decimals: they are written ten or more
 * times larger, then brought down by a power of ten, which is exact.
 */
export function transformOperators(matrix: Matrix): string {
  const largest = Math.max(...matrix.slice(0, 4).map(Math.abs))
  let power = 1
  while (largest * power < 0.1 && power < 1e5) power *= 10
  if (power === 1) return `${numbers(matrix)} cm`
  return `${numbers(multiply(matrix, scale(power)))} cm ${numbers(scale(1 / power))} cm`
}
