// Photos and pixel logos made by sharp: turned, tagged, cut short, lying about their kind; each right or refused.
import { readFileSync } from 'node:fs'
import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadArtwork } from '../../src/artwork/load.ts'
import { readPhoto, realise } from '../../src/artwork/photo.ts'
import { planPixels } from '../../src/artwork/resolution.ts'
import { openProfile } from '../../src/color/profile.ts'
import type { Profile, Raster } from '../../src/model/assets.ts'

const ICC = new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url)
let profile: Profile
beforeAll(async () => {
  profile = await openProfile('test', readFileSync(ICC))
})

const WIDTH = 40
const HEIGHT = 20

/** Red at the top left, blue at the bottom right, gray-green elsewhere. */
const scene = (): Sharp => {
  const data = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const color = x < 20 && y < 10 ? [200, 40, 40] : x >= 20 && y >= 10 ? [60, 80, 150] : [120, 150, 110]
      data.set(color, (y * WIDTH + x) * 3)
    }
  return sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
}

async function realised(bytes: Uint8Array, request?: Partial<Parameters<typeof realise>[1]>): Promise<Raster> {
  const { value, diagnostics } = await readPhoto(bytes, { name: 'photo.jpg' })
  expect(diagnostics).toEqual([])
  if (!value) throw new Error('no photo')
  const { raster } = await realise(value, { pixelWidth: value.width, pixelHeight: value.height, ...request }, profile)
  return raster
}

const inkAt = ({ pixels, width }: Raster, x: number, y: number): number[] => [
  ...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
]

/** Within a few levels: JPEG is not exact. */
function expectColor(
  raster: Raster,
  x: number,
  y: number,
  [r, g, b]: readonly [number, number, number],
  tolerance = 12,
): void {
  const { c, m, y: yellow, k } = profile.fromRgb(r, g, b)
  const wanted = [c, m, yellow, k].map(share => share * 2.55)
  for (const [at, ink] of inkAt(raster, x, y).entries())
    expect(Math.abs(ink - (wanted[at] ?? 0)), `ink ${at}`).toBeLessThanOrEqual(tolerance)
}

const RED = [200, 40, 40] as const
const BLUE = [60, 80, 150] as const

describe('a photo', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is read from %s', async format => {
    const bytes = await scene()
      .toFormat(format, format === 'png' ? {} : { quality: 100 })
      .toBuffer()
    const raster = await realised(bytes)
    expect([raster.width, raster.height, raster.space]).toEqual([WIDTH, HEIGHT, 'cmyk'])
    expectColor(raster, 5, 4, RED)
    expectColor(raster, 35, 15, BLUE)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('with orientation %i stands upright', async orientation => {
    const upright = scene()
    // The inverse of what the tag asks viewers to do.
    const inverse: Readonly<Record<number, readonly (readonly [turn: number, mirror: 'none' | 'flip' | 'flop'])[]>> = {
      1: [],
      2: [[0, 'flop']],
      3: [[180, 'none']],
      4: [[0, 'flip']],
      5: [
        [90, 'none'],
        [0, 'flop'],
      ],
      6: [[270, 'none']],
      7: [
        [90, 'none'],
        [0, 'flip'],
      ],
      8: [[90, 'none']],
    }
    let turned = await upright.png().toBuffer()
    for (const [turn, mirror] of inverse[orientation] ?? [])
      turned = await sharp(turned)
        .rotate(turn)
        .flip(mirror === 'flip')
        .flop(mirror === 'flop')
        .png()
        .toBuffer()
    const bytes = await sharp(turned).withMetadata({ orientation }).jpeg({ quality: 100 }).toBuffer()
    const raster = await realised(bytes)
    expect([raster.width, raster.height]).toEqual([WIDTH, HEIGHT])
    expectColor(raster, 5, 4, RED)
    expectColor(raster, 35, 15, BLUE)
  })

  it('is cropped in upright pixels and never enlarged', async () => {
    const bytes = await scene().png().toBuffer()
    const crop = { x: 20, y: 10, width: 20, height: 10 }
    const raster = await realised(bytes, { pixelWidth: 400, pixelHeight: 200, crop })
    expect([raster.width, raster.height]).toEqual([20, 10])
    expectColor(raster, 0, 0, BLUE, 2)
    const reduced = await realised(bytes, { pixelWidth: 10, pixelHeight: 5, crop })
    expect([reduced.width, reduced.height]).toEqual([10, 5])
    expectColor(reduced, 5, 2, BLUE, 3)
  })

  it('with an embedded RGB profile is read through it', async () => {
    const plain = await scene().png().toBuffer()
    const p3 = await sharp(plain).withIccProfile('p3').png().toBuffer()
    const raster = await realised(p3)
    expectColor(raster, 5, 4, RED, 6)
    expectColor(raster, 35, 15, BLUE, 6)
  })

  it('of 16 bits is read as sRGB, not as Display P3', async () => {
    const bytes = await scene().toColourspace('rgb16').png().toBuffer()
    expectColor(await realised(bytes), 35, 15, BLUE, 3)
  })

  it('with a palette, interlaced, is read', async () => {
    expectColor(await realised(await scene().png({ palette: true, progressive: true }).toBuffer()), 35, 15, BLUE, 8)
    expectColor(await realised(await scene().jpeg({ progressive: true, quality: 100 }).toBuffer()), 35, 15, BLUE)
  })

  it('in grays prints on black alone, whether stored as gray or as RGB', async () => {
    const gray = sharp(Buffer.alloc(400, 128), { raw: { width: 20, height: 20, channels: 1 } })
    const stored = await realised(await gray.clone().toColourspace('b-w').png().toBuffer())
    const asRgb = await realised(await gray.clone().toColourspace('srgb').jpeg({ quality: 100 }).toBuffer())
    expect(stored.space).toBe('gray')
    expect(asRgb.space).toBe('gray')
    const black = 100 - (stored.pixels[0] ?? 0) / 2.55
    expect(Math.abs(profile.preview({ kind: 'cmyk', c: 0, m: 0, y: 0, k: black })[0] - 128)).toBeLessThanOrEqual(6)
  })

  it('keeps its transparency apart', async () => {
    const bytes = await scene().ensureAlpha(0.5).png().toBuffer()
    const raster = await realised(bytes)
    expect(raster.alpha?.length).toBe(WIDTH * HEIGHT)
    expect([127, 128]).toContain(raster.alpha?.[0])
    expectColor(raster, 35, 15, BLUE, 2)
    expect((await realised(await scene().ensureAlpha(1).png().toBuffer())).alpha).toBeUndefined()
  })

  it('in CMYK made for this condition keeps its inks', async () => {
    const bytes = await scene().withIccProfile(ICC.pathname).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer()
    const raster = await realised(bytes)
    const source = await sharp(bytes, { ignoreIcc: true })
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .raw()
      .toBuffer()
    expect(Buffer.from(raster.pixels).equals(source)).toBe(true)
    // White is no ink: were the values inverted, it would be solid.
    const white = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer()
    expect([...(await realised(white)).pixels.subarray(0, 4)].every(ink => ink < 3)).toBe(true)
  })

  it('is the same raster for the same request', async () => {
    const bytes = await scene().png().toBuffer()
    expect(await realised(bytes)).toBe(await realised(Uint8Array.from(bytes)))
  })
})

describe('what is not a photo', () => {
  const refusal = async (bytes: Uint8Array) => {
    const { value, diagnostics } = await readPhoto(bytes, {
      name: 'photo.jpg',
      at: { file: 'kit.yaml', line: 9, column: 3, length: 4 },
    })
    expect(value).toBeUndefined()
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]?.at).toMatchObject({ line: 9 })
    expect(diagnostics[0]?.hint).toBeDefined()
    return diagnostics[0]
  }

  it.each(['jpeg', 'png', 'webp'] as const)('a %s cut short', async format => {
    const noise = sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: 'red',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
    const bytes = await noise.toFormat(format).toBuffer()
    for (const share of [0.02, 0.5, 0.99])
      expect((await refusal(bytes.subarray(0, bytes.length * share)))?.rule).toBe('artwork-unreadable')
  })

  it.each([
    ['%PDF-1.7 ', 'PDF', 'SVG'],
    ['%!PS-Adobe-3.0 EPSF', 'EPS', 'SVG'],
    ['II*\0', 'TIFF', 'JPEG'],
    ['\0\0\0\x18ftypheic', 'HEIC', 'iPhone'],
    ['GIF89a', 'GIF', 'PNG'],
    ['BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0', 'BMP', 'PNG'],
    ['8BPS', 'Photoshop', 'PNG'],
    ['<!DOCTYPE html><html>', 'page web', 'téléchargez'],
    ['PK\x03\x04\x14\0word/document.xml', 'Word', 'PNG'],
    ['bonjour', 'ni une image', 'PNG'],
  ])('%j is named, with the way to convert it', async (start, what, how) => {
    const found = await refusal(Buffer.from(start, 'latin1'))
    expect(found?.rule).toBe('artwork-format')
    expect(found?.message.fr).toContain(what)
    expect(found?.hint?.fr).toContain(how)
  })

  it('an empty file, an SVG, an animation, a bomb', async () => {
    expect((await refusal(new Uint8Array()))?.rule).toBe('artwork-unreadable')
    expect((await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')))?.message.fr).toContain('SVG')
    const frames = await sharp(Buffer.alloc(8 * 16 * 3, 9), {
      raw: { width: 8, height: 16, channels: 3, pageHeight: 8 },
    })
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer()
    if (((await sharp(frames).metadata()).pages ?? 1) > 1) expect((await refusal(frames))?.rule).toBe('artwork-format')
    const bomb = await sharp({
      create: { width: 15_000, height: 14_000, channels: 3, background: '#fff' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect((await refusal(bomb))?.message.fr).toContain('trop grande')
  }, 30_000)
})

describe('a logo', () => {
  it('is chosen by content, whatever its name', async () => {
    const png = await scene().png().toBuffer()
    const { value } = await loadArtwork(png, { name: 'logo.svg' }, profile)
    expect(value?.marks[0]?.kind).toBe('image')
    expect([value?.width, value?.height]).toEqual([1000, 500])
    const vector = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>',
    )
    expect((await loadArtwork(vector, { name: 'logo.png' }, profile)).value?.marks[0]?.kind).toBe('path')
  })

  it('in pixels keeps its black letters on black alone, and its transparency', async () => {
    const data = Buffer.from([0, 0, 0, 255, 200, 40, 40, 255, 255, 255, 255, 0])
    const png = await sharp(data, { raw: { width: 3, height: 1, channels: 4 } })
      .png()
      .toBuffer()
    const { value } = await loadArtwork(png, { name: 'logo.png' }, profile)
    const [raster] = value?.rasters ?? []
    expect([...(raster?.pixels.subarray(0, 4) ?? [])]).toEqual([0, 0, 0, 255])
    expect([...(raster?.alpha ?? [])]).toEqual([255, 255, 0])
  })

  it('is read once, and named each time', async () => {
    const png = await scene().png().toBuffer()
    const one = await loadArtwork(png, { name: 'a.png' }, profile)
    const two = await loadArtwork(Uint8Array.from(png), { name: 'b.png' }, profile)
    expect(two.value).toBe(one.value)
    const bad = Buffer.from('%PDF-1.4')
    expect((await loadArtwork(bad, { name: 'a.ai' }, profile)).diagnostics[0]?.message.fr).toContain('a.ai')
    expect((await loadArtwork(bad, { name: 'b.ai' }, profile)).diagnostics[0]?.message.fr).toContain('b.ai')
  })
})

describe('resolution', () => {
  it('keeps what the eye can use and reports what there is', () => {
    expect(planPixels({ width: 6000, height: 4000 }, 300, 200)).toEqual({
      pixelWidth: 3543,
      pixelHeight: 2362,
      ppi: 508,
    })
    expect(planPixels({ width: 600, height: 400 }, 300, 200)).toEqual({ pixelWidth: 600, pixelHeight: 400, ppi: 50.8 })
  })
})
