// Huffman codes of limited length: the lengths for given frequencies, and the canonical codes for given lengths.

/**
 * The length in bits of each symbol's code, at most `most`; 0 for a symbol that does not occur. Where one symbol only
 * occurs, its length is 1. Rare symbols are taken for less rare until the longest code is short enough.
 */
export function codeLengths(frequencies: Uint32Array, most: number): Uint8Array {
  let weights = Float64Array.from(frequencies)
  for (;;) {
    const lengths = lengthsOf(weights)
    if (lengths.every(length => length <= most)) return lengths
    weights = weights.map(weight => (weight === 0 ? 0 : Math.ceil(weight / 2) + 1))
  }
}

/** Two queues, both in order of weight: leaves, and the nodes made of two. */
function lengthsOf(weights: Float64Array): Uint8Array {
  const leaves = [...weights.keys()].filter(symbol => (weights[symbol] ?? 0) > 0)
  leaves.sort((one, other) => (weights[one] ?? 0) - (weights[other] ?? 0) || one - other)
  const lengths = new Uint8Array(weights.length)
  if (leaves.length <= 1) {
    for (const leaf of leaves) lengths[leaf] = 1
    return lengths
  }
  const count = leaves.length
  const heavy = new Float64Array(count - 1)
  const parents = new Int32Array(2 * count - 2)
  let leaf = 0
  let node = 0
  for (let made = 0; made < count - 1; made++) {
    for (let side = 0; side < 2; side++) {
      const isLeaf = leaf < count && (node >= made || (weights[leaves[leaf] ?? 0] ?? 0) <= (heavy[node] ?? 0))
      heavy[made] = (heavy[made] ?? 0) + (isLeaf ? (weights[leaves[leaf] ?? 0] ?? 0) : (heavy[node] ?? 0))
      parents[isLeaf ? leaf++ : count + node++] = made
    }
  }
  const depths = new Uint8Array(count - 1)
  for (let at = count - 3; at >= 0; at--) depths[at] = (depths[parents[count + at] ?? 0] ?? 0) + 1
  for (const [at, symbol] of leaves.entries()) lengths[symbol] = (depths[parents[at] ?? 0] ?? 0) + 1
  return lengths
}

const LONGEST_CODE = 15

/** Canonical codes (RFC 1951 3.2.2), their bits turned round as the stream takes them. */
export function canonicalCodes(lengths: Uint8Array): Uint16Array {
  const next = new Uint16Array(LONGEST_CODE + 2)
  for (const length of lengths) if (length > 0) next[length + 1] = (next[length + 1] ?? 0) + 1
  for (let length = 1; length < next.length; length++)
    next[length] = ((next[length] ?? 0) + (next[length - 1] ?? 0)) << 1
  return Uint16Array.from(lengths, length => {
    if (length === 0) return 0
    const code = next[length] ?? 0
    next[length] = code + 1
    return turned(code, length)
  })
}

function turned(code: number, length: number): number {
  let out = 0
  for (let bit = 0; bit < length; bit++) out |= ((code >>> bit) & 1) << (length - 1 - bit)
  return out
}
