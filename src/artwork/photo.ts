// A photo: read and proved once, then realised in output inks at the size and crop a sheet asks for.
import { createHash } from 'node:crypto'
import type { Profile, Raster } from '../model/assets.ts'
import type { Diagnostic, Outcome, Span } from '../model/diagnostic.ts'
import { makeCache } from './cache.ts'
import { type Crop, decode, type Picture, readPicture, wholePixels } from './decode.ts'
import { foreignFormat, vectorPhoto } from './format-advice.ts'
import { kindOf } from './kind.ts'
import { separate } from './separate.ts'
import { diagnose, type Found, refused, type Source } from './source.ts'
import { weightOfRaster } from './weight.ts'

export type Photo = {
  /** The path as the user wrote it. */
  readonly name: string
  readonly at?: Span
  /** Pixels of the upright picture (the orientation tag is honoured). */
  readonly width: number
  readonly height: number
  readonly sha256: string
  readonly picture: Picture
}

export type PhotoRequest = {
  /** Pixels to make; never more than the crop has (`planPixels`). */
  readonly pixelWidth: number
  readonly pixelHeight: number
  /** In pixels of the upright picture; the whole picture when absent. */
  readonly crop?: Crop
}

/** Files as they were read: a photo of a camera is 5 to 10 MB. */
const MAX_PICTURES = 32_000_000
/** A poster's photo in four inks is 10 to 70 MB, and the one in hand stays whatever its weight. */
const MAX_RASTERS = 64_000_000

const pictures = makeCache<Found<Picture>>(MAX_PICTURES, ({ value }) => value?.bytes.length ?? 1000)
const rasters = makeCache<Separated>(MAX_RASTERS, ({ value }) => weightOfRaster(value))

/** Reads a JPEG, PNG or WebP, decided by content. Every mistake of the file is found here, so that realising cannot fail. */
export async function readPhoto(bytes: Uint8Array, source: Source): Promise<Outcome<Photo>> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { value, findings } = await pictures.get(sha256, () => readSupported(bytes))
  const diagnostics = diagnose(findings, source)
  if (!value) return { diagnostics }
  const { name, at } = source
  return {
    value: { name, ...(at && { at }), width: value.width, height: value.height, sha256, picture: value },
    diagnostics,
  }
}

async function readSupported(bytes: Uint8Array): Promise<Found<Picture>> {
  const kind = kindOf(bytes)
  switch (kind) {
    case 'jpeg':
    case 'png':
    case 'webp':
      return readPicture(bytes)
    case 'svg':
    case 'gzip':
      return refused(vectorPhoto)
    default:
      return refused(foreignFormat(kind))
  }
}

type Separated = Awaited<ReturnType<typeof separate>>

/** The pixels of a photo in output inks, and what is to be said of them. Shared by every piece that asks for the same ones. */
export async function realise(
  photo: Photo,
  request: PhotoRequest,
  profile: Profile,
): Promise<{ readonly raster: Raster; readonly diagnostics: readonly Diagnostic[] }> {
  const crop = request.crop ?? { x: 0, y: 0, width: photo.width, height: photo.height }
  const width = Math.max(1, Math.min(request.pixelWidth, Math.round(crop.width)))
  const height = Math.max(1, Math.min(request.pixelHeight, Math.round(crop.height)))
  // Of the pixels that are really taken: layout gives the same crop with other last decimals from one kit to the next.
  const box = wholePixels(photo, crop)
  const key = [photo.sha256, profile.key, width, height, box.left, box.top, box.width, box.height].join(' ')
  const { value, findings } = await rasters.get(key, async () => {
    const pixels = await decode(photo.picture, crop, width, height)
    return separate(photo.picture, pixels, profile, 'photo')
  })
  return { raster: value, diagnostics: diagnose(findings, photo) }
}
