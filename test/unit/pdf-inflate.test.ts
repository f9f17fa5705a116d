// Pixels are measured by Node's zlib where nothing is wrong: it must answer what the careful way answers, byte by byte of damage.
import { zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { measureInflated } from '../../src/pdf-reader/inflate.ts'

/** Beyond what is held at once, the careful way is taken. */
const CAREFUL = 40_000_000

const pixels = Uint8Array.from({ length: 5000 }, (_, at) => (at * at) % 251)
const stream = zlibSync(pixels, { level: 6 })

const withByte = (at: number, value: number): Uint8Array => {
  const copy = stream.slice()
  copy[at] = value
  return copy
}

const followedBy = (count: number): Uint8Array => Uint8Array.from([...stream, ...new Uint8Array(count).fill(10)])

describe('measureInflated', () => {
  it('gives the size of a sound stream, whichever way it is read', () => {
    expect(measureInflated(stream, pixels.length)).toEqual({ size: pixels.length })
    expect(measureInflated(stream, CAREFUL)).toEqual({ size: pixels.length })
  })

  it('says of each damaged stream what the careful way says', () => {
    const damaged = [
      ...Array.from({ length: stream.length }, (_, at) => withByte(at, (stream[at] ?? 0) ^ 0x55)),
      ...Array.from({ length: 40 }, (_, cut) => stream.subarray(0, stream.length - cut - 1)),
      ...[1, 2, 3, 4, 9].map(followedBy),
    ]
    for (const data of damaged) {
      const careful = measureInflated(data, CAREFUL)
      // Larger than it may be: how far the reading went before it stopped is nobody's concern.
      if (careful.size > pixels.length) expect(measureInflated(data, pixels.length).size).toBeGreaterThan(pixels.length)
      else expect(measureInflated(data, pixels.length)).toEqual(careful)
    }
  })

  it('stops at what is asked for', () => {
    expect(measureInflated(stream, 100).size).toBeGreaterThan(100)
    expect(measureInflated(zlibSync(new Uint8Array(0)), 0)).toEqual({ size: 0 })
  })
})
