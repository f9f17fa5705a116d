// Huffman codes as fflate builds them (ties, and codes that would be too long, included), without an object for each symbol.

/** The most symbols of any alphabet of deflate (RFC 1951 3.2.5), rounded up to what fits nine bits. */
const MOST = 512

/** Nodes of a tree: leaves are symbols in rising frequency, then come those that join two. */
const keys = new Int32Array(MOST)
const leafWeights = new Int32Array(MOST)
const joinedWeights = new Int32Array(MOST)
const parents = new Int32Array(2 * MOST)
const depths = new Int32Array(2 * MOST)

/** No frequency is larger: a block ends before. */
const BEYOND = 25_001

/**
 * Lengths of codes from frequencies, at most `most` bits each.
 *
 * @returns the longest length; `lengths` beyond the last symbol in use are left as 0
 */
export function codeLengths(frequencies: Uint16Array, symbols: number, lengths: Uint8Array, most: number): number {
  let count = 0
  lengths.fill(0)
  for (let symbol = 0; symbol < symbols; symbol++) {
    const frequency = frequencies[symbol] ?? 0
    if (frequency > 0) keys[count++] = frequency * MOST + symbol
  }
  if (count === 0) return 0
  if (count === 1) {
    lengths[(keys[0] ?? 0) % MOST] = 1
    return 1
  }
  keys.subarray(0, count).sort()
  const longest = measure(count, lengths)
  return longest > most ? shorten(count, lengths, frequencies, longest, most) : longest
}

/** Joins the two lightest again and again; on a tie a symbol comes before a joined node, as `<` has it in fflate. */
function measure(count: number, lengths: Uint8Array): number {
  for (let leaf = 0; leaf < count; leaf++) leafWeights[leaf] = Math.floor((keys[leaf] ?? 0) / MOST)
  leafWeights[count] = BEYOND
  joinedWeights[0] = (leafWeights[0] ?? 0) + (leafWeights[1] ?? 0)
  parents[0] = MOST
  parents[1] = MOST
  let joined = 1
  let oldest = 0
  let leaf = 2
  while (joined !== count - 1) {
    let weight = 0
    for (let side = 0; side < 2; side++) {
      const isJoined = oldest !== joined && (joinedWeights[oldest] ?? 0) < (leafWeights[leaf] ?? 0)
      weight += (isJoined ? joinedWeights[oldest] : leafWeights[leaf]) ?? 0
      parents[isJoined ? MOST + oldest++ : leaf++] = MOST + joined
    }
    joinedWeights[joined++] = weight
  }
  depths[MOST + joined - 1] = 0
  for (let node = joined - 2; node >= 0; node--) depths[MOST + node] = (depths[parents[MOST + node] ?? 0] ?? 0) + 1
  let longest = 0
  for (let at = 0; at < count; at++) {
    const depth = (depths[parents[at] ?? 0] ?? 0) + 1
    if (depth > longest) longest = depth
    lengths[(keys[at] ?? 0) % MOST] = depth
  }
  return longest
}

/** Codes that are too long are cut, and the room that this takes is given back by others. */
function shorten(count: number, lengths: Uint8Array, frequencies: Uint16Array, longest: number, most: number): number {
  const lengthOf = (symbol: number | undefined): number => lengths[symbol ?? 0] ?? 0
  const order = Array.from(keys.subarray(0, count), key => key % MOST)
    .sort((a, b) => a - b)
    .sort((a, b) => lengthOf(b) - lengthOf(a) || (frequencies[a] ?? 0) - (frequencies[b] ?? 0))
  const excess = longest - most
  let debt = 0
  let at = 0
  for (; at < count && lengthOf(order[at]) > most; at++) {
    debt += (1 << excess) - (1 << (longest - lengthOf(order[at])))
    lengths[order[at] ?? 0] = most
  }
  debt >>= excess
  while (debt > 0) {
    const symbol = order[at] ?? 0
    const length = lengthOf(symbol)
    if (length < most) {
      debt -= 1 << (most - length - 1)
      lengths[symbol] = length + 1
    } else at++
  }
  for (; at >= 0 && debt; at--) {
    const symbol = order[at] ?? 0
    if (lengthOf(symbol) === most) {
      lengths[symbol] = most - 1
      debt++
    }
  }
  return most
}

const starts = new Int32Array(16)

/** The codes of lengths, their bits in the order they are written (RFC 1951 3.2.2). */
export function codesOf(lengths: Uint8Array, symbols: number, codes: Uint16Array): void {
  starts.fill(0)
  for (let symbol = 0; symbol < symbols; symbol++) {
    const length = lengths[symbol] ?? 0
    if (length > 0 && length < 15) starts[length + 1] = (starts[length + 1] ?? 0) + 1
  }
  for (let length = 1; length < 16; length++) starts[length] = ((starts[length - 1] ?? 0) + (starts[length] ?? 0)) << 1
  for (let symbol = 0; symbol < symbols; symbol++) {
    const length = lengths[symbol] ?? 0
    if (length === 0) continue
    const code = starts[length] ?? 0
    starts[length] = code + 1
    codes[symbol] = reversed(code, length)
  }
}

/** Bytes with their bits the other way round. */
const TURNED = Uint8Array.from({ length: 256 }, (_, byte) => {
  let turned = 0
  for (let bit = 0; bit < 8; bit++) turned |= ((byte >> bit) & 1) << (7 - bit)
  return turned
})

const reversed = (code: number, length: number): number =>
  (((TURNED[code & 0xff] ?? 0) << 8) | (TURNED[code >> 8] ?? 0)) >> (16 - length)
