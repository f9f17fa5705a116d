// Bands as resvg draws them to the rows of a PNG: RGB where the material is known to hide all behind it, packed band by
// band; else RGBA with straight alpha, or RGB when nothing turns out to show through.
import { type Packed, packRows } from './pack-rows.ts'
import type { Band, Size } from './rasterize.ts'

/** Takes bands from the top. */
export type PicturePacker = { readonly add: (band: Band) => void; readonly finish: () => Packed }

export type Content = {
  /** Every pixel is known to be covered: alpha is not even looked at. */
  readonly opaque: boolean
  /** There may be photos. */
  readonly photographic: boolean
}

export const packPicture = (size: Size, { opaque, photographic }: Content): PicturePacker =>
  opaque ? packAtOnce(size, photographic) : packWhole(size, photographic)

function packAtOnce({ width }: Size, photographic: boolean): PicturePacker {
  const { add, finish } = packRows(width, 3, photographic)
  return { add: ({ rgba }) => add(wordsOf(rgba)), finish }
}

/** What a pixel that shows through does to all others is known at the end. A band that is all stays where it is. */
function packWhole({ width, height }: Size, photographic: boolean): PicturePacker {
  let all: Uint32Array = new Uint32Array(0)
  let isOpaque = true
  return {
    add({ top, rgba }) {
      const words = wordsOf(rgba)
      if (all.length === 0) all = words.length === width * height ? words : new Uint32Array(width * height)
      if (all !== words) all.set(words, top * width)
      isOpaque = straighten(all.subarray(top * width, top * width + words.length)) && isOpaque
    },
    finish() {
      const { add, finish } = packRows(width, isOpaque ? 3 : 4, photographic)
      add(all)
      return finish()
    },
  }
}

/** Premultiplied to straight (ISO/IEC 15948 6.2). A pixel that shows nothing is black, so that it packs well. Says whether all is opaque. */
function straighten(words: Uint32Array): boolean {
  let isOpaque = true
  for (let at = 0; at < words.length; at++) {
    const alpha = (words[at] ?? 0) >>> 24
    if (alpha === 255) continue
    isOpaque = false
    if (alpha !== 0) words[at] = straight(words[at] ?? 0, alpha)
  }
  return isOpaque
}

/** Apart from the loop, which then runs three times faster over all the pixels that need no work. */
const straight = (word: number, alpha: number): number =>
  (alpha << 24) | (sample(word >>> 16, alpha) << 16) | (sample(word >>> 8, alpha) << 8) | sample(word, alpha)

const sample = (bits: number, alpha: number): number => Math.min(255, Math.round(((bits & 255) * 255) / alpha))

/** Pixels as words with red in the lowest byte: the same memory, where it is laid out so. */
function wordsOf(rgba: Uint8Array): Uint32Array {
  if (LITTLE && rgba.byteOffset % 4 === 0) return new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4)
  const view = new DataView(rgba.buffer, rgba.byteOffset, rgba.byteLength)
  return Uint32Array.from({ length: rgba.length / 4 }, (_, at) => view.getUint32(at * 4, true))
}

/** Whether a word's first byte is its lowest, as on every machine that Node runs on but one. */
const LITTLE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1
