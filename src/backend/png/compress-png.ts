// Packs pixels into a PNG file. sharp's deflate is ten times faster than one in JavaScript; what says the size and the
// colour space is written by us, so that it is exact.
import { zlibSync } from 'fflate'
import { type Chunk, chunkBytes, joinBytes, type Pixels } from '../svg/png-file.ts'
import { SRGB_PROFILE } from './srgb-profile.ts'

export type PngFile = {
  readonly dpi: number
  /** Photos want a filter for each row, flat art none. */
  readonly photographic: boolean
}

const INCH_IN_METRES = 0.0254

export async function compressPng(pixels: Pixels, { dpi, photographic }: PngFile): Promise<Uint8Array> {
  const { data, width, height, channels } = pixels
  const packing = photographic
    ? { compressionLevel: 3, adaptiveFiltering: true }
    : { compressionLevel: 6, adaptiveFiltering: false }
  // Opened only when a picture is packed: it costs 100 ms at start.
  const { default: sharp } = await import('sharp')
  const packed = await sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
    .png(packing)
    .toBuffer()
  const parts = [...chunksOf(packed)]
  const named = (type: string): Uint8Array[] => parts.filter(part => part.type === type).map(part => part.bytes)
  const ours = [profileChunk(), resolutionChunk(dpi)].map(chunkBytes)
  return joinBytes([packed.subarray(0, 8), ...named('IHDR'), ...ours, ...named('IDAT'), ...named('IEND')])
}

/** The chunks of a PNG of ours, whole. */
function* chunksOf(file: Uint8Array): Generator<{ readonly type: string; readonly bytes: Uint8Array }> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  for (let at = 8; at < file.length; ) {
    const end = at + 12 + view.getUint32(at)
    yield { type: String.fromCharCode(...file.subarray(at + 4, at + 8)), bytes: file.subarray(at, end) }
    at = end
  }
}

/** pHYs (ISO/IEC 15948 11.3.5.3): whole pixels per metre. */
function resolutionChunk(dpi: number): Chunk {
  const data = new Uint8Array(9)
  const view = new DataView(data.buffer)
  const perMetre = Math.round(dpi / INCH_IN_METRES)
  view.setUint32(0, perMetre)
  view.setUint32(4, perMetre)
  data[8] = 1
  return { type: 'pHYs', data }
}

/** iCCP (ISO/IEC 15948 11.3.3.3): a name, a null, method 0, the profile deflated. */
function profileChunk(): Chunk {
  const name = [...'sRGB'].map(character => character.charCodeAt(0))
  return { type: 'iCCP', data: Uint8Array.from([...name, 0, 0, ...zlibSync(SRGB_PROFILE, { level: 9 })]) }
}
