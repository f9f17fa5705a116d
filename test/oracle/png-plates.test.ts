// Our plates, drawn by resvg, against Ghostscript's separations of our PDF of the same sheet: ink for ink.
import { describe, expect, it } from 'vitest'
import { plates } from '../../src/backend/png/plates.ts'
import { BLACK, cmyk } from '../../src/model/ink.ts'
import type { Mark, Piece } from '../../src/model/sheet.ts'
import { calmDifference } from '../fixtures/plate-difference.ts'
import { everything, line, text } from '../fixtures/screen-sheets.ts'
import {
  assets,
  brand,
  cells,
  output,
  plaque,
  plateGroup,
  round,
  spot,
  square,
  vitrophanie,
} from '../fixtures/sheets.ts'
import { platePixels, write } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'

const gs = oracle('gs')
const DPI = 100

const overprinting = (): Piece => {
  const orange = square(cmyk(0, 50, 100, 0))
  const stroke = (ink: typeof BLACK, width: number): Mark => ({
    kind: 'path',
    path: [
      ['M', 8, 20],
      ['L', 32, 20],
    ],
    stroke: line(ink, width),
  })
  const enlarged = (factor: number, marks: readonly Mark[]): Mark => ({
    kind: 'group',
    transform: [factor, 0, 0, factor, 20 - 20 * factor, 20 - 20 * factor],
    marks,
  })
  return cells([
    [orange, text('■■', 8, 20, 4, BLACK)],
    [orange, text('■', 8, 25, 20, BLACK)],
    [orange, enlarged(5, [text('■', 18, 20, 4, BLACK)])],
    [orange, stroke(BLACK, 0.6)],
    [orange, stroke(cmyk(0, 0, 0, 50), 5)],
    [orange, enlarged(20, [stroke(BLACK, 0.5)])],
    [orange, square(brand('Bleu Caf', 60), 12)],
    [square(brand('Bleu Caf')), square(cmyk(10, 20, 30, 0), 12)],
    [plateGroup('white', [square(spot('white'), 10)]), orange],
    [orange, { kind: 'group', blend: 'multiply', marks: [square(cmyk(60, 0, 20, 0), 10)] }],
    [orange, { kind: 'group', opacity: 0.4, marks: [square(cmyk(100, 0, 0, 20), 10)] }],
  ])
}

/** A label shop that wants every black to knock out. */
const nothingOverprints = (): Piece => ({
  ...overprinting(),
  output: { ...output, blackOverprint: { text: 0, line: 0 } },
})

const everythingThere = (): Piece => ({ ...everything().piece, output })

describe.skipIf(gs.missing)('plates', () => {
  const made = Object.entries({ vitrophanie, plaque, round, overprinting, nothingOverprints, everythingThere })

  it.each(made)('of %s are Ghostscript’s', async (_, make) => {
    const piece = make()
    const [sheet] = piece.faces
    if (!sheet) throw new Error('no face')
    const ours = plates(sheet, piece, assets, DPI)
    const theirs = await platePixels(write(piece), 1, DPI)
    for (const [name, picture] of ours) {
      const other = [...theirs].find(([key]) => decodeURIComponent(key) === name)?.[1]
      if (!other) throw new Error(`Ghostscript has no ${name}, only ${[...theirs.keys()].join(', ')}`)
      const { width, height, data } = other
      const { mean, worst, count } = calmDifference(picture, { width, height, pixels: data.map(light => 255 - light) })
      expect(count, name).toBeGreaterThan(1000)
      // One level of 255 is 0.39 %.
      expect(mean, name).toBeLessThan(0.39)
      expect(worst, name).toBeLessThan(3)
    }
  })
})
