// Reads a written PNG back: its chunks one by one, then all of its pixels with libvips.
import sharp from 'sharp'
import { type Diagnostic, type Text, text } from '../model/diagnostic.ts'
import { type WrittenRule, writtenRules } from './written-rules.ts'

/** What a picture must be: whole pixels, and pixels per inch. */
export type PngExpectation = { readonly width: number; readonly height: number; readonly dpi: number }

type Fault = { readonly rule: WrittenRule; readonly message: Text }

type Chunk = { readonly type: string; readonly data: DataView }

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** RGB and RGBA. */
const COLOR_TYPES = [2, 6]

/** What is wrong with a PNG, as its bytes are on disk. Nothing wrong: nothing returned. */
export async function checkWrittenPng(
  bytes: Uint8Array,
  expected: PngExpectation,
  piece: string,
): Promise<readonly Diagnostic[]> {
  const faults = await faultsOf(bytes, expected)
  return faults.map(({ rule, message }) => ({ rule, severity: writtenRules[rule].severity, message, piece }))
}

async function faultsOf(bytes: Uint8Array, expected: PngExpectation): Promise<readonly Fault[]> {
  const chunks = readChunks(bytes)
  if (!chunks) return [damaged('structure')]
  const faults = [...headerFaults(chunks, expected), ...resolutionFaults(chunks, expected), ...profileFaults(chunks)]
  if (faults.length > 0) return faults
  const why = await decodingFault(bytes, expected)
  return why === undefined ? [] : [damaged(why)]
}

const damaged = (why: string): Fault => ({
  rule: 'written-png-damaged',
  message: text(`le PNG écrit ne se relit pas (${why})`, `the PNG as written does not read back (${why})`),
})

/** Every chunk, whole and with its right checksum, from IHDR to an IEND that ends the file; undefined otherwise. */
function readChunks(bytes: Uint8Array): readonly Chunk[] | undefined {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = 8; at < bytes.length; ) {
    if (at + 12 > bytes.length) return undefined
    const length = view.getUint32(at)
    if (at + 12 + length > bytes.length) return undefined
    if (checksum(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) return undefined
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    chunks.push({ type, data: new DataView(bytes.buffer, bytes.byteOffset + at + 8, length) })
    at += 12 + length
  }
  return chunks[0]?.type === 'IHDR' && chunks.at(-1)?.type === 'IEND' ? chunks : undefined
}

/** CRC-32 by its definition (ISO/IEC 15948 annex D), a bit at a time over a nibble table of its own. */
const NIBBLES = Uint32Array.from({ length: 16 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 4; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc = (NIBBLES[(crc ^ byte) & 15] ?? 0) ^ (crc >>> 4)
    crc = (NIBBLES[(crc ^ (byte >>> 4)) & 15] ?? 0) ^ (crc >>> 4)
  }
  return (crc ^ 0xffffffff) >>> 0
}

const dataOf = (chunks: readonly Chunk[], type: string, length: number): DataView | undefined =>
  chunks.find(chunk => chunk.type === type && chunk.data.byteLength >= length)?.data

function headerFaults(chunks: readonly Chunk[], { width, height }: PngExpectation): readonly Fault[] {
  const header = dataOf(chunks, 'IHDR', 13)
  if (!header) return [damaged('IHDR')]
  const size = `${header.getUint32(0)} × ${header.getUint32(4)}`
  const isRight = header.getUint32(0) === width && header.getUint32(4) === height
  const isPlain = header.getUint8(8) === 8 && COLOR_TYPES.includes(header.getUint8(9)) && header.getUint8(12) === 0
  const wrongSize: Fault = {
    rule: 'written-png-size',
    message: text(
      `le PNG écrit fait ${size} pixels au lieu de ${width} × ${height}`,
      `the PNG as written has ${size} pixels instead of ${width} × ${height}`,
    ),
  }
  const wrongPixels: Fault = {
    rule: 'written-png-color',
    message: text('le PNG écrit n’est pas en RVB de 8 bits', 'the PNG as written is not 8-bit RGB'),
  }
  return [...(isRight ? [] : [wrongSize]), ...(isPlain ? [] : [wrongPixels])]
}

function resolutionFaults(chunks: readonly Chunk[], { dpi }: PngExpectation): readonly Fault[] {
  const perMetre = Math.round((dpi * 1000) / 25.4)
  const data = dataOf(chunks, 'pHYs', 9)
  if (data?.getUint32(0) === perMetre && data.getUint32(4) === perMetre && data.getUint8(8) === 1) return []
  const message = text(
    `le PNG écrit n’annonce pas ${dpi} points par pouce`,
    `the PNG as written does not say ${dpi} pixels per inch`,
  )
  return [{ rule: 'written-png-resolution', message }]
}

const profileFaults = (chunks: readonly Chunk[]): readonly Fault[] =>
  dataOf(chunks, 'iCCP', 20)
    ? []
    : [
        {
          rule: 'written-png-color',
          message: text('le PNG écrit n’a pas de profil de couleur', 'the PNG as written has no colour profile'),
        },
      ]

/** Decodes to the last row, a few rows at a time; the reason when libvips meets damage. */
async function decodingFault(bytes: Uint8Array, { width, height }: PngExpectation): Promise<string | undefined> {
  try {
    const last = { left: width - 1, top: height - 1, width: 1, height: 1 }
    await sharp(bytes, { failOn: 'warning', limitInputPixels: false, sequentialRead: true })
      .extract(last)
      .raw()
      .toBuffer()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : 'pixels'
  }
}
