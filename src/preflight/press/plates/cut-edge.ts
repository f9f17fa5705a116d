// Where a page will be cut: along its cut lines, and along the sides of its TrimBox that no cut line follows.
import type { Rect } from '../../../pdf-reader/page.ts'
import type { CutLine } from '../cut-lines.ts'
import { linesOf, rectPolygon } from './polygons.ts'

/** A place of the cut, in points of the page, with the way out and the side of the piece it belongs to. */
export type CutPlace = {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
  readonly side: Side
  /** How much of the cut it stands for, in points. */
  readonly length: number
}

/** Top, right, bottom, left. */
export type Side = 0 | 1 | 2 | 3

type Ring = { readonly points: readonly number[]; readonly bounds: Rect; readonly partial: boolean }

const POINT = 72 / 25.4

/** Places half a millimetre apart, or more where the cut is beyond measure. */
const STEP = 0.5 * POINT
const MOST_PLACES = 40_000

/** Outlines looked at: a sheet of labels has hundreds. */
const MOST_RINGS = 2000

/** A cut line this near a side of the trim is that side, in points (1 mm). */
const NEAR = POINT

/** Ends of a cut this near are one point (0.05 mm); what is shorter than this all around is no piece (5 mm). */
const CLOSED = 0.05 * POINT
const LEAST = 5 * POINT

const sizeOf = ([left, bottom, right, top]: Rect): number => right - left + (top - bottom)

function ringsOf(lines: readonly CutLine[]): Ring[] {
  const rings = new Map<string, Ring>()
  for (const { item, partial, drills } of lines) {
    if (drills || !item.outline) continue
    for (const { points, closed } of linesOf(item.outline)) {
      const [x = 0, y = 0] = points
      const [endX = 0, endY = 0] = points.slice(-2)
      if (!closed && !item.fill && Math.hypot(endX - x, endY - y) > CLOSED) continue
      const bounds = boundsOf(points)
      if (sizeOf(bounds) < LEAST) continue
      // A line drawn twice, or cut both ways, is one edge.
      const key = bounds.map(each => Math.round(each)).join(' ')
      if (!rings.has(key)) rings.set(key, { points, bounds, partial })
      if (rings.size >= MOST_RINGS) return [...rings.values()]
    }
  }
  return [...rings.values()]
}

function boundsOf(points: readonly number[]): Rect {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x = 0, y = 0] = [points[at], points[at + 1]]
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  return [left, bottom, right, top]
}

/** Whether a ring lies in another: of the same knife, it is a window in the piece, whose waste has no bleed. */
function isWithin({ points, bounds }: Ring, outer: Ring): boolean {
  const [left, bottom, right, top] = outer.bounds
  if (bounds[0] < left || bounds[1] < bottom || bounds[2] > right || bounds[3] > top) return false
  if (sizeOf(bounds) >= sizeOf(outer.bounds)) return false
  const [x = 0, y = 0] = points
  let inside = false
  for (const [ax, ay, bx, by] of sidesOf(outer.points))
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
  return inside
}

function* sidesOf(points: readonly number[]): Generator<readonly [number, number, number, number]> {
  const count = points.length / 2
  for (let index = 0; index < count; index++) {
    const next = (index + 1) % count
    const [ax = 0, ay = 0] = [points[2 * index], points[2 * index + 1]]
    const [bx = 0, by = 0] = [points[2 * next], points[2 * next + 1]]
    if (ax !== bx || ay !== by) yield [ax, ay, bx, by]
  }
}

function areaOf(points: readonly number[]): number {
  let twice = 0
  for (const [ax, ay, bx, by] of sidesOf(points)) twice += ax * by - bx * ay
  return twice / 2
}

const sideOf = (dx: number, dy: number): Side => (Math.abs(dx) > Math.abs(dy) ? (dx > 0 ? 1 : 3) : dy > 0 ? 0 : 2)

/** Places along a ring, `step` apart whatever the length of its chords. */
function* along(points: readonly number[], step: number): Generator<CutPlace> {
  const turn = areaOf(points) > 0 ? 1 : -1
  let left = step / 2
  for (const [ax, ay, bx, by] of sidesOf(points)) {
    const length = Math.hypot(bx - ax, by - ay)
    const [dx, dy] = [(turn * (by - ay)) / length, (-turn * (bx - ax)) / length]
    for (; left < length; left += step) {
      const t = left / length
      yield { x: ax + t * (bx - ax), y: ay + t * (by - ay), dx, dy, side: sideOf(dx, dy), length: step }
    }
    left -= length
  }
}

const lengthOf = (points: readonly number[]): number =>
  [...sidesOf(points)].reduce((sum, [ax, ay, bx, by]) => sum + Math.hypot(bx - ax, by - ay), 0)

/** Places in order along each outline of the page; those of a straight side of the trim where no cut line takes its place. */
export function cutPlaces(trim: Rect, lines: readonly CutLine[]): CutPlace[] {
  const rings = ringsOf(lines)
  const outer = rings.filter(ring => !rings.some(other => other.partial === ring.partial && isWithin(ring, other)))
  const followed = ([3, 2, 1, 0] as const).filter((_, at) =>
    outer.some(({ bounds }) => Math.abs((bounds[at] ?? 0) - (trim[at] ?? 0)) <= NEAR),
  )
  const edges = [...outer.map(({ points }) => points), rectPolygon(trim)]
  const step = Math.max(STEP, edges.reduce((sum, points) => sum + lengthOf(points), 0) / MOST_PLACES)
  return edges.flatMap((points, index) =>
    [...along(points, step)].filter(({ side }) => index < outer.length || !followed.includes(side)),
  )
}
