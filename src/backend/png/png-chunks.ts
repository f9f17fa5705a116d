// A PNG file around rows that are packed already: what says its size, its colour space and its resolution.
import { zlibSync } from 'fflate'
import { type Chunk, chunkBytes, header, joinBytes, SIGNATURE } from '../svg/png-file.ts'
import type { Packed } from './pack-rows.ts'
import type { Size } from './rasterize.ts'
import { SRGB_PROFILE } from './srgb-profile.ts'

const INCH_IN_METRES = 0.0254

export function pngFile({ channels, stream }: Packed, { width, height }: Size, dpi: number): Uint8Array {
  const chunks = [
    header({ width, height, channels }),
    profileChunk(),
    resolutionChunk(dpi),
    { type: 'IDAT', data: stream },
    { type: 'IEND', data: new Uint8Array(0) },
  ]
  return joinBytes([SIGNATURE, ...chunks.map(chunkBytes)])
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
