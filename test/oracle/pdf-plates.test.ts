// What reaches each plate, as Ghostscript separates it: every ink where it belongs, plates whole, art intact under them.
import { describe, expect, it } from 'vitest'
import { rectPath } from '../../src/model/geometry.ts'
import { BLACK, cmyk, PAPER } from '../../src/model/ink.ts'
import type { Mark } from '../../src/model/sheet.ts'
import { line, text } from '../fixtures/screen-sheets.ts'
import { brand, cells, GRID, plaque, plateGroup, round, spot, square, stop, vitrophanie } from '../fixtures/sheets.ts'
import { platesOf, type Range, write } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'

const gs = oracle('gs')

const ORANGE = cmyk(0, 50, 100, 0)

const solid = (percent: number): Range => ({ min: percent, max: percent })

/** The middle of a cell, clear of the edges of its square. */
const middle = (index: number, inset = 7) => ({
  x: (index % 5) * GRID + inset,
  y: Math.floor(index / 5) * GRID + inset,
  width: GRID - 2 * inset,
  height: GRID - 2 * inset,
})

const stroked = (width: number, ink = BLACK): Mark => ({
  kind: 'path',
  path: [
    ['M', 8, 20],
    ['L', 32, 20],
  ],
  stroke: line(ink, width),
})

describe.skipIf(gs.missing)('plates', () => {
  it('are those of the sheet and no other', async () => {
    const sticker = await platesOf(write(vitrophanie()))
    expect(sticker.names).toEqual(['Cyan', 'Magenta', 'Yellow', 'Black', 'CutContour', 'White'])
    const disc = await platesOf(write(round()))
    expect(disc.names).toEqual(['Cyan', 'Magenta', 'Yellow', 'Black', 'CutContour'])
    const recto = await platesOf(write(plaque()))
    expect(recto.names).toHaveLength(7)
    expect(recto.names.slice(4, 6)).toEqual(['Bleu Caf', 'CutContour'])
    expect(recto.names[6]).toMatch(/^Per.*age/)
  })

  it('of the window sticker: white everywhere, the mirrored art whole under it', async () => {
    const plates = await platesOf(write(vitrophanie()))
    expect(plates.range('White', { x: 0, y: 0, width: 216, height: 154 })).toEqual(solid(100))
    // The panel stands on the left of the sign: on the right of the film.
    const panel = { x: 110, y: 120, width: 100, height: 30 }
    expect(plates.range('Cyan', panel)).toEqual(solid(100))
    expect(plates.range('Magenta', panel)).toEqual(solid(60))
    expect(plates.range('Black', { x: 4, y: 120, width: 80, height: 20 })).toEqual(solid(0))
    // The paper letters knock the panel out.
    expect(plates.range('Cyan', { x: 120, y: 15, width: 80, height: 40 })).toEqual({ min: 0, max: 100 })
    expect(plates.range('CutContour', { x: 2, y: 60, width: 2, height: 2 })).toEqual({ min: 0, max: 100 })
  })

  it('keep both art and plate, whatever the order in the sheet', async () => {
    const white = plateGroup('white', [square(spot('white'), 10)])
    const plates = await platesOf(
      write(
        cells([
          [white, square(ORANGE)],
          [square(ORANGE), white],
          [square(ORANGE), plateGroup('white', [square(spot('white', 50), 10)])],
          [square(ORANGE), { kind: 'group', opacity: 0.5, marks: [white] }],
          [
            square(ORANGE),
            plateGroup('varnish', [
              square({ kind: 'linear', from: [0, 0], to: [1, 0], stops: [stop(0, spot('varnish'))] }),
            ]),
          ],
        ]),
      ),
    )
    const white2 = [0, 1, 2, 3, 4].map(index => plates.range('White', middle(index, 11)))
    expect(white2).toEqual([100, 100, 50, 50, 0].map(solid))
    for (const index of [0, 1, 2, 3, 4]) expect(plates.range('Magenta', middle(index))).toEqual(solid(50))
    expect(plates.range('Varnish', middle(4))).toEqual(solid(100))
  })

  it('let small solid black overprint, and nothing else', async () => {
    const plates = await platesOf(
      write(
        cells([
          [square(ORANGE), text('petit', 8, 20, 4, BLACK)],
          [square(ORANGE), text('Gros', 8, 20, 8, BLACK)],
          [square(ORANGE), text('gris', 8, 20, 4, cmyk(0, 0, 0, 40))],
          [square(ORANGE), text('clair', 8, 20, 4, PAPER)],
          [square(ORANGE), text('riche', 8, 20, 4, cmyk(60, 0, 0, 100))],
          [square(ORANGE), stroked(0.5)],
          [square(ORANGE), stroked(1)],
          [square(ORANGE), square(BLACK, 15)],
          [square(ORANGE), { kind: 'group', transform: [3, 0, 0, 3, 0, -20], marks: [text('gros', 3, 13, 2, BLACK)] }],
          [
            square(ORANGE),
            {
              kind: 'path',
              path: rectPath({ x: 12, y: 12, width: 16, height: 16 }),
              fill: PAPER,
              stroke: line(BLACK, 0.5),
            },
          ],
        ]),
      ),
      1,
      300,
    )
    const least = Array.from({ length: 10 }, (_, index) => plates.range('Yellow', middle(index)).min)
    expect(least).toEqual([100, 0, 0, 0, 0, 100, 0, 0, 0, 0])
    const black = Array.from({ length: 10 }, (_, index) => plates.range('Black', middle(index)).max)
    expect(black).toEqual([100, 100, 40, 0, 100, 100, 100, 100, 100, 100])
    // The paper square knocks out; its thin black outline does not, outside of it.
    expect(plates.range('Yellow', { x: 173, y: 51.8, width: 14, height: 0.15 })).toEqual({ min: 100, max: 100 })
  })

  it('are not touched by the overprint of what came before', async () => {
    const small = text('petit', 8, 12, 3, BLACK)
    const plates = await platesOf(
      write(
        cells([
          [square(ORANGE), small, square(BLACK, 15)],
          [square(ORANGE), small, { kind: 'image', image: 'gray', matrix: [10, 0, 0, 10, 15, 15] }],
          [square(ORANGE), small, { kind: 'group', opacity: 0.5, marks: [square(BLACK, 15), square(BLACK, 16)] }],
        ]),
      ),
    )
    const yellow = [0, 1, 2].map(index => plates.range('Yellow', middle(index, 17)))
    expect(yellow).toEqual([solid(0), solid(0), solid(50)])
    expect(plates.range('Black', { x: 57, y: 17, width: 2, height: 6 })).toEqual(solid(100))
    expect(plates.range('Black', { x: 62, y: 17, width: 2, height: 6 })).toEqual(solid(50))
  })

  it('carry brand inks by tint, in gradients, and beside process inks', async () => {
    const fade = (from: ReturnType<typeof stop>, to: ReturnType<typeof stop>) =>
      square({ kind: 'linear', from: [5, 0], to: [35, 0], stops: [from, to] })
    const blue = brand('Bleu Caf')
    const plates = await platesOf(
      write(
        cells([
          [square(brand('Bleu Caf', 40))],
          [fade(stop(0, blue), stop(1, PAPER))],
          [fade(stop(0, blue), stop(1, cmyk(0, 100, 0, 0)))],
          [fade(stop(0, blue), stop(1, brand('PANTONE 485 C')))],
          [square({ kind: 'registration', tint: 100 })],
        ]),
      ),
    )
    expect(plates.names.slice(4)).toEqual(['Bleu Caf', 'PANTONE 485 C'])
    expect(plates.range('Bleu Caf', middle(0))).toEqual(solid(40))
    expect(plates.range('Cyan', middle(0))).toEqual(solid(0))
    const at = (name: string, x: number): number => plates.range(name, { x, y: 18, width: 0.3, height: 0.3 }).max
    const near = (percent: number) => ({ asymmetricMatch: (value: number) => Math.abs(value - percent) <= 2 })
    expect([at('Bleu Caf', 46), at('Bleu Caf', 60), at('Bleu Caf', 74)]).toEqual([97, 50, 3].map(near))
    expect([at('Bleu Caf', 100), at('Magenta', 100), at('Cyan', 100)]).toEqual([50, 50, 0].map(near))
    expect([at('Bleu Caf', 140), at('PANTONE 485 C', 140), at('Magenta', 140)]).toEqual([50, 50, 0].map(near))
    for (const name of plates.names) expect(plates.range(name, middle(4)), name).toEqual(solid(100))
  })

  it('tell a picture from the masks that are made of it', async () => {
    const picture: Mark = { kind: 'image', image: 'gray', matrix: [30, 0, 0, 30, 5, 5] }
    const plates = await platesOf(
      write(
        cells([
          [picture],
          [{ kind: 'group', mask: { kind: 'alpha', marks: [picture] }, marks: [square(ORANGE)] }],
          [{ kind: 'group', mask: { kind: 'luminance', marks: [picture] }, marks: [square(ORANGE)] }],
        ]),
      ),
    )
    const dark = (index: number) => ({ x: index * GRID + 7, y: 7, width: 10, height: 20 })
    const light = (index: number) => ({ x: index * GRID + 23, y: 7, width: 10, height: 20 })
    expect([plates.range('Black', dark(0)), plates.range('Black', light(0))]).toEqual([solid(100), solid(50)])
    expect([plates.range('Yellow', dark(1)), plates.range('Yellow', light(1))]).toEqual([solid(100), solid(100)])
    expect([plates.range('Yellow', dark(2)), plates.range('Yellow', light(2))]).toEqual([solid(0), solid(50)])
  })

  it('hold what masks, gradients and pictures let through', async () => {
    const plates = await platesOf(
      write(
        cells([
          [
            {
              kind: 'group',
              mask: { kind: 'luminance', marks: [square(cmyk(0, 0, 0, 40), 10)] },
              marks: [square(ORANGE)],
            },
          ],
          [
            {
              kind: 'group',
              mask: { kind: 'alpha', marks: [square(BLACK, 10)] },
              opacity: 0.5,
              marks: [square(ORANGE)],
            },
          ],
          [
            square({
              kind: 'linear',
              from: [5, 0],
              to: [35, 0],
              stops: [stop(0, ORANGE, 0), stop(1, ORANGE, 1)],
            }),
          ],
          [{ kind: 'image', image: 'soft', matrix: [30, 0, 0, 30, 5, 5] }],
          [{ kind: 'group', mask: { kind: 'alpha', marks: [] }, marks: [square(ORANGE)] }],
        ]),
      ),
    )
    expect(plates.range('Yellow', middle(0, 11))).toEqual(solid(60))
    expect(plates.range('Yellow', { x: 6, y: 6, width: 3, height: 28 })).toEqual(solid(0))
    expect(plates.range('Yellow', middle(1, 11))).toEqual(solid(50))
    const at = (name: string, x: number): number => plates.range(name, { x, y: 18, width: 0.3, height: 0.3 }).max
    expect(Math.abs(at('Yellow', 100) - 50)).toBeLessThanOrEqual(2)
    expect(Math.abs(at('Magenta', 140) - 50)).toBeLessThanOrEqual(3)
    expect(plates.range('Yellow', middle(4, 0))).toEqual(solid(0))
  })
})
