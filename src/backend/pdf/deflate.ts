// Deflated streams (RFC 1950, 1951), byte for byte as fflate writes them. A kit has two dozen small ones, for each of which
// fflate takes and clears a quarter of a megabyte: here small ones are written in buffers that stay.
import { zlibSync } from 'fflate'
import { codeLengths, codesOf } from './huffman.ts'
import {
  DISTANCE_CODES,
  DISTANCE_EXTRA,
  findMatches,
  LENGTH_CODES,
  LENGTH_EXTRA,
  type Level,
  MATCH,
  SMALL,
  symbols,
} from './matches.ts'

const END = 256
const LITERALS = 288
const DISTANCES = 32
const LENGTHS = 19

type Alphabet = {
  readonly size: number
  readonly frequencies: Uint16Array
  readonly lengths: Uint8Array
  readonly codes: Uint16Array
}

const alphabet = (size: number): Alphabet => ({
  size,
  frequencies: new Uint16Array(size),
  lengths: new Uint8Array(size),
  codes: new Uint16Array(size),
})

const [literals, distances, runs] = [alphabet(LITERALS), alphabet(DISTANCES), alphabet(LENGTHS)]

/** The codes that a block need not spell out (RFC 1951 3.2.6). */
function fixedAlphabet(size: number, lengthOf: (symbol: number) => number): Alphabet {
  const made = alphabet(size)
  for (let symbol = 0; symbol < size; symbol++) made.lengths[symbol] = lengthOf(symbol)
  codesOf(made.lengths, size, made.codes)
  return made
}

const FIXED_LITERALS = fixedAlphabet(LITERALS, symbol => (symbol < 144 || symbol >= 280 ? 8 : symbol < 256 ? 9 : 7))
const FIXED_DISTANCES = fixedAlphabet(DISTANCES, () => 5)

/** The order in which the lengths of the runs' own codes are said. */
const RUN_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** A stored block is never longer than its bytes, and every other is shorter than that. */
const out = new Uint8Array(SMALL + 64)
let written = 0
let held = 0
let holding = 0

function put(value: number, bits: number): void {
  held |= value << holding
  holding += bits
  while (holding >= 8) {
    out[written++] = held
    held >>>= 8
    holding -= 8
  }
}

/** @param level 6, or 9 for what is worth any effort */
export function deflate(data: Uint8Array, level: Level): Uint8Array {
  if (data.length > SMALL) return zlibSync(data, { level })
  written = 0
  put(level === 6 ? 0x9c78 : 0xda78, 16)
  writeBlock(data, findMatches(data, level))
  const bytes = new Uint8Array(written + 4)
  bytes.set(out.subarray(0, written))
  const sum = adler32(data)
  for (let at = 0; at < 4; at++) bytes[written + at] = sum >>> (24 - 8 * at)
  return bytes
}

/** All of it as one block: stored, with fixed codes or with its own, whichever is shortest. */
function writeBlock(data: Uint8Array, count: number): void {
  const extra = countSymbols(count)
  codeLengths(literals.frequencies, LITERALS, literals.lengths, 15)
  codeLengths(distances.frequencies, DISTANCES, distances.lengths, 15)
  const said = sayLengths()
  codeLengths(runs.frequencies, LENGTHS, runs.lengths, 7)
  let spoken = LENGTHS
  while (spoken > 4 && runs.lengths[RUN_ORDER[spoken - 1] ?? 0] === 0) spoken--
  const stored = (data.length + 5) * 8
  const fixed = sizeIn(literals, FIXED_LITERALS) + sizeIn(distances, FIXED_DISTANCES) + extra
  const own = sizeIn(literals, literals) + sizeIn(distances, distances) + extra + headSize(spoken)
  put(1, 1)
  if (stored <= fixed && stored <= own) store(data)
  else if (own < fixed) {
    put(2, 2)
    putLengths(said, spoken)
    codesOf(literals.lengths, LITERALS, literals.codes)
    codesOf(distances.lengths, DISTANCES, distances.codes)
    putSymbols(count, literals, distances)
  } else {
    put(1, 2)
    putSymbols(count, FIXED_LITERALS, FIXED_DISTANCES)
  }
}

/** How often each is used; the bits beside the codes. */
function countSymbols(count: number): number {
  literals.frequencies.fill(0)
  distances.frequencies.fill(0)
  let extra = 0
  for (let at = 0; at < count; at++) {
    const symbol = symbols[at] ?? 0
    if (symbol < MATCH) add(literals, symbol)
    else {
      const length = lengthCode(symbol) & 31
      const distance = distanceCode(symbol) & 31
      extra += (LENGTH_EXTRA[length] ?? 0) + (DISTANCE_EXTRA[distance] ?? 0)
      add(literals, END + 1 + length)
      add(distances, distance)
    }
  }
  add(literals, END)
  return extra
}

function add({ frequencies }: Alphabet, symbol: number): void {
  frequencies[symbol] = (frequencies[symbol] ?? 0) + 1
}

const lengthCode = (symbol: number): number => LENGTH_CODES[(symbol >> 15) & 0x1ff] ?? 0
const distanceCode = (symbol: number): number => DISTANCE_CODES[symbol & 0x7fff] ?? 0

function sizeIn({ frequencies, size }: Alphabet, { lengths }: Alphabet): number {
  let bits = 0
  for (let symbol = 0; symbol < size; symbol++) bits += (frequencies[symbol] ?? 0) * (lengths[symbol] ?? 0)
  return bits
}

/** What says the lengths of both alphabets: a length, or a run of them: `bits << 12 | extra << 5 | code`. */
const lengthsSaid = new Uint16Array(LITERALS + DISTANCES)

const REPEAT = (2 << 12) | 16
const ZEROS = (3 << 12) | 17
const MANY_ZEROS = (7 << 12) | 18

type Said = { readonly count: number; readonly literals: number; readonly distances: number }

function sayLengths(): Said {
  runs.frequencies.fill(0)
  const [inLiterals, inDistances] = [used(literals), used(distances)]
  const count = sayRuns(distances.lengths, inDistances, sayRuns(literals.lengths, inLiterals, 0))
  for (let at = 0; at < count; at++) add(runs, (lengthsSaid[at] ?? 0) & 31)
  return { count, literals: inLiterals, distances: inDistances }
}

/** Symbols up to the last that has a code; one at least. */
function used({ lengths, size }: Alphabet): number {
  let count = size
  while (count > 1 && lengths[count - 1] === 0) count--
  return count
}

function sayRuns(lengths: Uint8Array, size: number, from: number): number {
  let count = from
  for (let at = 0; at < size; ) {
    const length = lengths[at] ?? 0
    let end = at + 1
    while (end < size && lengths[end] === length) end++
    let run = end - at
    at = end
    if (length === 0) {
      for (; run > 138; run -= 138) lengthsSaid[count++] = MANY_ZEROS | (127 << 5)
      if (run > 2) {
        lengthsSaid[count++] = run > 10 ? MANY_ZEROS | ((run - 11) << 5) : ZEROS | ((run - 3) << 5)
        run = 0
      }
    } else if (run > 3) {
      lengthsSaid[count++] = length
      for (run--; run > 6; run -= 6) lengthsSaid[count++] = REPEAT | (3 << 5)
      if (run > 2) {
        lengthsSaid[count++] = REPEAT | ((run - 3) << 5)
        run = 0
      }
    }
    for (; run > 0; run--) lengthsSaid[count++] = length
  }
  return count
}

const headSize = (spoken: number): number =>
  14 +
  3 * spoken +
  sizeIn(runs, runs) +
  2 * (runs.frequencies[16] ?? 0) +
  3 * (runs.frequencies[17] ?? 0) +
  7 * (runs.frequencies[18] ?? 0)

function putLengths({ count, ...said }: Said, spoken: number): void {
  put(said.literals - 257, 5)
  put(said.distances - 1, 5)
  put(spoken - 4, 4)
  for (let at = 0; at < spoken; at++) put(runs.lengths[RUN_ORDER[at] ?? 0] ?? 0, 3)
  codesOf(runs.lengths, LENGTHS, runs.codes)
  for (let at = 0; at < count; at++) {
    const run = lengthsSaid[at] ?? 0
    putCode(runs, run & 31)
    if ((run & 31) > 15) put((run >> 5) & 127, run >> 12)
  }
}

const putCode = ({ codes, lengths }: Alphabet, symbol: number): void => put(codes[symbol] ?? 0, lengths[symbol] ?? 0)

/** The hottest loop of all: it keeps what is held in variables of its own. */
function putSymbols(count: number, inLiterals: Alphabet, inDistances: Alphabet): void {
  const { codes, lengths } = inLiterals
  let [bits, size, to] = [held, holding, written]
  for (let at = 0; at < count; at++) {
    const symbol = symbols[at] ?? 0
    if (symbol < MATCH) {
      bits |= (codes[symbol] ?? 0) << size
      size += lengths[symbol] ?? 0
    } else {
      const length = lengthCode(symbol)
      const distance = distanceCode(symbol)
      const code = END + 1 + (length & 31)
      bits |= (codes[code] ?? 0) << size
      size += lengths[code] ?? 0
      // At most 7 bits that are held, 15 of a code, 5 beside it: they fit.
      bits |= (length >> 5) << size
      size += LENGTH_EXTRA[length & 31] ?? 0
      for (; size > 7; size -= 8) {
        out[to++] = bits
        bits >>>= 8
      }
      bits |= (inDistances.codes[distance & 31] ?? 0) << size
      size += inDistances.lengths[distance & 31] ?? 0
      for (; size > 7; size -= 8) {
        out[to++] = bits
        bits >>>= 8
      }
      bits |= (distance >> 5) << size
      size += DISTANCE_EXTRA[distance & 31] ?? 0
    }
    for (; size > 7; size -= 8) {
      out[to++] = bits
      bits >>>= 8
    }
  }
  held = bits
  holding = size
  written = to
  putCode(inLiterals, END)
  if (holding > 0) put(0, 8 - holding)
}

function store(data: Uint8Array): void {
  put(0, 2)
  if (holding > 0) put(0, 8 - holding)
  put(data.length, 16)
  put(data.length ^ 0xffff, 16)
  out.set(data, written)
  written += data.length
}

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0]
  for (let at = 0; at < bytes.length; ) {
    // So few bytes that the sums stay whole numbers of 31 bits, which are the quick ones.
    for (const end = Math.min(at + 2600, bytes.length); at < end; at++) {
      a += bytes[at] ?? 0
      b += a
    }
    a %= 65521
    b %= 65521
  }
  return b * 65536 + a
}
