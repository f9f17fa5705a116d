// Total ink where colours lie on each other: overprinting black, blends, the window of 15 mm, and Ghostscript's plates.
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { BLACK, cmyk } from '../../src/model/ink.ts'
import type { Mark, Piece, Sheet } from '../../src/model/sheet.ts'
import { inkLimit } from '../../src/preflight/checks/ink-limit.ts'
import { totalInkOf } from '../../src/preflight/total-ink.ts'
import { line, text } from '../fixtures/screen-sheets.ts'
import { contextOf } from '../fixtures/sheet-context.ts'
import { assets, brand, cells, output, spot, square } from '../fixtures/sheets.ts'
import { platePixels, write } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'

const gs = oracle('gs')

const HEAVY = cmyk(90, 80, 80, 0)
const FROM = { file: 'charte.yaml', line: 7, column: 3, length: 4 }

const faceOf = (piece: Piece): Sheet => {
  const [sheet] = piece.faces
  if (!sheet) throw new Error('no face')
  return sheet
}

/** Black lines of 0.7 mm that overlap: a surface of overprinting black over a colour. */
const hatched = (ink = HEAVY): Piece =>
  cells([
    [
      square(ink, 30),
      ...Array.from(
        { length: 120 },
        (_, row): Mark => ({
          kind: 'path',
          path: [
            ['M', 5, 5.25 + row * 0.25],
            ['L', 35, 5.25 + row * 0.25],
          ],
          stroke: line(BLACK, 0.7),
          from: FROM,
        }),
      ),
    ],
  ])

const multiplied = (): Piece =>
  cells([
    [square(cmyk(100, 60, 0, 0), 30), { kind: 'group', blend: 'multiply', marks: [square(cmyk(0, 80, 100, 60), 30)] }],
  ])

async function findings(piece: Piece): Promise<readonly Pick<Diagnostic, 'message' | 'at'>[]> {
  return [...(await inkLimit.run(contextOf(piece, assets)))]
}

describe('total ink', () => {
  it('is that of the heaviest object when objects knock out', () => {
    const piece = cells([[square(cmyk(90, 80, 80, 0)), square(cmyk(0, 100, 100, 0), 12), square(spot('white'), 9)]])
    expect(totalInkOf(faceOf(piece), piece, assets)).toEqual({ most: 250 })
  })

  it('counts brand inks, and no technical plate', () => {
    const piece = cells([[square(brand('Bleu Caf', 60)), square(spot('cut'), 9)]])
    expect(totalInkOf(faceOf(piece), piece, assets)).toEqual({ most: 60 })
  })

  it('adds overprinting black to what is under it, and points at it', async () => {
    const piece = hatched()
    const { most, window } = totalInkOf(faceOf(piece), piece, assets)
    expect(most).toBe(350)
    expect(window?.mean).toBeGreaterThan(345)
    const found = await findings(piece)
    expect(found).toHaveLength(1)
    expect(found[0]?.at).toEqual(FROM)
    expect(found[0]?.message.fr).toMatch(/ensemble, ces objets portent 3(4\d|50)\u00a0% d’encre sur 15\u00a0?.?mm/)
  })

  it('says nothing when the printer wants no overprint, or when a word is all there is', async () => {
    const off = { ...hatched(), output: { ...output, blackOverprint: { text: 0, line: 0 } } }
    expect(totalInkOf(faceOf(off), off, assets)).toEqual({ most: 250 })
    expect(await findings(off)).toEqual([])
    const word = cells([[square(HEAVY, 30), text('■', 18, 20, 3, BLACK)]])
    expect(await findings(word)).toEqual([])
  })

  it('adds what a blend multiplies', async () => {
    expect(await findings(multiplied())).toHaveLength(1)
  })
})

describe.skipIf(gs.missing)('plates summed by Ghostscript', () => {
  it.each([
    ['hatched', hatched],
    ['multiplied', multiplied],
  ] as const)('of %s reach the same total', async (_, make) => {
    const piece = make()
    const theirs = await platePixels(write(piece), 1, 100)
    const all = ['Cyan', 'Magenta', 'Yellow', 'Black'].flatMap(name => theirs.get(name) ?? [])
    expect(all).toHaveLength(4)
    const [first] = all
    let most = 0
    for (let at = 0; at < (first?.data.length ?? 0); at++)
      most = Math.max(most, all.reduce((sum, { data }) => sum + 255 - (data[at] ?? 255), 0) / 2.55)
    expect(Math.abs(most - totalInkOf(faceOf(piece), piece, assets).most)).toBeLessThanOrEqual(2)
  })
})
