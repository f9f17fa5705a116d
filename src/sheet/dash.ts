// Dashes: a line cut into the pieces that are drawn, each with the corners that fall inside it.
import type { Point } from '../model/geometry.ts'
import type { Stroke } from '../model/sheet.ts'
import type { Polyline } from './flatten.ts'

/** Beyond this many, dashes are too short to be told from a line, and are drawn as one. */
const MOST_DASHES = 20_000

type Piece = { points: Point[]; corners: boolean[] }

/** @param unit what lengths of the stroke are multiplied by to be in the units of the line */
export function dashed(line: Polyline, dash: Stroke['dash'], unit: number): readonly Polyline[] {
  const lengths = (dash?.lengths ?? []).map(length => Math.max(0, length) * unit)
  const pattern = lengths.length % 2 === 0 ? lengths : [...lengths, ...lengths]
  const period = pattern.reduce((sum, length) => sum + length, 0)
  const total = lengthOf(line)
  if (!dash || !(period > 0) || line.points.length < 2) return [line]
  if ((total / period) * pattern.length > MOST_DASHES) return [line]
  const pieces = cutUp(line, pattern, (((dash.offset * unit) % period) + period) % period)
  return pieces.map(piece => ({ ...piece, closed: false }))
}

const ends = ({ points, closed }: Polyline): readonly Point[] => (closed ? [...points, ...points.slice(0, 1)] : points)

const span = (a: Point, b: Point): number => {
  const [x, y] = [b[0] - a[0], b[1] - a[1]]
  return Math.sqrt(x * x + y * y)
}

const lengthOf = (line: Polyline): number =>
  ends(line).reduce((sum, point, index, all) => sum + span(all[index - 1] ?? point, point), 0)

/** A dash of no length still has a direction, which square caps follow. */
const DOT = 2e-6

function cutUp(line: Polyline, pattern: readonly number[], offset: number): Piece[] {
  let [index, left] = startOf(pattern, offset)
  const startsDrawn = index % 2 === 0
  const points = ends(line)
  const done: Piece[] = []
  let piece: Piece | undefined
  for (const [at, to] of points.entries()) {
    const from = points[at - 1]
    if (!from) {
      if (startsDrawn) piece = { points: [to], corners: [true] }
      continue
    }
    const length = span(from, to)
    let walked = 0
    while (length - walked > left) {
      walked += left
      const along = (distance: number): Point => {
        const t = distance / length
        return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]
      }
      if (piece)
        done.push({
          points: [...piece.points, along(walked + (left === 0 ? DOT : 0))],
          corners: [...piece.corners, true],
        })
      piece = piece ? undefined : { points: [along(walked)], corners: [true] }
      index = (index + 1) % pattern.length
      left = pattern[index] ?? 0
    }
    left -= length - walked
    piece?.points.push(to)
    piece?.corners.push(line.corners[at % line.points.length] ?? true)
  }
  return piece ? withLast(piece, done, line.closed && startsDrawn) : done
}

/** On a closed line the last dash runs into the first. */
function withLast(piece: Piece, done: readonly Piece[], meets: boolean): Piece[] {
  const [first, ...others] = done
  if (!meets || !first) return [...done, piece]
  const points = [...piece.points, ...first.points.slice(1)]
  return [{ points, corners: [...piece.corners, ...first.corners.slice(1)] }, ...others]
}

/** Which dash or gap the line starts in, and what is left of it. */
function startOf(pattern: readonly number[], offset: number): [index: number, left: number] {
  let rest = offset
  for (const [index, length] of pattern.entries()) {
    if (rest < length || (rest === 0 && length === 0)) return [index, length - rest]
    rest -= length
  }
  return [0, pattern[0] ?? 0]
}
