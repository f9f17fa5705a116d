// Curves as chords that stay within a tolerance.
import type { Matrix, Path, Point } from '../model/geometry.ts'
import { transformPoint } from '../model/geometry.ts'

/** One subpath as points. `corners` tells the ends of segments from the chords of a curve: only those are joined as corners. */
export type Polyline = {
  readonly points: readonly Point[]
  readonly corners: readonly boolean[]
  readonly closed: boolean
}

/** A curve of a poster is never worth more chords than this, however far a hostile file throws its handles. */
const MOST_CHORDS = 2000

/** Wang's bound: how many equal steps of the parameter keep the chords of a cubic within a distance of it. */
function chordsOf(p0: Point, p1: Point, p2: Point, p3: Point, tolerance: number): number {
  const bend = (a: Point, b: Point, c: Point): number => {
    const [x, y] = [a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1]]
    return Math.sqrt(x * x + y * y)
  }
  const steps = Math.ceil(Math.sqrt((0.75 * Math.max(bend(p0, p1, p2), bend(p1, p2, p3))) / tolerance))
  return Math.min(Math.max(1, steps), MOST_CHORDS)
}

/** The subpaths of a path through a matrix. A subpath without a segment is a single point. */
export function polylines(path: Path, matrix: Matrix, tolerance: number): Polyline[] {
  const lines: Polyline[] = []
  let points: Point[] = []
  let corners: boolean[] = []
  const end = (closed: boolean): void => {
    if (points.length > 0) lines.push({ points, corners, closed })
    points = []
    corners = []
  }
  const put = (point: Point, corner: boolean): void => {
    points.push(point)
    corners.push(corner)
  }
  let start: Point = [0, 0]
  let pen: Point = [0, 0]
  for (const segment of path) {
    if (segment[0] === 'Z') {
      end(true)
      pen = start
      continue
    }
    if (segment[0] === 'M') {
      end(false)
      start = transformPoint(matrix, [segment[1], segment[2]])
      pen = start
      put(pen, true)
      continue
    }
    // After Z a path goes on from where the closed subpath began.
    if (points.length === 0) put(pen, true)
    if (segment[0] === 'L') {
      pen = transformPoint(matrix, [segment[1], segment[2]])
      put(pen, true)
      continue
    }
    const first = transformPoint(matrix, [segment[1], segment[2]])
    const second = transformPoint(matrix, [segment[3], segment[4]])
    const last = transformPoint(matrix, [segment[5], segment[6]])
    const chords = chordsOf(pen, first, second, last, tolerance)
    for (let step = 1; step < chords; step++) put(pointAt(pen, first, second, last, step / chords), false)
    pen = last
    put(pen, true)
  }
  end(false)
  return lines
}

function pointAt(p0: Point, p1: Point, p2: Point, p3: Point, t: number): Point {
  const s = 1 - t
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return [a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0], a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1]]
}
