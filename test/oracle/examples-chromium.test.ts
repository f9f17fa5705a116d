// The SVG files of the examples, as they lie on the disk, in Chromium: the same picture as our PNG of what is printed.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chromium, shoot } from './support-chromium.ts'
import { pictureOf } from './support-examples.ts'
import { differences, flat } from './support-shots.ts'

const DPI = 96

/** Mirrored on white; drilled; with foreign logos and a code. */
const pieces = [
  ['micro-creche', 'vitrophanie-a5'],
  ['fjt', 'plaque-400x300'],
  ['cinq-partenaires', 'affiche-a3'],
  ['photo', 'affiche-a3'],
] as const

describe.skipIf(chromium.missing).each(pieces)('%s, %s', (example, id) => {
  it('looks in Chromium as it does in our PNG', async () => {
    const svg = await pictureOf(example, id, 'svg')
    const png = await pictureOf(example, id, 'png', { dpi: DPI, face: 'production' })
    const { width, height, bleed } = svg.sheet
    const [w, h] = [width + bleed[1] + bleed[3], height + bleed[0] + bleed[2]]
    const theirs = await shoot(readFileSync(svg.path, 'utf8'), w, h, DPI)
    const ours = await flat(readFileSync(png.path))
    expect(Math.abs(theirs.width - ours.width)).toBeLessThan(3)
    expect(Math.abs(theirs.height - ours.height)).toBeLessThan(3)
    const { mean, most, share } = differences(ours, theirs)
    expect(share).toBeGreaterThan(0.5)
    expect(mean).toBeLessThan(0.5)
    expect(most).toBeLessThan(2)
  })
})
