// Outlines of a page as polygons: curves as chords, strokes as the bands they fill.
import type { Outline } from '../../../pdf-reader/outline.ts'
import type { Rect } from '../../../pdf-reader/page.ts'
import type { Polygons } from './raster.ts'

/** Chords of a curve: enough for pixels of half a millimetre. */
const CHORDS = 12

export const rectPolygon = ([left, bottom, right, top]: Rect): readonly number[] => [
  left,
  bottom,
  right,
  bottom,
  right,
  top,
  left,
  top,
]

/** Each run of an outline as the points along it, with whether it comes back. */
export function linesOf({ verbs, coords }: Outline): { readonly points: number[]; closed: boolean }[] {
  const lines: { readonly points: number[]; closed: boolean }[] = []
  let at = 0
  for (const verb of verbs) {
    if (verb === 'Z') {
      const last = lines.at(-1)
      if (last) last.closed = true
      continue
    }
    if (verb === 'M' || lines.length === 0) lines.push({ points: [], closed: false })
    const points = lines.at(-1)?.points ?? []
    if (verb === 'C') curve(points, coords.slice(at, at + 6))
    else points.push(coords[at] ?? 0, coords[at + 1] ?? 0)
    at += verb === 'C' ? 6 : 2
  }
  return lines
}

function curve(points: number[], [ax = 0, ay = 0, bx = 0, by = 0, x = 0, y = 0]: readonly number[]): void {
  const [sx = ax, sy = ay] = points.slice(-2)
  for (let step = 1; step <= CHORDS; step++) {
    const t = step / CHORDS
    const u = 1 - t
    const [k0, k1, k2, k3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
    points.push(k0 * sx + k1 * ax + k2 * bx + k3 * x, k0 * sy + k1 * ay + k2 * by + k3 * y)
  }
}

export const fillPolygons = (outline: Outline): Polygons => linesOf(outline).map(({ points }) => points)

/** Bands with square joints: dashes are drawn whole, which no ink limit is spared by. */
export function strokePolygons(outline: Outline, width: number): Polygons {
  const half = width / 2
  return linesOf(outline).flatMap(({ points, closed }) => {
    const bands: number[][] = []
    const count = points.length / 2
    for (let index = 0; index + (closed ? 0 : 1) < count; index++) {
      const next = (index + 1) % count
      const [ax = 0, ay = 0] = [points[2 * index], points[2 * index + 1]]
      const [bx = 0, by = 0] = [points[2 * next], points[2 * next + 1]]
      const length = Math.hypot(bx - ax, by - ay)
      if (length === 0) continue
      const [nx, ny] = [((ay - by) / length) * half, ((bx - ax) / length) * half]
      bands.push([ax + nx, ay + ny, bx + nx, by + ny, bx - nx, by - ny, ax - nx, ay - ny])
      bands.push(rectPolygon([bx - half, by - half, bx + half, by + half]).slice())
    }
    return bands.map(counterclockwise)
  })
}

/** One direction for all, so that bands that overlap add up and never cancel. */
function counterclockwise(polygon: readonly number[]): readonly number[] {
  let area = 0
  for (let at = 0; at < polygon.length; at += 2) {
    const next = (at + 2) % polygon.length
    area += (polygon[at] ?? 0) * (polygon[next + 1] ?? 0) - (polygon[next] ?? 0) * (polygon[at + 1] ?? 0)
  }
  if (area >= 0) return polygon
  const turned: number[] = []
  for (let at = polygon.length - 2; at >= 0; at -= 2) turned.push(polygon[at] ?? 0, polygon[at + 1] ?? 0)
  return turned
}
