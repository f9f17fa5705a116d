// A printer with a bleed of its own on each edge, and marks: boxes by poppler, plates by Ghostscript, turned over or not.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { renderPdf } from '../../src/backend/pdf/render-pdf.ts'
import type { Piece } from '../../src/model/sheet.ts'
import { prepare, readKit } from '../../src/pipeline.ts'
import { emptyFolder, platePixels } from '../fixtures/written-pdf.ts'
import { options, world } from '../golden/examples.ts'
import { oracle } from '../oracles.ts'

const gs = oracle('gs')
const pdfinfo = oracle('pdfinfo')
const folder = fileURLToPath(new URL('./bords/', import.meta.url))

/** As the profile asks: top, right, bottom, left. */
const BLEED = [10, 3, 0, 5] as const

async function preparedPieces() {
  const { value } = readKit(join(folder, 'kit.yaml'), undefined, options, world)
  if (!value) throw new Error('the kit cannot be read')
  const { pieces, assets, diagnostics } = await prepare(value, options, world)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  if (!assets) throw new Error('nothing to draw with')
  return pieces.map(({ piece }) => {
    const path = join(emptyFolder(), `${piece.id}.pdf`)
    writeFileSync(path, renderPdf(piece, assets, world))
    return { piece, path }
  })
}

const pieces = await preparedPieces()

const sheetOf = ({ faces: [sheet] }: Piece) => {
  if (!sheet) throw new Error('a piece without a face')
  return sheet
}

function boxesOf(path: string): Readonly<Record<string, readonly number[]>> {
  const said = pdfinfo.text(['-box', path])
  return Object.fromEntries(
    [...said.matchAll(/^(\w+Box): +(.+)$/gm)].map(([, name, numbers]) => [
      name,
      (numbers ?? '')
        .trim()
        .split(/ +/)
        .map(point => (Number(point) * 25.4) / 72),
    ]),
  )
}

it('has pieces turned over, not turned over, round', () => {
  expect(pieces.map(({ piece }) => sheetOf(piece).mirrored)).toEqual([true, false, true, false, false, false])
})

describe.skipIf(pdfinfo.missing)('the boxes', () => {
  it.each(pieces)('of $piece.id are those of the profile, in the file as it is', ({ piece, path }) => {
    const boxes = boxesOf(path)
    const [trim, bleed, media] = [boxes['TrimBox'] ?? [], boxes['BleedBox'] ?? [], boxes['MediaBox'] ?? []]
    const between = [
      (bleed[3] ?? 0) - (trim[3] ?? 0),
      (bleed[2] ?? 0) - (trim[2] ?? 0),
      (trim[1] ?? 0) - (bleed[1] ?? 0),
      (trim[0] ?? 0) - (bleed[0] ?? 0),
    ]
    for (const [index, edge] of between.entries()) expect(edge).toBeCloseTo(BLEED[index] ?? 0, 1)
    expect((trim[2] ?? 0) - (trim[0] ?? 0)).toBeCloseTo(sheetOf(piece).width, 1)
    expect((media[3] ?? 0) - (bleed[3] ?? 0)).toBeCloseTo(sheetOf(piece).slug[0], 1)
  })
})

const DPI = 100
const pixel = (mm: number): number => Math.round((mm / 25.4) * DPI)

describe.skipIf(gs.missing)('the plates', () => {
  it.each(pieces)(
    'of $piece.id: art fills the bleed, and nothing but process inks is outside of it',
    async ({ piece, path }) => {
      const sheet = sheetOf(piece)
      const left = sheet.slug[3]
      const top = sheet.slug[0]
      const [right, bottom] = [left + 5 + sheet.width + 3, top + 10 + sheet.height]
      const plates = await platePixels(path, 1, DPI)
      for (const [name, { width, height, data }] of plates) {
        let outside = 0
        let inside = 0
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            if ((data[y * width + x] ?? 255) > 250) continue
            const within = x >= pixel(left) - 1 && x <= pixel(right) && y >= pixel(top) - 1 && y <= pixel(bottom) + 1
            if (within) inside += 1
            else outside += 1
          }
        const process = ['Cyan', 'Magenta', 'Yellow', 'Black'].includes(name)
        // Marks and the colour bar are on every process plate, and on them alone.
        expect(outside > 0, `${name} outside the bleed`).toBe(process)
        if (!process) expect(inside, `${name} inside`).toBeGreaterThan(0)
        if (name !== 'White') continue
        // White reaches the end of the bleed in the middle of each edge.
        const middle = { x: pixel(left + 5 + sheet.width / 2), y: pixel(top + 10 + sheet.height / 2) }
        const reached = [
          [middle.x, pixel(top + 0.4)],
          [pixel(right - 0.4), middle.y],
          [middle.x, pixel(bottom - 0.4)],
          [pixel(left + 0.4), middle.y],
        ] as const
        for (const [x, y] of reached) expect(data[y * width + x] ?? 255).toBeLessThan(10)
      }
    },
  )
})

it('what the slug says can be read by a machine', () => {
  const [first] = pieces
  const text = oracle('pdftotext')
    .text(['-layout', first?.path ?? '', '-'])
    .replace(/\s+/g, ' ')
  expect(text).toContain('bords_vitrophanie-a6')
  expect(text).toContain('fond perdu 10/3/0/5 mm')
})
