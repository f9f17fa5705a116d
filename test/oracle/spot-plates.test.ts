// A brand's own inks from a kit to the plates: as solids, tints, lines, text and gradients, in every standard.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { plates } from '../../src/backend/png/plates.ts'
import type { Standard } from '../../src/model/standard.ts'
import { prepare, readKit, write } from '../../src/pipeline.ts'
import { calmDifference } from '../fixtures/plate-difference.ts'
import { emptyFolder, platePixels, platesOf } from '../fixtures/written-pdf.ts'
import { options, world } from '../golden/examples.ts'
import { oracle } from '../oracles.ts'

const gs = oracle('gs')
const DPI = 100

const KIT = fileURLToPath(new URL('../fixtures/tons-directs/kit.yaml', import.meta.url))

async function made(standard: Standard, printer: string) {
  const asked = { ...options, formats: ['pdf', 'svg', 'png'] as const, dpi: 50, standard, printer }
  const { value } = readKit(KIT, undefined, asked, world)
  if (!value) throw new Error('unreadable')
  const prepared = await prepare(value, asked, world)
  const [one] = prepared.pieces
  if (!one || !prepared.assets) throw new Error('no piece')
  const out = emptyFolder()
  const result = await write(prepared, out, asked, world)
  const file = (format: string): string => join(out, result.files.find(each => each.format === format)?.path ?? '')
  return { piece: one.piece, assets: prepared.assets, file, diagnostics: result.diagnostics }
}

const WRITTEN: readonly Standard[] = ['x4', 'x1a', 'x3']

describe.skipIf(gs.missing).each(WRITTEN)('the plates of a kit with spots, %s', standard => {
  let kept: Awaited<ReturnType<typeof made>>
  beforeAll(async () => {
    kept = await made(standard, 'garde')
  })

  it('are named as the brand names them, and no other', async () => {
    const { names } = await platesOf(kept.file('pdf'), 1, 30)
    expect(names).toEqual(['Cyan', 'Magenta', 'Yellow', 'Black', 'PANTONE 300 C', 'PANTONE Warm Red C'])
    expect(kept.diagnostics.map(({ rule }) => rule)).toEqual(['brand-draft', 'text-contrast'])
  })

  it('are those of the sheet, ink for ink', async () => {
    const [sheet] = kept.piece.faces
    if (!sheet) throw new Error('no face')
    const theirs = await platePixels(kept.file('pdf'), 1, DPI)
    for (const [name, picture] of plates(sheet, kept.piece, kept.assets, DPI)) {
      const other = theirs.get(name)
      if (!other) throw new Error(`no ${name}`)
      const { width, height, data } = other
      const { mean, count } = calmDifference(picture, { width, height, pixels: data.map(light => 255 - light) })
      expect(count, name).toBeGreaterThan(1000)
      // One level of 255 is 0.39 %.
      expect(mean, name).toBeLessThan(0.39)
    }
  })

  it('hold the tint of the field, under small black text too, and nothing under another spot', async () => {
    const found = await platesOf(kept.file('pdf'), 1, DPI)
    const margin = { x: 8, y: 8, width: 8, height: 270 }
    expect(found.range('PANTONE 300 C', margin)).toEqual({ min: 30, max: 30 })
    for (const name of found.names.filter(name => name !== 'PANTONE 300 C'))
      expect(found.range(name, margin), name).toEqual({ min: 0, max: 0 })
    const pixels = await platePixels(kept.file('pdf'), 1, DPI)
    const [blue, red, black] = ['PANTONE 300 C', 'PANTONE Warm Red C', 'Black'].map(name => pixels.get(name)?.data)
    if (!blue || !red || !black) throw new Error('no plate')
    // Small black lies over the tint; the red name knocks it out.
    const under = [...black].flatMap((light, at) =>
      light === 0 && (red[at] ?? 255) === 255 ? [255 - (blue[at] ?? 0)] : [],
    )
    expect(under.length).toBeGreaterThan(50)
    expect(Math.min(...under)).toBeGreaterThan(70)
    const knocked = [...red].flatMap((light, at) => (light === 0 ? [255 - (blue[at] ?? 0)] : []))
    expect(knocked.length).toBeGreaterThan(1000)
    expect(Math.max(...knocked)).toBe(0)
  })
})

describe('a printer that converts spots', () => {
  it('gets the four inks of the brand, as they are declared, and no plate', async () => {
    const { piece, file } = await made('x4', 'convertit')
    expect(piece.output.spots).toEqual({})
    expect(readFileSync(file('pdf')).includes('PANTONE')).toBe(false)
    if (gs.missing) return
    const found = await platesOf(file('pdf'), 1, DPI)
    const margin = { x: 8, y: 8, width: 8, height: 270 }
    expect(found.range('Cyan', margin)).toEqual({ min: 30, max: 30 })
    expect(found.range('Magenta', margin)).toEqual({ min: 15, max: 15 })
  })
})

describe('on a screen', () => {
  it('spots have the values the brand declares', async () => {
    const { file } = await made('x4', 'garde')
    const svg = readFileSync(file('svg'), 'utf8')
    for (const color of ['#005eb8', '#f9423a']) expect(svg).toContain(color)
  })
})
