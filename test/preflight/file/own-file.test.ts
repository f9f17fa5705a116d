// What our PDF backend writes passes its own check, and stops passing when the piece asked for something else.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderPdf } from '../../../src/backend/pdf/render-pdf.ts'
import { openProfile } from '../../../src/color/profile.ts'
import type { Assets, Profile, Raster } from '../../../src/model/assets.ts'
import { ellipsePath, IDENTITY, outset, rectPath } from '../../../src/model/geometry.ts'
import { BLACK, cmyk, spot } from '../../../src/model/ink.ts'
import type { GlyphsMark, Mark, Output, Piece, Plate, Sheet } from '../../../src/model/sheet.ts'
import { checkPdf } from '../../../src/preflight/check-pdf.ts'
import { expectationOf } from '../../../src/preflight/file/expectation.ts'
import { parseFont } from '../../../src/text/font.ts'
import { shape } from '../../../src/text/shape.ts'
import { PROFILE } from './base-draft.ts'

const FONT = parseFont(
  'source-sans-3/700',
  readFileSync(new URL('../../../assets/fonts/source-sans-3/700.ttf', import.meta.url)),
)

const PIXELS: Raster = { id: 'photo', width: 2, height: 2, space: 'cmyk', pixels: new Uint8Array(16).fill(90) }

const assetsWith = (profile: Profile): Assets => ({ font: () => FONT, image: () => PIXELS, profile: () => profile })

const plate = (name: string, group: string, type?: string): Plate => ({
  name,
  alternate: [0, 100, 0, 0],
  screen: '#ff00ff',
  step: { group, ...(type !== undefined && { type }) },
  layer: name,
})

const OUTPUT: Output = {
  printer: 'standard',
  standard: 'x4',
  profile: 'fogra39',
  condition: { identifier: 'FOGRA39', info: 'ISO Coated v2 300 %', registry: 'http://www.color.org' },
  maxInk: 300,
  plates: {
    white: plate('White', 'White'),
    cut: plate('CutContour', 'Structural', 'Cutting'),
    'kiss-cut': plate('KissCut', 'Structural', 'PartialCutting'),
    drill: plate('Drill', 'Structural', 'Drilling'),
    varnish: plate('Varnish', 'Varnish'),
    braille: plate('Braille', 'Braille'),
    engrave: { name: 'Engrave', layer: 'Engrave', alternate: [0, 0, 0, 100], screen: '#000000' },
  },
  spots: { 'PANTONE 293 C': plate('PANTONE 293 C', '') },
  blackOverprint: { text: 4, line: 0.7 },
  outlineText: false,
  intent: 'relative',
  spotInks: 'convert',
  flattenPpi: 300,
}

const glyphs = (words: string, x: number, y: number, size = 10): GlyphsMark => {
  const run = shape(FONT, words)
  return { kind: 'glyphs', font: FONT.id, size, x, y, glyphs: run.glyphs, text: run.text, fill: BLACK }
}

const WIDTH = 200
const HEIGHT = 100
const TRIM = { x: 0, y: 0, width: WIDTH, height: HEIGHT }
const BLEED = outset(TRIM, [3, 3, 3, 3])

const art: readonly Mark[] = [
  { kind: 'path', path: rectPath(BLEED), fill: cmyk(10, 20, 30, 0) },
  {
    kind: 'path',
    path: rectPath({ x: 10, y: 10, width: 50, height: 20 }),
    fill: {
      kind: 'linear',
      from: [10, 10],
      to: [60, 10],
      stops: [
        { at: 0, ink: cmyk(100, 0, 0, 0), alpha: 1 },
        { at: 1, ink: cmyk(0, 100, 0, 0), alpha: 0.5 },
      ],
    },
  },
  glyphs('Micro-crèche « L’Île aux Trésors »', 10, 50),
  glyphs('0556 00\u202f00\u202f00 — Saint\u2011Rémy, n° 12 bis', 10, 65, 5),
  glyphs('', 10, 70),
  { kind: 'group', opacity: 0.5, marks: [glyphs('efficace', 10, 80)] },
  { kind: 'image', image: 'photo', matrix: [20, 0, 0, 20, 120, 60] },
  {
    kind: 'path',
    path: rectPath({ x: 150, y: 10, width: 9, height: 9 }),
    fill: { kind: 'spot', role: 'brand', name: 'PANTONE 293 C', tint: 60 },
  },
]

const plates: readonly Mark[] = [
  { kind: 'group', layer: 'white', marks: [{ kind: 'path', path: rectPath(BLEED), fill: spot('white') }] },
  {
    kind: 'group',
    layer: 'cut',
    marks: [
      {
        kind: 'path',
        path: rectPath(TRIM),
        stroke: { paint: spot('cut'), width: 0.09, cap: 'butt', join: 'miter', miterLimit: 4 },
      },
    ],
  },
  {
    kind: 'group',
    layer: 'drill',
    marks: [10, 190].map(x => ({ kind: 'path', path: ellipsePath(x, 50, 3), fill: spot('drill') })),
  },
]

const sheet = (marks: readonly Mark[], transform = IDENTITY): Sheet => ({
  face: 'recto',
  width: WIDTH,
  height: HEIGHT,
  cut: rectPath(TRIM),
  bleedPath: rectPath(BLEED),
  bleed: [3, 3, 3, 3],
  slug: [1, 2, 3, 4],
  safe: 5,
  clear: true,
  inkOrder: ['CMYK', 'White'],
  mirror: transform === IDENTITY ? 'none' : 'file',
  mirrored: transform !== IDENTITY,
  holes: [10, 190].map(x => ({ x, y: 50, diameter: 6, keepOut: 10 })),
  marks: [{ kind: 'group', transform, marks }],
})

const piece = (faces: readonly Sheet[], output: Output = OUTPUT): Piece => ({
  id: 'plaque',
  kit: 'essai',
  product: 'plaque-200x100',
  template: 'plaque',
  title: 'Crèche & co <essai>',
  lang: 'fr',
  orientation: 'paysage',
  quantity: 1,
  order: {},
  scale: 1,
  output,
  faces,
})

const CONTEXT = { date: new Date(0), version: '0.0.0' }
let assets: Assets
beforeAll(async () => {
  assets = assetsWith(await openProfile('fogra39', PROFILE))
})

const found = (written: Piece, wanted = written): string[] =>
  checkPdf(renderPdf(written, assets, CONTEXT), expectationOf(wanted, assets)).map(
    ({ rule, message }) => `${rule} ${message.fr}`,
  )

const RIGHT = sheet([...art, ...plates])
const MIRRORED = sheet([...art, ...plates], [-1, 0, 0, 1, WIDTH, 0])

describe('a piece written by our backend', () => {
  it('has no finding: right-reading, mirrored, two faces', () => {
    expect(found(piece([RIGHT]))).toEqual([])
    expect(found(piece([MIRRORED]))).toEqual([])
    expect(found(piece([RIGHT, { ...MIRRORED, face: 'verso' }]))).toEqual([])
  })

  it('has no finding when its text is outlined', () => {
    expect(found(piece([RIGHT], { ...OUTPUT, outlineText: true }))).toEqual([])
  })

  it('is refused when a mark was lost on the way', () => {
    for (const lost of art.keys()) {
      const kept = art.filter((_, index) => index !== lost)
      const [mark] = art.slice(lost)
      const said = mark?.kind === 'glyphs' && mark.text !== ''
      const written = piece([sheet([...kept, ...plates])])
      if (said) expect(found(written, piece([RIGHT])).join()).toMatch(/^written-text/)
    }
  })

  it('is refused when a plate was lost, or a hole, or a millimetre', () => {
    expect(found(piece([sheet([...art, ...plates.slice(1)])]), piece([RIGHT])).join()).toMatch(/written-inks.*White/)
    expect(found(piece([sheet([...art, ...plates.slice(0, 2)])]), piece([RIGHT])).join()).toMatch(
      /written-inks.*Drill.*written-holes/,
    )
    expect(found(piece([{ ...RIGHT, width: 200.02 }]), piece([RIGHT])).join()).toMatch(/written-boxes/)
  })
})
