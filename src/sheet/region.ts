// Regions: what is covered, as closed rings on the Sheet's grid of 0.001 mm. Sums, differences and offsets by Clipper2.
import { Clipper, EndType, FillRule as Filling, JoinType } from 'clipper2-ts'
import type { Box, Path, Point, Segment } from '../model/geometry.ts'
import { type Mm, roundMm } from '../model/length.ts'
import { clustersOf } from './clusters.ts'

/** Whole micrometres, y down. Every function of a region goes through these two lines. */
const GRID = 1000
export const toGrid = (mm: Mm): number => Math.round(mm * GRID)

/** A corner of a ring, in micrometres. */
export type RingPoint = { x: number; y: number }

/** A closed outline; the last point is joined to the first. */
export type Ring = RingPoint[]

/**
 * A covered part of the plane. Opaque to those who use it: `regionPath` and `regionBounds` answer in mm. Rings may lie
 * over each other as long as none takes away from another (the winding number is positive wherever it is not 0).
 */
export type Region = { readonly rings: readonly Ring[] }

export const EMPTY: Region = { rings: [] }

/** A curve is replaced by chords that stay this near to it; an arc of an offset too. */
export const TOLERANCE: Mm = 0.002

const MITER_LIMIT = 4

/** A copy of the list, for an engine that never writes in it but does not say so. */
const list = ({ rings }: Region): Ring[] => [...rings]

/** Rings that may wind either way, or over themselves, as their fill rule reads them. */
export const filled = (rings: readonly Ring[], rule: 'nonzero' | 'evenodd'): Region => ({
  rings: isRectangle(rings)
    ? rings.map(anticlockwise)
    : Clipper.union([...rings], rule === 'evenodd' ? Filling.EvenOdd : Filling.NonZero),
})

export function boxRegion({ x, y, width, height }: Box): Region {
  const [left, top, right, bottom] = [toGrid(x), toGrid(y), toGrid(x + width), toGrid(y + height)]
  const corners = [left, right, right, left].map((across, index) => ({ x: across, y: index < 2 ? top : bottom }))
  return filled([corners], 'nonzero')
}

const anticlockwise = (ring: Ring): Ring => (Clipper.area(ring) < 0 ? [...ring].reverse() : ring)

const isRectangle = (rings: readonly Ring[]): boolean => rings.length === 1 && rings.every(isUpright)

function isUpright(ring: Ring): boolean {
  const [a, b, c, d] = ring
  if (!a || !b || !c || !d || ring.length !== 4) return false
  const across = a.y === b.y && b.x === c.x && c.y === d.y && d.x === a.x
  const down = a.x === b.x && b.y === c.y && c.x === d.x && d.y === a.y
  return (across || down) && a.x !== c.x && a.y !== c.y
}

/** Regions laid over each other, without the cost of joining them: enough for `subtract`, `intersect` and `unite`. */
export const pool = (regions: readonly Region[]): Region => ({ rings: regions.flatMap(({ rings }) => rings) })

/** Everything that any of the regions covers, as outer rings and holes that do not touch. */
export function unite(regions: readonly Region[]): Region {
  const { rings } = pool(withoutHidden(regions))
  return { rings: rings.length < FEW ? union(rings) : clustersOf(rings).flatMap(union) }
}

/** The same region elsewhere. @param dx @param dy micrometres */
export const moved = ({ rings }: Region, dx: number, dy: number): Region => ({
  rings: rings.map(ring => ring.map(({ x, y }) => ({ x: x + dx, y: y + dy }))),
})

/** Where a region’s drawing begins, in micrometres. */
export const startOf = ({ rings: [ring] }: Region): RingPoint => ring?.[0] ?? { x: 0, y: 0 }

/** What tells a region from all others. */
export const signature = ({ rings }: Region): string =>
  rings.map(ring => ring.map(({ x, y }) => `${x},${y}`).join(' ')).join(';')

/** Below this many rings, sorting them apart gains nothing. */
const FEW = 50

function union(rings: readonly Ring[]): readonly Ring[] {
  if (rings.length === 0) return rings
  return isRectangle(rings) ? rings : Clipper.union([...rings], Filling.NonZero)
}

/** The parts of a region of `unite`, each with its holes, that come no nearer to each other than a distance. */
export const partsOf = ({ rings }: Region, apart: Mm): readonly Region[] =>
  clustersOf(rings, toGrid(apart)).map(part => ({ rings: part }))

/** What lies inside a single rectangle adds nothing to it: on a full background, that is all the rest. */
function withoutHidden(regions: readonly Region[]): readonly Region[] {
  const [cover] = regions
    .filter(({ rings }) => isRectangle(rings))
    .map(region => ({ region, box: gridBounds(region) }))
    .sort((a, b) => surface(b.box) - surface(a.box))
  if (!cover) return regions
  return regions.filter(region => region === cover.region || !holds(cover.box, gridBounds(region)))
}

/** What the first covers and the second does not. */
export function subtract(region: Region, hole: Region): Region {
  if (isEmpty(region) || !meet(gridBounds(region), gridBounds(hole))) return unite([region])
  if (isRectangle(hole.rings) && holds(gridBounds(hole), gridBounds(region))) return EMPTY
  return { rings: Clipper.difference(list(region), list(hole), Filling.NonZero) }
}

/**
 * Whether rectangles cover the whole of an upright rectangle, on the grid: their sides cut it into cells, each of which lies
 * in one of them or in none. A few rectangles are told a hundred times faster than their sum.
 */
export function areCovering(rectangles: readonly Box[], face: Region): boolean {
  if (!isRectangle(face.rings)) return false
  const whole = gridBounds(face)
  const found = rectangles.map(box => gridBounds(boxRegion(box)))
  const cuts = (low: number, high: number, sides: readonly number[]): readonly number[] =>
    [low, ...sides.filter(side => side > low && side < high), high].sort((a, b) => a - b)
  const columns = cuts(
    whole.left,
    whole.right,
    found.flatMap(({ left, right }) => [left, right]),
  )
  const rows = cuts(
    whole.top,
    whole.bottom,
    found.flatMap(({ top, bottom }) => [top, bottom]),
  )
  return rows.slice(1).every((bottom, row) =>
    columns.slice(1).every((right, column) => {
      const cell = { left: columns[column] ?? right, top: rows[row] ?? bottom, right, bottom }
      return found.some(box => holds(box, cell))
    }),
  )
}

/** What both cover. */
export function intersect(a: Region, b: Region): Region {
  const [boxA, boxB] = [gridBounds(a), gridBounds(b)]
  if (!meet(boxA, boxB)) return EMPTY
  if (isRectangle(a.rings) && holds(boxA, boxB)) return b
  if (isRectangle(b.rings) && holds(boxB, boxA)) return a
  return { rings: Clipper.intersect(list(a), list(b), Filling.NonZero) }
}

/**
 * All that is within a distance of the region; or, when it is negative, what is farther than that from its edge.
 * @param join `round` is the true distance; `miter` keeps corners sharp (up to four times the distance)
 */
export function grow(region: Region, distance: Mm, join: 'round' | 'miter' = 'round'): Region {
  const { rings } = unite([region])
  if (rings.length === 0 || toGrid(distance) === 0) return { rings }
  const type = join === 'round' ? JoinType.Round : JoinType.Miter
  const offset = Clipper.inflatePaths([...rings], distance * GRID, type, EndType.Polygon, MITER_LIMIT, TOLERANCE * GRID)
  return { rings: offset }
}

/** Fewer corners for the same outline: each ring stays within a distance of what it was. */
export const simplify = (region: Region, within: Mm): Region => ({
  rings: Clipper.simplifyPaths(list(region), within * GRID).filter(ring => ring.length > 2),
})

/** Without the rings, holes too, that enclose less than this (mm²). */
export const withoutSpecks = ({ rings }: Region, least: number): Region => ({
  rings: rings.filter(ring => Math.abs(Clipper.area(ring)) >= least * GRID * GRID),
})

/** The corners of a ring, in mm. */
export const ringPoints = (ring: Ring): readonly Point[] => ring.map(({ x, y }): Point => [x / GRID, y / GRID])

export const isEmpty = ({ rings }: Region): boolean => rings.length === 0

/** Surface in mm², of a region whose rings do not lie over each other (`unite`, `subtract`, `intersect`, `grow`). */
export const regionArea = ({ rings }: Region): number =>
  rings.reduce((sum, ring) => sum + Clipper.area(ring), 0) / (GRID * GRID)

/** The outlines in mm, to be filled by the rule `nonzero`. */
export const regionPath = ({ rings }: Region): Path =>
  rings.flatMap((ring): Segment[] => [
    ...ring.map(({ x, y }, index): Segment => [index === 0 ? 'M' : 'L', roundMm(x / GRID), roundMm(y / GRID)]),
    ['Z'],
  ])

/** The upright box around a region, in mm. */
export function regionBounds(region: Region): Box | undefined {
  if (isEmpty(region)) return undefined
  const { left, top, right, bottom } = gridBounds(region)
  return { x: left / GRID, y: top / GRID, width: (right - left) / GRID, height: (bottom - top) / GRID }
}

type GridBox = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const boxes = new WeakMap<Region, GridBox>()

function gridBounds(region: Region): GridBox {
  const known = boxes.get(region)
  if (known) return known
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const ring of region.rings) {
    for (const { x, y } of ring) {
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  const box = { left, top, right, bottom }
  boxes.set(region, box)
  return box
}

const surface = ({ left, top, right, bottom }: GridBox): number => (right - left) * (bottom - top)

const holds = (outer: GridBox, inner: GridBox): boolean =>
  outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom

const meet = (a: GridBox, b: GridBox): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
