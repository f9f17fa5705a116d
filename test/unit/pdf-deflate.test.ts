// Our deflate of small streams against fflate's, byte for byte: the bytes of a PDF depend on neither the machine nor the day.
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { deflate } from '../../src/backend/pdf/deflate.ts'
import { SMALL } from '../../src/backend/pdf/matches.ts'

let seed = 20_100
const random = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

const bytesOf = (length: number, next: (at: number, before: Uint8Array) => number): Uint8Array => {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at++) bytes[at] = next(at, bytes)
  return bytes
}

const sizes = [0, 1, 2, 3, 4, 5, 8, 31, 300, 1031, 4000, 9999, SMALL - 1, SMALL]

/** What deflate meets: noise, few letters, long repeats, nothing but zeros, frequencies far apart, and numbers. */
const kinds: Readonly<Record<string, (length: number) => Uint8Array>> = {
  noise: length => bytesOf(length, () => random() * 256),
  'few letters': length => bytesOf(length, () => 48 + random() * 10),
  repeats: length => bytesOf(length, (at, before) => (random() < 0.02 ? random() * 256 : (before[at - 97] ?? 7))),
  zeros: length => new Uint8Array(length),
  'far apart': length => bytesOf(length, () => Math.floor(-40 * Math.log(random() + 1e-9))),
  'one of a kind': length => bytesOf(length, at => at),
  numbers: length => {
    let text = ''
    while (text.length < length) text += `${(random() * 900).toFixed(5)} ${(random() * 90).toFixed(2)} l\n`
    return Buffer.from(text.slice(0, length))
  },
}

describe('deflate', () => {
  for (const [kind, make] of Object.entries(kinds))
    it(`writes ${kind} as fflate does`, () => {
      for (const size of [...sizes, ...Array.from({ length: 20 }, () => Math.floor(random() * SMALL))])
        for (const level of [6, 9] as const) {
          const data = make(size)
          const written = deflate(data, level)
          expect(Buffer.compare(written, zlibSync(data, { level })), `${size} bytes, level ${level}`).toBe(0)
          expect(Buffer.compare(inflateSync(written), data)).toBe(0)
        }
    })

  it('leaves large streams to fflate', () => {
    const data = readFileSync(new URL('../../assets/fonts/source-sans-3/400.ttf', import.meta.url)).subarray(
      0,
      SMALL + 1,
    )
    expect(Buffer.compare(deflate(data, 6), zlibSync(data, { level: 6 }))).toBe(0)
  })

  it('owes nothing to the stream before', () => {
    const data = kinds.numbers?.(3000) ?? new Uint8Array(0)
    const first = deflate(data, 6)
    deflate(kinds.noise?.(SMALL) ?? data, 9)
    expect(Buffer.compare(deflate(data, 6), first)).toBe(0)
  })
})
