// Elliptical arcs of path data as cubics (SVG 2, B.2.4), a quarter turn at most each.
import type { Point, Segment } from '../../model/geometry.ts'

export type Arc = {
  readonly rx: number
  readonly ry: number
  readonly turn: number
  readonly large: boolean
  readonly sweep: boolean
}

export function arcToCubics(from: Point, to: Point, arc: Arc): Segment[] {
  if (from[0] === to[0] && from[1] === to[1]) return []
  let rx = Math.abs(arc.rx)
  let ry = Math.abs(arc.ry)
  if (rx === 0 || ry === 0) return [['L', to[0], to[1]]]
  const angle = (arc.turn * Math.PI) / 180
  const cos = steady(Math.cos(angle))
  const sin = steady(Math.sin(angle))
  // The chord's half in the ellipse's own axes.
  const hx = (cos * (from[0] - to[0]) + sin * (from[1] - to[1])) / 2
  const hy = (cos * (from[1] - to[1]) - sin * (from[0] - to[0])) / 2
  const reach = (hx * hx) / (rx * rx) + (hy * hy) / (ry * ry)
  if (reach > 1) {
    rx *= Math.sqrt(reach)
    ry *= Math.sqrt(reach)
  }
  const side = arc.large === arc.sweep ? -1 : 1
  const away = side * Math.sqrt(Math.max(0, 1 / Math.max(reach, 1e-300) - 1)) * (reach > 1 ? 0 : 1)
  // Centre and ends on the unit circle.
  const cx = (away * hy) / ry
  const cy = (-away * hx) / rx
  const start = Math.atan2(hy / ry - cy, hx / rx - cx)
  let sweep = Math.atan2(-hy / ry - cy, -hx / rx - cx) - start
  if (arc.sweep && sweep < 0) sweep += 2 * Math.PI
  if (!arc.sweep && sweep > 0) sweep -= 2 * Math.PI
  const centre = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const
  const place = (x: number, y: number): Point => [
    centre[0] + cos * rx * (x + cx) - sin * ry * (y + cy),
    centre[1] + sin * rx * (x + cx) + cos * ry * (y + cy),
  ]
  return quarters(start, sweep, place, to)
}

function quarters(start: number, sweep: number, place: (x: number, y: number) => Point, to: Point): Segment[] {
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9))
  const step = sweep / count
  const handle = steady((4 / 3) * Math.tan(step / 4))
  return Array.from({ length: count }, (_, index) => {
    const from = start + step * index
    const end = from + step
    const c0 = steady(Math.cos(from))
    const s0 = steady(Math.sin(from))
    const c1 = steady(Math.cos(end))
    const s1 = steady(Math.sin(end))
    const [x1, y1] = place(c0 - handle * s0, s0 + handle * c0)
    const [x2, y2] = place(c1 + handle * s1, s1 - handle * c1)
    const [x, y] = index === count - 1 ? to : place(c1, s1)
    return ['C', x1, y1, x2, y2, x, y]
  })
}

/** Sines differ in their last digit between engines: twelve decimals make them one. */
const steady = (value: number): number => Math.round(value * 1e12) / 1e12 + 0
