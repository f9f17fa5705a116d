// The inks of a picture's pixels, where its bytes are plain ones: 8 bits, in inks, deflated or as they are.
import { channelsOf } from '../../../pdf-reader/color-space.ts'
import { asStream } from '../../../pdf-reader/object.ts'
import type { PaintedImage } from '../../../pdf-reader/painted.ts'
import type { PdfDocument } from '../../../pdf-reader/read-pdf.ts'
import { type Inks, inksOf } from '../inks.ts'

export type ImageInks = {
  /** `u` from the left and `v` from the top, from 0 to 1. */
  at(u: number, v: number): Inks | undefined
}

/** Filters whose output is pixels already decoded by the reader. */
const PLAIN: readonly string[] = ['FlateDecode', 'LZWDecode', 'ASCIIHexDecode', 'ASCII85Decode', 'RunLengthDecode']

/** Undefined for what is not measured: JPEG, palettes, masks, other depths, colours to be converted. */
export function imageInks(item: PaintedImage, { all, objects }: PdfDocument): ImageInks | undefined {
  const { dict, width, height, space } = item
  if (!space || item.fill || item.image === 0 || dict.entries.has('SMask') || dict.entries.has('Mask')) return undefined
  const stream = asStream(all.find(([number]) => number === item.image)?.[1])
  const channels = channelsOf(space)
  const size = width * height * channels
  if (!stream || objects.number(dict, 'BitsPerComponent') !== 8 || size === 0) return undefined
  if (!objects.filters(stream).every(({ name }) => PLAIN.includes(name))) return undefined
  if (inksOf({ space, components: new Array<number>(channels).fill(0) }) === undefined) return undefined
  if (objects.budget.left('decodedBytes') < size) return undefined
  const { bytes } = objects.decode(stream)
  if (bytes.length < size) return undefined
  const inverted = (objects.numbers(dict, 'Decode')?.[0] ?? 0) === 1
  return {
    at: (u, v) => {
      const x = Math.min(width - 1, Math.max(0, Math.floor(u * width)))
      const y = Math.min(height - 1, Math.max(0, Math.floor(v * height)))
      const start = (y * width + x) * channels
      const components = Array.from(bytes.subarray(start, start + channels), byte =>
        inverted ? 1 - byte / 255 : byte / 255,
      )
      return inksOf({ space, components })
    },
  }
}
