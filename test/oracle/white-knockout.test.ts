// A paint of 0/0/0/0 takes away what is under it, whatever it paints and whatever overprinted just before: never lost.
import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/model/assets.ts'
import { ellipsePath } from '../../src/model/geometry.ts'
import { BLACK, cmyk, type Gradient, PAPER, type Paint } from '../../src/model/ink.ts'
import type { Mark, Output } from '../../src/model/sheet.ts'
import type { Standard } from '../../src/model/standard.ts'
import { box, line, text } from '../fixtures/screen-sheets.ts'
import { brand, cells, GRID, output, assets as sheetAssets, square, stop } from '../fixtures/sheets.ts'
import { flattened } from '../fixtures/transparent-sheets.ts'
import { platesOf, write } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'

const gs = oracle('gs')

const raster = (id: string, more: Partial<Raster>): Raster => ({
  id,
  width: 8,
  height: 8,
  space: 'cmyk',
  pixels: new Uint8Array(256),
  ...more,
})

const images = new Map(
  [
    raster('white', {}),
    raster('white gray', { space: 'gray', pixels: new Uint8Array(64).fill(255) }),
    raster('white, masked', { alpha: new Uint8Array(64).fill(255).fill(0, 0, 8) }),
  ].map(image => [image.id, image]),
)

const assets = { ...sheetAssets, image: (id: string): Raster => images.get(id) ?? sheetAssets.image(id) }

const gradient: Gradient = { kind: 'linear', from: [10, 0], to: [30, 0], stops: [stop(0, PAPER), stop(1, PAPER)] }
const radial: Gradient = {
  kind: 'radial',
  from: [20, 20],
  fromRadius: 0,
  to: [20, 20],
  toRadius: 9,
  stops: [stop(0, PAPER), stop(0.5, PAPER), stop(1, PAPER)],
}
const sheet = (space: number): Mark => box(10, 10, 20, 20, cmyk(0, 0, 0, space))

const thin = (paint: Paint): Mark => ({
  kind: 'path',
  path: [
    ['M', 8, 20],
    ['L', 32, 20],
  ],
  stroke: { ...line(PAPER, 0.6), paint },
})

const picture = (image: string): Mark => ({ kind: 'image', image, matrix: [20, 0, 0, 20, 10, 10] })

/** A small black line just before: the state of the page is then « overprint », mode 1. */
const before: readonly Mark[] = [
  box(4, 4, 16, 32, cmyk(30, 60, 90, 20)),
  box(20, 4, 16, 32, brand('Bleu Caf')),
  text('noir', 6, 8, 2.5, BLACK),
  {
    kind: 'path',
    path: [
      ['M', 5, 34],
      ['L', 35, 34],
    ],
    stroke: line(BLACK, 0.4),
  },
]

/** What becomes an image once flattened: no spot may lie under it. */
const isImage = (name: string): boolean => name.startsWith('masked')

/** Letters have gaps between them. */
const isText = (name: string): boolean => name.startsWith('small text')

const CASES: Readonly<Record<string, readonly Mark[]>> = {
  fill: [sheet(0)],
  'thin stroke': [thin(PAPER)],
  'thin stroke in a gradient': [thin(gradient)],
  'small text': [text('■■■■■■■■■■', 9, 21.2, 3, PAPER)],
  'small text in a gradient': [text('■■■■■■■■■■', 9, 21.2, 3, gradient)],
  'linear gradient': [box(10, 10, 20, 20, gradient)],
  'radial gradient': [{ kind: 'path', path: ellipsePath(20, 20, 9), fill: radial }],
  'fill under a small black stroke': [
    { kind: 'path', path: ellipsePath(20, 20, 9), fill: PAPER, stroke: line(BLACK, 0.4) },
  ],
  picture: [picture('white')],
  'gray picture': [picture('white gray')],
  'picture with a hard mask': [picture('white, masked')],
  'isolated group': [{ kind: 'group', isolated: true, marks: [sheet(0)] }],
  'masked by light': [
    { kind: 'group', marks: [sheet(0)], mask: { kind: 'luminance', marks: [box(8, 8, 24, 24, PAPER)] } },
  ],
  'masked by pixels': [{ kind: 'group', marks: [sheet(0)], mask: { kind: 'alpha', marks: [picture('white')] } }],
  'nearly opaque group': [{ kind: 'group', opacity: 0.999, marks: [sheet(0)] }],
  'spot at 0 %': [square(brand('Bleu Caf', 0), 10)],
}

const ALWAYS: Output['blackOverprint'] = { text: 1000, line: 1000 }

describe.skipIf(gs.missing).each(['x4', 'x1a', 'x3'] as const satisfies readonly Standard[])('%s', standard => {
  it.each([
    ['as the printer says', output.blackOverprint],
    ['when all black overprints', ALWAYS],
  ])('white knocks out, %s', async (_, blackOverprint) => {
    const marks = Object.entries(CASES).map(([name, over]) => [
      ...before.filter(mark => !isImage(name) || standard === 'x4' || !JSON.stringify(mark).includes('brand')),
      ...over,
    ])
    const live = cells(marks, { output: { ...output, standard, blackOverprint } })
    const flat = flattened(live, assets)
    expect(flat.faces.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule))).not.toContain('cannot-flatten')
    const plates = await platesOf(write(flat.piece, flat.assets), 1, 300)
    for (const [index, name] of Object.keys(CASES).entries())
      for (const plate of plates.names)
        for (const side of [-4, 3]) {
          const [x, y] = [(index % 5) * GRID + 20 + side, Math.floor(index / 5) * GRID + 19.9]
          const { min, max } = plates.range(plate, { x, y, width: 2, height: 0.2 })
          expect.soft(isText(name) ? min : max, `${name} on ${plate}`).toBe(0)
        }
  })
})
