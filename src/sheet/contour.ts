// A cut line around art: its outline at a distance, in one piece, without holes, round enough for a knife, with few nodes.
import type { Path, Point, Segment } from '../model/geometry.ts'
import { roundPath } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import { fitCurve, toward } from './fit-curve.ts'
import { grow, isEmpty, type Region, type Ring, simplify, unite } from './region.ts'

export type ContourOptions = {
  /** From the art to the cut. */
  readonly offset: Mm
  /** No bend of the cut is tighter. */
  readonly radius: Mm
  /** Art farther apart than this is not joined. */
  readonly farthest: Mm
}

/** A knife feels no error of some hundredths; with those of the region and of the grid it stays under 0.05 mm. */
const WITHIN: Mm = 0.02

/** Points nearer than this to their neighbours' line only slow the fitting down. */
const FINE: Mm = 0.005

/** A side this long between two bends stays straight. */
const STRAIGHT: Mm = 5

/** Narrower than this, a bridge between two parts of a sticker tears. */
const BRIDGE: Mm = 4

/** Outer outlines only: the film of a hole stays on the liner, and nobody wants to weed it. */
const outers = ({ rings }: Region): Region => ({ rings: rings.filter(ring => signedArea(ring) > 0) })

function signedArea(ring: Ring): number {
  let twice = 0
  ring.forEach(({ x, y }, index) => {
    const next = ring[(index + 1) % ring.length]
    if (next) twice += x * next.y - next.x * y
  })
  return twice / 2
}

/** Grown by `offset + bridge`, drawn back by `bridge`: hollows are as round as the bridge, corners as the offset. */
const around = (art: Region, offset: Mm, bridge: Mm): Region => outers(grow(grow(art, offset + bridge), -bridge))

const isOnePiece = (region: Region): boolean => outers(grow(region, -BRIDGE / 2)).rings.length === 1

/**
 * The region to cut out, or undefined when the art is nowhere or too far apart to be one sticker. The distance from the
 * art is the offset, or the radius when that is larger: a corner cannot be both near and round.
 */
export function contourRegion(art: Region, { offset, radius, farthest }: ContourOptions): Region | undefined {
  if (isEmpty(art)) return undefined
  const from = Math.max(offset, radius)
  for (let bridge = Math.max(radius, 0.5); bridge <= farthest; bridge *= 1.5) {
    const region = around(unite([art]), from, bridge)
    if (region.rings.length === 1 && isOnePiece(region)) return region
  }
  return undefined
}

/** The outline of a cut that follows another one outside of it, at a distance; no bend of it is tighter than the radius. */
export const followRegion = (inner: Region, distance: Mm, radius: Mm): Region => around(inner, distance, radius)

const GRID = 1000

/** Straight sides stay lines, bends between them become curves that start and end along those lines. */
function fitRing(ring: Ring): Path {
  const points = ring.map(({ x, y }): Point => [x / GRID, y / GRID])
  const sides = points.map((a, index) => {
    const b = points[(index + 1) % points.length] ?? a
    return Math.hypot(b[0] - a[0], b[1] - a[1])
  })
  const longest = sides.indexOf(Math.max(...sides))
  // From the end of the longest side round to its end again.
  const turned = [...points.slice(longest + 1), ...points.slice(0, longest + 1)]
  const loop = [...turned, ...turned.slice(0, 1)]
  const segments: Segment[] = []
  let bend: Point[] = loop.slice(0, 1)
  const before = loop.at(-2) ?? loop[0] ?? [0, 0]
  let direction = toward(before, loop[0] ?? before)
  const closeBend = (leaving: Point): void => {
    if (bend.length > 1) segments.push(...fitCurve(bend, direction, [-leaving[0], -leaving[1]], WITHIN))
  }
  loop.slice(1).forEach((point, index) => {
    const from = loop[index] ?? point
    const isLast = index === loop.length - 2
    if (isLast || Math.hypot(point[0] - from[0], point[1] - from[1]) >= STRAIGHT) {
      const along = toward(from, point)
      closeBend(along)
      segments.push(['L', ...point])
      direction = along
      bend = [point]
    } else bend.push(point)
  })
  const [start] = loop
  return start ? [['M', ...start], ...segments, ['Z']] : []
}

/** Each ring once, closed, clockwise as it is seen. */
export const contourPath = (region: Region): Path => roundPath(simplify(region, FINE).rings.flatMap(fitRing))
