// Points, boxes, matrices and outlines in millimetres, y down.
import { type Mm, roundMm } from './length.ts'

export type Point = readonly [x: Mm, y: Mm]

/** A box: top-left corner, width and height. */
export type Box = { readonly x: Mm; readonly y: Mm; readonly width: Mm; readonly height: Mm }

export const sameBox = (a: Box | undefined, b: Box | undefined): boolean =>
  a === b ||
  (a !== undefined && b !== undefined && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height)

/** Lengths along the four sides, in the order of CSS and of the manifest. */
export type Edges = readonly [top: Mm, right: Mm, bottom: Mm, left: Mm]

/** An affine transform as in SVG and PDF: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: Mm, f: Mm]

export type Segment =
  | readonly ['M', Mm, Mm]
  | readonly ['L', Mm, Mm]
  | readonly ['C', Mm, Mm, Mm, Mm, Mm, Mm]
  | readonly ['Z']

/** An outline of absolute segments; each subpath starts with M. */
export type Path = readonly Segment[]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** `multiply(a, b)` applies b first, then a. */
export const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]

export const translate = (x: Mm, y: Mm): Matrix => [1, 0, 0, 1, x, y]

export const scale = (sx: number, sy: number = sx): Matrix => [sx, 0, 0, sy, 0, 0]

export const transformPoint = (m: Matrix, [x, y]: Point): Point => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]

/** The upright box around a box that is turned. Written out: every check asks for hundreds. */
export function transformBox({ x, y, width, height }: Box, [a, b, c, d, e, f]: Matrix): Box {
  const [right, bottom] = [x + width, y + height]
  const x0 = a * x + c * y + e
  const x1 = a * right + c * y + e
  const x2 = a * x + c * bottom + e
  const x3 = a * right + c * bottom + e
  const y0 = b * x + d * y + f
  const y1 = b * right + d * y + f
  const y2 = b * x + d * bottom + f
  const y3 = b * right + d * bottom + f
  const [left, top] = [Math.min(x0, x1, x2, x3), Math.min(y0, y1, y2, y3)]
  return { x: left, y: top, width: Math.max(x0, x1, x2, x3) - left, height: Math.max(y0, y1, y2, y3) - top }
}

/** Maps every coordinate of a path; nothing is rounded. */
export const mapPath = (path: Path, map: (point: Point) => Point): Path =>
  path.map((segment): Segment => {
    switch (segment[0]) {
      case 'M':
      case 'L': {
        const [x, y] = map([segment[1], segment[2]])
        return [segment[0], x, y]
      }
      case 'C': {
        const [x1, y1] = map([segment[1], segment[2]])
        const [x2, y2] = map([segment[3], segment[4]])
        const [x, y] = map([segment[5], segment[6]])
        return ['C', x1, y1, x2, y2, x, y]
      }
      case 'Z':
        return segment
    }
  })

/** Written out: of the work on paths this is most. */
export const transformPath = (path: Path, [a, b, c, d, e, f]: Matrix): Path =>
  path.map((segment): Segment => {
    switch (segment[0]) {
      case 'M':
      case 'L': {
        const [kind, x, y] = segment
        return [kind, a * x + c * y + e, b * x + d * y + f]
      }
      case 'C': {
        const [kind, x1, y1, x2, y2, x, y] = segment
        const [toX1, toY1] = [a * x1 + c * y1 + e, b * x1 + d * y1 + f]
        const [toX2, toY2] = [a * x2 + c * y2 + e, b * x2 + d * y2 + f]
        return [kind, toX1, toY1, toX2, toY2, a * x + c * y + e, b * x + d * y + f]
      }
      case 'Z':
        return segment
    }
  })

/** Puts a path on the Sheet's grid of 0.001 mm. */
export const roundPath = (path: Path): Path =>
  path.map((segment): Segment => {
    switch (segment[0]) {
      case 'M':
      case 'L':
        return [segment[0], roundMm(segment[1]), roundMm(segment[2])]
      case 'C': {
        const [kind, x1, y1, x2, y2, x, y] = segment
        return [kind, roundMm(x1), roundMm(y1), roundMm(x2), roundMm(y2), roundMm(x), roundMm(y)]
      }
      case 'Z':
        return segment
    }
  })

export const rectPath = ({ x, y, width, height }: Box): Path => [
  ['M', x, y],
  ['L', x + width, y],
  ['L', x + width, y + height],
  ['L', x, y + height],
  ['Z'],
]

/** Control-point distance of a quarter circle of radius 1: the error of four such arcs is 0.027 %. */
const KAPPA = 0.5522847498307936

/** Four quarter ellipses round a centre, each side at its own distance from it. */
export const ovalPath = (cx: Mm, cy: Mm, [top, right, bottom, left]: Edges): Path => {
  const [kt, kr, kb, kl] = [top * KAPPA, right * KAPPA, bottom * KAPPA, left * KAPPA]
  return [
    ['M', cx + right, cy],
    ['C', cx + right, cy + kb, cx + kr, cy + bottom, cx, cy + bottom],
    ['C', cx - kl, cy + bottom, cx - left, cy + kb, cx - left, cy],
    ['C', cx - left, cy - kt, cx - kl, cy - top, cx, cy - top],
    ['C', cx + kr, cy - top, cx + right, cy - kt, cx + right, cy],
    ['Z'],
  ]
}

export const ellipsePath = (cx: Mm, cy: Mm, rx: Mm, ry: Mm = rx): Path => ovalPath(cx, cy, [ry, rx, ry, rx])

/** A rectangle with round corners; the radius is limited to half the short side. */
export const roundedRectPath = (box: Box, radius: Mm): Path => {
  const r = Math.min(radius, box.width / 2, box.height / 2)
  if (r <= 0) return rectPath(box)
  const { x, y, width, height } = box
  const right = x + width
  const bottom = y + height
  const k = r * (1 - KAPPA)
  return [
    ['M', x + r, y],
    ['L', right - r, y],
    ['C', right - k, y, right, y + k, right, y + r],
    ['L', right, bottom - r],
    ['C', right, bottom - k, right - k, bottom, right - r, bottom],
    ['L', x + r, bottom],
    ['C', x + k, bottom, x, bottom - k, x, bottom - r],
    ['L', x, y + r],
    ['C', x, y + k, x + k, y, x + r, y],
    ['Z'],
  ]
}

/** Grows (or, negative, shrinks) a box on its four sides. */
export const outset = (box: Box, [top, right, bottom, left]: Edges): Box => ({
  x: box.x - left,
  y: box.y - top,
  width: box.width + left + right,
  height: box.height + top + bottom,
})

export const allEdges = (value: Mm): Edges => [value, value, value, value]

/** The edges of what is turned over, left to right. */
export const mirrorEdges = ([top, right, bottom, left]: Edges): Edges => [top, left, bottom, right]

/** The extrema of one cubic coordinate, its end points included. */
function cubicRange(p0: number, p1: number, p2: number, p3: number): [number, number] {
  const roots: number[] = []
  const a = -p0 + 3 * p1 - 3 * p2 + p3
  const b = 2 * (p0 - 2 * p1 + p2)
  const c = p1 - p0
  if (Math.abs(a) < 1e-12) {
    if (Math.abs(b) > 1e-12) roots.push(-c / b)
  } else {
    const discriminant = b * b - 4 * a * c
    if (discriminant >= 0) {
      const root = Math.sqrt(discriminant)
      roots.push((-b + root) / (2 * a), (-b - root) / (2 * a))
    }
  }
  const values = [p0, p3]
  for (const t of roots) {
    if (t <= 0 || t >= 1) continue
    const s = 1 - t
    values.push(s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3)
  }
  return [Math.min(...values), Math.max(...values)]
}

/** The exact bounding box of a path, or undefined when it draws nothing. */
export function pathBounds(path: Path): Box | undefined {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  let px = 0
  let py = 0
  for (const segment of path) {
    if (segment[0] === 'Z') continue
    const isCurve = segment[0] === 'C'
    const x = isCurve ? segment[5] : segment[1]
    const y = isCurve ? segment[6] : segment[2]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
    if (isCurve) {
      const [, x1, y1, x2, y2] = segment
      left = Math.min(left, px)
      right = Math.max(right, px)
      top = Math.min(top, py)
      bottom = Math.max(bottom, py)
      // A curve lies within its four points: between those that are in the box already, it reaches no further.
      if (x1 < left || x1 > right || x2 < left || x2 > right) {
        const [low, high] = cubicRange(px, x1, x2, x)
        left = Math.min(left, low)
        right = Math.max(right, high)
      }
      if (y1 < top || y1 > bottom || y2 < top || y2 > bottom) {
        const [low, high] = cubicRange(py, y1, y2, y)
        top = Math.min(top, low)
        bottom = Math.max(bottom, high)
      }
    }
    px = x
    py = y
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top }
}

const known = new WeakMap<Path, { readonly bounds: Box | undefined }>()

/** The bounding box of a path under a transform. A path’s own is kept with it: checks and drawings ask for it again and again. */
export function boundsUnder(path: Path, matrix: Matrix): Box | undefined {
  const [, b, c] = matrix
  if (b !== 0 || c !== 0) return pathBounds(transformPath(path, matrix))
  let own = known.get(path)
  if (!own) {
    own = { bounds: pathBounds(path) }
    known.set(path, own)
  }
  return own.bounds && transformBox(own.bounds, matrix)
}

/** A path as points, `chords` for each curve: enough for distances and tests, never for drawing. */
export function flattenPath(path: Path, chords: number): Point[] {
  const points: Point[] = []
  let [px, py]: Point = [0, 0]
  for (const segment of path) {
    if (segment[0] === 'Z') continue
    if (segment[0] === 'C') {
      const [, x1, y1, x2, y2, x, y] = segment
      for (let step = 1; step <= chords; step += 1) {
        const t = step / chords
        const s = 1 - t
        points.push([
          s * s * s * px + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x,
          s * s * s * py + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y,
        ])
      }
      ;[px, py] = [x, y]
    } else {
      ;[px, py] = [segment[1], segment[2]]
      points.push([px, py])
    }
  }
  return points
}
