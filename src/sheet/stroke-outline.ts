// The outline of a stroke: caps, joins, miter limit and dashes as PDF and SVG draw them (ISO 32000-1 8.4.3).
import type { Point } from '../model/geometry.ts'
import type { Stroke } from '../model/sheet.ts'
import { dashed } from './dash.ts'
import type { Polyline } from './flatten.ts'

type Pen = Pick<Stroke, 'cap' | 'join' | 'miterLimit'> & { readonly half: number; readonly tolerance: number }

/**
 * Rings that cover what a stroke paints, all winding the same way: the sum of a quad for each segment and a wedge for
 * each join, so that `nonzero` fills them whatever they cross.
 * @param line in units of the tolerance; lengths of the stroke are multiplied by `unit` to be in them too
 */
export function strokeRings(line: Polyline, stroke: Stroke, unit: number, tolerance: number): Point[][] {
  const pen: Pen = { ...stroke, half: (stroke.width / 2) * unit, tolerance }
  return dashed(withoutRepeats(line), stroke.dash, unit).flatMap(part => outline(part, pen))
}

/** Below this two points are one: a direction between them would mean nothing. */
const SAME = 1e-6

const distance = (a: Point, b: Point): number => {
  const [x, y] = [b[0] - a[0], b[1] - a[1]]
  return Math.sqrt(x * x + y * y)
}

function withoutRepeats({ points, corners, closed }: Polyline): Polyline {
  const kept: Point[] = []
  const keptCorners: boolean[] = []
  points.forEach((point, index) => {
    const last = kept.at(-1)
    if (last && distance(last, point) <= SAME) return
    kept.push(point)
    keptCorners.push(corners[index] ?? true)
  })
  const [first, last] = [kept[0], kept.at(-1)]
  if (closed && kept.length > 1 && first && last && distance(first, last) <= SAME) {
    kept.pop()
    keptCorners.pop()
  }
  return { points: kept, corners: keptCorners, closed }
}

function outline({ points, corners, closed }: Polyline, pen: Pen): Point[][] {
  const [only, second] = points
  if (!only) return []
  if (!second) return dot(only, pen)
  const back: Polyline = { points: [...points].reverse(), corners: [...corners].reverse(), closed }
  if (closed && points.length > 2) return [side({ points, corners, closed }, pen), side(back, pen)]
  const open: Polyline = closed
    ? { points: [...points, only], corners: [...corners, true], closed: false }
    : { points, corners, closed }
  const behind = closed
    ? { points: [...open.points].reverse(), corners: [...open.corners].reverse(), closed: false }
    : back
  return [[...side(open, pen), ...capAtEnd(open, pen), ...side(behind, pen), ...capAtEnd(behind, pen)]]
}

/** A subpath of no length shows its caps only; square ones stand upright. */
function dot(point: Point, pen: Pen): Point[][] {
  const right: Point = [point[0] + SAME, point[1]]
  if (pen.cap === 'butt') return []
  const one: Polyline = { points: [point, right], corners: [true, true], closed: false }
  const two: Polyline = { points: [right, point], corners: [true, true], closed: false }
  return [[...capAtEnd(one, pen), ...capAtEnd(two, pen)]]
}

/** From one point towards another: of length 1. */
function direction(a: Point, b: Point): Point {
  const length = distance(a, b)
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
}

const along = (point: Point, by: Point, times: number): Point => [point[0] + by[0] * times, point[1] + by[1] * times]

/** The normal on the side that `side` walks. */
const normal = ([x, y]: Point): Point => [y, -x]

/** One side of a stroke, from the start of the line to its end; of a closed one, all the way round. */
function side({ points, corners, closed }: Polyline, pen: Pen): Point[] {
  const put: Point[] = []
  const count = points.length
  const segments = closed ? count : count - 1
  const at = (index: number): Point => points[index % count] ?? [0, 0]
  for (let index = 0; index < segments; index++) {
    const [from, to] = [at(index), at(index + 1)]
    const way = direction(from, to)
    put.push(along(from, normal(way), pen.half), along(to, normal(way), pen.half))
    if (!closed && index === segments - 1) break
    const corner = corners[(index + 1) % count] ?? true
    put.push(...join(to, way, direction(to, at(index + 2)), corner, pen))
  }
  return put
}

/** Between the end of one segment's side and the start of the next one's. Chords of a curve are joined as round. */
function join(point: Point, one: Point, two: Point, corner: boolean, pen: Pen): readonly Point[] {
  const cross = one[0] * two[1] - one[1] * two[0]
  const dot = one[0] * two[0] + one[1] * two[1]
  if (cross < 0) return [point]
  const kind = corner ? pen.join : 'round'
  if (kind === 'round') return arc(point, normal(one), Math.atan2(cross, dot), pen)
  // 1 / sin(angle / 2) squared, from the cosine of the turn: ISO 32000-1 8.4.3.5.
  if (kind === 'bevel' || 2 > pen.miterLimit * pen.miterLimit * (1 + dot)) return []
  const [a, b] = [normal(one), normal(two)]
  return [along(point, [a[0] + b[0], a[1] + b[1]], pen.half / (1 + dot))]
}

function capAtEnd({ points }: Polyline, pen: Pen): readonly Point[] {
  const [before = [0, 0], end = [0, 0]] = points.slice(-2)
  const way = direction(before, end)
  const across = normal(way)
  switch (pen.cap) {
    case 'butt':
      return []
    case 'square': {
      const beyond = along(end, way, pen.half)
      return [along(beyond, across, pen.half), along(beyond, across, -pen.half)]
    }
    case 'round':
      return [along(end, across, pen.half), ...arc(end, across, Math.PI, pen), along(end, across, -pen.half)]
  }
}

/** Points of an arc strictly between its ends, from a radius of length 1 and through an angle. */
function arc(center: Point, from: Point, angle: number, { half, tolerance }: Pen): Point[] {
  const step = 2 * Math.acos(1 - Math.min(1, tolerance / half))
  const steps = Math.ceil(angle / step)
  return Array.from({ length: Math.max(0, steps - 1) }, (_, index): Point => {
    const turn = (angle * (index + 1)) / steps
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
    return along(center, [from[0] * cos - from[1] * sin, from[0] * sin + from[1] * cos], half)
  })
}
