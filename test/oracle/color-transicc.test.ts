// Little CMS in wasm against Little CMS in C: 500 colours through `transicc`, three intents, two profiles, within 0.5 %.
// The largest differences are those of docs/couleurs.fr.md: a figure there that no longer holds fails here.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { TYPE_CMYK_16, TYPE_RGB_16 } from 'lcms-wasm'
import { describe, expect, it } from 'vitest'
import { startEngine } from '../../src/color/engine.ts'
import { openProfile } from '../../src/color/profile.ts'
import { type Cmyk, cmyk } from '../../src/model/ink.ts'
import { oracle } from '../oracles.ts'

const transicc = oracle('transicc')

const OURS = fileURLToPath(new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url))
/** Artifex's, of Debian's Ghostscript: another press, another maker, read where it is installed and never copied. */
const THEIRS = '/usr/share/color/icc/ghostscript/default_cmyk.icc'

const page = readFileSync(new URL('../../docs/couleurs.fr.md', import.meta.url), 'utf8')

/** The largest difference that the page states for a row, in percent or levels. */
function stated(row: string, column: number): number {
  const line = page.split('\n').find(text => text.startsWith(`| ${row} |`))
  const cell = line
    ?.split('|')
    [column + 2]?.trim()
    .split(/[\s\u00a0]/)[0]
  return Number((cell ?? '').replace(',', '.') || Number.NaN) + 0.001
}

/** Runs transicc in one process over many colours; returns the numbers it prints, in rows. */
function convert(options: readonly string[], colors: readonly (readonly number[])[], width: number): number[][] {
  const input = `${colors.map(color => color.join('\n')).join('\n')}\nq\n`
  const stdout = transicc.text(['-n', '-c0', ...options], { input })
  const numbers = [...stdout.matchAll(/-?\d+\.\d+/g)].map(match => Number(match[0]))
  return Array.from({ length: colors.length }, (_, row) => numbers.slice(row * width, (row + 1) * width))
}

/** A spread of values without a pattern, the same at each run. */
const spread = (count: number, width: number, top: number): number[][] =>
  Array.from({ length: count }, (_, row) =>
    Array.from({ length: width }, (_, column) => ((row * 2654435761 + column * 40503 * (row + 7)) >>> 5) % (top + 1)),
  )

const COLORS = spread(500, 3, 255)
const INKS = spread(500, 4, 100)

const worstOf = (ours: readonly (readonly number[])[], theirs: readonly (readonly number[])[]): number =>
  Math.max(
    ...ours.map((row, index) => {
      expect(theirs[index]?.length).toBe(row.length)
      return Math.max(...row.map((value, at) => Math.abs(value - (theirs[index]?.[at] ?? Number.NaN))))
    }),
  )

const four = ({ c, m, y, k }: Cmyk): number[] => [c, m, y, k]

describe.skipIf(transicc.missing).each([
  ['ISO Coated v2 300 % (basICColor)', OURS, 0],
  ['default_cmyk (Artifex)', THEIRS, 1],
] as const)('transicc agrees through %s', (_, path, column) => {
  const missing = !existsSync(path)
  const open = (intent: 'relative' | 'perceptual') => openProfile('t', new Uint8Array(readFileSync(path)), { intent })

  it.skipIf(missing)('on the inks of 500 sRGB colours, relative with black point compensation', async () => {
    const { fromRgb } = await open('relative')
    const theirs = convert(['-t1', '-b', `-o${path}`], COLORS, 4)
    const worst = worstOf(
      COLORS.map(([r = 0, g = 0, b = 0]) => four(fromRgb(r, g, b))),
      theirs,
    )
    expect(worst).toBeLessThanOrEqual(0.5)
    expect(worst).toBeLessThanOrEqual(stated('colorimétrique relatif, compensation du point noir', column))
  })

  it.skipIf(missing)('perceptual', async () => {
    const { fromRgb } = await open('perceptual')
    const theirs = convert(['-t0', `-o${path}`], COLORS, 4)
    const worst = worstOf(
      COLORS.map(([r = 0, g = 0, b = 0]) => four(fromRgb(r, g, b))),
      theirs,
    )
    expect(worst).toBeLessThanOrEqual(0.5)
    expect(worst).toBeLessThanOrEqual(stated('perceptif', column))
  })

  it.skipIf(missing)('relative without compensation', async () => {
    const engine = await startEngine()
    const press = engine.open(new Uint8Array(readFileSync(path)))
    const link = engine.link(engine.srgb, TYPE_RGB_16, press, TYPE_CMYK_16, 'measure')
    const words = link.words(Uint16Array.from(COLORS.flat(), value => value * 257))
    const ours = COLORS.map((_, row) => [...words.subarray(row * 4, row * 4 + 4)].map(word => word / 655.35))
    const worst = worstOf(ours, convert(['-t1', `-o${path}`], COLORS, 4))
    expect(worst).toBeLessThanOrEqual(0.5)
    expect(worst).toBeLessThanOrEqual(stated('colorimétrique relatif, sans compensation', column))
  })

  it.skipIf(missing)('on the soft proof of 500 inks, within one level', async () => {
    const { preview } = await open('relative')
    // transicc does not bound what falls outside sRGB.
    const theirs = convert(['-t1', '-b', `-i${path}`], INKS, 3).map(row =>
      row.map(value => Math.min(255, Math.max(0, value))),
    )
    const worst = worstOf(
      INKS.map(([c = 0, m = 0, y = 0, k = 0]) => [...preview(cmyk(c, m, y, k))]),
      theirs,
    )
    expect(worst).toBeLessThanOrEqual(1)
    expect(worst).toBeLessThanOrEqual(stated('épreuve à l’écran, en niveaux sur 255', column))
  })

  it.skipIf(missing)('on the Lab of 500 inks', async () => {
    const { lab } = await open('relative')
    const theirs = convert(['-t1', `-i${path}`, '-o*Lab'], INKS, 3)
    const worst = worstOf(
      INKS.map(([c = 0, m = 0, y = 0, k = 0]) => [...lab(cmyk(c, m, y, k))]),
      theirs,
    )
    expect(worst).toBeLessThanOrEqual(stated('mesure, en unités Lab', column))
    expect(worst).toBeLessThanOrEqual(0.1)
  })
})
