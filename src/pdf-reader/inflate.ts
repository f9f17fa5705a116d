// Deflate with a hard ceiling. The output is taken in pieces, so that a bomb is stopped before it fills the memory.
import { inflateSync } from 'node:zlib'
import { Inflate } from 'fflate'
import type { Budget } from './budget.ts'
import { concat, uint } from './bytes.ts'

export type Decoded = {
  readonly bytes: Uint8Array
  /** Why the bytes cannot be trusted, when they cannot. */
  readonly damage?: string
}

/** Bytes handed over at once: they may come out a thousand times larger. */
const PIECE = 8192

/** A zlib stream (RFC 1950). What could be read before a mistake is kept, with the mistake named. */
export function inflate(data: Uint8Array, budget: Budget): Decoded {
  if (!hasZlibHeader(data)) return { bytes: new Uint8Array(0), damage: 'zlib header' }
  const sound = inflateSound(data, budget)
  if (sound) return { bytes: sound }
  if (!budget.spend('decodedBytes', 0)) return { bytes: new Uint8Array(0), damage: 'limit' }
  const { bytes, damage } = inflateRaw(data.subarray(2), budget)
  if (damage !== undefined || budget.exhausted) return { bytes, damage: damage ?? 'limit' }
  return checksumMatches(data, adler32(bytes)) ? { bytes } : { bytes, damage: 'zlib checksum' }
}

/** What came out of data that is kept itself; null before it was asked for. */
const inflated = new WeakMap<Uint8Array, Uint8Array | null>()

/** Above this it is inflated again. */
const MOST_KEPT = 65_536

/** Tells that these bytes will be met again, and stay as they are. */
export function keepInflated(data: Uint8Array): void {
  inflated.set(data, null)
}

/** Node's own zlib, several times faster, for streams in which nothing is wrong; the careful way reads the others. */
function inflateSound(data: Uint8Array, budget: Budget): Uint8Array | undefined {
  try {
    const before = inflated.get(data)
    const most = Math.max(1, budget.left('decodedBytes'))
    const bytes = before ?? inflateSync(data, { maxOutputLength: most, chunkSize: roomFor(data) })
    // A copy: what zlib gives lies in a larger block.
    if (before === null && bytes.length <= MOST_KEPT) inflated.set(data, new Uint8Array(bytes))
    return budget.spend('decodedBytes', bytes.length) ? bytes : undefined
  } catch (error) {
    // A bomb is not inflated a second time by the careful way, which is slower.
    if (isTooLarge(error)) budget.allow('decodedBytes', Number.POSITIVE_INFINITY)
    return undefined
  }
}

/** Node's word for more output than `maxOutputLength`. */
const isTooLarge = (error: unknown): boolean =>
  error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

/** Node's own size of a piece of what comes out. */
const PIECE_OUT = 16_384

/** Small streams take little memory; a profile comes out in one piece, which need not be put together. */
const roomFor = ({ length }: Uint8Array): number =>
  length < PIECE_OUT / 4 ? Math.max(1024, 4 * length) : Math.max(PIECE_OUT, Math.min(2 * length, 4_000_000))

/** Size and soundness of a zlib stream whose bytes nobody needs: pixels. Stops past `most`, keeps nothing. */
export function measureInflated(data: Uint8Array, most: number): { readonly size: number; readonly damage?: string } {
  if (!hasZlibHeader(data)) return { size: 0, damage: 'zlib header' }
  const sound = most <= AT_ONCE ? measureSound(data, most) : undefined
  if (sound !== undefined) return { size: sound }
  let size = 0
  let sum = 1
  const stream = new Inflate(part => {
    size += part.length
    sum = adler32(part, sum)
  })
  try {
    for (let at = 2; at < data.length && size <= most; at += PIECE)
      stream.push(data.subarray(at, at + PIECE), at + PIECE >= data.length)
  } catch {
    return { size, damage: 'deflate' }
  }
  return size > most || checksumMatches(data, sum) ? { size } : { size, damage: 'zlib checksum' }
}

/** Pixels that may be held whole for the time of a look: those of most pictures. */
const AT_ONCE = 32_000_000

/** The size, by Node's own zlib, of a stream in which nothing is wrong, up to its last byte; the careful way reads the others. */
function measureSound(data: Uint8Array, most: number): number | undefined {
  try {
    // With `info` it also tells how much of the data it took, which its types do not say.
    const read: unknown = inflateSync(data, { maxOutputLength: Math.max(1, most), info: true })
    return isWithInfo(read) && data.length - read.engine.bytesWritten <= LINE_END ? read.buffer.length : undefined
  } catch {
    return undefined
  }
}

/** A writer may have counted the line end before `endstream` in the length. */
const LINE_END = 2

type WithInfo = { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } }

const isWithInfo = (value: unknown): value is WithInfo =>
  typeof value === 'object' && value !== null && 'buffer' in value && 'engine' in value

const hasZlibHeader = (data: Uint8Array): boolean => {
  const first = data[0] ?? 0
  const second = data[1] ?? 0
  return data.length > 5 && (first & 15) === 8 && (first * 256 + second) % 31 === 0 && (second & 32) === 0
}

function inflateRaw(data: Uint8Array, budget: Budget): Decoded {
  const parts: Uint8Array[] = []
  const stream = new Inflate(part => parts.push(part))
  let damage: string | undefined
  try {
    for (let at = 0; at < data.length; at += PIECE) {
      const before = parts.length
      stream.push(data.subarray(at, at + PIECE), at + PIECE >= data.length)
      const grown = parts.slice(before).reduce((sum, part) => sum + part.length, 0)
      if (!budget.spend('decodedBytes', grown)) break
    }
  } catch {
    // fflate throws on a mistake in the data; what was read stays.
    damage = 'deflate'
  }
  return damage === undefined ? { bytes: concat(parts) } : { bytes: concat(parts), damage }
}

/** The checksum ends the data, or nearly. */
function checksumMatches(data: Uint8Array, sum: number): boolean {
  return [0, 1, 2].some(extra => uint(data, data.length - 4 - extra, 4) === sum)
}

function adler32(bytes: Uint8Array, start = 1): number {
  let a = start % 65536
  let b = Math.floor(start / 65536)
  for (let at = 0; at < bytes.length; ) {
    // 3800 bytes are the most that cannot overflow 32 bits before the remainder is taken.
    const end = Math.min(at + 3800, bytes.length)
    for (; at < end; at++) {
      a += bytes[at] ?? 0
      b += a
    }
    a %= 65521
    b %= 65521
  }
  return b * 65536 + a
}
