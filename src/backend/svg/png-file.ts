// Writes PNG files (ISO/IEC 15948): filter Up, deflated by fflate so that the bytes are the same on every Node.
import { zlibSync } from 'fflate'

/** Rows of 8-bit samples: 1 gray, 3 RGB, 4 RGBA (not premultiplied). */
export type Pixels = {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3 | 4
  readonly data: Uint8Array
}

export type Chunk = { readonly type: string; readonly data: Uint8Array }

export const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

const COLOR_TYPES = { 1: 0, 3: 2, 4: 6 } as const

/** @param ancillary chunks that stand between IHDR and IDAT, such as pHYs and iCCP */
export function encodePng(pixels: Pixels, level: 0 | 1 | 6 | 9, ancillary: readonly Chunk[] = []): Uint8Array {
  const chunks = [
    header(pixels),
    ...ancillary,
    { type: 'IDAT', data: zlibSync(level === 0 ? unfiltered(pixels) : filterUp(pixels), { level }) },
    { type: 'IEND', data: new Uint8Array(0) },
  ]
  return joinBytes([SIGNATURE, ...chunks.map(chunkBytes)])
}

export function header({ width, height, channels }: Omit<Pixels, 'data'>): Chunk {
  const data = new Uint8Array(13)
  const view = new DataView(data.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  data[8] = 8
  data[9] = COLOR_TYPES[channels]
  return { type: 'IHDR', data }
}

/** What is not packed gains nothing by a filter. */
function unfiltered({ width, height, channels, data }: Pixels): Uint8Array {
  const stride = width * channels
  const out = new Uint8Array((stride + 1) * height)
  for (let row = 0; row < height; row++)
    out.set(data.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1)
  return out
}

/** Each row less the row above it: flat art becomes runs of zeros. */
function filterUp({ width, height, channels, data }: Pixels): Uint8Array {
  const stride = width * channels
  const out = new Uint8Array((stride + 1) * height)
  let to = 0
  for (let row = 0; row < height; row++) {
    const from = row * stride
    out[to++] = row === 0 ? 0 : 2
    if (row === 0) {
      out.set(data.subarray(0, stride), to)
      to += stride
      continue
    }
    for (let at = from; at < from + stride; at++) out[to++] = ((data[at] ?? 0) - (data[at - stride] ?? 0)) & 255
  }
  return out
}

export function chunkBytes({ type, data }: Chunk): Uint8Array {
  const out = new Uint8Array(12 + data.length)
  const view = new DataView(out.buffer)
  view.setUint32(0, data.length)
  for (let at = 0; at < 4; at++) out[4 + at] = type.charCodeAt(at)
  out.set(data, 8)
  view.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)))
  return out
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
