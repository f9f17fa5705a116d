// A PNG, JPEG or WebP logo as an artwork: one image that fills it.
import type { Profile, Raster } from '../model/assets.ts'
import { type Artwork, LONG_SIDE } from './artwork.ts'
import { decode, type Picture, readPicture } from './decode.ts'
import { separate } from './separate.ts'
import { type Found, found } from './source.ts'

/** Enough for 250 mm at 300 pixels an inch; a logo printed larger should be a drawing, and the resolution rule says so. */
const MAX_SIDE = 3000

/** Reads a picture whole, reduced to what a logo can use. */
export async function pictureRaster(bytes: Uint8Array, profile: Profile, maxPixels?: number): Promise<Found<Raster>> {
  const { value: picture, findings } = await readPicture(bytes, maxPixels)
  if (!picture) return { findings }
  const { value, findings: own } = await reduce(picture, profile)
  return found(value, [...findings, ...own])
}

function reduce(picture: Picture, profile: Profile): ReturnType<typeof separate> {
  const factor = Math.min(1, MAX_SIDE / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * factor))
  const height = Math.max(1, Math.round(picture.height * factor))
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height }
  return decode(picture, whole, width, height).then(pixels => separate(picture, pixels, profile, 'logo'))
}

export async function readPixelArtwork(bytes: Uint8Array, profile: Profile): Promise<Found<Artwork>> {
  const { value: raster, findings } = await pictureRaster(bytes, profile)
  if (!raster) return { findings }
  const unit = LONG_SIDE / Math.max(raster.width, raster.height)
  const width = raster.width * unit
  const height = raster.height * unit
  const marks = [{ kind: 'image', image: raster.id, matrix: [width, 0, 0, height, 0, 0] }] as const
  return found({ width, height, marks, rasters: [raster] }, findings)
}
