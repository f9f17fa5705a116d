// Decodes JPEG, PNG and WebP with sharp, which here decodes, turns, crops and reduces: it never converts colour.
import { isUsableProfile, type PictureSpace } from '../color/source-profile.ts'
import { type Text, text } from '../model/diagnostic.ts'
import { isAdobe, isJpeg } from './jpeg-segments.ts'
import { framesOf } from './png-chunks.ts'
import type { Finding, Found } from './source.ts'
import { found, refused } from './source.ts'
import { carriesProfile } from './tagged.ts'
import { unusableProfile } from './unusable-profile.ts'

export const MAX_BYTES = 100_000_000
export const MAX_PIXELS = 200_000_000
/** A side longer than JPEG can have is no picture's; reducing such rows takes a minute for a file of a few bytes. */
const MAX_SIDE = 65_535

/** A picture that decodes to its end. Sizes are those of the upright picture. */
export type Picture = {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  readonly space: PictureSpace
  readonly hasAlpha: boolean
  /** The embedded profile, when it can be used. */
  readonly icc?: Uint8Array
}

export type Crop = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Pixels in the picture's own colours, 8 bits a channel, alpha apart. */
export type Pixels = {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
  readonly alpha?: Uint8Array
}

const DAMAGED: Finding = {
  rule: 'artwork-unreadable',
  message: text('l’image est abîmée ou incomplète', 'the picture is damaged or incomplete'),
  hint: text(
    'refaites la copie ou le téléchargement, ou enregistrez-la à nouveau depuis votre logiciel d’images',
    'copy or download it again, or save it again from your picture editor',
  ),
}

/** Opens sharp only when a picture is met: it costs 100 ms at start. */
async function open(bytes: Uint8Array, limitInputPixels: number | false = MAX_PIXELS) {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  return sharp(bytes, { failOn: 'error', limitInputPixels, ignoreIcc: true })
}

/** Reads a picture's facts and proves that it decodes. */
export async function readPicture(bytes: Uint8Array, maxPixels = MAX_PIXELS): Promise<Found<Picture>> {
  if (bytes.length > MAX_BYTES) return refused(tooLarge(megabytes(bytes.length), megabytes(MAX_BYTES)))
  // Only the header is read here: the size is judged below, with a sentence of its own.
  const metadata = await (await open(bytes, false)).metadata().catch(() => undefined)
  if (!metadata) return refused(DAMAGED)
  const { width, height } = metadata.autoOrient
  if (width * height > maxPixels)
    return refused(tooLarge(same(`${width} × ${height} pixels`), same(`${maxPixels / 1e6} Mpx`)))
  if (Math.max(width, height) > MAX_SIDE)
    return refused(tooLarge(same(`${width} × ${height} pixels`), text('65 535 de côté', '65,535 a side')))
  if ((metadata.pages ?? 1) > 1 || framesOf(bytes) > 1) return refused(ANIMATED)
  const space = spaceOf(metadata.space)
  if (!space) return refused(strangeSpace(metadata.space))
  if (space === 'cmyk' && isJpeg(bytes) && !isAdobe(bytes)) return refused(EITHER_WAY)
  if (!(await decodes(bytes))) return refused(DAMAGED)
  const picture = { bytes, width, height, space, hasAlpha: metadata.hasAlpha }
  const { icc } = metadata
  if (icc && (await isUsableProfile(icc, space))) return found({ ...picture, icc })
  return found(picture, icc || carriesProfile(bytes) ? [unusableProfile(space)] : [])
}

/** A whole decoding, reduced on the way so that little memory is held. */
const decodes = async (bytes: Uint8Array): Promise<boolean> =>
  (await open(bytes))
    .resize(32, 32, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    )

const ANIMATED: Finding = {
  rule: 'artwork-format',
  message: text('c’est une image animée', 'this is an animated picture'),
  hint: text('enregistrez une seule image, en PNG ou en JPEG', 'save a single frame, as PNG or JPEG'),
}

/** Some programs read such inks as written, others as their complements: one of the two prints a negative. */
const EITHER_WAY: Finding = {
  rule: 'artwork-format',
  message: text(
    'ce JPEG en quadrichromie ne dit pas dans quel sens lire ses encres (il y manque la marque d’Adobe)',
    'this JPEG in four inks does not tell which way to read them (Adobe’s marker is missing)',
  ),
  hint: text(
    'ouvrez-le, vérifiez ses couleurs et enregistrez-le de nouveau, en RVB ou depuis Photoshop',
    'open it, check its colours and save it again, as RGB or from Photoshop',
  ),
}

const same = (written: string): Text => text(written, written)

const megabytes = (bytes: number): Text => text(`${Math.round(bytes / 1e6)} Mo`, `${Math.round(bytes / 1e6)} MB`)

const tooLarge = (size: Text, limit: Text): Finding => ({
  rule: 'artwork-unreadable',
  message: text(
    `l’image est trop grande (${size.fr}, ${limit.fr} au plus)`,
    `the picture is too large (${size.en}, limit ${limit.en})`,
  ),
  hint: text('réduisez-la avant de la donner', 'reduce it first'),
})

const strangeSpace = (space: string | undefined): Finding => ({
  rule: 'artwork-format',
  message: text(
    `ses couleurs sont d’un type que l’on ne lit pas (${space ?? '?'})`,
    `its colours are of a kind we do not read (${space ?? '?'})`,
  ),
  hint: text('enregistrez-la en RVB, 8 bits', 'save it as RGB, 8 bits'),
})

const spaceOf = (space: string | undefined): PictureSpace | undefined => {
  switch (space) {
    case 'srgb':
    case 'rgb':
    case 'rgb16':
      return 'rgb'
    case 'b-w':
    case 'grey16':
      return 'gray'
    case 'cmyk':
      return 'cmyk'
    default:
      return undefined
  }
}

/** The pixels of a crop (in upright pixels), reduced to a size; the picture has passed `readPicture`. */
export async function decode(picture: Picture, crop: Crop, width: number, height: number): Promise<Pixels> {
  const box = wholePixels(picture, crop)
  let pipeline = (await open(picture.bytes)).autoOrient()
  if (picture.space === 'cmyk') pipeline = pipeline.pipelineColourspace('cmyk').toColourspace('cmyk')
  if (picture.space === 'gray') pipeline = pipeline.toColourspace('b-w')
  if (box.width !== picture.width || box.height !== picture.height) pipeline = pipeline.extract(box)
  if (box.width !== width || box.height !== height) pipeline = pipeline.resize(width, height, { fit: 'fill' })
  const color = pipeline.clone().removeAlpha().raw().toBuffer()
  if (!picture.hasAlpha) return { width, height, pixels: await color }
  const { data, info } = await pipeline.raw().toBuffer({ resolveWithObject: true })
  return { width, height, ...splitAlpha(data, info.channels) }
}

/** The part of a picture that a crop names: whole pixels, within the picture, one at least. */
export function wholePixels(picture: Pick<Picture, 'width' | 'height'>, { x, y, width, height }: Crop) {
  const left = clamp(Math.round(x), 0, picture.width - 1)
  const top = clamp(Math.round(y), 0, picture.height - 1)
  return {
    left,
    top,
    width: clamp(Math.round(width), 1, picture.width - left),
    height: clamp(Math.round(height), 1, picture.height - top),
  }
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

function splitAlpha(data: Uint8Array, channels: number): { pixels: Uint8Array; alpha?: Uint8Array } {
  const count = data.length / channels
  const colors = channels - 1
  const pixels = new Uint8Array(count * colors)
  const alpha = new Uint8Array(count)
  for (let pixel = 0; pixel < count; pixel++) {
    for (let channel = 0; channel < colors; channel++)
      pixels[pixel * colors + channel] = data[pixel * channels + channel] ?? 0
    alpha[pixel] = data[pixel * channels + colors] ?? 0
  }
  return alpha.every(value => value === 255) ? { pixels } : { pixels, alpha }
}
