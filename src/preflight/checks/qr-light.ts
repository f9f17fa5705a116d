// The light of a code and of its margin, as a scanner measures it.
import { linear } from '../../color/coverage.ts'
import type { Box, Matrix } from '../../model/geometry.ts'

export type Light = {
  /** Light of the clear parts less that of the dark parts, 0 to 1: symbol contrast of ISO/IEC 15415 7.8.4. */
  readonly contrast: number
  /** Pixels of the margin that are clearly darker than the clear parts. */
  readonly stains: number
}

/** 8-bit RGB; `toSpace` maps pixels to the space of the code's box. */
export type CodePixels = {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
  readonly toSpace: Matrix
}

/** Modules of margin on each side: ISO/IEC 18004 5.3.8. */
const QUIET = 4

/** Modules along an edge where pixels are half of each side. */
const SOFT = 0.3

/** Share of the contrast by which the margin may darken. */
const STAIN = 0.25

/** Pixels by their light, from 0 to `LEVELS`. */
type Histogram = Uint32Array

const LEVELS = 255

export function lightOf(pixels: CodePixels, box: Box, module: number): Light {
  const { code, margin } = measure(pixels, box, module)
  const clear = quantile(code, 0.95)
  const contrast = Math.max(0, clear - quantile(code, 0.05))
  const stains = margin
    .subarray(0, Math.max(0, Math.ceil(clear - STAIN * contrast)))
    .reduce((sum, count) => sum + count, 0)
  return { contrast: contrast / LEVELS, stains }
}

/** Sorts the pixels of the box by where they lie (in the code, in its margin, on an edge) and by their light. */
function measure({ width, height, data, toSpace }: CodePixels, box: Box, module: number) {
  const depthAt = depthsOf(width, height, toSpace, box, module)
  const code: Histogram = new Uint32Array(LEVELS + 1)
  const margin: Histogram = new Uint32Array(LEVELS + 1)
  // Neighbours are mostly of one colour.
  let color = -1
  let level = 0
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at += 3) {
      const depth = depthAt(column, row)
      const histogram = depth > QUIET + SOFT ? code : depth > SOFT && depth < QUIET - SOFT ? margin : undefined
      if (!histogram) continue
      const red = data[at] ?? 0
      const green = data[at + 1] ?? 0
      const blue = data[at + 2] ?? 0
      const own = (red << 16) | (green << 8) | blue
      if (own !== color) {
        color = own
        level = lightOfColor(red, green, blue)
      }
      histogram[level] = (histogram[level] ?? 0) + 1
    }
  }
  return { code, margin }
}

/** How deep in the box the middle of a pixel lies, in modules; each column and each row once where the code stands upright. */
function depthsOf(width: number, height: number, [a, b, c, d, e, f]: Matrix, box: Box, module: number) {
  const across = (column: number, row: number): number => {
    const x = a * (column + 0.5) + c * (row + 0.5) + e - box.x
    return Math.min(x, box.width - x) / module
  }
  const down = (column: number, row: number): number => {
    const y = b * (column + 0.5) + d * (row + 0.5) + f - box.y
    return Math.min(y, box.height - y) / module
  }
  if (b !== 0 || c !== 0) return (column: number, row: number) => Math.min(across(column, row), down(column, row))
  const columns = Float64Array.from({ length: width }, (_, column) => across(column, 0))
  const rows = Float64Array.from({ length: height }, (_, row) => down(0, row))
  return (column: number, row: number) => Math.min(columns[column] ?? 0, rows[row] ?? 0)
}

/** Linear light of each level of sRGB. */
const LIGHT = Float64Array.from({ length: 256 }, (_, level) => linear(level))

const lightOfColor = (red: number, green: number, blue: number): number =>
  Math.round(LEVELS * (0.2126 * (LIGHT[red] ?? 0) + 0.7152 * (LIGHT[green] ?? 0) + 0.0722 * (LIGHT[blue] ?? 0)))

function quantile(histogram: Histogram, share: number): number {
  const wanted = share * histogram.reduce((sum, count) => sum + count, 0)
  let seen = 0
  for (let level = 0; level <= LEVELS; level++) {
    seen += histogram[level] ?? 0
    if (seen > wanted) return level
  }
  return LEVELS
}
