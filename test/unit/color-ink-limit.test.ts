// Less ink for the same colour, grays of logos on black alone, intents: on the profile that we ship.
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { loadArtwork } from '../../src/artwork/load.ts'
import { readPhoto, realise } from '../../src/artwork/photo.ts'
import { deltaE2000 } from '../../src/color/delta-e.ts'
import { neutralBlack, neutralInk } from '../../src/color/neutral.ts'
import { openProfile } from '../../src/color/profile.ts'
import type { Profile } from '../../src/model/assets.ts'
import { BLACK, cmyk, totalInk } from '../../src/model/ink.ts'
import { imagesOf, inksOf } from '../../src/sheet/walk.ts'

const bytes = new Uint8Array(readFileSync(new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url)))
const open = (use: Parameters<typeof openProfile>[2]): Promise<Profile> => openProfile('test', bytes, use)

/** Inks over a limit without a pattern, the same at each run. */
function heavy(count: number, limit: number): Uint8Array {
  const pixels: number[] = []
  for (let seed = 1; pixels.length < count * 4; seed++) {
    const inks = [0, 8, 16, 24].map(shift => (Math.imul(seed, 2654435761) >>> shift) & 255)
    if (inks.reduce((sum, ink) => sum + ink, 0) > (limit + 1) * 2.55) pixels.push(...inks)
  }
  return Uint8Array.from(pixels)
}

const inkAt = (pixels: Uint8Array, at: number) =>
  cmyk(
    (pixels[at] ?? 0) / 2.55,
    (pixels[at + 1] ?? 0) / 2.55,
    (pixels[at + 2] ?? 0) / 2.55,
    (pixels[at + 3] ?? 0) / 2.55,
  )

const page = readFileSync(new URL('../../docs/couleurs.fr.md', import.meta.url), 'utf8')

/** Mean, 95th percentile and largest CIEDE2000 that the page states for a limit. */
function stated(limit: number): readonly number[] {
  const cells =
    page
      .split('\n')
      .find(line => line.startsWith(`| ${limit}\u00a0% |`))
      ?.split('|') ?? []
  return cells.slice(2, 5).map(cell => Number(cell.trim().replace(',', '.')))
}

describe('a limit of total ink', () => {
  it.each([300, 280, 240, 230])('of %d keeps the colour of 1000 heavy inks as the page says', async limit => {
    const profile = await open({ maxInk: limit })
    const before = heavy(1000, limit)
    const after = profile.withinInk(before)
    const differences: number[] = []
    for (let at = 0; at < before.length; at += 4) {
      expect(totalInk(inkAt(after, at))).toBeLessThanOrEqual(limit)
      differences.push(deltaE2000(profile.lab(inkAt(before, at)), profile.lab(inkAt(after, at))))
    }
    differences.sort((one, other) => one - other)
    const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length
    const measured = [mean, differences[949] ?? Number.NaN, differences[999] ?? Number.NaN]
    const limits = stated(limit)
    expect(limits).toHaveLength(3)
    measured.forEach((value, at) => expect(value).toBeLessThanOrEqual(limits[at] ?? Number.NaN))
  })

  it('touches nothing that is within it', async () => {
    const profile = await open({ maxInk: 280 })
    const light = Uint8Array.of(255, 255, 0, 0, 255, 100, 100, 255)
    expect(profile.withinInk(light)).toBe(light)
    const mixed = Uint8Array.of(255, 255, 0, 0, 255, 255, 255, 255)
    const after = profile.withinInk(mixed)
    expect([...after.subarray(0, 4)]).toEqual([255, 255, 0, 0])
    expect(totalInk(inkAt(after, 4))).toBeLessThanOrEqual(280)
    expect([...mixed.subarray(4)]).toEqual([255, 255, 255, 255])
  })

  it('holds for what is separated from RGB, colours and pixels', async () => {
    const wide = await open({})
    const narrow = await open({ maxInk: 230 })
    expect(totalInk(wide.fromRgb(0, 0, 5))).toBeGreaterThan(280)
    const less = narrow.fromRgb(0, 0, 5)
    expect(totalInk(less)).toBeLessThanOrEqual(230)
    expect(deltaE2000(wide.lab(wide.fromRgb(0, 0, 5)), wide.lab(less))).toBeLessThan(1.5)
    const pixels = narrow.fromRgbPixels(Uint8Array.of(0, 0, 5, 20, 10, 0, 255, 255, 255))
    for (const at of [0, 4, 8]) expect(totalInk(inkAt(pixels, at))).toBeLessThanOrEqual(231)
  })

  it('is said of a photo whose own inks pass it, and of a logo, and not of one within it', async () => {
    const profile = await open({ maxInk: 280 })
    const notes = async (share: number) => {
      const { value } = await readPhoto(await cmykJpeg(share), { name: 'p.jpg' })
      if (!value) throw new Error('no photo')
      return realise(value, { pixelWidth: 16, pixelHeight: 16 }, profile)
    }
    expect((await notes(160)).diagnostics).toEqual([])
    const { diagnostics, raster } = await notes(230)
    expect(diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([['ink-reduced', 'note']])
    expect(diagnostics[0]?.message.fr).toContain('280')
    expect(totalInk(inkAt(raster.pixels, 0))).toBeLessThanOrEqual(280)
    const logo = await loadArtwork(await cmykJpeg(230), { name: 'logo.jpg' }, profile)
    expect(logo.value).toBeDefined()
    expect(logo.diagnostics.map(({ rule }) => rule)).toEqual(['ink-reduced'])
  })
})

const SIDE = 16

/** A flat TIFF of four inks (TIFF 6.0, section 16), which sharp turns into a CMYK JPEG as it is. */
function cmykTiff(share: number): Buffer {
  const pixels = Buffer.alloc(SIDE * SIDE * 4, share)
  const fields: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, 3, 1, SIDE],
    [257, 3, 1, SIDE],
    [258, 3, 4, 8 + pixels.length],
    [259, 3, 1, 1],
    [262, 3, 1, 5],
    [273, 4, 1, 8],
    [277, 3, 1, 4],
    [278, 3, 1, SIDE],
    [279, 4, 1, pixels.length],
  ]
  const directory = Buffer.alloc(2 + fields.length * 12 + 4)
  directory.writeUInt16LE(fields.length, 0)
  fields.forEach(([tag, type, count, value], index) => {
    const at = 2 + index * 12
    directory.writeUInt16LE(tag, at)
    directory.writeUInt16LE(type, at + 2)
    directory.writeUInt32LE(count, at + 4)
    directory.writeUInt32LE(value, at + 8)
  })
  const header = Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0])
  header.writeUInt32LE(8 + pixels.length + 8, 4)
  return Buffer.concat([header, pixels, Buffer.from([8, 0, 8, 0, 8, 0, 8, 0]), directory])
}

const cmykJpeg = (share: number): Promise<Buffer> =>
  sharp(cmykTiff(share)).pipelineColourspace('cmyk').toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer()

describe('the intent', () => {
  it('is relative unless perceptual is chosen, for colours and for pixels', async () => {
    const [relative, perceptual] = [await open({}), await open({ intent: 'perceptual' })]
    expect(relative.key).not.toBe(perceptual.key)
    // transicc -t1 -b and -t0.
    expect(relative.fromRgb(200, 16, 46)).toEqual(cmyk(12.8, 97.9, 77.1, 6.4))
    expect(perceptual.fromRgb(200, 16, 46)).toEqual(cmyk(12.4, 96.9, 77.2, 5.9))
    const pixels = perceptual.fromRgbPixels(Uint8Array.of(200, 16, 46))
    const exact = [12.4, 96.9, 77.2, 5.9]
    for (const [at, value] of pixels.entries()) expect(Math.abs(value / 2.55 - (exact[at] ?? 0))).toBeLessThan(0.8)
    expect(relative.preview(BLACK)).toEqual(perceptual.preview(BLACK))
  })
})

describe('grays of logos', () => {
  // What layout programs show of K 100, and of K 80 and 50 under FOGRA39.
  it.each([
    ['#000000', 100],
    ['#1d1d1b', 100],
    ['#231f20', 100],
    ['#1a171b', 100],
    ['#2b2523', 100],
  ])('%s is solid black', async (hex, black) => {
    const profile = await open({})
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
    expect(neutralInk(profile, r, g, b)).toEqual(cmyk(0, 0, 0, black))
  })

  it.each(['#575756', '#9d9d9c', '#dadada', '#ffffff'])('%s is black alone', async hex => {
    const profile = await open({})
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
    const black = neutralBlack(profile, r, g, b)
    expect(black).toBeLessThan(90)
  })

  it.each(['#0a0a30', '#003300', '#f5efea', '#708090', '#c8102e'])('%s keeps its hue', async hex => {
    const profile = await open({})
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
    expect(neutralBlack(profile, r, g, b)).toBeUndefined()
  })

  it('are the same in a drawing and in pixels, and four inks in a photo', async () => {
    const profile = await open({})
    const colors = [
      [29, 29, 27],
      [87, 87, 86],
      [200, 16, 46],
    ]
    const png = await sharp(Buffer.from(colors.flat()), { raw: { width: 3, height: 1, channels: 3 } })
      .png()
      .toBuffer()
    const rects = colors.map((rgb, x) => `<rect x="${x}" width="1" height="1" fill="rgb(${rgb.join(' ')})"/>`).join('')
    const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1">${rects}</svg>`)
    const drawn = (await loadArtwork(svg, { name: 'l.svg' }, profile)).value
    const pixels = (await loadArtwork(png, { name: 'l.png' }, profile)).value
    const raster = pixels?.rasters[0]
    if (!drawn || !raster) throw new Error('refused')
    expect(imagesOf(pixels)).toEqual([raster.id])
    inksOf(drawn).forEach((ink, at) => {
      const near = inkAt(raster.pixels, at * 4)
      if (ink.kind !== 'cmyk') throw new Error('not process')
      for (const channel of ['c', 'm', 'y', 'k'] as const)
        expect(Math.abs(ink[channel] - near[channel])).toBeLessThan(1)
    })
    expect(inksOf(drawn)[0]).toEqual(BLACK)
    const { value: photo } = await readPhoto(png, { name: 'p.png' })
    if (!photo) throw new Error('no photo')
    const { raster: inks } = await realise(photo, { pixelWidth: 3, pixelHeight: 1 }, profile)
    expect(inkAt(inks.pixels, 0).c).toBeGreaterThan(30)
  })
})
