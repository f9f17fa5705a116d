// Bare words by their bytes. Operators are of three letters at most, and a page has thousands: each is one object, made once.
import { latin1Between } from './bytes.ts'
import type { Keyword } from './object.ts'

const SHORT = 3

/** A hostile file may spell sixteen million of them. */
const MOST = 1024

const known = new Map<number, Keyword>()

export function keywordIn(bytes: Uint8Array, start: number, end: number): Keyword {
  const length = end - start
  if (length > SHORT) return { kind: 'keyword', value: latin1Between(bytes, start, end) }
  let key = length
  for (let at = start; at < end; at++) key = key * 256 + (bytes[at] ?? 0)
  const found = known.get(key)
  if (found) return found
  const made: Keyword = { kind: 'keyword', value: latin1Between(bytes, start, end) }
  if (known.size < MOST) known.set(key, made)
  return made
}
