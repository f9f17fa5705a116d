// The outline of a region as a designer would draw it: curves where its chords follow one, straight sides and corners kept.
import { type Path, type Point, roundPath, type Segment, transformPath, translate } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import { fitCurve, toward } from './fit-curve.ts'
import { moved, type Region, type Ring, ringPoints, signature, startOf } from './region.ts'

/** With what the chords are away from the true edge, less than 0.01 mm. */
const WITHIN: Mm = 0.005

/** A chord bulges less than this on the curve that it replaces; a straight side that meets a bend would bulge more. */
const BULGE: Mm = 0.006

/** A turn of 26° is a corner, even between short sides. */
const CORNER = 0.45

/** Fewer chords than this are not worth a curve. */
const FEW = 4

function turnAt(before: Point, at: Point, after: Point): number {
  const [ax, ay] = [at[0] - before[0], at[1] - before[1]]
  const [bx, by] = [after[0] - at[0], after[1] - at[1]]
  return Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by))
}

const gap = (a: Point, b: Point): Mm => Math.hypot(b[0] - a[0], b[1] - a[1])

/** Whether an outline only bends at a point, as a curve does. */
function bends(before: Point, at: Point, after: Point): boolean {
  const turn = turnAt(before, at, after)
  return turn < CORNER && (turn * Math.max(gap(before, at), gap(at, after))) / 8 < BULGE
}

/** A run of points between two joints, as lines or as curves. */
function runOf(points: readonly Point[], start: Point | undefined): readonly Segment[] {
  if (points.length <= FEW) return points.slice(1).map(([x, y]): Segment => ['L', x, y])
  const [first, second] = points
  const [last, beforeLast] = [points.at(-1), points.at(-2)]
  if (!first || !second || !last || !beforeLast) return []
  const [leaving, arriving] = start
    ? [start, [-start[0], -start[1]] as const]
    : [toward(first, second), toward(last, beforeLast)]
  return fitCurve(points, leaving, arriving, WITHIN)
}

function smoothRing(ring: Ring): Path {
  const points = ringPoints(ring)
  const at = (index: number): Point => points[(index + points.length) % points.length] ?? [0, 0]
  const joints = points.flatMap((point, index) => (bends(at(index - 1), point, at(index + 1)) ? [] : [index]))
  const [from = 0] = joints
  const start = at(from)
  if (joints.length === 0) {
    const along = toward(at(-1), at(1))
    return [['M', ...start], ...runOf([...points, start], along), ['Z']]
  }
  const segments = joints.flatMap((joint, index) => {
    const next = joints[index + 1] ?? from + points.length
    return runOf(
      Array.from({ length: next - joint + 1 }, (_, step) => at(joint + step)),
      undefined,
    )
  })
  return [['M', ...start], ...segments, ['Z']]
}

/** The outlines in mm, to be filled by the rule `nonzero`: nowhere farther than 0.01 mm from the region’s own. */
export function smoothPath({ rings }: Region): Path {
  const known = new Map<string, Path>()
  return roundPath(
    rings.flatMap(ring => {
      const { x, y } = startOf({ rings: [ring] })
      const still = moved({ rings: [ring] }, -x, -y)
      const key = signature(still)
      const path = known.get(key) ?? still.rings.flatMap(smoothRing)
      known.set(key, path)
      return transformPath(path, translate(...(ringPoints([{ x, y }])[0] ?? [0, 0])))
    }),
  )
}
