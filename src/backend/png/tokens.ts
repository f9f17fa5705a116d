// Bytes of a row as tokens of DEFLATE: a literal is its byte, a match its length shifted by 16 and its distance. Each
// function writes from `count` on and returns the new count.
import { LONGEST, SHORTEST } from './deflate-codes.ts'
import { find, type Matcher, note } from './matches.ts'

/** A shorter run is cheaper as zeros, one by one. */
const LEAST_RUN = 8

/** A match takes some twenty bits, a literal four to eight. */
const LEAST_MATCH = 6

/** Of a long match, only the first places are made known. */
const NOTED = 16

/** Zeros, after a byte that may be another. */
export function pushZeros(bytes: Uint8Array, from: number, to: number, tokens: Uint32Array, start: number): number {
  let at = from
  let count = start
  if (at < to && bytes[at - 1] !== 0) {
    tokens[count++] = 0
    at++
  }
  if (to - at < LEAST_RUN) {
    for (; at < to; at++) tokens[count++] = 0
    return count
  }
  while (at < to) {
    const left = to - at
    // What is left after this one is nothing, or enough for a match.
    const length = left > LONGEST && left < LONGEST + SHORTEST ? LONGEST - SHORTEST : Math.min(LONGEST, left)
    tokens[count++] = (length << 16) | 1
    at += length
  }
  return count
}

/** A photo: bytes as they are, and its longer runs of zeros. */
export function pushPlain(bytes: Uint8Array, from: number, to: number, tokens: Uint32Array, start: number): number {
  let count = start
  for (let at = from; at < to; ) {
    const byte = bytes[at] ?? 0
    if (byte !== 0) {
      tokens[count++] = byte
      at++
      continue
    }
    let next = at + 1
    while (next < to && bytes[next] === 0) next++
    if (next - at > LEAST_RUN) count = pushZeros(bytes, at, next, tokens, count)
    else for (let zero = at; zero < next; zero++) tokens[count++] = 0
    at = next
  }
  return count
}

/**
 * Outlines: what was written before at any place, else the bytes. The last match may reach beyond `to`, up to `end`:
 * tokens then hold all up to `matcher.reached`.
 */
export function pushMatched(
  bytes: Uint8Array,
  from: number,
  to: number,
  end: number,
  matcher: Matcher,
  tokens: Uint32Array,
  start: number,
): number {
  let at = from
  let count = start
  while (at < to) {
    const match = at + 4 <= end ? find(matcher, bytes, at, end) : 0
    const length = Math.max(1, match >>> 16)
    tokens[count++] = length < LEAST_MATCH ? (bytes[at] ?? 0) : match
    const next = at + (length < LEAST_MATCH ? 1 : length)
    const noted = Math.min(next, to, end - 3, at + NOTED)
    for (; at < noted; at++) note(matcher, bytes, at)
    at = next
  }
  matcher.reached = at
  return count
}
