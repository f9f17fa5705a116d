// How far a stroke reaches beyond its path: its miters are as long as its corners are sharp, and only those within the limit.
import type { Path, Point } from '../../model/geometry.ts'
import type { Mm } from '../../model/length.ts'
import type { Stroke } from '../../model/sheet.ts'

/** Square caps reach half a diagonal; round ones and bevels half the width. */
export function strokeReach(path: Path, { width, cap, join, miterLimit }: Stroke): Mm {
  const square = cap === 'square' ? Math.SQRT2 : 1
  if (join !== 'miter') return (width / 2) * square
  return (width / 2) * Math.max(square, ...corners(path).map(corner => miterOf(corner, miterLimit)))
}

/** The directions in which a path comes to a point and leaves it. */
type Corner = readonly [before: Point, after: Point]

/** Length of a miter over half the width: 1 / sin(angle / 2); beyond the limit the corner is cut off. */
function miterOf([[ax, ay], [bx, by]]: Corner, limit: number): number {
  const lengths = Math.hypot(ax, ay) * Math.hypot(bx, by)
  if (lengths === 0) return 1
  const halfSine = Math.sqrt(Math.max(0, (1 + (ax * bx + ay * by) / lengths) / 2))
  const miter = halfSine === 0 ? Number.POSITIVE_INFINITY : 1 / halfSine
  return miter <= limit ? miter : 1
}

const towards = ([ax, ay]: Point, [bx, by]: Point): Point => [bx - ax, by - ay]

const isSame = ([ax, ay]: Point, [bx, by]: Point): boolean => ax === bx && ay === by

type Step = { readonly start: Point; readonly end: Point; readonly controls: readonly Point[] }

function corners(path: Path): readonly Corner[] {
  return subpathsOf(path).flatMap(({ steps, closed }) =>
    steps.flatMap((step, index): Corner[] => {
      const next = steps[index + 1] ?? (closed ? steps[0] : undefined)
      return next ? [[leaving(step), entering(next)]] : []
    }),
  )
}

/** The first and last way that a curve really goes: controls may lie on its ends. */
const entering = ({ start, end, controls }: Step): Point =>
  towards(start, [...controls, end].find(point => !isSame(point, start)) ?? end)

const leaving = ({ start, end, controls }: Step): Point =>
  towards([start, ...controls].findLast(point => !isSame(point, end)) ?? start, end)

function subpathsOf(path: Path): readonly { readonly steps: readonly Step[]; readonly closed: boolean }[] {
  const subpaths: { steps: Step[]; closed: boolean }[] = []
  let [first, pen]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ]
  const go = (end: Point, controls: readonly Point[]): void => {
    if (!isSame(pen, end)) subpaths.at(-1)?.steps.push({ start: pen, end, controls })
    pen = end
  }
  for (const segment of path) {
    switch (segment[0]) {
      case 'M':
        first = [segment[1], segment[2]]
        pen = first
        subpaths.push({ steps: [], closed: false })
        break
      case 'L':
        go([segment[1], segment[2]], [])
        break
      case 'C':
        go(
          [segment[5], segment[6]],
          [
            [segment[1], segment[2]],
            [segment[3], segment[4]],
          ],
        )
        break
      case 'Z': {
        go(first, [])
        const last = subpaths.at(-1)
        if (last) last.closed = true
        break
      }
    }
  }
  return subpaths
}
