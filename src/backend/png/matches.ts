// Finds where bytes were written before: chains of places that begin with the same four bytes.
import { LONGEST, WINDOW } from './deflate-codes.ts'

const HASH_BITS = 15

/** How many places are looked at: what an outline has is found early or not at all. */
const PATIENCE = 24

export type Matcher = {
  /** By hash: the last place, counted from the start of all that is packed. */
  readonly heads: Int32Array
  /** By place, modulo the window: the place before it of the same hash. */
  readonly before: Int32Array
  /** The place of the first byte of the buffer. */
  origin: number
  /** Where the last match ended in the buffer. */
  reached: number
}

export const emptyMatcher = (): Matcher => ({
  heads: new Int32Array(1 << HASH_BITS).fill(-1),
  before: new Int32Array(WINDOW),
  origin: 0,
  reached: 0,
})

/** Makes a place known. Four bytes must be there. */
export function note({ heads, before, origin }: Matcher, bytes: Uint8Array, at: number): void {
  const hash = hashOf(bytes, at)
  const place = origin + at
  before[place & (WINDOW - 1)] = heads[hash] ?? 0
  heads[hash] = place
}

/** The longest match of at least four bytes that ends before `end`, as a token; 0 where there is none. */
export function find({ heads, before, origin }: Matcher, bytes: Uint8Array, at: number, end: number): number {
  const most = Math.min(LONGEST, end - at)
  const oldest = Math.max(origin, origin + at - WINDOW)
  let place = heads[hashOf(bytes, at)] ?? 0
  let best = 3
  let distance = 0
  for (let tries = PATIENCE; tries > 0 && place >= oldest; tries--) {
    const from = place - origin
    if (bytes[from + best] === bytes[at + best]) {
      let length = 0
      while (length < most && bytes[from + length] === bytes[at + length]) length++
      if (length > best) {
        best = length
        distance = at - from
        if (length === most) break
      }
    }
    const next = before[place & (WINDOW - 1)] ?? 0
    // A place that was written over since belongs to another chain.
    if (next >= place) break
    place = next
  }
  return distance === 0 ? 0 : (best << 16) | distance
}

const hashOf = (bytes: Uint8Array, at: number): number =>
  Math.imul(
    (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24),
    0x9e3779b1,
  ) >>>
  (32 - HASH_BITS)
