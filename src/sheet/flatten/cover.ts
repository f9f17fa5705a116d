// Whether an outline covers a whole box: what lies under it is then not seen there.
import { areaPathsD, differenceD, FillRule, intersectD, type PathsD, unionD } from 'clipper2-ts'
import { type Box, flattenPath, type Path, type Point } from '../../model/geometry.ts'
import type { Clip, Leaf } from './leaf.ts'

/** Enough chords for a curve to be where it is drawn to a few µm on a poster's round corner. */
const CHORDS = 32

/** In mm: what is this near to an edge is on it; grids of 0.001 mm meet here. */
const NEAR = 0.002

export function covers({ path, rule }: Clip, box: Box): boolean {
  const subpaths = subpathsOf(path)
  const [only] = subpaths
  // Several outlines may be holes of each other: none is trusted alone.
  if (!only || subpaths.length > 1 || (rule === 'evenodd' && crossesItself(only))) return false
  const inner = shrunk(box)
  const corners: readonly Point[] = [
    [inner.x, inner.y],
    [inner.x + inner.width, inner.y],
    [inner.x + inner.width, inner.y + inner.height],
    [inner.x, inner.y + inner.height],
  ]
  return corners.every(corner => isInside(corner, only)) && !edgesOf(only).some(([a, b]) => meets(a, b, inner))
}

/** A leaf covers a box when its outline and every clip around it do. */
export const leafCovers = ({ clips }: Leaf, outline: Clip, box: Box): boolean =>
  [...clips, outline].every(clip => covers(clip, box))

/** In mm²: a sliver between two outlines that share an edge. */
const SLIVER = 0.001

/** Beyond this many the answer is not worth its time: paper is then taken to show. */
const MANY = 64

/** Whether areas, each the part that several outlines share, leave nothing of a box bare. */
export function coverTogether(areas: readonly (readonly Clip[])[], box: Box): boolean {
  if (areas.length === 0 || areas.length > MANY) return false
  const { x, y, width, height } = box
  const frame: PathsD = [
    [
      { x, y },
      { x: x + width, y },
      { x: x + width, y: y + height },
      { x, y: y + height },
    ],
  ]
  const bare = areas.reduce<PathsD>(
    (left, area) => (left.length === 0 ? left : differenceD(left, sharedBy(area), FillRule.NonZero, PRECISION)),
    frame,
  )
  return Math.abs(areaPathsD(bare)) <= SLIVER
}

/** Decimals of a millimetre. */
const PRECISION = 4

const sharedBy = (clips: readonly Clip[]): PathsD =>
  clips.map(regionOf).reduce((shared, region) => intersectD(shared, region, FillRule.NonZero, PRECISION))

const regionOf = ({ path, rule }: Clip): PathsD =>
  unionD(
    subpathsOf(path).map(points => points.map(([x, y]) => ({ x, y }))),
    [],
    rule === 'evenodd' ? FillRule.EvenOdd : FillRule.NonZero,
    PRECISION,
  )

const shrunk = ({ x, y, width, height }: Box): Box => ({
  x: x + NEAR,
  y: y + NEAR,
  width: Math.max(0, width - 2 * NEAR),
  height: Math.max(0, height - 2 * NEAR),
})

function subpathsOf(path: Path): readonly (readonly Point[])[] {
  const starts = path.flatMap(([kind], index) => (kind === 'M' ? [index] : []))
  return starts.map((start, index) => flattenPath(path.slice(start, starts[index + 1]), CHORDS))
}

const edgesOf = (points: readonly Point[]): readonly (readonly [Point, Point])[] =>
  points.map((point, index) => [point, points[(index + 1) % points.length] ?? point])

/** A simple outline is the same under both rules; whether this one is simple is not worth finding out. */
const crossesItself = (points: readonly Point[]): boolean => points.length > 4 * CHORDS + 8

function isInside([x, y]: Point, points: readonly Point[]): boolean {
  let inside = false
  for (const [[ax, ay], [bx, by]] of edgesOf(points))
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
  return inside
}

/** Whether a line passes through a box, by the interval of it that is inside (Liang and Barsky). */
function meets([ax, ay]: Point, [bx, by]: Point, { x, y, width, height }: Box): boolean {
  let [from, to] = [0, 1]
  for (const [start, step, low, high] of [
    [ax, bx - ax, x, x + width],
    [ay, by - ay, y, y + height],
  ] as const) {
    if (step === 0) {
      if (start <= low || start >= high) return false
      continue
    }
    const [t0, t1] = [(low - start) / step, (high - start) / step]
    from = Math.max(from, Math.min(t0, t1))
    to = Math.min(to, Math.max(t0, t1))
  }
  return from < to
}
