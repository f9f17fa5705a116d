// Places along the cut, half a millimetre apart: where each is, which way is out, and how far the bleed goes there.
import { flattenPath, type Path, type Point, pathBounds } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import type { Sheet } from '../model/sheet.ts'
import { createLru } from '../text/lru.ts'
import { chordsFor } from './shape.ts'
import { type BleedSample, type Stretch, stretchOf } from './stretch.ts'

/** A line thinner than this may end between two places: of it no sliver is seen. A large piece has 3000 places at most. */
const STEP: Mm = 0.5
const MOST = 3000

/** Turning the way `y` goes down, the area of an outline is positive when its inside lies to the right of each side. */
function areaOf(points: readonly Point[]): number {
  let twice = 0
  points.forEach(([ax, ay], index) => {
    const [bx, by] = points[(index + 1) % points.length] ?? [ax, ay]
    twice += ax * by - bx * ay
  })
  return twice / 2
}

/** How far a ray goes before it leaves an outline around its start. */
function reachOf([x, y]: Point, [dx, dy]: Point, outline: readonly Point[]): Mm {
  let nearest = Number.POSITIVE_INFINITY
  outline.forEach(([ax, ay], index) => {
    const [bx, by] = outline[(index + 1) % outline.length] ?? [ax, ay]
    const [sx, sy] = [bx - ax, by - ay]
    const cross = dx * sy - dy * sx
    if (Math.abs(cross) < 1e-9) return
    const t = ((ax - x) * sy - (ay - y) * sx) / cross
    const u = ((ax - x) * dy - (ay - y) * dx) / cross
    if (t >= -1e-6 && u >= -1e-9 && u <= 1 + 1e-9) nearest = Math.min(nearest, Math.max(0, t))
  })
  return Number.isFinite(nearest) ? nearest : 0
}

const NO_SIZE = { width: 0, height: 0 }

/** Outlines whose samples are kept: the pieces of a batch have a few sizes. */
const KEPT = 20

type SampledCut = { readonly samples: readonly BleedSample[]; readonly stretch: Stretch }

const known = createLru<SampledCut>(KEPT)

/** In order along the cut, and all of it as a stretch; corners are not sampled: both sides that meet there are. */
export const bleedSamples = ({ cut, bleedPath }: Pick<Sheet, 'cut' | 'bleedPath'>): SampledCut =>
  known(JSON.stringify([cut, bleedPath]), () => {
    const samples = sample(cut, bleedPath)
    return { samples, stretch: stretchOf(samples) }
  })

const flatten = (path: Path): readonly Point[] => flattenPath(path, chordsFor(pathBounds(path) ?? NO_SIZE))

function sample(cut: Path, bleedPath: Path): readonly BleedSample[] {
  const points = flatten(cut)
  const end = flatten(bleedPath)
  const turn = areaOf(points) > 0 ? 1 : -1
  const sides = points.map((a, index): readonly [Point, Point] => [a, points[(index + 1) % points.length] ?? a])
  const length = sides.reduce((sum, [[ax, ay], [bx, by]]) => sum + Math.hypot(bx - ax, by - ay), 0)
  const step = Math.max(STEP, length / MOST)
  return sides.flatMap(([[ax, ay], [bx, by]]) => {
    const side = Math.hypot(bx - ax, by - ay)
    if (side < 1e-6) return []
    const count = Math.max(1, Math.round(side / step))
    const out: Point = [(turn * (by - ay)) / side, (-turn * (bx - ax)) / side]
    return Array.from({ length: count }, (_, index): BleedSample => {
      const t = (index + 0.5) / count
      const at: Point = [ax + t * (bx - ax), ay + t * (by - ay)]
      return { at, out, reach: reachOf(at, out, end) }
    })
  })
}
