// Effects drawn once for each size they are printed at: the same logo comes back in every kit of a batch.
import type { Raster } from '../model/assets.ts'
import { makeCache } from './cache.ts'
import { weightOfRaster } from './weight.ts'

const MAX_BYTES = 48_000_000

const rasters = makeCache<Raster>(MAX_BYTES, weightOfRaster)

let count = 0

/** Of one effect, the pixels of a size, in pixels: all that they depend on. */
export type EffectCache = (width: number, height: number, draw: () => Promise<Raster>) => Promise<Raster>

/** For an effect that is itself made once for its content, colours and profile. */
export function makeEffectCache(): EffectCache {
  const own = ++count
  return (width, height, draw) => rasters.get(`${own} ${width} ${height}`, draw)
}
