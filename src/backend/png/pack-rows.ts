// Rows of pixels to a zlib stream (RFC 1950), one after the other, in little memory.
import { type Adler, addBytes, addZeros } from './adler.ts'
import { emptyBits, wholeBytes, writeBlock } from './deflate-block.ts'
import { WINDOW } from './deflate-codes.ts'
import {
  type Alike,
  changedBytes,
  filterNone,
  filterPaeth,
  filterUp,
  isPhoto,
  NONE,
  PAETH,
  spansOf,
  UP,
} from './filter-row.ts'
import { emptyMatcher } from './matches.ts'
import { pushMatched, pushPlain, pushZeros } from './tokens.ts'

export type Packed = { readonly channels: 3 | 4; readonly stream: Uint8Array }

export type RowPacker = {
  /** @param pixels 32 bits each, red in the lowest byte; any whole number of rows */
  readonly add: (pixels: Uint32Array) => void
  /** The whole stream. */
  readonly finish: () => Packed
}

/** Tokens of a block, and those of its last row: the codes follow what is drawn. */
const BLOCK = 16_384

/** What is kept of the past comes to the front of the buffer when it is full. */
const BUFFER = 1 << 19

/**
 * A row is busy when an eighth of it is unlike the row above. It is then no difference that packs best: text in few pixels
 * repeats its colours, not itself.
 */
const BUSY = 8

/** Deflate with a window of 32 KB; the fastest of all levels but one, which nobody reads. */
const HEADER = [0x78, 0x5e]

const isRepeated = (bytes: Buffer, from: number, to: number, stride: number): boolean =>
  bytes.compare(bytes, from - stride, to - stride, from, to) === 0

/** @param photographic whether there may be photos, whose rows are packed in their own way */
export function packRows(width: number, channels: 3 | 4, photographic: boolean): RowPacker {
  const stride = width * channels + 1
  const bytes = new Uint8Array(Math.max(BUFFER, WINDOW + 4 * stride))
  const tokens = new Uint32Array(BLOCK + stride)
  const spans = spansOf(width)
  const bits = emptyBits(HEADER)
  const matcher = emptyMatcher()
  const sum: Adler = { low: 1, high: 0 }
  let above: Uint32Array = new Uint32Array(width)
  let end = 0
  let count = 0

  function slide(): void {
    const kept = Math.min(WINDOW, end)
    bytes.copyWithin(0, end - kept, end)
    bytes.fill(0, kept, end)
    matcher.origin += end - kept
    end = kept
  }

  function addRow(row: Uint32Array, isAlike: Alike): void {
    if (end + stride > bytes.length) slide()
    const start = end + 1
    end += stride
    bytes[start - 1] = UP
    filterUp(row, above, channels, bytes, start, spans, isAlike)
    const isBusy = changedBytes(spans) > stride / BUSY
    const asPhoto = isBusy && photographic && isPhoto(row, above)
    if (asPhoto) {
      bytes[start - 1] = PAETH
      filterPaeth(row, above, channels, bytes, start, spans)
    } else if (isBusy && !photographic) {
      bytes[start - 1] = NONE
      filterNone(row, channels, bytes, start, spans)
    }
    tokens[count++] = bytes[start - 1] ?? 0
    addBytes(sum, bytes, start - 1, start)
    let summed = start
    let at = start
    for (let index = 0; index < spans.count; index++) {
      const from = spans.starts[index] ?? 0
      const to = spans.ends[index] ?? 0
      addZeros(sum, from - summed)
      addBytes(sum, bytes, from, to)
      summed = to
      if (to <= at) continue
      if (from > at) count = pushZeros(bytes, at, from, tokens, count)
      const next = Math.max(at, from)
      if (asPhoto) count = pushPlain(bytes, next, to, tokens, count)
      else count = pushMatched(bytes, next, to, end, matcher, tokens, count)
      at = asPhoto ? to : matcher.reached
    }
    addZeros(sum, end - summed)
    count = pushZeros(bytes, at, end, tokens, count)
    if (count < BLOCK) return
    writeBlock(bits, tokens.subarray(0, count), false)
    count = 0
  }

  return {
    add(pixels) {
      const all = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength)
      for (let at = 0; at < pixels.length; at += width) {
        const row = pixels.subarray(at, at + width)
        // The first row of a band has the last one of another above it.
        addRow(row, (from, to) => at > 0 && isRepeated(all, (at + from) * 4, (at + to) * 4, width * 4))
        above = row
      }
      above = above.slice()
    },
    finish() {
      writeBlock(bits, tokens.subarray(0, count), true)
      return { channels, stream: wholeBytes(bits, [sum.high >>> 8, sum.high & 255, sum.low >>> 8, sum.low & 255]) }
    },
  }
}
