// The part of an outline that a fill can show: a line encloses nothing, yet a RIP would paint it one device pixel wide.
import type { Path, Point, Segment } from '../../model/geometry.ts'

/** Over the length of a line: points this near to it are on it. */
const FLAT = 1e-6

/** The outline without its subpaths that are points or straight lines (ISO 32000-1 8.5.3.3.1 paints those too). */
export function filledPart(path: Path): Path {
  const subpaths: Segment[][] = []
  for (const segment of path) {
    if (segment[0] === 'M' || subpaths.length === 0) subpaths.push([])
    subpaths.at(-1)?.push(segment)
  }
  const kept = subpaths.filter(subpath => !isLine(subpath.flatMap(pointsOf)))
  return kept.length === subpaths.length ? path : kept.flat()
}

function pointsOf(segment: Segment): readonly Point[] {
  switch (segment[0]) {
    case 'M':
    case 'L':
      return [[segment[1], segment[2]]]
    case 'C':
      return [
        [segment[1], segment[2]],
        [segment[3], segment[4]],
        [segment[5], segment[6]],
      ]
    case 'Z':
      return []
  }
}

/** Whether all points are on the straight line from the first to the one farthest from it. */
function isLine(points: readonly Point[]): boolean {
  const [first] = points
  if (!first) return true
  const ways = points.map(([x, y]): Point => [x - first[0], y - first[1]])
  const extent = ways.reduce((most, [x, y]) => Math.max(most, Math.abs(x), Math.abs(y)), 0)
  if (extent === 0) return true
  // In shares of the extent: squares of very small numbers would vanish.
  const shares = ways.map(([x, y]): Point => [x / extent, y / extent])
  const longest = shares.reduce((far, way) => (squared(way) > squared(far) ? way : far), [0, 0] as const)
  const limit = squared(longest) * FLAT
  return shares.every(([x, y]) => Math.abs(x * longest[1] - y * longest[0]) <= limit)
}

const squared = ([x, y]: Point): number => x * x + y * y
