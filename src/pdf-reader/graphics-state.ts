// What operators change and `q` saves (ISO 32000-1 8.4), and the little geometry it needs.
import type { ColorSpace } from './color-space.ts'
import type { PdfFont } from './font.ts'
import type { PdfObject } from './object.ts'
import type { Clip } from './outline.ts'
import type { Rect } from './page.ts'

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** `concat(m, n)` applies m first, then n, as `cm` does with the matrix in force. */
export const concatMatrix = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]

export const matrixOf = (numbers: readonly number[] | undefined): Matrix => {
  if (numbers?.length !== 6) return IDENTITY
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers
  return [a, b, c, d, e, f]
}

export const applyMatrix = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]

/** Lengths grow by this much, direction left aside. */
export const scaleOf = (m: Matrix): number => Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]))

export const boundsOf = (points: readonly (readonly [number, number])[]): Rect | undefined => {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  return left <= right ? [left, bottom, right, top] : undefined
}

export const rectBounds = (m: Matrix, [left, bottom, right, top]: Rect): Rect =>
  boundsOf([
    applyMatrix(m, left, bottom),
    applyMatrix(m, right, bottom),
    applyMatrix(m, right, top),
    applyMatrix(m, left, top),
  ]) ?? [0, 0, 0, 0]

/** The common part; undefined when there is none. A part without area (a hairline) counts. */
export const intersect = (a: Rect, b: Rect | undefined): Rect | undefined => {
  if (!b) return a
  const both: Rect = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
  return both[0] <= both[2] && both[1] <= both[3] ? both : undefined
}

export type PdfPaint = {
  readonly space: ColorSpace
  readonly components: readonly number[]
  /** Resource name of the pattern, when the space is one. */
  readonly pattern?: string
}

export type GraphicsState = {
  ctm: Matrix
  /** Bounding box of the clip, in page space; undefined when nothing clips. */
  clip: Rect | undefined
  /** The clip is empty: nothing more is painted. */
  clippedOut: boolean
  /** Clips of other shapes, from the innermost out. */
  clipPath: Clip | undefined
  /** A clip's shape was not kept. */
  clipUnknown: boolean
  fill: PdfPaint
  stroke: PdfPaint
  lineWidth: number
  cap: number
  join: number
  miterLimit: number
  /** In units of the state that set it. */
  dash: readonly number[]
  dashPhase: number
  font: PdfFont | undefined
  fontSize: number
  charSpace: number
  wordSpace: number
  /** Over 1, not over 100. */
  horizontal: number
  leading: number
  rise: number
  renderMode: number
  overprintFill: boolean
  overprintStroke: boolean
  overprintMode: number
  alphaFill: number
  alphaStroke: number
  blend: string
  softMask: boolean
}

const BLACK: PdfPaint = { space: { family: 'DeviceGray', defaulted: false }, components: [0] }

export const initialState = (ctm: Matrix): GraphicsState => ({
  ctm,
  clip: undefined,
  clippedOut: false,
  clipPath: undefined,
  clipUnknown: false,
  fill: BLACK,
  stroke: BLACK,
  lineWidth: 1,
  cap: 0,
  join: 0,
  miterLimit: 10,
  dash: [],
  dashPhase: 0,
  font: undefined,
  fontSize: 0,
  charSpace: 0,
  wordSpace: 0,
  horizontal: 1,
  leading: 0,
  rise: 0,
  renderMode: 0,
  overprintFill: false,
  overprintStroke: false,
  overprintMode: 0,
  alphaFill: 1,
  alphaStroke: 1,
  blend: 'Normal',
  softMask: false,
})

/** The colour a space starts with (ISO 32000-1 8.6.5.1, 8.6.6). */
export const initialPaint = (space: ColorSpace, channels: number): PdfPaint => ({
  space,
  components: Array.from({ length: channels }, (_, index) => startOf(space, index)),
})

const startOf = (space: ColorSpace, index: number): number => {
  if (space.family === 'Separation' || space.family === 'DeviceN') return 1
  return space.family === 'DeviceCMYK' && index === 3 ? 1 : 0
}

export const numbersIn = (operands: readonly PdfObject[]): number[] => operands.filter(item => typeof item === 'number')
