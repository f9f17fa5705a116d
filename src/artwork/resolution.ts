// How many pixels a picture needs at its printed size.
import type { Mm } from '../model/length.ts'

const MM_PER_INCH = 25.4

/** Pixels an inch beyond which more is only weight: small things are seen close, posters from afar. */
export const usefulPpi = (longSide: Mm): number => (longSide <= 100 ? 450 : longSide <= 600 ? 300 : 200)

export const ppiOf = (pixels: number, length: Mm): number => (pixels * MM_PER_INCH) / length

export type PixelPlan = {
  readonly pixelWidth: number
  readonly pixelHeight: number
  /** Pixels an inch of the source at the printed size, before any reduction. */
  readonly ppi: number
}

/** The pixels to make from a crop of a photo printed at a size: never more than it has, nor than the eye can use. */
export function planPixels(
  crop: { readonly width: number; readonly height: number },
  width: Mm,
  height: Mm,
): PixelPlan {
  const ppi = Math.min(ppiOf(crop.width, width), ppiOf(crop.height, height))
  const factor = Math.min(1, usefulPpi(Math.max(width, height)) / ppi)
  return {
    pixelWidth: Math.max(1, Math.round(crop.width * factor)),
    pixelHeight: Math.max(1, Math.round(crop.height * factor)),
    ppi,
  }
}
