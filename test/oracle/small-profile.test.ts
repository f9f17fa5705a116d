// The small FOGRA39 profile through Little CMS in C: against the full one, and against the measurements that both describe.
// The differences are those of docs/couleurs.fr.md: a figure there that no longer holds fails here.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FULL, SMALL } from '../../scripts/small-profile.ts'
import { deltaE2000, type Lab } from '../../src/color/delta-e.ts'
import { oracle } from '../oracles.ts'

const transicc = oracle('transicc')

/** Of Debian's icc-profiles-free: 1617 patches printed and measured by Fogra. */
const MEASURED = '/usr/share/color/icc/FOGRA39L.ti3'

const page = readFileSync(new URL('../../docs/couleurs.fr.md', import.meta.url), 'utf8')

/** Mean, 95th percentile and largest, as the page states them for a row. */
function stated(row: string): readonly number[] {
  const line = page.split('\n').find(text => text.startsWith(`| ${row}`))
  return (line ?? '')
    .split('|')
    .slice(2, 5)
    .map(cell => Number(cell.trim().replace(',', '.')))
}

/** Runs transicc in one process over many colours; returns the numbers it prints, in rows. */
function convert(options: readonly string[], colors: readonly (readonly number[])[], width: number): number[][] {
  const input = `${colors.map(color => color.join('\n')).join('\n')}\nq\n`
  const stdout = transicc.text(['-n', '-c0', ...options], { input })
  const numbers = [...stdout.matchAll(/-?\d+\.\d+/g)].map(match => Number(match[0]))
  return Array.from({ length: colors.length }, (_, row) => numbers.slice(row * width, (row + 1) * width))
}

const lab = ([L = Number.NaN, a = Number.NaN, b = Number.NaN]: readonly number[]): Lab => [L, a, b]

function differences(one: readonly (readonly number[])[], other: readonly (readonly number[])[]): readonly number[] {
  const sorted = one.map((row, at) => deltaE2000(lab(row), lab(other[at] ?? []))).sort((a, b) => a - b)
  const mean = sorted.reduce((sum, next) => sum + next, 0) / sorted.length
  return [mean, sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN, sorted.at(-1) ?? Number.NaN]
}

/** As the page rounds: hundredths under a tenth of its own kind; the figure stated is never the smaller. */
function expectWithin(found: readonly number[], row: string): void {
  const figures = stated(row)
  expect(figures).toHaveLength(3)
  for (const [at, figure] of figures.entries()) expect(found[at]).toBeLessThanOrEqual(figure)
  // A page that says much more than is true is as wrong.
  for (const [at, figure] of figures.entries()) expect(found[at]).toBeGreaterThan(figure * 0.7 - 0.06)
}

/** Inks without a pattern, within 300 %, half of them without black: the same at each run. */
function someInks(count: number): number[][] {
  const inks: number[][] = []
  for (let seed = 0; inks.length < count; seed++) {
    const ink = [0, 1, 2, 3].map(at => (((seed * 4 + at) * 2654435761) >>> 8) % 101)
    if (inks.length % 2 === 1) ink[3] = 0
    if (ink.reduce((sum, share) => sum + share, 0) <= 300) inks.push(ink)
  }
  return inks
}

const toLab = (profile: string, inks: readonly (readonly number[])[], intent = 1): number[][] =>
  convert([`-t${intent}`, `-i${profile}`, '-o*Lab'], inks, 3)

describe.skipIf(transicc.missing)('the small profile', () => {
  const inks = someInks(5000)

  it('shows inks as the full one does', () => {
    expectWithin(differences(toLab(SMALL, inks), toLab(FULL, inks)), 'petit profil et profil entier')
  })

  it.skipIf(!existsSync(MEASURED))('and the full one show what Fogra measured', () => {
    const rows = readFileSync(MEASURED, 'utf8')
      .split('\n')
      .map(line => line.trim().split(/\s+/).map(Number))
      .filter(row => row.length === 11 && row.every(Number.isFinite))
    expect(rows).toHaveLength(1617)
    const [patches, measured] = [rows.map(row => row.slice(1, 5)), rows.map(row => row.slice(8, 11))]
    expectWithin(differences(toLab(SMALL, patches, 3), measured), 'petit profil et mesures')
    expectWithin(differences(toLab(FULL, patches, 3), measured), 'profil entier et mesures')
  })

  it('separates roughly, which is why nothing of ours goes that way', () => {
    const wanted = toLab(FULL, inks.slice(0, 2000))
    const separated = convert(['-t1', '-i*Lab', `-o${SMALL}`], wanted, 4)
    for (const ink of separated) expect(ink.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(301)
    expectWithin(differences(toLab(FULL, separated), wanted), 'couleur séparée par le petit profil')
  })
})
