// Three renderers that share no code lay the same inks for our PDFs: away from edges, within a few percent.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cmyk, PAPER } from '../../src/model/ink.ts'
import type { Piece } from '../../src/model/sheet.ts'
import * as screen from '../fixtures/screen-sheets.ts'
import { cells, output, pieceOf, SAID, square, stop } from '../fixtures/sheets.ts'
import { emptyFolder, platePixels, write } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'

const [gs, mutool, pdftoppm] = [oracle('gs'), oracle('mutool'), oracle('pdftoppm')]

const DPI = 72

/** Ink of four plates, one byte each, 255 = solid. */
type Inks = { readonly width: number; readonly height: number; readonly data: Uint8Array }

async function ghostscript(path: string): Promise<Inks> {
  const plates = await platePixels(path, 1, DPI)
  const four = ['Cyan', 'Magenta', 'Yellow', 'Black'].map(name => plates.get(name))
  const [first] = four
  if (!first) throw new Error('Ghostscript wrote no plate')
  const data = new Uint8Array(first.width * first.height * 4)
  for (const [channel, plate] of four.entries()) {
    for (let at = 0; at < first.width * first.height; at++) data[at * 4 + channel] = 255 - (plate?.data[at] ?? 255)
  }
  return { ...first, data }
}

function mupdf(path: string): Inks {
  const out = join(emptyFolder(), 'page.pam')
  mutool.run(['draw', '-q', '-A', '0', '-r', `${DPI}`, '-c', 'cmyk', '-o', out, path])
  const file = readFileSync(out)
  const end = file.indexOf('ENDHDR\n') + 7
  const said = file.subarray(0, end).toString('latin1')
  const size = (key: string): number => Number(new RegExp(`${key} (\\d+)`).exec(said)?.[1])
  return { width: size('WIDTH'), height: size('HEIGHT'), data: file.subarray(end) }
}

async function poppler(path: string): Promise<Inks> {
  const out = join(emptyFolder(), 'page')
  const quality = ['-jpegcmyk', '-overprint', '-jpegopt', 'quality=100']
  pdftoppm.run([...quality, '-singlefile', '-r', `${DPI}`, path, out])
  const image = sharp(`${out}.jpg`).pipelineColourspace('cmyk').toColourspace('cmyk')
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

const REACH = [-2, -1, 1, 2]

/** Whether a pixel is about the colour of all those around it, two away. */
function isCalm({ width, data }: Inks, x: number, y: number): boolean {
  const differs = (dx: number, dy: number): boolean =>
    [0, 1, 2, 3].some(channel => {
      const here = data[(y * width + x) * 4 + channel] ?? 0
      return Math.abs(here - (data[((y + dy) * width + x + dx) * 4 + channel] ?? 0)) > 16
    })
  return !REACH.some(d => differs(d, 0) || differs(0, d) || differs(d, d) || differs(d, -d))
}

type Difference = { readonly mean: number; readonly most: number; readonly share: number }

/** Differences of ink in percent, on pixels calm in both: their mean, what 99 % do not exceed, the share looked at. */
function compare(one: Inks, other: Inks): Difference {
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)]
  expect(Math.abs(one.width - other.width)).toBeLessThanOrEqual(1)
  expect(Math.abs(one.height - other.height)).toBeLessThanOrEqual(1)
  const differences: number[] = []
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      if (!isCalm(one, x, y) || !isCalm(other, x, y)) continue
      for (let channel = 0; channel < 4; channel++) {
        const a = one.data[(y * one.width + x) * 4 + channel] ?? 0
        const b = other.data[(y * other.width + x) * 4 + channel] ?? 0
        differences.push((Math.abs(a - b) * 100) / 255)
      }
    }
  }
  differences.sort((a, b) => a - b)
  const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length
  const most = differences[Math.floor(differences.length * 0.99)] ?? 100
  return { mean, most, share: differences.length / (4 * width * height) }
}

function expectAlike(one: Inks, other: Inks): void {
  const { mean, most, share } = compare(one, other)
  expect(share).toBeGreaterThan(0.4)
  expect(mean).toBeLessThanOrEqual(1)
  expect(most).toBeLessThanOrEqual(3)
}

const text = (): Piece =>
  pieceOf('texte', [
    screen.sheetOf(210, 148, [
      screen.box(-3, -3, 216, 154, screen.YELLOW),
      ...SAID.map((said, index) => screen.text(said, 10, 30 + 30 * index, 14, screen.BLUE, '800')),
    ]),
  ])

/** Everything but the blends, on which poppler is known to differ (it blends in RGB). */
const pieces: Readonly<Record<string, () => Piece>> = {
  text,
  everything: () => {
    const { sheet, piece } = screen.everything()
    const marks = sheet.marks.filter(mark => !(mark.kind === 'group' && mark.isolated))
    return { ...piece, output, faces: [{ ...sheet, marks }] }
  },
  'masks and gradients in groups that are moved, turned and mirrored': () =>
    cells(
      [
        [-1, 0, 0, 1, 40, 0] as const,
        [0.8, 0.3, -0.3, 0.8, 8, -2] as const,
        [0.01, 0, 0, 0.01, 0, 0] as const,
        [1, 0, 0, -1, 0, 40] as const,
      ].map(([a, b, c, d, e, f]) => {
        const size = a === 0.01 ? 100 : 1
        const gradient = {
          kind: 'linear' as const,
          from: [5 * size, 5 * size] as const,
          to: [35 * size, 35 * size] as const,
          stops: [stop(0, screen.BLUE), stop(0.4, screen.YELLOW, 0.5), stop(1, screen.BLUE, 1)],
        }
        const inside = screen.box(5 * size, 5 * size, 30 * size, 30 * size, gradient)
        const mask = screen.box(10 * size, 5 * size, 15 * size, 30 * size, {
          ...gradient,
          stops: [stop(0, PAPER), stop(1, cmyk(0, 0, 0, 60))],
        })
        return [
          {
            kind: 'group',
            transform: [a, b, c, d, e, f],
            mask: { kind: 'luminance', marks: [mask] },
            opacity: 0.8,
            marks: [inside],
          },
        ]
      }),
    ),
  'two things under one opacity': () =>
    cells([[{ kind: 'group', opacity: 0.5, marks: [square(screen.BLUE), square(screen.YELLOW, 12)] }]]),
}

describe.each(Object.entries(pieces))('%s', (_, make) => {
  it.skipIf(gs.missing || mutool.missing)('looks the same to Ghostscript and MuPDF', async () => {
    const path = write(make())
    expectAlike(await ghostscript(path), mupdf(path))
  })

  it.skipIf(gs.missing || pdftoppm.missing)('looks the same to Ghostscript and poppler', async () => {
    const path = write(make())
    expectAlike(await ghostscript(path), await poppler(path))
  })
})
