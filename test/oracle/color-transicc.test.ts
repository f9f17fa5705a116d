// Little CMS in wasm against Little CMS in C: 500 colours through `transicc`, both ways, within 0.5 %.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openProfile } from '../../src/color/profile.ts'
import { cmyk } from '../../src/model/ink.ts'
import { oracle } from '../oracles.ts'

const transicc = oracle('transicc')
const ICC = fileURLToPath(new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url))

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

describe.skipIf(transicc.missing)('transicc agrees', () => {
  it('on the inks of 500 sRGB colours', async () => {
    const profile = await openProfile('t', new Uint8Array(readFileSync(ICC)))
    const colors = spread(500, 3, 255)
    const theirs = convert(['-t1', '-b', `-o${ICC}`], colors, 4)
    colors.forEach(([r = 0, g = 0, b = 0], row) => {
      const { c, m, y, k } = profile.fromRgb(r, g, b)
      expect(theirs[row]?.length).toBe(4)
      const worst = Math.max(...[c, m, y, k].map((ink, at) => Math.abs(ink - (theirs[row]?.[at] ?? Number.NaN))))
      expect(worst, `${r} ${g} ${b}`).toBeLessThanOrEqual(0.5)
    })
  })

  it('on the soft proof of 500 inks, within one level', async () => {
    const profile = await openProfile('t', new Uint8Array(readFileSync(ICC)))
    const inks = spread(500, 4, 100)
    const theirs = convert(['-t1', '-b', `-i${ICC}`], inks, 3)
    inks.forEach(([c = 0, m = 0, y = 0, k = 0], row) => {
      const ours = profile.preview(cmyk(c, m, y, k))
      // transicc does not bound what falls outside sRGB.
      const bounded = (value: number | undefined): number => Math.min(255, Math.max(0, value ?? Number.NaN))
      const worst = Math.max(...ours.map((value, at) => Math.abs(value - bounded(theirs[row]?.[at]))))
      expect(worst, `${c} ${m} ${y} ${k}`).toBeLessThanOrEqual(1)
    })
  })

  it('on the Lab of 500 inks', async () => {
    const profile = await openProfile('t', new Uint8Array(readFileSync(ICC)))
    const inks = spread(500, 4, 100)
    const theirs = convert(['-t1', `-i${ICC}`, '-o*Lab'], inks, 3)
    inks.forEach(([c = 0, m = 0, y = 0, k = 0], row) => {
      const ours = profile.lab(cmyk(c, m, y, k))
      const worst = Math.max(...ours.map((value, at) => Math.abs(value - (theirs[row]?.[at] ?? Number.NaN))))
      expect(worst, `${c} ${m} ${y} ${k}`).toBeLessThanOrEqual(0.1)
    })
  })
})
