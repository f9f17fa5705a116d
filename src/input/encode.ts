// Text → bytes in the encoding of the file that it came from.
import iconv from 'iconv-lite'

/** Names as `iconv-lite` knows them. */
export const encodeText = (text: string, encoding: string): Uint8Array => new Uint8Array(iconv.encode(text, encoding))

/** Undefined when the encoding lacks a character of the text. */
export function encodeFaithfully(text: string, encoding: string): Uint8Array | undefined {
  const bytes = iconv.encode(text, encoding)
  return iconv.decode(bytes, encoding, { stripBOM: false }) === text ? new Uint8Array(bytes) : undefined
}
