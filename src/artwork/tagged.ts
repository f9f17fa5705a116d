// Whether a picture's file carries a colour profile at all: decoders drop those they cannot use without a word.
const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

/** The file has passed a decoder: only its frame is walked here, up to the pixels. */
export function carriesProfile(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (ascii(bytes, 1, 3) === 'PNG') return inPng(bytes, view)
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return inJpeg(bytes, view)
  return ascii(bytes, 8, 4) === 'WEBP' && inWebp(bytes, view)
}

/** `iCCP` stands before the pixels (PNG 5.6). */
function inPng(bytes: Uint8Array, view: DataView): boolean {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = ascii(bytes, at + 4, 4)
    if (type === 'iCCP') return true
    if (type === 'IDAT') return false
  }
  return false
}

const APP2 = 0xe2
const START_OF_SCAN = 0xda

/** APP2 segments that begin with `ICC_PROFILE` (ICC.1:2010 B.4). */
function inJpeg(bytes: Uint8Array, view: DataView): boolean {
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]
    if (marker === START_OF_SCAN) return false
    // Any number of 0xff may fill the space before a marker (ITU-T T.81 B.1.1.2).
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === APP2 && ascii(bytes, at + 4, 12) === 'ICC_PROFILE\0') return true
    at += 2 + view.getUint16(at + 2)
  }
  return false
}

/** Chunks of RIFF, each padded to an even length. */
function inWebp(bytes: Uint8Array, view: DataView): boolean {
  for (let at = 12; at + 8 <= bytes.length; ) {
    if (ascii(bytes, at, 4) === 'ICCP') return true
    const size = view.getUint32(at + 4, true)
    at += 8 + size + (size & 1)
  }
  return false
}
