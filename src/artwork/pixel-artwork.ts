// A PNG, JPEG, GIF or WebP logo as an artwork: one image that fills it; and such pictures inside drawings.
import { createHash } from 'node:crypto'
import type { Profile, Raster } from '../model/assets.ts'
import { type Artwork, type Effect, LONG_SIDE } from './artwork.ts'
import { decode, type Picture, type Pixels, readPicture } from './decode.ts'
import { makeEffectCache } from './effect-cache.ts'
import { planPixels } from './resolution.ts'
import { separate } from './separate.ts'
import { type Found, found } from './source.ts'

/** Enough for 250 mm at 300 pixels an inch: what a file has beyond waits for the printed size. */
const MAX_SIDE = 3000

/** A hundred and sixty megabytes in four inks: a square metre and a half at 100 pixels an inch. */
const MAX_PRINTED_PIXELS = 40_000_000

/** A picture of a logo: its pixels in inks, reduced to what a logo can use, and where they came from. */
export type PixelPicture = {
  readonly raster: Raster
  readonly source: Picture
  /** Pixels of the file. */
  readonly width: number
  readonly height: number
}

/** Reads a picture whole. */
export async function readPixels(
  bytes: Uint8Array,
  profile: Profile,
  maxPixels?: number,
): Promise<Found<PixelPicture>> {
  const { value: source, findings } = await readPicture(bytes, maxPixels)
  if (!source) return { findings }
  const { value: raster, findings: own } = await separate(source, await reduce(source), profile, 'logo')
  return found({ raster, source, width: source.width, height: source.height }, [...findings, ...own])
}

const reduce = (picture: Picture): Promise<Pixels> =>
  scaled(picture, MAX_SIDE / Math.max(picture.width, picture.height))

function scaled(picture: Picture, factor: number): Promise<Pixels> {
  const shrink = Math.min(1, factor)
  const width = Math.max(1, Math.round(picture.width * shrink))
  const height = Math.max(1, Math.round(picture.height * shrink))
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height }
  return decode(picture, whole, width, height)
}

/** All the pixels that a printed size can use, of a file that has more than the reduced picture keeps. */
function atPrintedSize(source: Picture, profile: Profile): Effect {
  const kept = makeEffectCache()
  return {
    render(width, height) {
      const { pixelWidth, pixelHeight } = planPixels(source, width, height)
      return kept(pixelWidth, pixelHeight, async () => {
        const bound = Math.sqrt(Math.min(1, MAX_PRINTED_PIXELS / (pixelWidth * pixelHeight)))
        const pixels = await scaled(source, (pixelWidth / source.width) * bound)
        return (await separate(source, pixels, profile, 'logo')).value
      })
    },
  }
}

/** The light that a luminance mask reads in a picture: gray, no ink letting all through. */
export async function lightRaster({ source, raster }: PixelPicture): Promise<Raster> {
  const { width, height, pixels, alpha } = await reduce(source)
  const channels = pixels.length / (width * height)
  const light = new Uint8Array(width * height)
  for (let at = 0; at < light.length; at++) light[at] = lightAt(pixels, at * channels, channels)
  const id = createHash('sha256').update(`light ${raster.id}`).digest('hex').slice(0, 24)
  return { id, width, height, space: 'gray', pixels: light, ...(alpha && { alpha }) }
}

function lightAt(pixels: Uint8Array, at: number, channels: number): number {
  const [a = 0, b = 0, c = 0, k = 0] = pixels.subarray(at, at + channels)
  switch (channels) {
    case 1:
      return a
    case 3:
      return Math.round(0.2125 * a + 0.7154 * b + 0.0721 * c)
    default:
      return Math.round(((255 - 0.2125 * a - 0.7154 * b - 0.0721 * c) * (255 - k)) / 255)
  }
}

/** The picture as a PNG in a data URL, in the screen's colours. */
export async function screenUrl({ source, raster }: PixelPicture, profile: Profile): Promise<string> {
  const { default: sharp } = await import('sharp')
  const { width, height, pixels, alpha } = await reduce(source)
  const rgb = source.space === 'cmyk' ? profile.previewPixels(raster.pixels) : pixels
  const channels = source.space === 'gray' ? 1 : 3
  const opaque = sharp(rgb, { raw: { width, height, channels } }).toColourspace('srgb')
  const whole = alpha ? opaque.joinChannel(Buffer.from(alpha), { raw: { width, height, channels: 1 } }) : opaque
  const png = await whole.png({ compressionLevel: 1 }).toBuffer()
  return `data:image/png;base64,${png.toString('base64')}`
}

export async function readPixelArtwork(bytes: Uint8Array, profile: Profile): Promise<Found<Artwork>> {
  const { value, findings } = await readPixels(bytes, profile)
  if (!value) return { findings }
  const { raster, source } = value
  const isReduced = raster.width < source.width
  const unit = LONG_SIDE / Math.max(raster.width, raster.height)
  const width = raster.width * unit
  const height = raster.height * unit
  const marks = [{ kind: 'image', image: raster.id, matrix: [width, 0, 0, height, 0, 0] }] as const
  const effects = new Map(isReduced ? [[raster.id, atPrintedSize(source, profile)]] : [])
  return found({ width, height, marks, rasters: [raster], effects }, findings)
}
