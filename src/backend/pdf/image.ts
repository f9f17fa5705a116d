// Pictures as image objects: raw inks or gray, 8 bits, filtered and deflated once per process; alpha as a soft mask.
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
  const softMask = alpha && file.addStream(header(raster, 1), alpha, 'deflated')
  const dictionary = { ...header(raster, channelsOf(raster)), SMask: softMask }
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
