// The checksum of a zlib stream (RFC 1950 8.2), that runs of zeros cost nothing.

const MODULUS = 65_521

/** As many bytes as can be added before the sums leave 32 bits (zlib's NMAX, less for signed numbers). */
const MOST = 3800

export type Adler = { low: number; high: number }

export function addBytes(sum: Adler, bytes: Uint8Array, from: number, to: number): void {
  let { low, high } = sum
  for (let at = from; at < to; ) {
    for (const stop = Math.min(to, at + MOST); at < stop; at++) {
      low += bytes[at] ?? 0
      high += low
    }
    low %= MODULUS
    high %= MODULUS
  }
  sum.low = low
  sum.high = high
}

export function addZeros(sum: Adler, length: number): void {
  sum.high = (sum.high + sum.low * length) % MODULUS
}
