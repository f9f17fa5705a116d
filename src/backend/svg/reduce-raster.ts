// Shrinks pixels by a whole factor, in their own inks. A drawing at 150 dpi needs no photo of 600, and resvg, which
// samples instead of averaging, would make it sparkle.
import type { Raster } from '../../model/assets.ts'

export function reduceRaster(raster: Raster, reduction: number): Raster {
  const width = Math.ceil(raster.width / reduction)
  const height = Math.ceil(raster.height / reduction)
  if (reduction <= 1) return raster
  const channels = raster.space === 'cmyk' ? 4 : 1
  const pixels = new Uint8Array(width * height * channels)
  const alpha = raster.alpha && new Uint8Array(width * height)
  const sums = new Float64Array(channels)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const { weight, count } = sumBlock(raster, channels, x * reduction, y * reduction, reduction, sums)
      for (let channel = 0; channel < channels; channel++)
        pixels[at * channels + channel] = weight === 0 ? 0 : Math.round((sums[channel] ?? 0) / weight)
      if (alpha) alpha[at] = Math.round(weight / count)
    }
  }
  return { id: raster.id, space: raster.space, width, height, pixels, ...(alpha && { alpha }) }
}

/** Sums a block into `sums`, each pixel counted by its alpha: what is transparent lends no colour. */
function sumBlock(
  { width, height, pixels, alpha }: Raster,
  channels: number,
  left: number,
  top: number,
  size: number,
  sums: Float64Array,
): { readonly weight: number; readonly count: number } {
  sums.fill(0)
  let weight = 0
  let count = 0
  for (let y = top; y < Math.min(top + size, height); y++) {
    for (let x = left; x < Math.min(left + size, width); x++) {
      const pixel = y * width + x
      const share = alpha ? (alpha[pixel] ?? 0) : 1
      for (let channel = 0; channel < channels; channel++)
        sums[channel] = (sums[channel] ?? 0) + (pixels[pixel * channels + channel] ?? 0) * share
      weight += share
      count++
    }
  }
  return { weight, count }
}
