// The way back through a transform.
import type { Matrix } from '../../model/geometry.ts'

/** Undoes a matrix that is not flat. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const area = a * d - b * c
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area]
}
