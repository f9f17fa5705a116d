// The square of a page that takes most ink.
import type { Rect } from '../../../pdf-reader/page.ts'
import type { PagePlates } from './page-plates.ts'

/** Ink as a share, all plates asked for adding up, and the square it was found on. */
export type PeakInk = { readonly ink: number; readonly box: Rect }

type Peak = { readonly ink: number; readonly x: number; readonly y: number; readonly side: number }

/** Sums over squares by a table of sums (summed area), so that the side costs nothing. */
function peakOf({ grid, plates, unknown }: PagePlates, side: number, names: readonly string[]): Peak | undefined {
  const { width, height } = grid
  const window = Math.max(1, Math.min(Math.round(side * grid.density), width, height))
  const sums = new Float64Array((width + 1) * (height + 1))
  const chosen = names.flatMap(name => plates.get(name) ?? [])
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if (unknown[at] === 0) for (const plate of chosen) row += plate[at] ?? 0
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  let peak: Peak | undefined
  const at = (x: number, y: number): number => sums[y * (width + 1) + x] ?? 0
  for (let y = 0; y + window <= height; y++)
    for (let x = 0; x + window <= width; x++) {
      const ink = (at(x + window, y + window) - at(x, y + window) - at(x + window, y) + at(x, y)) / (window * window)
      if (!peak || ink > peak.ink) peak = { ink, x, y, side: window }
    }
  return peak
}

function boxOf({ x, y, side }: Peak, { grid }: PagePlates): Rect {
  const left = grid.left + x / grid.density
  const top = grid.top - y / grid.density
  return [left, top - side / grid.density, left + side / grid.density, top]
}

/** @param side of the square, in points of the page */
export function peakInk(found: PagePlates, side: number, names: readonly string[]): PeakInk | undefined {
  const peak = peakOf(found, side, names)
  return peak && { ink: peak.ink, box: boxOf(peak, found) }
}
