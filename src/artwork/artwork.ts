// A foreign drawing as marks and pixels: what a logo or a pictogram becomes before it is placed.
import type { Raster } from '../model/assets.ts'
import type { Mm } from '../model/length.ts'
import type { Mark } from '../model/sheet.ts'

/** Pixels that wait for a printed size: what vectors cannot say (a blur, some blends). */
export type Effect = {
  /** Draws it in output inks, with its own alpha, for a width and height in mm. */
  render(width: Mm, height: Mm): Promise<Raster>
}

export type Artwork = {
  /** Own units, the longest side being 1000; only the ratio matters. Origin at the top-left corner, y down. */
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
  /** The pixels that image marks refer to; they go into the assets with the sheet. */
  readonly rasters: readonly Raster[]
  /** Image marks under these ids have no pixels yet: whoever places the artwork asks for them at its size. */
  readonly effects: ReadonlyMap<string, Effect>
}

/** The longest side of every artwork in its own units: coordinates keep the same precision whatever the file's. */
export const LONG_SIDE = 1000
