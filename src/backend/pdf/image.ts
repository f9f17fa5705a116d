// Pictures as image objects: raw inks or gray, 8 bits, filtered and deflated once per process; alpha as a soft mask, or as a
// hard one where pixels are all there or not at all and the standard has no transparency.
import { zlibSync } from 'fflate'
import type { Raster } from '../../model/assets.ts'
import type { Dictionary, Ref } from './object.ts'
import type { PdfFile } from './pdf-file.ts'
import { filterRows } from './predictor.ts'

/** Above this many bytes the fast level is used: on photos the slow ones gain a tenth for four times the time. */
const LARGE = 1_000_000

type Deflated = { readonly pixels: Uint8Array; readonly alpha?: Uint8Array }

const deflated = new WeakMap<Raster, Deflated>()

export const imageObject = (file: PdfFile, raster: Raster): Ref =>
  file.once(`image ${raster.space} ${raster.id}`, () => addImage(file, raster))

function addImage(file: PdfFile, raster: Raster): Ref {
  const { pixels, alpha } = deflate(raster)
  const mask = alpha && file.hardMasks && hardMask(raster)
  if (alpha && !mask) file.transparent()
  const dictionary = {
    ...header(raster, channelsOf(raster)),
    SMask: alpha && !mask ? file.addStream(header(raster, 1), alpha, 'deflated') : undefined,
    Mask: mask ? file.addStream(stencil(raster), mask) : undefined,
  }
  return file.addStream(dictionary, pixels, 'deflated')
}

const channelsOf = ({ space }: Raster): 1 | 4 => (space === 'cmyk' ? 4 : 1)

/** Inks count up from none, gray counts up from black: both as PDF has them, so that no Decode is needed. */
const header = ({ width, height }: Raster, channels: 1 | 4): Dictionary => ({
  Type: 'XObject',
  Subtype: 'Image',
  Width: width,
  Height: height,
  BitsPerComponent: 8,
  ColorSpace: channels === 4 ? 'DeviceCMYK' : 'DeviceGray',
  DecodeParms: { Predictor: 15, Colors: channels, BitsPerComponent: 8, Columns: width },
})

const stencil = ({ width, height }: Raster): Dictionary => ({
  Type: 'XObject',
  Subtype: 'Image',
  Width: width,
  Height: height,
  BitsPerComponent: 1,
  ImageMask: true,
})

/** One bit a pixel, rows on whole bytes, 1 where nothing is painted (ISO 32000-1 8.9.6.3); undefined when some is half there. */
function hardMask({ width, height, alpha }: Raster): Uint8Array | undefined {
  if (!alpha?.every(value => value === 0 || value === 255)) return undefined
  const stride = Math.ceil(width / 8)
  const bits = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * stride + (x >> 3)
      if (alpha[y * width + x] === 0) bits[at] = (bits[at] ?? 0) | (128 >> (x & 7))
    }
  return bits
}

function deflate(raster: Raster): Deflated {
  const known = deflated.get(raster)
  if (known) return known
  const { alpha } = raster
  const isClear = alpha?.some(value => value !== 255)
  const made: Deflated = {
    pixels: pack(raster, raster.pixels, channelsOf(raster)),
    ...(alpha && isClear ? { alpha: pack(raster, alpha, 1) } : {}),
  }
  deflated.set(raster, made)
  return made
}

function pack({ id, width, height }: Raster, bytes: Uint8Array, channels: number): Uint8Array {
  const expected = width * height * channels
  if (bytes.length !== expected) throw new Error(`picture ${id} has ${bytes.length} bytes instead of ${expected}`)
  return zlibSync(filterRows(bytes, width * channels), { level: bytes.length > LARGE ? 1 : 6 })
}
