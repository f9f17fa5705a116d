// Where a gradient is solid: strips across a line, rings around circles. Its alpha runs straight from stop to stop.
import { ellipsePath, type Matrix, type Point, transformPoint } from '../model/geometry.ts'
import type { Gradient } from '../model/ink.ts'
import { pathRegion } from './path-area.ts'
import { EMPTY, filled, type Region, type Ring, regionBounds, subtract, toGrid, unite } from './region.ts'

type Interval = readonly [from: number, to: number]

/**
 * The part of an area where a gradient reaches a threshold.
 * @param values of its stops; they run straight from one to the next, the ends go on
 * @param matrix from the gradient's space to that of the area
 */
export function solidPart(
  area: Region,
  gradient: Gradient,
  values: readonly number[],
  least: number,
  matrix: Matrix,
): Region {
  const bounds = regionBounds(area)
  if (!bounds) return EMPTY
  const reach =
    (bounds.width + bounds.height + distanceTo(transformPoint(matrix, gradient.from), [bounds.x, bounds.y])) * 2
  const solid = intervals(
    gradient.stops.map(({ at }) => at),
    values,
    least,
  )
  const parts = solid.map(interval =>
    gradient.kind === 'linear' ? strip(gradient, interval, reach, matrix) : circles(gradient, interval, area, matrix),
  )
  return unite(parts)
}

const norm = (x: number, y: number): number => Math.sqrt(x * x + y * y)

const distanceTo = (a: Point, b: Point): number => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1])

/** Stretches of the gradient at or above a threshold, infinite where the first or the last stop goes on. */
function intervals(at: readonly number[], values: readonly number[], least: number): Interval[] {
  const found: Interval[] = []
  let open = (values[0] ?? 0) >= least ? Number.NEGATIVE_INFINITY : undefined
  for (let index = 1; index < at.length; index++) {
    const [t0, t1, v0, v1] = [at[index - 1] ?? 0, at[index] ?? 0, values[index - 1] ?? 0, values[index] ?? 0]
    if (v0 >= least === v1 >= least) continue
    const crossing = t0 + ((least - v0) / (v1 - v0)) * (t1 - t0)
    if (open === undefined) open = crossing
    else {
      found.push([open, crossing])
      open = undefined
    }
  }
  return open === undefined ? found : [...found, [open, Number.POSITIVE_INFINITY]]
}

const ringOf = (points: readonly Point[], matrix: Matrix): Ring =>
  points.map(point => {
    const [x, y] = transformPoint(matrix, point)
    return { x: toGrid(x), y: toGrid(y) }
  })

/** Between two lines across the axis, far enough to both sides. */
function strip({ from, to }: Gradient, [t0, t1]: Interval, reach: number, matrix: Matrix): Region {
  const [x, y] = [to[0] - from[0], to[1] - from[1]]
  const length = norm(x, y)
  const [a, b, c, d] = matrix
  const shrinks = Math.abs(a * d - b * c) / Math.sqrt(a * a + b * b + c * c + d * d)
  if (length === 0 || shrinks === 0) return EMPTY
  const far = reach / shrinks
  const place = (t: number, aside: number): Point => {
    const along = Math.min(Math.max(t * length, -far), far)
    return [from[0] + (x * along - y * aside) / length, from[1] + (y * along + x * aside) / length]
  }
  return filled([ringOf([place(t0, -far), place(t0, far), place(t1, far), place(t1, -far)], matrix)], 'nonzero')
}

/** Circles one inside the other grow (or shrink) with t. Of a cone, which has no inside, the whole area counts. */
function circles(
  gradient: Extract<Gradient, { kind: 'radial' }>,
  [t0, t1]: Interval,
  area: Region,
  matrix: Matrix,
): Region {
  const { from, fromRadius, to, toRadius } = gradient
  const growth = toRadius - fromRadius
  const apart = norm(to[0] - from[0], to[1] - from[1])
  if (apart > Math.abs(growth)) return area
  const disc = (t: number): Region => {
    const radius = fromRadius + growth * t
    const path = ellipsePath(from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t, radius)
    return radius <= 0 ? EMPTY : pathRegion(path, 'nonzero', matrix)
  }
  const [outer, inner] = growth >= 0 ? [t1, t0] : [t0, t1]
  const isOpen = growth >= 0 ? outer > 1 : outer < 0
  const isWhole = growth >= 0 ? inner < 0 : inner > 1
  const within = isOpen ? area : disc(outer)
  return isWhole ? within : subtract(within, disc(inner))
}
