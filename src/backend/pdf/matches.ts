// What repeats in a small stream, found as fflate finds it: the same chains, the same choices, in buffers that stay.

/** Above this a stream may take more than one block, which is left to fflate. */
export const SMALL = 20_000

/** Bits beside the code of a length and of a distance (RFC 1951 3.2.5). */
export const LENGTH_EXTRA = Uint8Array.of(
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
)
export const DISTANCE_EXTRA = Uint8Array.of(
  0,
  0,
  0,
  0,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
  7,
  8,
  8,
  9,
  9,
  10,
  10,
  11,
  11,
  12,
  12,
  13,
  13,
)

export const LONGEST = 258

/** By length or distance, its code and what is left for the extra bits: `extra << 5 | code`. */
function table(extras: Uint8Array, first: number, most: number): Int32Array {
  const codes = new Int32Array(most + 1)
  let start = first
  for (const [code, extra] of extras.entries()) {
    for (let at = start; at < start + (1 << extra) && at <= most; at++) codes[at] = ((at - start) << 5) | code
    start += 1 << extra
  }
  return codes
}

export const LENGTH_CODES = table(LENGTH_EXTRA.slice(0, -1), 3, LONGEST)
LENGTH_CODES[LONGEST] = 28
export const DISTANCE_CODES = table(DISTANCE_EXTRA, 1, 32_768)

const previous = new Uint16Array(SMALL)
const heads = new Uint16Array(1 << 15)
/** A byte as it is, or `MATCH | length << 15 | distance`. */
export const symbols = new Int32Array(SMALL)
export const MATCH = 1 << 30

/** How long a chain is followed, and the length that is good enough, by level. */
const EFFORT = { 6: { chain: 128, nice: 128 }, 9: { chain: 4096, nice: 258 } } as const

export type Level = keyof typeof EFFORT

/** Fills `symbols`; how many there are. @param data at most `SMALL` bytes */
export function findMatches(data: Uint8Array, level: Level): number {
  const { chain, nice } = EFFORT[level]
  const size = data.length
  const bits = Math.ceil(Math.max(8, Math.min(13, Math.log(size))) * 1.5)
  const mask = (1 << bits) - 1
  const shift = Math.ceil(bits / 3)
  const hashAt = (at: number): number =>
    ((data[at] ?? 0) ^ ((data[at + 1] ?? 0) << shift) ^ ((data[at + 2] ?? 0) << (2 * shift))) & mask
  heads.fill(0, 0, mask + 1)
  let count = 0
  let done = 0
  let at = 0
  for (; at + 2 < size; at++) {
    const hash = hashAt(at)
    const head = heads[hash] ?? 0
    previous[at] = head
    heads[hash] = at
    if (done > at) continue
    const found = hash === hashAt(head) ? longestAt(data, at, head, chain, nice) : 0
    if (found === 0) symbols[count++] = data[at] ?? 0
    else {
      symbols[count++] = found
      done = at + ((found >> 15) & 0x1ff)
    }
  }
  for (at = Math.max(at, done); at < size; at++) symbols[count++] = data[at] ?? 0
  return count
}

/** The longest of the chain of places that begin alike, as a symbol; 0 when there is none of three bytes. */
function longestAt(data: Uint8Array, at: number, head: number, chain: number, nice: number): number {
  const room = Math.min(LONGEST, data.length - at)
  const enough = Math.min(nice, data.length - at) - 1
  let length = 2
  let best = 0
  let place = at
  let next = head
  let distance = at - head
  for (let left = chain - 1; left > 0 && distance <= at && place !== next; left--) {
    if (data[at + length] === data[at + length - distance]) {
      let same = 0
      while (same < room && data[at + same] === data[at + same - distance]) same++
      if (same > length) {
        length = same
        best = distance
        if (same > enough) break
        next = rarest(at - distance, Math.min(distance, same - 2), next)
      }
    }
    place = next
    next = previous[place] ?? 0
    distance += (place - next) & 32767
  }
  return best === 0 ? 0 : MATCH | (length << 15) | best
}

/** Of the places inside a match, the one whose chain jumps furthest: there is least to go through from there. */
function rarest(start: number, count: number, otherwise: number): number {
  let furthest = 0
  let found = otherwise
  for (let at = start; at < start + count; at++) {
    const jump = (at - (previous[at] ?? 0)) & 32767
    if (jump > furthest) {
      furthest = jump
      found = at
    }
  }
  return found
}
