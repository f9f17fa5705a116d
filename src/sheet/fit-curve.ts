// Curves through points: few cubic segments that stay within a distance of a polyline (Schneider, Graphics Gems, 1990).
import type { Point, Segment } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'

type Cubic = readonly [Point, Point, Point, Point]

const add = ([ax, ay]: Point, [bx, by]: Point, k: number): Point => [ax + k * bx, ay + k * by]
const dot = ([ax, ay]: Point, [bx, by]: Point): number => ax * bx + ay * by
const gap = ([ax, ay]: Point, [bx, by]: Point): Mm => Math.hypot(bx - ax, by - ay)

/** The unit vector from one point to another. */
export function toward(a: Point, b: Point): Point {
  const length = gap(a, b)
  return length === 0 ? [0, 0] : [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
}

function pointAt([a, b, c, d]: Cubic, t: number): Point {
  const s = 1 - t
  const [w0, w1, w2, w3] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return [w0 * a[0] + w1 * b[0] + w2 * c[0] + w3 * d[0], w0 * a[1] + w1 * b[1] + w2 * c[1] + w3 * d[1]]
}

/** First and second derivatives. */
function slopesAt([a, b, c, d]: Cubic, t: number): readonly [Point, Point] {
  const s = 1 - t
  const along = (i: 0 | 1): number => 3 * (s * s * (b[i] - a[i]) + 2 * s * t * (c[i] - b[i]) + t * t * (d[i] - c[i]))
  const bend = (i: 0 | 1): number => 6 * (s * (c[i] - 2 * b[i] + a[i]) + t * (d[i] - 2 * c[i] + b[i]))
  return [
    [along(0), along(1)],
    [bend(0), bend(1)],
  ]
}

/** Each point's share of the way along the polyline. */
function shares(points: readonly Point[]): number[] {
  const ways: number[] = [0]
  points.slice(1).forEach((point, index) => {
    ways.push((ways[index] ?? 0) + gap(points[index] ?? point, point))
  })
  const whole = ways.at(-1) ?? 1
  return ways.map(way => way / whole)
}

/** The cubic of given ends and directions that is nearest in the least squares. */
function leastSquares(points: readonly Point[], ts: readonly number[], start: Point, end: Point): Cubic {
  const first = points[0] ?? [0, 0]
  const last = points.at(-1) ?? first
  let [c00, c01, c11, x0, x1] = [0, 0, 0, 0, 0]
  points.forEach((point, index) => {
    const t = ts[index] ?? 0
    const s = 1 - t
    const [b0, b1, b2, b3] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
    const [a0, a1]: readonly [Point, Point] = [
      [start[0] * b1, start[1] * b1],
      [end[0] * b2, end[1] * b2],
    ]
    c00 += dot(a0, a0)
    c01 += dot(a0, a1)
    c11 += dot(a1, a1)
    const rest = add(add(point, first, -(b0 + b1)), last, -(b2 + b3))
    x0 += dot(a0, rest)
    x1 += dot(a1, rest)
  })
  const whole = c00 * c11 - c01 * c01
  const length = gap(first, last)
  let [left, right] = whole === 0 ? [0, 0] : [(x0 * c11 - x1 * c01) / whole, (c00 * x1 - c01 * x0) / whole]
  // A handle that is nothing or points back is no curve a knife can follow: a third of the way is always one.
  if (left < length * 1e-6 || right < length * 1e-6) [left, right] = [length / 3, length / 3]
  return [first, add(first, start, left), add(last, end, right), last]
}

/** One step of Newton towards the place of the curve that is nearest to a point. */
function nearer(cubic: Cubic, point: Point, t: number): number {
  const from = add(pointAt(cubic, t), point, -1)
  const [slope, bend] = slopesAt(cubic, t)
  const below = dot(slope, slope) + dot(from, bend)
  return below === 0 ? t : Math.min(1, Math.max(0, t - dot(from, slope) / below))
}

function worst(
  points: readonly Point[],
  cubic: Cubic,
  ts: readonly number[],
): { readonly error: Mm; readonly at: number } {
  let [error, at] = [0, Math.floor(points.length / 2)]
  points.forEach((point, index) => {
    const distance = gap(point, pointAt(cubic, ts[index] ?? 0))
    if (distance > error) [error, at] = [distance, index]
  })
  return { error, at: Math.min(points.length - 2, Math.max(1, at)) }
}

const ROUNDS = 12

/** Cubics through the ends of a polyline, `start` and `end` pointing into it; no point is farther than `within`. */
function cubicsOf(points: readonly Point[], start: Point, end: Point, within: Mm): readonly Cubic[] {
  const first = points[0] ?? [0, 0]
  const last = points.at(-1) ?? first
  if (points.length === 2) {
    const third = gap(first, last) / 3
    return [[first, add(first, start, third), add(last, end, third), last]]
  }
  let ts = shares(points)
  let cubic = leastSquares(points, ts, start, end)
  let { error, at } = worst(points, cubic, ts)
  for (let round = 0; round < ROUNDS && error > within && error < within * 20; round += 1) {
    const curve = cubic
    ts = ts.map((t, index) => nearer(curve, points[index] ?? first, t))
    cubic = leastSquares(points, ts, start, end)
    ;({ error, at } = worst(points, cubic, ts))
  }
  if (error <= within) return [cubic]
  const middle = toward(points[at + 1] ?? last, points[at - 1] ?? first)
  const back: Point = [-middle[0], -middle[1]]
  return [...cubicsOf(points.slice(0, at + 1), start, middle, within), ...cubicsOf(points.slice(at), back, end, within)]
}

/** The segments after `M`, from the first point to the last, smooth where they meet. */
export const fitCurve = (points: readonly Point[], start: Point, end: Point, within: Mm): readonly Segment[] =>
  cubicsOf(points, start, end, within).map(([, b, c, d]): Segment => ['C', ...b, ...c, ...d])
