// The part of a picture that a view shows: a poster's photo is decoded band by band, never whole.
import type { Raster } from '../../model/assets.ts'
import { type Box, type Matrix, transformBox } from '../../model/geometry.ts'
import { inverse } from './inverse.ts'

/** Whole pixels. */
export type Crop = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Pixels kept around, for the renderer's interpolation. */
const AROUND = 3

/**
 * @param matrix maps the unit square to the sheet
 * @param step pixels come in blocks of this many, so that neighbouring views cut the same blocks
 */
export function cropOf({ width, height }: Raster, matrix: Matrix, view: Box, step: number): Crop {
  const seen = transformBox(view, inverse(matrix))
  const [x, right] = range(seen.x * width, (seen.x + seen.width) * width, width, step)
  const [y, bottom] = range(seen.y * height, (seen.y + seen.height) * height, height, step)
  return { x, y, width: right - x, height: bottom - y }
}

function range(from: number, to: number, size: number, step: number): readonly [number, number] {
  const start = Math.max(0, (Math.floor(from / step) - AROUND) * step)
  const end = Math.min(size, (Math.ceil(to / step) + AROUND) * step)
  return end > start ? [start, end] : [0, Math.min(step, size)]
}

export function cropRaster(raster: Raster, { x, y, width, height }: Crop): Raster {
  if (width === raster.width && height === raster.height) return raster
  const rows = (bytes: Uint8Array, channels: number): Uint8Array => {
    const out = new Uint8Array(width * height * channels)
    for (let row = 0; row < height; row++) {
      const from = ((y + row) * raster.width + x) * channels
      out.set(bytes.subarray(from, from + width * channels), row * width * channels)
    }
    return out
  }
  const { id, space, pixels, alpha } = raster
  const kept = rows(pixels, space === 'cmyk' ? 4 : 1)
  return { id, space, width, height, pixels: kept, ...(alpha && { alpha: rows(alpha, 1) }) }
}
