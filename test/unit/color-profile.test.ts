// The output profile: soft proof, grays, pixels against colours, and what is refused as a profile.
import { readdirSync, readFileSync } from 'node:fs'
import { unzlibSync, zlibSync } from 'fflate'
import { TYPE_CMYK_16 } from 'lcms-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { contrastRatio, linear, luminanceContrast, luminanceOfRgb, maxCoverage } from '../../src/color/coverage.ts'
import { deltaE76, deltaE2000 } from '../../src/color/delta-e.ts'
import { startEngine } from '../../src/color/engine.ts'
import { blackOf, grayPixels } from '../../src/color/gray.ts'
import { openProfile } from '../../src/color/profile.ts'
import { readProfile } from '../../src/color/read-profile.ts'
import type { Profile } from '../../src/model/assets.ts'
import { cmyk } from '../../src/model/ink.ts'

const bytes = new Uint8Array(readFileSync(new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url)))
let profile: Profile
beforeAll(async () => {
  profile = await openProfile('fogra39', bytes)
})

describe('our own profiles', () => {
  const folder = new URL('../../assets/profiles/', import.meta.url)
  const names = readdirSync(folder).filter(name => name.endsWith('.icc'))

  // At the start of a run their tables are not tried: here they are.
  it.each(names)('%s converts both ways in both intents, and lies deflated beside itself', async name => {
    const [icc, deflated] = [`${name}`, `${name}.zlib`].map(each => new Uint8Array(readFileSync(new URL(each, folder))))
    const engine = await startEngine()
    expect(engine.accepts(icc ?? bytes, TYPE_CMYK_16, 'input')).toBe(true)
    expect(engine.accepts(icc ?? bytes, TYPE_CMYK_16, 'output')).toBe(true)
    expect(Buffer.from(unzlibSync(deflated ?? bytes)).equals(icc ?? bytes)).toBe(true)
  })

  it('have their tables tried when what lies beside is not theirs', async () => {
    const broken = bytes.slice().fill(0, 1000, 3000)
    const tried = async (deflated?: Uint8Array) =>
      (await readProfile('a', broken, { name: 'a.icc', ...(deflated && { deflated }) })).diagnostics.length
    expect(await tried(zlibSync(bytes))).toBe(await tried())
  })
})

describe('the output profile', () => {
  it('keeps its name, and shows paper as white', () => {
    expect(profile.description).toBe('ISO Coated v2 300% (basICColor)')
    expect(profile.preview(cmyk(0, 0, 0, 0))).toEqual([255, 255, 255])
    expect(profile.fromRgb(255, 255, 255)).toEqual(cmyk(0, 0, 0, 0))
  })

  it('never exceeds the total ink of its condition', () => {
    for (let step = 0; step < 512; step++) {
      const { c, m, y, k } = profile.fromRgb((step & 7) * 36, ((step >> 3) & 7) * 36, (step >> 6) * 36)
      expect(c + m + y + k).toBeLessThanOrEqual(301)
    }
  })

  it('gives pixels the inks of colours, within two levels', () => {
    const rgb = Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) & 255)
    const inks = profile.fromRgbPixels(rgb)
    for (let pixel = 0; pixel < 1000; pixel++) {
      const [r = 0, g = 0, b = 0] = rgb.subarray(pixel * 3)
      const one = profile.fromRgb(r, g, b)
      const [c = 0, m = 0, y = 0, k = 0] = inks.subarray(pixel * 4)
      const worst = Math.max(...[c - one.c * 2.55, m - one.m * 2.55, y - one.y * 2.55, k - one.k * 2.55].map(Math.abs))
      expect(worst).toBeLessThanOrEqual(2)
    }
  })

  it('converts pictures longer than one batch', () => {
    const rgb = new Uint8Array(70_000 * 3).fill(128)
    rgb.set([255, 255, 255], 69_999 * 3)
    const inks = profile.fromRgbPixels(rgb)
    expect(inks.length).toBe(280_000)
    expect([...inks.subarray(279_996)]).toEqual([0, 0, 0, 0])
    expect([...inks.subarray(262_144, 262_148)]).toEqual([...inks.subarray(0, 4)])
  })

  it('is shipped deflated, byte for byte what fflate makes of it', () => {
    const shipped = readFileSync(new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc.zlib', import.meta.url))
    expect(shipped.equals(zlibSync(bytes, { level: 9 }))).toBe(true)
  })

  it('does not believe a deflated form that is another file', async () => {
    const other = bytes.slice()
    other[24] = (other[24] ?? 0) ^ 1
    const opened = await openProfile('other', other, { deflated: zlibSync(bytes) })
    expect(Buffer.from(unzlibSync(opened.deflated())).equals(other)).toBe(true)
  })

  it('deflates to itself', () => {
    expect(Buffer.from(unzlibSync(profile.deflated())).equals(bytes)).toBe(true)
    expect(profile.deflated()).toBe(profile.deflated())
  })
})

describe('grays on black alone', () => {
  it('go from paper to solid without a step back, and look like the screen', () => {
    expect(blackOf(profile, 255)).toBe(0)
    expect(blackOf(profile, 0)).toBe(100)
    for (let gray = 1; gray < 256; gray++)
      expect(blackOf(profile, gray)).toBeLessThanOrEqual(blackOf(profile, gray - 1))
    for (const gray of [64, 128, 192]) {
      const [r] = profile.preview(cmyk(0, 0, 0, blackOf(profile, gray)))
      expect(Math.abs(r - gray)).toBeLessThanOrEqual(6)
    }
    expect([...grayPixels(profile, Uint8Array.of(0, 255))]).toEqual([0, 255])
  })
})

describe('measures', () => {
  it('has the luminance and contrast of WCAG', () => {
    expect(linear(128)).toBeCloseTo(((128 / 255 + 0.055) / 1.055) ** 2.4, 12)
    expect(luminanceOfRgb([255, 255, 255])).toBeCloseTo(1, 9)
    expect(contrastRatio(1, 0)).toBeCloseTo(21, 9)
    // White on #0064AF is 6.1 to 1.
    expect(contrastRatio(1, luminanceOfRgb([0, 100, 175]))).toBeCloseTo(6.1, 1)
    expect(luminanceContrast(0.3, 1)).toBeCloseTo(70, 9)
  })

  // Pairs of the test data of Sharma, Wu and Dalal (2005).
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)('CIEDE2000 of %j and %j is %d', (one, other, expected) => {
    expect(deltaE2000(one, other)).toBeCloseTo(expected, 4)
    expect(deltaE2000(other, one)).toBeCloseTo(expected, 4)
  })

  it('measures distances and coverage', () => {
    expect(deltaE76([50, 3, 4], [50, 0, 0])).toBe(5)
    const raster = {
      id: 'a',
      width: 2,
      height: 1,
      space: 'cmyk',
      pixels: Uint8Array.of(255, 255, 0, 0, 255, 255, 255, 255),
      alpha: Uint8Array.of(255, 0),
    } as const
    expect(maxCoverage(raster)).toBe(200)
  })
})

describe('a printer’s own profile', () => {
  const refusal = async (file: Uint8Array): Promise<string | undefined> =>
    (await readProfile('x', file, { name: 'p.icc' })).diagnostics[0]?.message.fr

  it('is accepted when it is a CMYK output profile', async () => {
    expect((await readProfile('x', bytes, { name: 'p.icc' })).value?.sha256).toBe(profile.sha256)
  })

  it('is refused with what it is instead', async () => {
    expect(await refusal(Uint8Array.of())).toContain('pas un profil ICC entier')
    expect(await refusal(bytes.subarray(0, 500_000))).toContain('pas un profil ICC entier')
    expect(await refusal(patched(16, 'RGB '))).toContain('profil RGB')
    expect(await refusal(patched(12, 'link'))).toContain('classe')
    expect(await refusal(patched(8, '\x05'))).toContain('version ICC 5')
    expect(await refusal(renamed('B2A'))).toContain('B2A')
    expect(await refusal(renamed('A2B'))).toContain('A2B')
  })

  it('is refused when its tables are noise', async () => {
    const noise = bytes.slice()
    for (let at = 400; at < noise.length; at += 3) noise[at] = 0xff
    expect(await refusal(noise)).toBeDefined()
  })

  type Reading = readonly [intent: 'relative' | 'perceptual', rule: string | undefined, words: string]

  const damages: readonly (readonly [what: string, file: () => Uint8Array, readings: readonly Reading[]])[] = [
    [
      'without B2A0',
      () => renamed('B2A0'),
      [
        ['relative', undefined, ''],
        ['perceptual', 'output-intent', 'B2A0'],
      ],
    ],
    [
      'with a broken B2A0',
      () => broken('B2A0'),
      [
        ['relative', undefined, ''],
        ['perceptual', 'output-intent', 'B2A0'],
      ],
    ],
    [
      'without B2A1',
      () => renamed('B2A1'),
      [
        ['relative', 'output-intent', 'B2A1'],
        ['perceptual', undefined, ''],
      ],
    ],
    [
      'with a broken B2A1',
      () => broken('B2A1'),
      [
        ['relative', 'output-profile', 'B2A1'],
        ['perceptual', undefined, ''],
      ],
    ],
    ['with a broken A2B1', () => broken('A2B1'), [['relative', 'output-profile', 'A2B1']]],
    ['with both B2A broken', () => broken('B2A'), [['perceptual', 'output-profile', 'B2A1']]],
    [
      'with A2B1 and B2A1 alone',
      () => renamed('B2A0', renamed('A2B0')),
      [
        ['relative', undefined, ''],
        ['perceptual', 'output-intent', 'B2A0'],
      ],
    ],
    ['whose proof is one gray', () => leveled('A2B1', 0x80), [['relative', 'output-profile', 'clarté']]],
    ['that lays ink on white', () => leveled('B2A1', 0xb0), [['relative', 'output-profile', 'sur le blanc']]],
    ['of an RGB printer', () => patched(16, 'RGB '), [['relative', 'output-profile', 'profil RGB']]],
    ['of a gray printer', () => patched(16, 'GRAY'), [['relative', 'output-profile', 'profil GRAY']]],
  ]

  it.each(damages)('%s is used as it can be, and said', async (_, file, readings) => {
    for (const [intent, rule, words] of readings) {
      const { value, diagnostics } = await readProfile('x', file(), { name: 'p.icc', intent })
      expect(diagnostics.map(found => found.rule)).toEqual(rule === undefined ? [] : [rule])
      expect(diagnostics[0]?.message.fr ?? '').toContain(words)
      const used = rule === 'output-profile' ? undefined : rule === 'output-intent' ? 'relative' : intent
      expect(value?.intent).toBe(used)
      // It separates: a red is mostly magenta and yellow.
      const ink = value?.fromRgb(220, 30, 30)
      if (ink) expect(Math.min(ink.m, ink.y) - ink.c).toBeGreaterThan(40)
    }
  })

  /** The tags whose signature starts so: where their entry is, and where their data. */
  function tagsOf(file: Uint8Array, prefix: string): readonly { entry: number; offset: number; size: number }[] {
    const view = new DataView(file.buffer, file.byteOffset)
    const entries = Array.from({ length: view.getUint32(128) }, (_, index) => 132 + index * 12)
    return entries
      .filter(entry =>
        Buffer.from(file.subarray(entry, entry + 4))
          .toString('latin1')
          .startsWith(prefix),
      )
      .map(entry => ({ entry, offset: view.getUint32(entry + 4), size: view.getUint32(entry + 8) }))
  }

  function broken(prefix: string): Uint8Array {
    const copy = bytes.slice()
    for (const { offset } of tagsOf(copy, prefix)) copy.set(Buffer.from('zzzz'), offset)
    return copy
  }

  /** Its colours all one; the curves around them are kept. */
  function leveled(prefix: string, level: number): Uint8Array {
    const copy = bytes.slice()
    for (const { offset, size } of tagsOf(copy, prefix)) copy.fill(level, offset + 2100, offset + size - 2100)
    return copy
  }

  function patched(at: number, text: string): Uint8Array {
    const copy = bytes.slice()
    copy.set(Buffer.from(text, 'latin1'), at)
    return copy
  }

  function renamed(prefix: string, file: Uint8Array = bytes): Uint8Array {
    const copy = file.slice()
    // Names must stay different: Little CMS refuses a file that has one twice.
    for (const { entry } of tagsOf(copy, prefix)) copy.set(Buffer.from('x'), entry)
    return copy
  }
})
