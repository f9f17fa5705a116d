// Bleed that is really filled: each thing that stops at the cut is found, and nothing that crosses it is.
import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/model/assets.ts'
import { ellipsePath, outset, ovalPath, type Path, rectPath, roundedRectPath } from '../../src/model/geometry.ts'
import { cmyk, PAPER } from '../../src/model/ink.ts'
import type { Mark, Sheet } from '../../src/model/sheet.ts'
import { bleedMissing } from '../../src/preflight/checks/bleed-missing.ts'
import { line, path, sheetOf } from '../fixtures/screen-sheets.ts'
import { contextOf } from '../fixtures/sheet-context.ts'
import { assets as known, pieceOf } from '../fixtures/sheets.ts'

const RED = cmyk(0, 90, 80, 0)
const BLUE = cmyk(90, 30, 0, 0)

const raster = (id: string, alpha?: Uint8Array): Raster => ({
  id,
  width: 2,
  height: 1,
  space: 'gray',
  pixels: Uint8Array.of(0, 80),
  ...(alpha ? { alpha } : {}),
})

const images = new Map([raster('photo'), raster('half', Uint8Array.of(255, 0))].map(image => [image.id, image]))
const assets = { ...known, image: (id: string) => images.get(id) ?? known.image(id) }

/** What the check says, in French, without its common end. */
function said(sheet: Sheet): readonly string[] {
  const found = bleedMissing.run(contextOf(pieceOf('affiche', [sheet]), assets))
  if (found instanceof Promise) throw new Error('the check answers at once')
  return [...found].map(({ message }) => message.fr.replace(' s’arrête au bord de coupe', ''))
}

const on = (marks: readonly Mark[], more: Partial<Sheet> = {}): readonly string[] =>
  said(sheetOf(200, 100, marks, more))

const rect = (x: number, y: number, width: number, height: number): Path => rectPath({ x, y, width, height })

const image = (id: string, x: number, y: number, width: number, height: number): Mark => ({
  kind: 'image',
  image: id,
  matrix: [width, 0, 0, height, x, y],
})

const stroked = (from: readonly [number, number], to: readonly [number, number], width: number): Mark => ({
  kind: 'path',
  path: [
    ['M', ...from],
    ['L', ...to],
  ],
  stroke: line(RED, width),
})

describe('bleed-missing finds', () => {
  it.each<[string, Mark, string]>([
    ['a surface that stops at the cut', path(rect(-3, 0, 60, 40), RED), 'une surface en haut'],
    ['one that stops half way', path(rect(150, 50, 51.5, 53), RED), 'une surface à droite'],
    ['one that stops 0.3 mm before it', path(rect(20, 60, 60, 39.7), RED), 'une surface en bas'],
    [
      'round corners at the cut',
      path(roundedRectPath({ x: 0, y: 0, width: 200, height: 100 }, 5), RED),
      'une surface en haut et à droite et en bas et à gauche',
    ],
    ['a picture that stops at the cut', image('photo', 0, 20, 80, 60), 'une image à gauche'],
    ['a picture whose own alpha stops there', image('half', 160, 20, 80, 60), 'une image à droite'],
    ['a disc that touches the cut', path(ellipsePath(50, 80, 20), RED), 'une surface en bas'],
    ['a line that ends at the cut', stroked([30, 50], [30, 0], 2), 'un filet en haut'],
    ['a thin line that ends at the cut', stroked([30, 50], [30, 0], 0.6), 'un filet en haut'],
    ['a line that runs along the cut', stroked([-3, 0.5], [203, 0.5], 1), 'un filet en haut'],
    [
      'a gradient that stops at the cut',
      path(rect(0, 30, 60, 40), {
        kind: 'linear',
        from: [0, 0],
        to: [60, 0],
        stops: [
          { at: 0, ink: RED, alpha: 1 },
          { at: 1, ink: BLUE, alpha: 1 },
        ],
      }),
      'une surface à gauche',
    ],
    [
      'what a clip stops at the cut',
      {
        kind: 'group',
        clip: { path: rect(0, 0, 200, 100), rule: 'nonzero' },
        marks: [path(rect(-3, 30, 60, 40), RED)],
      },
      'une surface à gauche',
    ],
    [
      'what a turned group stops there',
      { kind: 'group', transform: [0, 1, -1, 0, 200, 0], marks: [path(rect(20, 0, 60, 40), RED)] },
      'une surface à droite',
    ],
  ])('%s', (_, mark, expected) => {
    expect(on([mark])).toEqual([expected])
  })

  it('a short edge only, of four unequal ones', () => {
    const whole = path(rectPath(outset({ x: 0, y: 0, width: 200, height: 100 }, [3, 3, 3, 3])), RED)
    const bleed = [0, 3, 3, 10] as const
    const bleedPath = rectPath(outset({ x: 0, y: 0, width: 200, height: 100 }, bleed))
    expect(on([whole], { bleed, bleedPath })).toEqual(['une surface à gauche'])
  })

  it('a disc that fills a round piece but not its bleed', () => {
    const round = { cut: ellipsePath(50, 50, 50), bleedPath: ellipsePath(50, 50, 53) }
    expect(said(sheetOf(100, 100, [path(ellipsePath(50, 50, 50.2), RED)], round))).toHaveLength(1)
    expect(said(sheetOf(100, 100, [path(ellipsePath(50, 50, 53), RED)], round))).toEqual([])
  })

  it('white that stops at the cut of clear film, but not of white material', () => {
    const white = path(rect(-3, 0, 60, 40), PAPER)
    expect(on([white])).toEqual([])
    expect(on([white], { clear: true })).toEqual(['une surface en haut'])
  })

  it('a picture over a colour that bleeds: the sliver has that colour', () => {
    expect(on([path(rect(-3, -3, 206, 106), BLUE), image('photo', 0, 20, 80, 60)])).toEqual(['une image à gauche'])
  })
})

describe('bleed-missing leaves alone', () => {
  it.each<[string, readonly Mark[]]>([
    ['what fills the bleed', [path(rect(-3, -3, 206, 106), RED)]],
    ['what stays away from the cut', [path(rect(1, 1, 198, 98), RED)]],
    ['a disc that is cut across', [path(ellipsePath(190, 50, 40), RED)]],
    ['a slanting line that leaves through the bleed', [stroked([150, 50], [212, -12], 1)]],
    ['a slanting hairline', [stroked([150, 50], [212, -12], 0.2)]],
    ['a tip that points into the bleed', [path([['M', 50, -1.5], ['L', 60, 20], ['L', 40, 20], ['Z']], RED)]],
    [
      'what lies hidden under a surface that bleeds',
      [path(rect(0, 0, 60, 40), RED), path(rect(-3, -3, 206, 106), BLUE)],
    ],
    ['what goes on in the same colour', [path(rect(-3, -3, 206, 106), RED), path(rect(0, 0, 60, 40), RED)]],
    ['a picture that is clear near the cut', [image('half', 130, 20, 70, 60)]],
  ])('%s', (_, marks) => {
    expect(on(marks)).toEqual([])
  })

  it('an edge without bleed', () => {
    const bleedPath = rect(-3, 0, 206, 103)
    expect(on([path(bleedPath, RED)], { bleed: [0, 3, 3, 3], bleedPath })).toEqual([])
  })

  it('a round piece with a bleed of its own on each edge, filled', () => {
    const bleedPath = ovalPath(50, 50, [60, 53, 50, 55])
    const round = { cut: ellipsePath(50, 50, 50), bleedPath, bleed: [10, 3, 0, 5] as const }
    expect(said(sheetOf(100, 100, [path(rect(-5, -10, 108, 110), RED)], round))).toEqual([])
  })
})
