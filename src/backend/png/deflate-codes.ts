// Lengths and distances as DEFLATE names them (RFC 1951 3.2.5): a symbol, and bits that tell its numbers apart.

export const END_OF_BLOCK = 256
export const LITERALS = 286
export const DISTANCES = 30
export const SHORTEST = 3
export const LONGEST = 258
export const WINDOW = 32_768

/** The numbers of symbols: from `base` on, `1 << extra` of them. */
type Series = { readonly base: Uint16Array; readonly extra: Uint8Array }

function series(start: number, extras: readonly number[]): Series {
  const base = new Uint16Array(extras.length)
  let next = start
  for (const [symbol, extra] of extras.entries()) {
    base[symbol] = next
    next += 1 << extra
  }
  return { base, extra: Uint8Array.from(extras) }
}

/** 0 0 0 0, then each number of bits twice or four times, as the format does. */
const extras = (first: number, times: number, most: number): number[] => [
  ...new Array<number>(first).fill(0),
  ...Array.from({ length: most * times }, (_, index) => 1 + Math.floor(index / times)),
]

const lengths = series(SHORTEST, extras(8, 4, 5))
const distances = series(1, extras(4, 2, 13))

/** By length: its symbol, how many bits follow, and their value. 258 has a symbol of its own. */
export const LENGTH_SYMBOL = new Uint16Array(LONGEST + 1)
export const LENGTH_EXTRA = new Uint8Array(LONGEST + 1)
export const LENGTH_REST = new Uint8Array(LONGEST + 1)

for (let length = SHORTEST, symbol = 0; length < LONGEST; length++) {
  while (symbol + 1 < lengths.base.length && (lengths.base[symbol + 1] ?? 0) <= length) symbol++
  LENGTH_SYMBOL[length] = END_OF_BLOCK + 1 + symbol
  LENGTH_EXTRA[length] = lengths.extra[symbol] ?? 0
  LENGTH_REST[length] = length - (lengths.base[symbol] ?? 0)
}
LENGTH_SYMBOL[LONGEST] = LITERALS - 1

/** By distance, from 1 to 32 768: its symbol. */
export const DISTANCE_SYMBOL = new Uint8Array(WINDOW + 1)
for (let distance = 1, symbol = 0; distance <= WINDOW; distance++) {
  while (symbol + 1 < DISTANCES && (distances.base[symbol + 1] ?? 0) <= distance) symbol++
  DISTANCE_SYMBOL[distance] = symbol
}

export const DISTANCE_BASE = distances.base
export const DISTANCE_EXTRA = distances.extra
