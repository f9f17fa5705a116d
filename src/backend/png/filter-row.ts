// Rows of pixels as what they differ from their neighbours by (ISO/IEC 15948 9.2), and where they differ at all: most of
// a poster is as the row above.

/** Bytes that are not all zero, from `starts` to `ends`; all others of the row are. */
export type Spans = { readonly starts: Int32Array; readonly ends: Int32Array; count: number }

export const spansOf = (width: number): Spans => ({
  starts: new Int32Array(width),
  ends: new Int32Array(width),
  count: 0,
})

export const NONE = 0
export const UP = 2
export const PAETH = 4

/**
 * Writes a row less what is foretold of it, and where that is not zero.
 *
 * @param row pixels of 32 bits, red in the lowest byte
 * @param to where the row goes in `out`, which holds zeros there
 */
type Filter = (row: Uint32Array, above: Uint32Array, channels: 3 | 4, out: Uint8Array, to: number, spans: Spans) => void

/** Whether pixels are those of the row above, told faster than one by one. */
export type Alike = (from: number, to: number) => boolean

/** Pixels that are asked about at once: in a poster two blocks of three are as those above. */
const BLOCK = 256

/** By the row above. */
export function filterUp(
  row: Uint32Array,
  above: Uint32Array,
  channels: 3 | 4,
  out: Uint8Array,
  to: number,
  spans: Spans,
  isAlike: Alike,
): void {
  const { starts, ends } = spans
  const width = row.length
  let count = 0
  for (let x = 0; x < width; ) {
    const end = Math.min(width, x + BLOCK)
    if (isAlike(x, end)) {
      x = end
      continue
    }
    for (; x < end; x++) {
      if (row[x] === above[x]) continue
      starts[count] = to + x * channels
      for (; x < width; x++) {
        const pixel = row[x] ?? 0
        const over = above[x] ?? 0
        if (pixel === over) break
        const at = to + x * channels
        out[at] = (pixel & 255) - (over & 255)
        out[at + 1] = ((pixel >>> 8) & 255) - ((over >>> 8) & 255)
        out[at + 2] = ((pixel >>> 16) & 255) - ((over >>> 16) & 255)
        if (channels === 4) out[at + 3] = (pixel >>> 24) - (over >>> 24)
      }
      ends[count++] = to + x * channels
    }
  }
  spans.count = count
}

/** How many bytes are in spans. */
export function changedBytes({ starts, ends, count }: Spans): number {
  let changed = 0
  for (let index = 0; index < count; index++) changed += (ends[index] ?? 0) - (starts[index] ?? 0)
  return changed
}

/** Where many pixels are unlike the one above and unlike those on their left too, there is a photo. */
export function isPhoto(row: Uint32Array, above: Uint32Array): boolean {
  let surprises = 0
  for (let x = 1; x < row.length; x++)
    if (row[x] !== above[x] && (row[x] !== row[x - 1] || above[x] !== above[x - 1])) surprises++
  return surprises > row.length >>> 3
}

/**
 * Writes a row as it is.
 *
 * @param row pixels of 32 bits, red in the lowest byte
 */
export function filterNone(row: Uint32Array, channels: 3 | 4, out: Uint8Array, to: number, spans: Spans): void {
  let at = to
  for (let x = 0; x < row.length; x++) {
    const pixel = row[x] ?? 0
    out[at] = pixel & 255
    out[at + 1] = (pixel >>> 8) & 255
    out[at + 2] = (pixel >>> 16) & 255
    if (channels === 4) out[at + 3] = pixel >>> 24
    at += channels
  }
  spans.starts[0] = to
  spans.ends[0] = at
  spans.count = 1
}

/** By the neighbour that Paeth foretells from the left, from above, and from between. */
export const filterPaeth: Filter = (row, above, channels, out, to, spans) => {
  const { starts, ends } = spans
  const width = row.length
  let count = 0
  let left = 0
  let corner = 0
  let from = -1
  for (let x = 0; x < width; x++) {
    const pixel = row[x] ?? 0
    const over = above[x] ?? 0
    const at = to + x * channels
    if (pixel === over && left === corner) {
      if (from >= 0) {
        starts[count] = from
        ends[count++] = at
        from = -1
      }
    } else {
      if (from < 0) from = at
      out[at] = (pixel & 255) - foretold(left & 255, over & 255, corner & 255)
      out[at + 1] = ((pixel >>> 8) & 255) - foretold((left >>> 8) & 255, (over >>> 8) & 255, (corner >>> 8) & 255)
      out[at + 2] = ((pixel >>> 16) & 255) - foretold((left >>> 16) & 255, (over >>> 16) & 255, (corner >>> 16) & 255)
      if (channels === 4) out[at + 3] = (pixel >>> 24) - foretold(left >>> 24, over >>> 24, corner >>> 24)
    }
    left = pixel
    corner = over
  }
  if (from >= 0) {
    starts[count] = from
    ends[count++] = to + width * channels
  }
  spans.count = count
}

function foretold(left: number, over: number, corner: number): number {
  const onLeft = Math.abs(over - corner)
  const onTop = Math.abs(left - corner)
  const between = Math.abs(left + over - corner - corner)
  if (onLeft <= onTop && onLeft <= between) return left
  return onTop <= between ? over : corner
}
