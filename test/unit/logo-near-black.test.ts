// Designers' blacks and grays of a logo are black ink alone, in gradients and in pictures as in flat shapes.
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { readSvg } from '../../src/artwork/svg.ts'
import { openProfile } from '../../src/color/profile.ts'
import type { Profile } from '../../src/model/assets.ts'
import type { Ink } from '../../src/model/ink.ts'
import type { Mark } from '../../src/model/sheet.ts'
import { inksOfPaint, paintsOf } from '../../src/sheet/walk.ts'

let profile: Profile
beforeAll(async () => {
  profile = await openProfile(
    'test',
    readFileSync(new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url)),
  )
})

async function logo(body: string) {
  const source = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 40">${body}</svg>`
  const { value, diagnostics } = await readSvg(Buffer.from(source), { name: 'logo.svg', colors: new Map() }, profile)
  if (!value) throw new Error(diagnostics.map(({ message }) => message.fr).join('; '))
  return value
}

async function stopsOf(from: string, to: string): Promise<readonly Ink[]> {
  const stops = `<stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/>`
  const { marks } = await logo(
    `<linearGradient id="d">${stops}</linearGradient><rect width="40" height="40" fill="url(#d)"/>`,
  )
  const visit = (mark: Mark): readonly Ink[] =>
    mark.kind === 'group' ? mark.marks.flatMap(visit) : paintsOf(mark).flatMap(inksOfPaint)
  return marks.flatMap(visit)
}

const colours = (ink: Ink | undefined): readonly number[] => (ink?.kind === 'cmyk' ? [ink.c, ink.m, ink.y] : [-1])

/** What layout programs show of a solid black under FOGRA39, SWOP and FOGRA27, and pure black. */
const BLACKS = ['#1d1d1b', '#231f20', '#2b2523', '#000']

describe('a gradient', () => {
  it.each(BLACKS)('from %s to white is black alone all along', async black => {
    const stops = await stopsOf(black, '#fff')
    expect(stops.length).toBeGreaterThan(1)
    expect(stops[0]).toEqual({ kind: 'cmyk', c: 0, m: 0, y: 0, k: 100 })
    for (const ink of stops) expect(colours(ink)).toEqual([0, 0, 0])
  })

  it.each(BLACKS)('from %s to a red starts black alone, and has no band darker than the press shows', async black => {
    const stops = await stopsOf(black, '#e30613')
    expect(stops[0]).toEqual({ kind: 'cmyk', c: 0, m: 0, y: 0, k: 100 })
    const light = stops.map(ink => (ink.kind === 'cmyk' ? profile.lab(ink)[0] : 0))
    const drops = light.slice(1).map((L, index) => (light[index] ?? 0) - L)
    expect(Math.max(...drops)).toBeLessThan(BAND)
  })
})

/** In L*, between neighbours: black alone is 3 lighter than the darkest four inks, which come next to it. */
const BAND = 3.5

describe('a picture in a logo', () => {
  it.each(BLACKS)('has its %s in black alone, beside a red that keeps its inks', async black => {
    const half = { width: 8, height: 16, channels: 3 } as const
    const red = await sharp({ create: { ...half, background: '#e30613' } })
      .png()
      .toBuffer()
    const png = await sharp({ create: { width: 16, height: 16, channels: 3, background: black } })
      .composite([{ input: red, left: 8, top: 0 }])
      .png()
      .toBuffer()
    const { rasters } = await logo(
      `<image width="40" height="40" xlink:href="data:image/png;base64,${png.toString('base64')}"/>`,
    )
    const [image] = rasters
    if (image?.space !== 'cmyk') throw new Error('not in four inks')
    expect([...image.pixels.subarray(0, 4)]).toEqual([0, 0, 0, 255])
    expect(image.pixels[15 * 4 + 1]).toBeGreaterThan(200)
  })
})
