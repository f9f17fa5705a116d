// Each small SVG becomes marks, is drawn back in soft-proofed colours, and is compared with resvg's drawing of its source.
import { readdirSync, readFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import { beforeAll, describe, expect, it } from 'vitest'
import { readSvg } from '../../src/artwork/svg.ts'
import { openProfile } from '../../src/color/profile.ts'
import type { Profile } from '../../src/model/assets.ts'
import { drawArtwork } from '../artwork/draw.ts'

const FOLDER = new URL('../artwork/svg/', import.meta.url)
const files = readdirSync(FOLDER).filter(file => file.endsWith('.svg'))

let profile: Profile
beforeAll(async () => {
  profile = await openProfile(
    'test',
    readFileSync(new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url)),
  )
})

const WIDTH = 400

/** 200 pixels are 0.2 % of a picture; resvg itself sets pattern tiles on whole pixels, hence more for that one. */
const allowed = (file: string): number => (file === 'pattern.svg' ? 600 : 200)

const render = (svg: string): Uint8Array =>
  new Resvg(svg, {
    font: { loadSystemFonts: false },
    fitTo: { mode: 'width', value: WIDTH },
    background: '#fff',
  }).render().pixels

/** Edges may differ by their antialiasing: a pixel counts as wrong when no neighbour of the other picture is near it. */
function wrongPixels(one: Uint8Array, other: Uint8Array): number {
  const height = one.length / 4 / WIDTH
  const near = (at: number, to: number): boolean =>
    [0, 1, 2].every(c => Math.abs((one[at + c] ?? 0) - (other[to + c] ?? 0)) <= 12)
  let wrong = 0
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < WIDTH - 1; x++) {
      const at = (y * WIDTH + x) * 4
      const around = [0, 4, -4, 4 * WIDTH, -4 * WIDTH]
      if (!around.some(step => near(at, at + step)) && !around.some(step => near(at + step, at))) wrong++
    }
  return wrong
}

describe('an SVG drawn from its marks looks like its source', () => {
  it.each(files)('%s', async file => {
    const bytes = readFileSync(new URL(file, FOLDER))
    const { value, diagnostics } = await readSvg(bytes, { name: file }, profile)
    expect(diagnostics).toEqual([])
    if (!value) throw new Error('no artwork')
    const source = render(bytes.toString())
    const drawn = render(await drawArtwork(value, profile))
    expect(drawn.length).toBe(source.length)
    expect(wrongPixels(source, drawn)).toBeLessThan(allowed(file))
  })
})
