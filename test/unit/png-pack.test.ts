// The packer of PNG rows: whatever is drawn comes back pixel for pixel, and the bytes are the same on every machine.
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { codeLengths } from '../../src/backend/png/huffman.ts'
import { packPicture } from '../../src/backend/png/pack-picture.ts'
import { type Packed, packRows } from '../../src/backend/png/pack-rows.ts'
import { pngFile } from '../../src/backend/png/png-chunks.ts'

type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint32Array }

const make = (width: number, height: number, color: (x: number, y: number) => number): Picture => ({
  width,
  height,
  pixels: Uint32Array.from({ length: width * height }, (_, at) => color(at % width, Math.floor(at / width))),
})

const gray = (value: number): number => ((value & 255) * 0x10101) | 0xff000000

/** Numbers without order that are the same at each run. */
const noise = (seed: number): number => Math.imul(seed ^ (seed >>> 13), 0x5bd1e995) >>> 9

const pictures: Readonly<Record<string, Picture>> = {
  'one pixel': make(1, 1, () => 0xff112233),
  'one column': make(1, 300, (_, y) => gray(y)),
  'one color': make(700, 300, () => 0xff3366cc),
  'runs of every length': make(600, 600, (x, y) => gray(x < y ? 0 : 255)),
  checks: make(301, 200, (x, y) => gray((x >> 3) % 2 === (y >> 3) % 2 ? 20 : 220)),
  gradient: make(500, 120, (x, y) => gray((x + y) >> 1)),
  noise: make(257, 130, (x, y) => (noise(x * 131 + y * 7919) & 0xffffff) | 0xff000000),
  'a photo in flat art': make(900, 200, (x, y) =>
    x > 300 ? gray(128 + 60 * Math.sin(x / 40) + (noise(x * 31 + y * 17) & 7)) : 0xffffffff,
  ),
  'rows longer than the window': make(12_000, 9, (x, y) => gray(x % 97 === y ? noise(x) : 255)),
}

const pack = ({ width, height, pixels }: Picture, channels: 3 | 4, photographic: boolean, rows = height): Packed => {
  const { add, finish } = packRows(width, channels, photographic)
  for (let at = 0; at < pixels.length; at += rows * width) add(pixels.subarray(at, at + rows * width))
  return finish()
}

/** The samples, by the book (ISO/IEC 15948 9.2): a library would turn colours by their profile. */
function unpacked({ stream, channels }: Packed, { width, height }: Pick<Picture, 'width' | 'height'>): Buffer {
  const filtered = inflateSync(stream)
  const stride = width * channels
  expect(filtered.length).toBe((stride + 1) * height)
  const out = Buffer.alloc(stride * height)
  for (let at = 0; at < out.length; at++) {
    const [row, column] = [Math.floor(at / stride), at % stride]
    const left = column < channels ? 0 : (out[at - channels] ?? 0)
    const over = out[at - stride] ?? 0
    const corner = column < channels ? 0 : (out[at - stride - channels] ?? 0)
    const guess = [0, left, over, 0, paeth(left, over, corner)][filtered[row * (stride + 1)] ?? 9] ?? Number.NaN
    out[at] = (filtered[row * (stride + 1) + 1 + column] ?? 0) + guess
  }
  return out
}

function paeth(left: number, over: number, corner: number): number {
  const guess = left + over - corner
  const nearest = Math.min(...[left, over, corner].map(one => Math.abs(guess - one)))
  return [left, over, corner].find(one => Math.abs(guess - one) === nearest) ?? 0
}

const samples = ({ pixels }: Picture, channels: 3 | 4): Buffer =>
  Buffer.from([...pixels].flatMap(pixel => [pixel, pixel >>> 8, pixel >>> 16, pixel >>> 24].slice(0, channels)))

const each = Object.entries(pictures)

describe('rows of pixels', () => {
  it.each(each)('come back: %s', (_, picture) => {
    for (const channels of [3, 4] as const)
      for (const photographic of [false, true]) {
        const back = unpacked(pack(picture, channels, photographic), picture)
        expect(back.equals(samples(picture, channels))).toBe(true)
      }
  })

  it.each(each)('make one stream, in whatever pieces they come: %s', (_, picture) => {
    const whole = pack(picture, 3, true).stream
    expect(Buffer.from(pack(picture, 3, true, 7).stream).equals(whole)).toBe(true)
    expect(inflateSync(whole).length).toBe((picture.width * 3 + 1) * picture.height)
  })

  it('are packed into the same bytes everywhere', () => {
    const sum = createHash('sha256')
    for (const name of ['checks', 'noise', 'gradient', 'rows longer than the window'])
      for (const photographic of [false, true])
        sum.update(pack(pictures[name] ?? make(1, 1, () => 0), 3, photographic).stream)
    expect(sum.digest('hex')).toMatchInlineSnapshot(
      `"14314049f5280ec23a282cd61295c7ad6023f01a88f21fd0250f98ea09f590e4"`,
    )
  })

  it('of one color take almost nothing', () => {
    expect(
      pack(
        make(3508, 1000, () => 0xff3366cc),
        3,
        false,
      ).stream.length,
    ).toBeLessThan(14_000)
  })
})

describe('the file', () => {
  it('opens in a reader of others', async () => {
    const picture = make(301, 200, (x, y) => gray((x * y) >> 4))
    const file = pngFile(pack(picture, 3, false), picture, 300)
    const { width, height, channels, density } = await sharp(file, { failOn: 'warning' }).metadata()
    expect([width, height, channels, density]).toEqual([301, 200, 3, 300])
    expect((await sharp(file, { failOn: 'warning' }).raw().toBuffer()).equals(samples(picture, 3))).toBe(true)
  })
})

describe('bands', () => {
  const band = (top: number, height: number, rgba: readonly number[]) => ({ top, height, rgba: Uint8Array.from(rgba) })
  const size = { width: 2, height: 2 }

  it('are RGB when nothing shows through, known before or found out', () => {
    for (const opaque of [true, false]) {
      const { add, finish } = packPicture(size, { opaque, photographic: false })
      add(band(0, 1, [1, 2, 3, 255, 4, 5, 6, 255]))
      add(band(1, 1, [7, 8, 9, 255, 1, 2, 3, 255]))
      expect(finish().channels).toBe(3)
    }
  })

  it('are RGBA with straight alpha when one pixel shows through, and it is the last', () => {
    const { add, finish } = packPicture(size, { opaque: false, photographic: false })
    add(band(0, 1, [1, 2, 3, 255, 4, 5, 6, 255]))
    add(band(1, 1, [0, 0, 0, 0, 50, 100, 127, 128]))
    const packed = finish()
    const back = unpacked(packed, size)
    expect([...back]).toEqual([1, 2, 3, 255, 4, 5, 6, 255, 0, 0, 0, 0, 100, 199, 253, 128])
  })
})

describe('Huffman codes', () => {
  it('are never longer than asked, and fill the tree', () => {
    const fibonacci = [1, 1]
    while (fibonacci.length < 40) fibonacci.push((fibonacci.at(-1) ?? 0) + (fibonacci.at(-2) ?? 0))
    for (const most of [7, 15]) {
      const lengths = codeLengths(Uint32Array.from(fibonacci), most)
      expect(Math.max(...lengths)).toBeLessThanOrEqual(most)
      expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1)
    }
    expect([...codeLengths(Uint32Array.of(0, 5, 0), 15)]).toEqual([0, 1, 0])
  })
})
