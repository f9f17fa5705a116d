// The light of a code and of its margin, as a scanner measures it.
import { luminanceOfRgb } from '../../color/coverage.ts'
import { type Box, type Matrix, transformPoint } from '../../model/geometry.ts'

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
export const QUIET = 4

/** Modules along an edge where pixels are half of each side. */
const SOFT = 0.3

/** Share of the contrast by which the margin may darken: ISO/IEC 15415's own tolerance for what counts as an edge. */
const STAIN = 0.25

export function lightOf(pixels: CodePixels, box: Box, module: number): Light {
  const code: number[] = []
  const margin: number[] = []
  for (const [depth, light] of depths(pixels, box, module)) {
    if (depth > QUIET + SOFT) code.push(light)
    else if (depth > SOFT && depth < QUIET - SOFT) margin.push(light)
  }
  const clear = quantile(code, 0.95)
  const contrast = Math.max(0, clear - quantile(code, 0.05))
  return { contrast, stains: margin.filter(light => light < clear - STAIN * contrast).length }
}

/** Each pixel's distance to the nearest side of the box, in modules, and its relative luminance. */
function* depths(
  { width, height, data, toSpace }: CodePixels,
  box: Box,
  module: number,
): Generator<readonly [depth: number, light: number]> {
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = transformPoint(toSpace, [column + 0.5, row + 0.5])
      const inside = Math.min(x - box.x, y - box.y, box.x + box.width - x, box.y + box.height - y)
      if (inside <= 0) continue
      const at = (row * width + column) * 3
      yield [inside / module, luminanceOfRgb([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0])]
    }
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0
}
