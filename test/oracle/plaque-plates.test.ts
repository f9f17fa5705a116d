// Holes as Ghostscript separates them at 1200 dpi: alone on their plate, of their true diameter, where the manifest says.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Manifest } from '../../src/model/manifest.ts'
import { emptyFolder } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'
import { pdfsOf, type Written } from './support-examples.ts'

const gs = oracle('gs')

const DPI = 1200
const PIXEL = 25.4 / DPI

/** Side of the square of a page that is looked at around a hole, in mm. */
const SIDE = 24

type Square = { readonly side: number; readonly inked: (column: number, row: number) => boolean }

/** The plates of a square of the page; `x` and `y` of its centre in mm from the page's top-left corner. */
async function squareAt(path: string, height: number, x: number, y: number): Promise<ReadonlyMap<string, Square>> {
  const out = emptyFolder()
  const side = Math.round(SIDE / PIXEL)
  const points = (mm: number): number => (mm * 72) / 25.4
  const offset = `<</Install {${-points(x - SIDE / 2)} ${-points(height - y - SIDE / 2)} translate}>> setpagedevice`
  const device = ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=tiffsep', `-r${DPI}`, `-g${side}x${side}`]
  gs.run([...device, `-sOutputFile=${join(out, 'p.tif')}`, '-c', offset, '-f', path])
  const plates = new Map<string, Square>()
  for (const file of readdirSync(out)) {
    const name = /\((.*)\)\.tif$/.exec(file)?.[1]
    if (name === undefined) continue
    const data = await sharp(readFileSync(join(out, file)))
      .toColourspace('b-w')
      .raw()
      .toBuffer()
    plates.set(name, { side, inked: (column, row) => (data[row * side + column] ?? 255) < 128 })
  }
  return plates
}

/** First and last inked pixel of a line of a square. */
function run({ side, inked }: Square, along: 'row' | 'column'): { readonly from: number; readonly to: number } {
  const middle = Math.floor(side / 2)
  const at = Array.from({ length: side }, (_, each) => (along === 'row' ? inked(each, middle) : inked(middle, each)))
  return { from: at.indexOf(true), to: at.lastIndexOf(true) }
}

const manifestOf = ({ path }: Written): Manifest =>
  JSON.parse(readFileSync(join(dirname(path), 'manifest.json'), 'utf8')) as Manifest

describe.skipIf(gs.missing).each(['micro-creche', 'plaque-pmma'])('%s', name => {
  it('drills where the manifest says, seen from the finished side, within 0.05 mm', async () => {
    const plaques = (await pdfsOf(name)).filter(({ sheet }) => sheet.holes.length > 0)
    expect(plaques.length).toBeGreaterThan(0)
    for (const written of plaques) {
      const { sheet, piece, path } = written
      const [left, top] = [sheet.bleed[3], sheet.bleed[0]]
      const pageHeight = sheet.height + top + sheet.bleed[2]
      const said = manifestOf(written).pieces.find(({ id }) => id === piece.id)?.faces[0]?.holes ?? []
      expect(said).toHaveLength(sheet.holes.length)
      for (const { x, y, diameter } of said) {
        const onSheet = sheet.mirrored ? sheet.width - x : x
        const plates = await squareAt(path, pageHeight, left + onSheet, top + y)
        const drill = plates.get('Drill')
        if (!drill) throw new Error('no Drill plate')
        const [middle, blade] = [Math.floor(drill.side / 2), plates.get('CutContour')]
        expect(drill.inked(middle, middle)).toBe(true)
        expect(blade?.inked(middle, middle)).toBe(false)
        for (const along of ['row', 'column'] as const) {
          const { from, to } = run(drill, along)
          // Every touched pixel is inked: the disc may look up to two pixels wider.
          const seen = (to - from + 1) * PIXEL
          expect(Math.abs(seen - PIXEL - diameter)).toBeLessThan(0.05)
          expect(Math.abs(((from + to + 1) / 2) * PIXEL - SIDE / 2)).toBeLessThan(0.05)
        }
      }
    }
  }, 120_000)
})
