// Whether a picture's file carries a colour profile at all: decoders drop those they cannot use without a word.
import { headSegments, isJpeg } from './jpeg-segments.ts'
import { headChunks, isPng } from './png-chunks.ts'

const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

/** The file has passed a decoder: only its frame is walked here, up to the pixels. */
export function carriesProfile(bytes: Uint8Array): boolean {
  if (isPng(bytes)) return inPng(bytes)
  if (isJpeg(bytes)) return inJpeg(bytes)
  return ascii(bytes, 8, 4) === 'WEBP' && inWebp(bytes)
}

/** `iCCP` stands before the pixels (PNG 5.6). */
function inPng(bytes: Uint8Array): boolean {
  for (const { type } of headChunks(bytes)) if (type === 'iCCP') return true
  return false
}

const APP2 = 0xe2

/** APP2 segments that begin with `ICC_PROFILE` (ICC.1:2010 B.4). */
function inJpeg(bytes: Uint8Array): boolean {
  for (const { marker, data } of headSegments(bytes))
    if (marker === APP2 && ascii(data, 0, 12) === 'ICC_PROFILE\0') return true
  return false
}

/** Chunks of RIFF, each padded to an even length. */
function inWebp(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 12; at + 8 <= bytes.length; ) {
    if (ascii(bytes, at, 4) === 'ICCP') return true
    const size = view.getUint32(at + 4, true)
    at += 8 + size + (size & 1)
  }
  return false
}
