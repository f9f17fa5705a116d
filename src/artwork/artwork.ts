// A foreign drawing as marks and pixels: what a logo or a pictogram becomes before it is placed.
import type { Raster } from '../model/assets.ts'
import type { Mark } from '../model/sheet.ts'

export type Artwork = {
  /** Own units, the longest side being 1000; only the ratio matters. Origin at the top-left corner, y down. */
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
  /** The pixels that image marks refer to; they go into the assets with the sheet. */
  readonly rasters: readonly Raster[]
}

/** The longest side of every artwork in its own units: coordinates keep the same precision whatever the file's. */
export const LONG_SIDE = 1000
