// The samples of a picture of a PDF (ISO 32000-1 8.9.5): of any depth, deflated or as they are, or a JPEG already decoded.
import type { PdfObject, PdfStream } from '../../../pdf-reader/object.ts'
import { asBytes, asNumber, asStream } from '../../../pdf-reader/object.ts'
import type { Objects } from '../../../pdf-reader/objects.ts'

export type Samples = {
  readonly width: number
  readonly height: number
  readonly channels: number
  /** The highest sample: 255 for 8 bits. */
  readonly highest: number
  readonly at: (x: number, y: number, channel: number) => number
}

/** Filters whose output is samples that the reader decodes; JPEG comes decoded, JPX, JBIG2 and CCITT are not read. */
const PLAIN: readonly string[] = ['FlateDecode', 'LZWDecode', 'ASCIIHexDecode', 'ASCII85Decode', 'RunLengthDecode']

export const isJpegStream = (stream: PdfStream, objects: Objects): boolean =>
  objects.filters(stream).at(-1)?.name === 'DCTDecode'

/** An entry of a picture, by its long name, or by its short one in an inline picture (table 93). */
export const entryOf = ({ dict, number }: PdfStream, objects: Objects, long: string, short: string): PdfObject =>
  objects.resolve(dict.entries.get(long) ?? (number === 0 ? dict.entries.get(short) : undefined))

/** Undefined when they cannot be read, or are fewer than the picture says. */
export function plainSamples(stream: PdfStream, channels: number, objects: Objects): Samples | undefined {
  const number = (long: string, short: string, otherwise: number): number =>
    asNumber(entryOf(stream, objects, long, short)) ?? otherwise
  const [width, height] = [number('Width', 'W', 0), number('Height', 'H', 0)]
  const stencil = entryOf(stream, objects, 'ImageMask', 'IM') === true
  const bits = number('BitsPerComponent', 'BPC', stencil ? 1 : 0)
  if (![1, 2, 4, 8, 16].includes(bits) || !(width > 0 && height > 0 && channels > 0)) return undefined
  if (!objects.filters(stream).every(({ name }) => PLAIN.includes(name))) return undefined
  const row = Math.ceil((width * channels * bits) / 8)
  if (objects.budget.left('decodedBytes') < row * height) return undefined
  const { bytes } = objects.decode(stream)
  if (bytes.length < row * height) return undefined
  return { width, height, channels, highest: 2 ** bits - 1, at: reader(bytes, row, channels, bits) }
}

function reader(bytes: Uint8Array, row: number, channels: number, bits: number): Samples['at'] {
  if (bits === 8) return (x, y, channel) => bytes[y * row + x * channels + channel] ?? 0
  if (bits === 16) {
    return (x, y, channel) => {
      const at = y * row + 2 * (x * channels + channel)
      return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
    }
  }
  const each = 8 / bits
  return (x, y, channel) => {
    const index = x * channels + channel
    const byte = bytes[y * row + Math.floor(index / each)] ?? 0
    return (byte >> (8 - bits * ((index % each) + 1))) & (2 ** bits - 1)
  }
}

/** The bytes of a palette. */
export const tableOf = (lookup: PdfObject, objects: Objects): Uint8Array => {
  const stream = asStream(lookup)
  return asBytes(lookup) ?? (stream ? objects.decode(stream).bytes : new Uint8Array(0))
}
