// Three renderers that share no code lay the same inks for our PDFs: away from edges, within a few percent.
import { describe, it } from 'vitest'
import { cmyk, PAPER } from '../../src/model/ink.ts'
import type { Piece } from '../../src/model/sheet.ts'
import * as screen from '../fixtures/screen-sheets.ts'
import { cells, output, pieceOf, SAID, square, stop } from '../fixtures/sheets.ts'
import { write } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'
import { expectSameInks, ghostscript, mupdf, poppler } from './support-inks.ts'

const [gs, mutool, pdftoppm] = [oracle('gs'), oracle('mutool'), oracle('pdftoppm')]

const DPI = 72

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
    expectSameInks(await ghostscript(path, DPI), mupdf(path, DPI))
  })

  it.skipIf(gs.missing || pdftoppm.missing)('looks the same to Ghostscript and poppler', async () => {
    const path = write(make())
    expectSameInks(await ghostscript(path, DPI), await poppler(path, DPI))
  })
})
