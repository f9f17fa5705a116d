// The area of marks against Ghostscript's own drawing of them: the same pixels at 1200 dpi, mark by mark.
import { describe, expect, it } from 'vitest'
import type { Assets, Raster } from '../../src/model/assets.ts'
import { ellipsePath, type Matrix, type Path, rectPath } from '../../src/model/geometry.ts'
import { BLACK, cmyk, type Gradient, PAPER, spot } from '../../src/model/ink.ts'
import type { GroupMark, Mark, Stroke } from '../../src/model/sheet.ts'
import { areaOf } from '../../src/sheet/area.ts'
import { regionPath } from '../../src/sheet/region.ts'
import { path as filled, line, sheetOf, text } from '../fixtures/screen-sheets.ts'
import { assets, output, pieceOf, plateGroup, stop } from '../fixtures/sheets.ts'
import { platePixels, write } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'

const gs = oracle('gs')

/** Cells of 10 mm. */
const CELL = 10
const ACROSS = 6
const DPI = 1200

const zigzag: Path = [
  ['M', 1.5, 7],
  ['L', 3.5, 2.5],
  ['L', 4.2, 7.5],
  ['C', 5, 9, 7, 1, 8, 5],
]
const loop: Path = [['M', 2, 8], ['C', 12, 0, -2, 0, 8, 8], ['Z']]
const star: Path = [['M', 5, 1], ['L', 7.5, 8.5], ['L', 1, 4], ['L', 9, 4], ['L', 2.5, 8.5], ['Z']]
const backwards: Path = [['M', 2, 2], ['L', 2, 6], ['L', 6, 6], ['L', 6, 2], ['Z']]

const stroked = (path: Path, width: number, extra: Partial<Stroke> = {}): Mark => ({
  kind: 'path',
  path,
  stroke: line(BLACK, width, extra),
})
const group = (marks: readonly Mark[], more: Partial<GroupMark> = {}): GroupMark => ({ kind: 'group', marks, ...more })
const disc = (x = 5, y = 5, r = 3.5): Path => ellipsePath(x, y, r)
const fade = (from: number, to: number): Gradient => ({
  kind: 'linear',
  from: [2, 0],
  to: [8, 0],
  stops: [stop(0, BLACK, from), stop(1, BLACK, to)],
})

const CASES: Readonly<Record<string, readonly Mark[]>> = {
  'a curve': [filled(disc(), BLACK)],
  'a star, nonzero': [filled(star, BLACK)],
  'a star, even-odd': [{ kind: 'path', path: star, fill: BLACK, fillRule: 'evenodd' }],
  'paths that wind against each other': [
    filled(rectPath({ x: 3, y: 3, width: 5, height: 5 }), BLACK),
    filled(backwards, BLACK),
  ],
  'a stroke with butt caps and miters': [stroked(zigzag, 1)],
  'a stroke with round caps and joins': [stroked(zigzag, 1.2, { cap: 'round', join: 'round' })],
  'a stroke with square caps and bevels': [stroked(zigzag, 0.8, { cap: 'square', join: 'bevel' })],
  'miters beyond their limit': [stroked(zigzag, 0.8, { miterLimit: 1.5 })],
  'a closed stroke that crosses itself': [stroked(loop, 0.9)],
  'a stroke wider than its curve': [stroked(ellipsePath(5, 5, 0.8), 2.4)],
  dashes: [stroked(loop, 0.6, { dash: { lengths: [1.1, 0.5, 0.3], offset: 0.4 } })],
  'round dashes': [stroked(loop, 0.5, { cap: 'round', dash: { lengths: [0, 0.9], offset: 0 } })],
  'a stroke in a slanted space': [group([stroked(zigzag, 1)], { transform: [0.4, 0.3, -0.8, 0.9, 5, -1] })],
  'a hairline': [stroked(zigzag, 0.05)],
  letters: [text('Ægà', 0.6, 7, 5, BLACK)],
  'letters turned and mirrored': [group([text('Sé&', 0, 0, 5, BLACK)], { transform: [-0.8, 0.5, 0.5, 0.8, 8, 3] })],
  'a clip': [group([filled(star, BLACK)], { clip: { path: disc(4, 4, 3), rule: 'nonzero' } })],
  'clips in clips, with transforms': [
    group(
      [
        group([text('MW', 0, 5, 5, BLACK), filled(disc(2, 5, 2), BLACK)], {
          clip: { path: star, rule: 'evenodd' },
          transform: [0.9, 0.2, -0.2, 0.9, 1, 0],
        }),
      ],
      { clip: { path: disc(5, 5, 4), rule: 'nonzero' } },
    ),
  ],
  'opacity in opacity': [
    group([group([filled(star, BLACK)], { opacity: 0.5 }), filled(disc(7, 7, 1.5), BLACK)], { opacity: 0.4 }),
  ],
  'a group that is clear': [filled(disc(2, 2, 1), BLACK), group([filled(disc(), BLACK)], { opacity: 0 })],
  'a mask of light and dark': [
    group([filled(rectPath({ x: 1, y: 1, width: 8, height: 8 }), BLACK)], {
      mask: {
        kind: 'luminance',
        marks: [filled(disc(), PAPER), filled(disc(5, 5, 1.5), BLACK), filled(disc(5, 5, 0.5), cmyk(0, 0, 0, 40))],
      },
    }),
  ],
  'a mask of alpha': [
    group([filled(disc(), BLACK)], {
      mask: { kind: 'alpha', marks: [filled(star, PAPER), group([filled(disc(3, 3, 1), BLACK)], { opacity: 0.3 })] },
    }),
  ],
  'a gradient of constant alpha': [filled(disc(), fade(0.4, 0.4))],
  'an opaque picture, turned': [{ kind: 'image', image: 'gray-dark', matrix: [5, 2, -2, 5, 3, 1] }],
}

const names = Object.keys(CASES)

const dark: Raster = { id: 'gray-dark', width: 3, height: 2, space: 'gray', pixels: new Uint8Array(6) }

const known: Assets = { ...assets, image: id => (id === dark.id ? dark : assets.image(id)) }

describe.skipIf(gs.missing)('the area of', () => {
  const plates = (async () => {
    const placed = names.map((name, index): Mark => {
      const transform: Matrix = [1, 0, 0, 1, (index % ACROSS) * CELL, Math.floor(index / ACROSS) * CELL]
      const marks = CASES[name] ?? []
      return group([...marks, plateGroup('white', [filled(regionPath(areaOf(marks, known)), spot('white'))])], {
        transform,
      })
    })
    const height = Math.ceil(names.length / ACROSS) * CELL
    const none = [0, 0, 0, 0] as const
    const size = { x: 0, y: 0, width: ACROSS * CELL, height }
    const sheet = sheetOf(size.width, height, placed, { bleed: none, bleedPath: rectPath(size), cut: rectPath(size) })
    return platePixels(write(pieceOf('essai', [sheet], { output: { ...output, outlineText: true } }), known), 1, DPI)
  })()

  it.each(names)('%s', async name => {
    const index = names.indexOf(name)
    const [black, white] = [(await plates).get('Black'), (await plates).get('White')]
    if (!black || !white) throw new Error('a plate is missing')
    const px = (mm: number): number => Math.round((mm / 25.4) * DPI)
    const [left, top] = [px((index % ACROSS) * CELL), px(Math.floor(index / ACROSS) * CELL)]
    const inked = (plate: typeof black, x: number, y: number): boolean =>
      (plate.data[(top + y) * plate.width + left + x] ?? 255) < 255
    let [covered, drawn, wrong] = [0, 0, 0]
    for (let y = 1; y < px(CELL) - 1; y++) {
      for (let x = 1; x < px(CELL) - 1; x++) {
        const art = inked(black, x, y)
        const area = inked(white, x, y)
        if (art) covered++
        if (area) drawn++
        if (art === area) continue
        // One pixel (0.02 mm) from an edge of the art, a rounding may decide.
        const calm = [-1, 0, 1].every(dy => [-1, 0, 1].every(dx => inked(black, x + dx, y + dy) === art))
        if (calm) wrong++
      }
    }
    expect(covered).toBeGreaterThan(500)
    expect(Math.abs(drawn / covered - 1)).toBeLessThan(0.02)
    // Dark that eats into light, in a mask, takes every pixel that it touches: a ring of one more.
    expect(wrong).toBeLessThan(10)
  })
})
