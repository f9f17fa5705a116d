// The marker segments of a JPEG that stand before its pixels (ITU-T T.81, annex B).

export type JpegSegment = { readonly marker: number; readonly data: Uint8Array }

const START_OF_SCAN = 0xda

export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8

/** Up to the first scan, or as far as the file goes. */
export function* headSegments(bytes: Uint8Array): Generator<JpegSegment> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    if (marker === START_OF_SCAN) return
    // Any number of 0xff may fill the space before a marker (B.1.1.2).
    if (marker === 0xff) {
      at++
      continue
    }
    const length = view.getUint16(at + 2)
    yield { marker, data: bytes.subarray(at + 4, at + 2 + length) }
    at += 2 + length
  }
}

const APP14 = 0xee

/** Whether the file has Adobe's segment, which tells which way its inks go (ITU-T T.872, 6.5.3). */
export function isAdobe(bytes: Uint8Array): boolean {
  for (const { marker, data } of headSegments(bytes))
    if (marker === APP14 && String.fromCharCode(...data.subarray(0, 5)) === 'Adobe') return true
  return false
}
