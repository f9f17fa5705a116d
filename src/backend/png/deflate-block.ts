// Writes blocks of DEFLATE with codes of their own (RFC 1951 3.2.7). The bytes depend on nothing but what is packed, which
// no zlib promises from one version or processor to the next.
import {
  DISTANCE_BASE,
  DISTANCE_EXTRA,
  DISTANCE_SYMBOL,
  DISTANCES,
  END_OF_BLOCK,
  LENGTH_EXTRA,
  LENGTH_REST,
  LENGTH_SYMBOL,
  LITERALS,
} from './deflate-codes.ts'
import { canonicalCodes, codeLengths } from './huffman.ts'

/** A stream of bits that grows: the lowest bit of a byte comes first. */
export type Bits = { bytes: Uint8Array; length: number; pending: number; count: number }

/** @param first bytes that come before all bits */
export function emptyBits(first: readonly number[]): Bits {
  const bytes = new Uint8Array(65_536)
  bytes.set(first)
  return { bytes, length: first.length, pending: 0, count: 0 }
}

/** All bits, zeros to the end of their last byte, and bytes that come after. */
export function wholeBytes(bits: Bits, last: readonly number[]): Uint8Array {
  put(bits, 0, (8 - (bits.count & 7)) & 7)
  for (const byte of last) put(bits, byte, 8)
  return bits.bytes.subarray(0, bits.length)
}

/** At most 16 bits. */
function put(bits: Bits, value: number, count: number): void {
  makeRoom(bits, 4)
  bits.pending |= value << bits.count
  bits.count += count
  while (bits.count >= 8) {
    bits.bytes[bits.length++] = bits.pending & 255
    bits.pending >>>= 8
    bits.count -= 8
  }
}

function makeRoom(bits: Bits, more: number): void {
  if (bits.length + more <= bits.bytes.length) return
  const larger = new Uint8Array(Math.max(bits.length + more, bits.bytes.length * 2))
  larger.set(bits.bytes.subarray(0, bits.length))
  bits.bytes = larger
}

type Code = { readonly lengths: Uint8Array; readonly codes: Uint16Array }

const codeOf = (frequencies: Uint32Array, most = 15): Code => {
  const lengths = codeLengths(frequencies, most)
  return { lengths, codes: canonicalCodes(lengths) }
}

/** Literals are their byte; a match is its length shifted by 16, and its distance. */
export function writeBlock(bits: Bits, tokens: Uint32Array, isLast: boolean): void {
  const literals = new Uint32Array(LITERALS)
  const distances = new Uint32Array(DISTANCES)
  for (const token of tokens) {
    const length = token >>> 16
    const symbol = length === 0 ? token : (LENGTH_SYMBOL[length] ?? 0)
    literals[symbol] = (literals[symbol] ?? 0) + 1
    if (length === 0) continue
    const distance = DISTANCE_SYMBOL[token & 0xffff] ?? 0
    distances[distance] = (distances[distance] ?? 0) + 1
  }
  literals[END_OF_BLOCK] = 1
  const literalCode = codeOf(literals)
  const distanceCode = codeOf(distances)
  put(bits, isLast ? 1 : 0, 1)
  put(bits, 2, 2)
  writeCodes(bits, literalCode.lengths, distanceCode.lengths)
  writeTokens(bits, tokens, literalCode, distanceCode)
  put(bits, literalCode.codes[END_OF_BLOCK] ?? 0, literalCode.lengths[END_OF_BLOCK] ?? 0)
}

/** The most bits that a token takes: a length and a distance, with what follows each. */
const TOKEN_BITS = 48

/** Written out: a photo has millions of them. Never more than 15 bits wait before at most 15 more. */
function writeTokens(bits: Bits, tokens: Uint32Array, literal: Code, distance: Code): void {
  makeRoom(bits, (tokens.length * TOKEN_BITS) / 8 + 8)
  const { bytes } = bits
  const { codes, lengths } = literal
  let { length: at, pending, count } = bits
  for (const token of tokens) {
    const size = token >>> 16
    const symbol = size === 0 ? token : (LENGTH_SYMBOL[size] ?? 0)
    pending |= (codes[symbol] ?? 0) << count
    count += lengths[symbol] ?? 0
    if (count >= 16) {
      bytes[at++] = pending & 255
      bytes[at++] = (pending >>> 8) & 255
      pending >>>= 16
      count -= 16
    }
    if (size === 0) continue
    const far = token & 0xffff
    const place = DISTANCE_SYMBOL[far] ?? 0
    const parts = [
      LENGTH_REST[size] ?? 0,
      LENGTH_EXTRA[size] ?? 0,
      distance.codes[place] ?? 0,
      distance.lengths[place] ?? 0,
      far - (DISTANCE_BASE[place] ?? 0),
      DISTANCE_EXTRA[place] ?? 0,
    ] as const
    for (let part = 0; part < parts.length; part += 2) {
      pending |= (parts[part] ?? 0) << count
      count += parts[part + 1] ?? 0
      if (count < 16) continue
      bytes[at++] = pending & 255
      bytes[at++] = (pending >>> 8) & 255
      pending >>>= 16
      count -= 16
    }
  }
  bits.length = at
  bits.pending = pending
  bits.count = count
}

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** Both sets of lengths as one list, its repetitions packed: 16 repeats the last length, 17 and 18 are runs of none. */
function writeCodes(bits: Bits, literals: Uint8Array, distances: Uint8Array): void {
  const [many, few] = [Math.max(257, used(literals)), Math.max(1, used(distances))]
  const steps = [...packed([...literals.subarray(0, many), ...distances.subarray(0, few)])]
  const frequencies = new Uint32Array(19)
  for (const { symbol } of steps) frequencies[symbol] = (frequencies[symbol] ?? 0) + 1
  const { lengths, codes } = codeOf(frequencies, 7)
  const listed = Math.max(4, used(Uint8Array.from(ORDER, symbol => lengths[symbol] ?? 0)))
  put(bits, many - 257, 5)
  put(bits, few - 1, 5)
  put(bits, listed - 4, 4)
  for (const symbol of ORDER.slice(0, listed)) put(bits, lengths[symbol] ?? 0, 3)
  for (const { symbol, rest, extra } of steps) {
    put(bits, codes[symbol] ?? 0, lengths[symbol] ?? 0)
    put(bits, rest, extra)
  }
}

/** How many stand before the zeros of the end. */
const used = (lengths: Uint8Array): number => lengths.findLastIndex(length => length > 0) + 1

type Step = { readonly symbol: number; readonly rest: number; readonly extra: number }

function* packed(lengths: readonly number[]): Generator<Step> {
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at] ?? 0
    let run = 1
    while (lengths[at + run] === length) run++
    at += run
    if (length > 0) {
      yield { symbol: length, rest: 0, extra: 0 }
      run--
    }
    for (; length === 0 && run >= 11; run -= Math.min(run, 138))
      yield { symbol: 18, rest: Math.min(run, 138) - 11, extra: 7 }
    if (length === 0 && run >= 3) {
      yield { symbol: 17, rest: run - 3, extra: 3 }
      run = 0
    }
    for (; run >= 3; run -= Math.min(run, 6)) yield { symbol: 16, rest: Math.min(run, 6) - 3, extra: 2 }
    for (; run > 0; run--) yield { symbol: length, rest: 0, extra: 0 }
  }
}
