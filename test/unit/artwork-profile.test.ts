// Profiles embedded in pictures: matrix and tables, gray, ICC 2 and 4, against transicc; damaged, cut short or lying ones.
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPhoto, realise } from '../../src/artwork/photo.ts'
import { separate } from '../../src/artwork/separate.ts'
import { encodePng } from '../../src/backend/svg/png-file.ts'
import { blackOf } from '../../src/color/gray.ts'
import { readIcc } from '../../src/color/icc.ts'
import { openProfile } from '../../src/color/profile.ts'
import { convertInks, isUsableProfile } from '../../src/color/source-profile.ts'
import type { Profile, Raster } from '../../src/model/assets.ts'
import { type Flat, iccp, installed, jpegWith, pngWith, readInstalled, tableProfile } from '../fixtures/icc-profiles.ts'
import { oracle } from '../oracles.ts'

const transicc = oracle('transicc')
const OURS = fileURLToPath(new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url))
const press = new Uint8Array(readFileSync(OURS))
let profile: Profile
beforeAll(async () => {
  profile = await openProfile('test', press)
})

const COLORS = [
  [200, 40, 40],
  [60, 80, 150],
  [120, 150, 110],
  [250, 220, 30],
  [10, 90, 60],
  [230, 235, 250],
] as const

const FLAT: Flat = { width: COLORS.length, height: 1, channels: 3, data: Uint8Array.from(COLORS.flat()) }
const GRAYS = [0, 40, 90, 128, 190, 255]
const GRAY: Flat = { width: GRAYS.length, height: 1, channels: 1, data: Uint8Array.from(GRAYS) }

async function read(bytes: Uint8Array): Promise<{ raster: Raster; said: readonly string[] }> {
  const { value, diagnostics } = await readPhoto(bytes, { name: 'photo.png' })
  if (!value) throw new Error(diagnostics.map(({ message }) => message.en).join())
  const made = await realise(value, { pixelWidth: value.width, pixelHeight: value.height }, profile)
  return {
    raster: made.raster,
    said: [...diagnostics, ...made.diagnostics].map(({ rule, message }) => `${rule}: ${message.fr}`),
  }
}

function converted(options: readonly string[], colors: readonly (readonly number[])[], width: number): number[][] {
  const input = `${colors.map(color => color.join('\n')).join('\n')}\nq\n`
  const stdout = transicc.text(['-n', '-c0', ...options], { input })
  const numbers = [...stdout.matchAll(/-?\d+\.\d+/g)].map(match => Number(match[0]))
  return colors.map((_, row) => numbers.slice(row * width, (row + 1) * width))
}

const onDisk = (name: string, bytes: Uint8Array): string => {
  const path = join(tmpdir(), `signakit-${process.pid}-${name}.icc`)
  writeFileSync(path, bytes)
  return path
}

const TABLES = { 'tables, ICC 2': tableProfile(2), 'tables, ICC 4': tableProfile(4) }

/** Two levels of 255: the grid of pixels, and the rounding of each side. */
const near = (raster: Raster, theirs: readonly (readonly number[])[]): void => {
  for (const [at, row] of theirs.entries()) {
    expect(row).toHaveLength(4)
    for (const [ink, percent] of row.entries())
      expect(Math.abs((raster.pixels[at * 4 + ink] ?? -99) - percent * 2.55), `colour ${at}, ink ${ink}`).toBeLessThan(
        2,
      )
  }
}

describe.skipIf(transicc.missing)('an RGB picture is read through its profile, as transicc does', () => {
  it.for([
    ['compatibleWithAdobeRGB1998.icc', 'matrix, ICC 2'],
    ['LStar-RGB.icc', 'matrix and curves, ICC 2'],
    ['ghostscript/rommrgb.icc', 'matrix of a wide space, ICC 2'],
    ['ghostscript/ps_rgb.icc', 'matrix, ICC 4'],
  ] as const)('%s: %s', async ([name], { skip }) => {
    const { path, missing } = installed(name)
    if (missing) skip()
    const { raster, said } = await read(pngWith(FLAT, readInstalled(name)))
    expect(said).toEqual([])
    near(raster, converted(['-t1', '-b', `-i${path}`, `-o${OURS}`], COLORS, 4))
  })

  it.each(Object.entries(TABLES))('%s', async (name, bytes) => {
    const { raster, said } = await read(pngWith(FLAT, bytes))
    expect(said).toEqual([])
    const path = onDisk(name.replaceAll(' ', ''), bytes)
    near(raster, converted(['-t1', '-b', `-i${path}`, `-o${OURS}`], COLORS, 4))
    // It describes sRGB: what it gives is what sRGB gives, to the step of its grid.
    const plain = await read(encodePng(FLAT, 6))
    for (const [at, ink] of plain.raster.pixels.entries())
      expect(Math.abs(ink - (raster.pixels[at] ?? 0))).toBeLessThanOrEqual(14)
  })
})

describe.skipIf(transicc.missing)('a gray picture prints on black alone, by the tone of its profile', () => {
  it.for(['Gray.icc', 'ghostscript/sgray.icc', 'ghostscript/ps_gray.icc', 'Gray-CIE_L.icc'])(
    '%s',
    async (name, { skip }) => {
      const { path, missing } = installed(name)
      if (missing) skip()
      const { raster, said } = await read(pngWith(GRAY, readInstalled(name)))
      expect(said).toEqual([])
      expect(raster.space).toBe('gray')
      const srgb = converted(
        ['-t1', '-b', `-i${path}`],
        GRAYS.map(gray => [gray]),
        3,
      )
      for (const [at, [level = -1]] of srgb.entries()) {
        const black = blackOf(profile, Math.round(Math.min(255, Math.max(0, level))))
        expect(Math.abs(100 - (raster.pixels[at] ?? 0) / 2.55 - black), `gray ${at}`).toBeLessThan(1.2)
      }
    },
  )
})

const INKS = [
  [0, 0, 0, 100],
  [0, 0, 0, 50],
  [0, 0, 0, 10],
  [0, 0, 0, 0],
  [100, 60, 0, 0],
  [20, 70, 80, 10],
]

const SOURCE = 'ghostscript/default_cmyk.icc'

describe('inks of another condition', () => {
  const theirs = installed(SOURCE)
  const pixels = Uint8Array.from(INKS.flat(), ink => Math.round(ink * 2.55))

  it.skipIf(theirs.missing || transicc.missing)('become ours, black alone kept alone', async () => {
    const made = await convertInks(pixels, readInstalled(SOURCE), profile)
    const inkAt = (at: number): number[] => [...(made ?? []).slice(at * 4, at * 4 + 4)].map(ink => ink / 2.55)
    // `-t11`: relative colorimetric, black alone preserved.
    const wanted = converted(['-t11', '-b', `-i${theirs.path}`, `-o${OURS}`], INKS, 4)
    for (const [at, row] of wanted.entries())
      for (const [ink, percent] of row.entries())
        expect(Math.abs((inkAt(at)[ink] ?? -99) - percent), `inks ${at}, ${ink}`).toBeLessThan(2)
    for (const at of [0, 1, 2, 3]) expect(inkAt(at).slice(0, 3), `black ${at}`).toEqual([0, 0, 0])
    expect(inkAt(0)[3]).toBeGreaterThan(95)
  })

  it.skipIf(theirs.missing)('are kept as they are, and it is said, when black does not grow darker', async () => {
    const damaged = readInstalled(SOURCE)
    // The curve by which black enters each table goes up and down (`mft2`, ICC.1:2010 10.10).
    const view = new DataView(damaged.buffer)
    for (const { signature, offset } of readIcc(damaged)?.tags ?? []) {
      if (!signature.startsWith('A2B')) continue
      const entries = view.getUint16(offset + 48)
      const black = offset + 52 + 3 * entries * 2
      for (let step = 0; step < entries; step++) view.setUint16(black + step * 2, step % 64 < 32 ? 0 : 65535)
    }
    expect(await isUsableProfile(damaged, 'cmyk')).toBe(true)
    const picture = {
      bytes: pixels,
      width: INKS.length,
      height: 1,
      space: 'cmyk',
      hasAlpha: false,
      icc: damaged,
    } as const
    const { value, findings } = await separate(picture, { width: INKS.length, height: 1, pixels }, profile, 'photo')
    expect(findings.map(({ rule, message }) => [rule, message.fr])).toEqual([
      ['image-profile', 'son profil de couleur est inutilisable, ses encres sont gardées telles quelles'],
    ])
    expect(value.pixels).toEqual(pixels)
  })
})

describe('a profile that cannot be used is said, and the picture read without it', () => {
  const good = tableProfile(4)
  const edited = (edit: (bytes: Uint8Array) => void): Uint8Array => {
    const bytes = good.slice()
    edit(bytes)
    return bytes
  }
  const cases: readonly (readonly [name: string, profile: Uint8Array])[] = [
    ['noise', Uint8Array.from({ length: 500 }, (_, at) => (at * 73) & 255)],
    ['cut in its header', good.subarray(0, 100)],
    ['cut in its table of tags', good.subarray(0, 150)],
    ['cut in its tables', good.subarray(0, good.length >> 1)],
    ['longer by its header than it is', edited(bytes => bytes.set([255, 255, 255, 255], 0))],
    ['of four billion tags', edited(bytes => bytes.set([255, 255, 255, 255], 128))],
    ['with a tag beyond its end', edited(bytes => bytes.set([127, 255, 255, 0], 132 + 3 * 12 + 4))],
    ['with a grid of 255 steps', edited(bytes => bytes.set([255], bytes.length - 6 * 17 ** 3 - 12 - 4 - 36 - 2))],
    ['of inks, in an RGB picture', press],
    ['that is a link', edited(bytes => bytes.set(Buffer.from('link'), 12))],
    ['of named colours', edited(bytes => bytes.set(Buffer.from('nmcl'), 12))],
  ]

  it.each(cases)('%s, in a PNG and in a JPEG', async (_, bytes) => {
    const plain = encodePng(FLAT, 6)
    const png = await read(pngWith(FLAT, bytes))
    expect(png.said.join()).toMatch(/image-profile: .*l’image est lue en sRVB/)
    expect(png.raster.pixels).toEqual((await read(plain)).raster.pixels)
    const jpeg = new Uint8Array(await sharp(plain).jpeg({ quality: 100 }).toBuffer())
    const tagged = await read(await jpegWith(jpeg, bytes))
    expect(tagged.said.join()).toMatch(/image-profile: .*l’image est lue en sRVB/)
    expect(tagged.raster.pixels).toEqual((await read(jpeg)).raster.pixels)
  })

  it('whose deflated bytes are damaged', async () => {
    const bytes = encodePng(FLAT, 6, [iccp(Uint8Array.from({ length: 300 }, (_, at) => (at * 31) & 255))])
    expect((await read(bytes)).said.join()).toMatch(/image-profile|artwork-unreadable/)
  })

  it('whose segments are numbered wrong', async () => {
    const jpeg = new Uint8Array(await sharp(encodePng(FLAT, 6)).jpeg().toBuffer())
    expect((await read(await jpegWith(jpeg, good, [2, 3]))).said.join()).toMatch(/image-profile/)
  })

  it('with bytes turned at random never crashes', async () => {
    let seed = 1
    const next = (top: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
      return (seed >>> 8) % top
    }
    for (let round = 0; round < 60; round++) {
      const bytes = good.slice()
      for (let turn = 0; turn < 4; turn++) bytes[next(turn % 2 ? 420 : bytes.length)] = next(256)
      const { raster } = await read(pngWith(FLAT, bytes))
      expect(raster.width).toBe(FLAT.width)
    }
  })
})
