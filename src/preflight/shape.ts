// Shapes on a sheet: whether they cover a point, and whether they cover the whole of a box or nothing of it.
import type { Raster } from '../model/assets.ts'
import {
  type Box,
  flattenPath,
  type Matrix,
  type Path,
  type Point,
  pathBounds,
  transformBox,
} from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import type { FillRule } from '../model/sheet.ts'
import { distanceToSegment } from './extent.ts'

export type Shape = {
  covers(x: Mm, y: Mm): boolean
  /** True or false where every point of a box is answered alike; undefined where an edge may run through it. */
  over(box: Box): boolean | undefined
}

const NOTHING: Shape = { covers: () => false, over: () => false }

/** Far more than the last digit of any coordinate: what is farther from an edge is on one side of it for sure. */
const SURE: Mm = 1e-6

/** Chords of a curve that stay within 0.01 mm of it, were it a quarter of a circle as large as its outline. */
export const chordsFor = ({ width, height }: Pick<Box, 'width' | 'height'>): number =>
  Math.min(256, Math.max(8, Math.ceil(4 * Math.sqrt(Math.max(width, height)))))

/** The places of a path where a subpath starts. */
const startsOf = (path: Path): readonly number[] => path.flatMap(([kind], index) => (kind === 'M' ? [index] : []))

/** The subpaths of an outline as points, each closed on itself. */
function subpaths(path: Path, bounds: Box): readonly (readonly Point[])[] {
  const chords = chordsFor(bounds)
  const starts = startsOf(path)
  return starts.map((start, index) => flattenPath(path.slice(start, starts[index + 1]), chords))
}

const isIn = (box: Box, x: Mm, y: Mm, reach: Mm): boolean =>
  x >= box.x - reach && x <= box.x + box.width + reach && y >= box.y - reach && y <= box.y + box.height + reach

/** Whether two boxes come nearer to each other than a distance. */
export const isNear = (one: Box, other: Box, distance: Mm): boolean =>
  one.x - distance <= other.x + other.width &&
  other.x - distance <= one.x + one.width &&
  one.y - distance <= other.y + other.height &&
  other.y - distance <= one.y + one.height

const passes = ([ax, ay]: Point, [bx, by]: Point, box: Box, reach: Mm): boolean =>
  Math.min(ax, bx) - reach <= box.x + box.width &&
  Math.max(ax, bx) + reach >= box.x &&
  Math.min(ay, by) - reach <= box.y + box.height &&
  Math.max(ay, by) + reach >= box.y

/** The corners of a closed outline, x and y in turn, the last one before the first: each side is four numbers in a row. */
function sidesOf(points: readonly Point[]): Float64Array {
  const sides = new Float64Array(points.length * 2 + 2)
  const last = points.at(-1)
  if (last) sides.set(last)
  points.forEach((point, index) => {
    sides.set(point, index * 2 + 2)
  })
  return sides
}

/** Whether a side of a closed outline may run through a box. */
function isCrossed(sides: Float64Array, { x, y, width, height }: Box): boolean {
  const [left, right, top, bottom] = [x - SURE, x + width + SURE, y - SURE, y + height + SURE]
  let ax = sides[0] ?? 0
  let ay = sides[1] ?? 0
  for (let at = 2; at < sides.length; at += 2) {
    const bx = sides[at] ?? 0
    const by = sides[at + 1] ?? 0
    if (
      (ax <= right || bx <= right) &&
      (ax >= left || bx >= left) &&
      (ay <= bottom || by <= bottom) &&
      (ay >= top || by >= top)
    )
      return true
    ax = bx
    ay = by
  }
  return false
}

/** Inside an outline, by its rule; open subpaths count as closed, as they are filled. */
export function inside(path: Path, rule: FillRule): Shape {
  const bounds = pathBounds(path)
  if (!bounds) return NOTHING
  // Most surfaces are rectangles around the place that is asked about: nothing else is flattened before it must.
  let flat: readonly Float64Array[] | undefined
  const outlines = (): readonly Float64Array[] => {
    flat ??= subpaths(path, bounds).map(sidesOf)
    return flat
  }
  const covers = (x: Mm, y: Mm): boolean => {
    if (!isIn(bounds, x, y, 0)) return false
    let winding = 0
    let crossings = 0
    for (const sides of outlines()) {
      let ax = sides[0] ?? 0
      let ay = sides[1] ?? 0
      for (let at = 2; at < sides.length; at += 2) {
        const bx = sides[at] ?? 0
        const by = sides[at + 1] ?? 0
        if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) {
          winding += by > ay ? 1 : -1
          crossings += 1
        }
        ax = bx
        ay = by
      }
    }
    return rule === 'evenodd' ? crossings % 2 === 1 : winding !== 0
  }
  return {
    covers,
    over(box) {
      if (!isNear(bounds, box, SURE)) return false
      return outlines().some(sides => isCrossed(sides, box)) ? undefined : covers(box.x, box.y)
    },
  }
}

/** Within half a stroke's width of a line; butt ends reach no further than the line. */
export function along(path: Path, width: Mm, butt: boolean): Shape {
  const bounds = pathBounds(path)
  if (!bounds) return NOTHING
  const reach = width / 2
  const lines = subpaths(path, bounds).map((points, index) =>
    isClosed(path, index) ? [...points, ...points.slice(0, 1)] : points,
  )
  return {
    covers: (x, y) =>
      isIn(bounds, x, y, reach) &&
      lines.some(points =>
        points.some((a, index) => {
          const b = points[index + 1]
          if (!b || distanceToSegment([x, y], a, b) > reach) return false
          return !butt || isBeside([x, y], a, b) || (index > 0 && index < points.length - 2)
        }),
      ),
    over: box =>
      isNear(bounds, box, reach + SURE) && lines.some(line => isFollowed(line, box, reach)) ? undefined : false,
  }
}

/** Whether a line comes near a box. */
const isFollowed = (line: readonly Point[], box: Box, reach: Mm): boolean =>
  line.some((a, index) => {
    const b = line[index + 1]
    return b !== undefined && passes(a, b, box, reach + SURE)
  })

function isClosed(path: Path, subpath: number): boolean {
  const starts = startsOf(path)
  return path.slice(starts[subpath], starts[subpath + 1]).some(([kind]) => kind === 'Z')
}

/** Whether the foot of a point lies on the segment, ends included. */
function isBeside([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): boolean {
  const [dx, dy] = [bx - ax, by - ay]
  const t = (x - ax) * dx + (y - ay) * dy
  return t >= 0 && t <= dx * dx + dy * dy
}

/** Inside the picture's frame, where its own alpha lets something be seen. @param matrix from the unit square to the sheet */
export function pictured(matrix: Matrix, { alpha, width, height }: Raster): Shape {
  const [a, b, c, d, e, f] = matrix
  const area = a * d - b * c
  if (area === 0) return NOTHING
  const frame = transformBox({ x: 0, y: 0, width: 1, height: 1 }, matrix)
  const isWhole = !alpha && b === 0 && c === 0
  return {
    covers: (x, y) => {
      const u = (d * (x - e) - c * (y - f)) / area
      const v = (a * (y - f) - b * (x - e)) / area
      if (u < 0 || u > 1 || v < 0 || v > 1) return false
      if (!alpha) return true
      const column = Math.min(width - 1, Math.floor(u * width))
      const row = Math.min(height - 1, Math.floor(v * height))
      return (alpha[row * width + column] ?? 0) > 0
    },
    over(box) {
      if (!isNear(frame, box, SURE)) return false
      return isWhole && holds(frame, box) ? true : undefined
    },
  }
}

const holds = (outer: Box, inner: Box): boolean =>
  outer.x + SURE <= inner.x &&
  outer.y + SURE <= inner.y &&
  outer.x + outer.width - SURE >= inner.x + inner.width &&
  outer.y + outer.height - SURE >= inner.y + inner.height

/** What all of some shapes cover. */
export function common(own: Shape, within: readonly Shape[]): Shape {
  if (within.length === 0) return own
  const all = [own, ...within]
  return {
    covers: (x, y) => own.covers(x, y) && within.every(({ covers }) => covers(x, y)),
    over(box) {
      let whole = true
      for (const shape of all) {
        const over = shape.over(box)
        if (over === false) return false
        whole &&= over === true
      }
      return whole ? true : undefined
    },
  }
}

/** What any of some shapes covers. */
export const any = (shapes: readonly Shape[]): Shape => ({
  covers: (x, y) => shapes.some(({ covers }) => covers(x, y)),
  over(box) {
    let bare = true
    for (const shape of shapes) {
      const over = shape.over(box)
      if (over === true) return true
      bare &&= over === false
    }
    return bare ? false : undefined
  },
})
