// What the drawing must know of a matrix: its inverse, and whether it keeps shapes.
import type { Matrix } from '../../model/geometry.ts'

/** The matrix that undoes `m`; nothing when `m` flattens everything. */
export function invert([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const determinant = a * d - b * c
  if (!(Math.abs(determinant) > 1e-12)) return undefined
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ]
}

/** The scale of a matrix that only moves, turns, mirrors and scales evenly: circles stay circles. Nothing otherwise. */
export function evenScale([a, b, c, d]: Matrix): number | undefined {
  const x = Math.sqrt(a * a + b * b)
  const y = Math.sqrt(c * c + d * d)
  const skew = a * c + b * d
  return Math.abs(x - y) <= 1e-6 * x && Math.abs(skew) <= 1e-6 * x * y ? x : undefined
}
