// What flattening prints against what PDF/X-4 prints, plate by plate, as Ghostscript separates both; and what other tools read.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderPdf } from '../../src/backend/pdf/render-pdf.ts'
import type { Mark, Piece } from '../../src/model/sheet.ts'
import type { Standard } from '../../src/model/standard.ts'
import { context, GRID, vitrophanie } from '../fixtures/sheets.ts'
import { flattened, pictures, pieceIn, vectors } from '../fixtures/transparent-sheets.ts'
import { emptyFolder, platePixels } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'

const gs = oracle('gs')
const qpdf = oracle('qpdf')
const pdfinfo = oracle('pdfinfo')
const pdffonts = oracle('pdffonts')

const DPI = 200

/** Pixels and their mask are sampled apart in X-4, together once flattened: half a source pixel, on a soft edge. */
const isSampled = (name: string): boolean => name.startsWith('soft')

function written(piece: Piece): string {
  const { piece: drawn, assets } = flattened(piece)
  const path = join(emptyFolder(), `${piece.output.standard}.pdf`)
  writeFileSync(path, renderPdf(drawn, assets, context))
  return path
}

type Difference = { readonly mean: number; readonly p99: number }

function ofCounts(counts: readonly number[]): Difference {
  const total = counts.reduce((sum, count) => sum + count, 0)
  let below = 0
  const p99 = counts.findIndex(count => {
    below += count
    return below >= total * 0.99
  })
  return { mean: counts.reduce((sum, count, level) => sum + count * level, 0) / total, p99 }
}

/** In levels of 255, cell by cell: the plate on which the two differ most. */
async function differences(cases: Readonly<Record<string, readonly Mark[]>>): Promise<ReadonlyMap<string, Difference>> {
  const marks = Object.values(cases)
  const [live, flat] = [written(pieceIn(marks, 'x4')), written(pieceIn(marks, 'x1a'))]
  const [before, after] = [await platePixels(live, 1, DPI), await platePixels(flat, 1, DPI)]
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
  const px = (cell: number): number => Math.round((cell * GRID * DPI) / 25.4)
  return new Map(
    Object.keys(cases).map((name, index) => {
      const [left, top] = [index % 5, Math.floor(index / 5)]
      const plates = [...before].map(([plate, one]): Difference => {
        const other = after.get(plate)
        const counts = new Array<number>(256).fill(0)
        for (let y = px(top); y < px(top + 1); y++)
          for (let x = px(left); x < px(left + 1); x++) {
            const pixel = y * one.width + x
            const level = Math.abs((one.data[pixel] ?? 0) - (other?.data[pixel] ?? 0))
            counts[level] = (counts[level] ?? 0) + 1
          }
        return ofCounts(counts)
      })
      const worst = {
        mean: Math.max(...plates.map(({ mean }) => mean)),
        p99: Math.max(...plates.map(({ p99 }) => p99)),
      }
      return [name, worst]
    }),
  )
}

describe.skipIf(gs.missing)('plates of a flat file', () => {
  it.each([
    ['vectors', vectors],
    ['images', pictures],
  ])(
    'are those of the live one: %s',
    async (_, cases) => {
      for (const [name, { mean, p99 }] of await differences(cases)) {
        expect(mean, name).toBeLessThan(1)
        expect(p99, name).toBeLessThanOrEqual(isSampled(name) ? 16 : 3)
      }
    },
    120_000,
  )

  it('show a flattening that forgets something', async () => {
    const [live, none] = [written(pieceIn([vectors.multiply], 'x4')), written(pieceIn([[vectors.multiply[0]]], 'x1a'))]
    const [before, after] = [await platePixels(live, 1, DPI), await platePixels(none, 1, DPI)]
    const [one, other] = [before.get('Magenta'), after.get('Magenta')]
    expect(one && other && Buffer.compare(one.data, other.data)).not.toBe(0)
  })

  it('are untouched where they are technical', async () => {
    const live = await platePixels(written(vitrophanie()), 1, DPI)
    const flat = await platePixels(written(inStandard(vitrophanie(), 'x1a')), 1, DPI)
    for (const name of ['White', 'CutContour', 'Cyan', 'Black'])
      expect(flat.get(name)?.data.equals(live.get(name)?.data ?? Buffer.alloc(0)), name).toBe(true)
  })
})

const inStandard = (piece: Piece, standard: Standard, outlineText = false): Piece => ({
  ...piece,
  output: { ...piece.output, standard, outlineText },
})

describe.each([
  ['x1a', 'PDF/X-1:2001'],
  ['x3', 'PDF/X-3:2002'],
] as const)('a file of %s', (standard, claim) => {
  it.skipIf(pdfinfo.missing || qpdf.missing)('is read as one by other tools', () => {
    const path = written(pieceIn([...Object.values(vectors), ...Object.values(pictures)], standard))
    expect(qpdf.run(['--check', path]).status).toBe(0)
    const said = pdfinfo.text([path])
    expect(said).toMatch(/^PDF version:\s+1\.3$/m)
    expect(said).toMatch(new RegExp(`^PDF subtype:\\s+${claim}$`, 'm'))
  })
})

describe.skipIf(pdffonts.missing)('--outline-text', () => {
  it.each(['x4', 'x1a', 'x3'] as const)('leaves no font in %s', standard => {
    const fonts = (piece: Piece): number =>
      pdffonts
        .text([written(piece)])
        .trim()
        .split('\n').length - 2
    expect(fonts(inStandard(vitrophanie(), standard))).toBeGreaterThan(0)
    expect(fonts(inStandard(vitrophanie(), standard, true))).toBe(0)
  })
})
