// The chunks of a PNG that stand before its pixels (PNG 5.3, 5.6): what they say of a picture that decoders pass over.

export type PngChunk = { readonly type: string; readonly data: Uint8Array }

const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

export const isPng = (bytes: Uint8Array): boolean => ascii(bytes, 1, 3) === 'PNG'

/** Up to the first `IDAT`, or as far as the file goes. */
export function* headChunks(bytes: Uint8Array): Generator<PngChunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const type = ascii(bytes, at + 4, 4)
    if (type === 'IDAT') return
    yield { type, data: bytes.subarray(at + 8, at + 8 + length) }
    at += 12 + length
  }
}

/** Pictures in an animated PNG (`acTL`, PNG 11.3.4.1); one in any other. */
export function framesOf(bytes: Uint8Array): number {
  if (!isPng(bytes)) return 1
  for (const { type, data } of headChunks(bytes))
    if (type === 'acTL' && data.length >= 4) return new DataView(data.buffer, data.byteOffset, 4).getUint32(0)
  return 1
}
