// Pixel logos in every form that PNG, JPEG, GIF and WebP take: the same inks as the plain one, or refused with its sentence.
import { readFileSync } from 'node:fs'
import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadArtwork } from '../../src/artwork/load.ts'
import { openProfile } from '../../src/color/profile.ts'
import type { Profile, Raster } from '../../src/model/assets.ts'
import { animated, chunk, pixels, png } from '../artwork/png.ts'

let profile: Profile
beforeAll(async () => {
  profile = await openProfile(
    'test',
    readFileSync(new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url)),
  )
})

/** Four colours, eight by four pixels: no two corners alike. */
const COLORS = [
  [200, 40, 40],
  [60, 80, 150],
  [120, 150, 110],
  [250, 210, 40],
]
const logo = (): Sharp =>
  sharp(
    Buffer.from(Array.from({ length: 32 }, (_, at) => COLORS[(at % 8 < 4 ? 0 : 1) + (at < 16 ? 0 : 2)] ?? []).flat()),
    {
      raw: { width: 8, height: 4, channels: 3 },
    },
  )

const plain = (text = ''): string => text.replace(/[\u00a0\u202f]/g, ' ').replace('logo : ', '')

async function rasterOf(bytes: Uint8Array): Promise<Raster> {
  const { value, diagnostics } = await loadArtwork(bytes, { name: 'logo' }, profile)
  expect(diagnostics).toEqual([])
  const [raster] = value?.rasters ?? []
  if (!raster) throw new Error('no raster')
  return raster
}

async function sentences(bytes: Uint8Array): Promise<readonly string[]> {
  const { value, diagnostics } = await loadArtwork(bytes, { name: 'logo' }, profile)
  expect(value).toBeUndefined()
  return diagnostics.map(({ message, hint }) => `${plain(message.fr)} → ${plain(hint?.fr)}`)
}

describe('a PNG logo', () => {
  it('has the inks of its colours', async () => {
    const raster = await rasterOf(await logo().png().toBuffer())
    const corners = [0, 7, 24, 31].map(at => [...raster.pixels.subarray(at * 4, at * 4 + 4)])
    const wanted = COLORS.map(([r = 0, g = 0, b = 0]) => profile.fromRgb(r, g, b))
    for (const [at, { c, m, y, k }] of wanted.entries())
      for (const [ink, share] of [c, m, y, k].entries())
        expect(Math.abs((corners[at]?.[ink] ?? 0) - share * 2.55)).toBeLessThanOrEqual(2)
  })

  it.each([
    ['16 bits', () => logo().toColourspace('rgb16').png()],
    ['a palette', () => logo().png({ palette: true, colours: 4, dither: 0 })],
    ['Adam7', () => logo().png({ progressive: true })],
    ['a WebP without loss', () => logo().webp({ lossless: true })],
    ['EXIF that turns it', () => logo().rotate(270).withMetadata({ orientation: 6 }).png()],
  ])('%s: the same', async (name, make) => {
    const bytes = await make().toBuffer()
    const { depth, isPalette, isProgressive, orientation } = await sharp(bytes).metadata()
    // The encoder did write that form.
    if (name === '16 bits') expect(depth).toBe('ushort')
    if (name === 'a palette') expect(isPalette).toBe(true)
    if (name === 'Adam7') expect(isProgressive).toBe(true)
    if (name.startsWith('EXIF')) expect(orientation).toBe(6)
    const plainOne = await rasterOf(await logo().png().toBuffer())
    const raster = await rasterOf(bytes)
    expect([raster.width, raster.height]).toEqual([8, 4])
    const worst = Math.max(...raster.pixels.map((value, at) => Math.abs(value - (plainOne.pixels[at] ?? 0))))
    expect(worst).toBeLessThanOrEqual(name === 'a palette' ? 6 : 1)
  })
})

const ADOBE = readFileSync(new URL('../artwork/pictures/cmyk-adobe.jpg', import.meta.url))

/** Where the segment of Adobe begins, and its length with its marker. */
const adobe = (): { readonly at: number; readonly length: number } => {
  const at = ADOBE.indexOf('Adobe') - 4
  return { at, length: 2 + ADOBE.readUInt16BE(at + 2) }
}

describe('a JPEG in four inks', () => {
  const INKS = [200, 30, 10, 60] as const

  const expectInks = async (bytes: Uint8Array, wanted: readonly number[]): Promise<void> => {
    const { pixels: inks } = await rasterOf(bytes)
    for (const [ink, value] of wanted.entries()) expect(Math.abs((inks[ink] ?? 0) - value)).toBeLessThanOrEqual(2)
  }

  it('whose marker says YCCK keeps the inks that it was made of', async () => {
    expect(ADOBE[adobe().at + 15]).toBe(2)
    await expectInks(ADOBE, INKS)
  })

  it('whose marker says CMYK has the complements of its samples', async () => {
    const bytes = Buffer.from(ADOBE)
    bytes[adobe().at + 15] = 0
    const [r, g, b, k] = INKS
    // What the file's samples are, from inks to Y Cb Cr (ITU-T T.871, 7).
    const y = 0.299 * r + 0.587 * g + 0.114 * b
    await expectInks(bytes, [255 - y, 127 - (b - y) / 1.772, 127 - (r - y) / 1.402, k])
  })

  it('without it is refused: its inks may be read both ways', async () => {
    const { at, length } = adobe()
    expect(await sentences(Buffer.concat([ADOBE.subarray(0, at), ADOBE.subarray(at + length)]))).toEqual([
      'ce JPEG en quadrichromie ne dit pas dans quel sens lire ses encres (il y manque la marque d’Adobe) → ouvrez-le, vérifiez ses couleurs et enregistrez-le de nouveau, en RVB ou depuis Photoshop',
    ])
  })
})

const frame = (background: string) => logo().tint(background).png().toBuffer()

const frames = async (): Promise<Sharp> =>
  sharp([await frame('#a03030'), await frame('#3030a0')], { join: { animated: true } })

const ANIMATED = 'c’est une image animée → enregistrez une seule image, en PNG ou en JPEG'
const INSIDE = 'une image qu’il contient : '

const inSvg = (bytes: Buffer, type: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image width="9" height="9" href="data:image/${type};base64,${bytes.toString('base64')}"/></svg>`,
  )

describe('an animated picture is refused: no one but its owner knows which frame to print', () => {
  it('PNG', async () => {
    expect(await sentences(animated(8, 8))).toEqual([ANIMATED])
    expect(await sentences(inSvg(animated(8, 8), 'png'))).toEqual([INSIDE + ANIMATED])
  })

  it('PNG of one frame is a picture', async () => {
    const one = png(8, 8, chunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0])), pixels(8, 8))
    expect((await rasterOf(one)).pixels).toEqual((await rasterOf(png(8, 8, pixels(8, 8)))).pixels)
  })

  it('WebP', async () => {
    const bytes = await (await frames()).webp().toBuffer()
    expect((await sharp(bytes).metadata()).pages).toBe(2)
    expect(await sentences(bytes)).toEqual([ANIMATED])
    expect(await sentences(inSvg(bytes, 'webp'))).toEqual([INSIDE + ANIMATED])
  })

  it('GIF, and a GIF by itself whatever its frames', async () => {
    const bytes = await (await frames()).gif().toBuffer()
    expect((await sharp(bytes).metadata()).pages).toBe(2)
    expect(await sentences(inSvg(bytes, 'gif'))).toEqual([INSIDE + ANIMATED])
    expect(await sentences(bytes)).toEqual([
      'c’est un GIF → ouvrez l’image dans un logiciel d’images et enregistrez-la en JPEG (photo) ou en PNG (logo)',
    ])
  })
})

const DAMAGED =
  'l’image est abîmée ou incomplète → refaites la copie ou le téléchargement, ou enregistrez-la à nouveau depuis votre logiciel d’images'

describe('a picture that is not whole', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('%s cut short', async format => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
    const bytes = await sharp({ create: { width: 99, height: 99, channels: 3, background: 'red', noise } })
      .toFormat(format)
      .toBuffer()
    for (const share of [0.1, 0.6, 0.98])
      expect(await sentences(bytes.subarray(0, bytes.length * share))).toEqual([DAMAGED])
  })

  it('a header of 40 000 by 40 000 pixels on a few bytes', async () => {
    const bytes = png(40_000, 40_000, pixels(1, 1))
    expect(bytes.length).toBeLessThan(100)
    expect(await sentences(bytes)).toEqual([
      'l’image est trop grande (40000 × 40000 pixels, 200 Mpx au plus) → réduisez-la avant de la donner',
    ])
  })

  it.each([
    ['long', png(8_000_000, 24, pixels(1, 1)), '8000000 × 24'],
    ['tall', png(24, 8_000_000, pixels(1, 1)), '24 × 8000000'],
  ])('a header too %s for any picture, within the pixels allowed', async (_, bytes, size) => {
    expect(await sentences(bytes)).toEqual([
      `l’image est trop grande (${size} pixels, 65 535 de côté au plus) → réduisez-la avant de la donner`,
    ])
  })

  it('one pixel wide and very tall is read', async () => {
    expect((await rasterOf(png(1, 65_535, pixels(1, 65_535)))).width).toBe(1)
  })

  it.each([
    ['no width', png(0, 8, pixels(1, 1))],
    ['two thousand million pixels wide', png(0x7fffffff, 1, pixels(1, 1))],
    ['no pixels', png(8, 8)],
    ['pixels for one row', png(8, 8, pixels(8, 1))],
  ])('%s', async (_, bytes) => {
    const [said = '', ...more] = await sentences(bytes)
    expect(said).toMatch(/^l’image est (?:abîmée ou incomplète|trop grande) ?/)
    expect(more).toEqual([])
  })
})

describe('a large pixel logo', () => {
  const large = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#c82828' } })
      .png({ compressionLevel: 1 })
      .toBuffer()

  const printed = async (bytes: Uint8Array, width: number, height: number) => {
    const { value } = await loadArtwork(bytes, { name: 'logo' }, profile)
    const [mark] = value?.marks ?? []
    const effect = mark?.kind === 'image' ? value?.effects.get(mark.image) : undefined
    return effect?.render(width, height)
  }

  it('has the pixels that its printed size can use, whatever was enough to lay it out', async () => {
    const file = await large(9000, 1500)
    expect(await printed(file, 600, 100)).toMatchObject({ width: 7087, height: 1181 })
    expect(await printed(file, 1200, 200)).toMatchObject({ width: 9000, height: 1500 })
    expect((await rasterOf(file)).width).toBe(3000)
  })

  it('keeps its pixels as they are when the file has few', async () => {
    expect(await printed(await large(2400, 400), 600, 100)).toBeUndefined()
  })
})
