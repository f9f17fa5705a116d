// A sheet drawn to scale: the same picture, every length divided, and a page that a PDF can hold.
import { describe, expect, it } from 'vitest'
import { rectPath } from '../../src/model/geometry.ts'
import { BLACK, spot } from '../../src/model/ink.ts'
import type { Sheet } from '../../src/model/sheet.ts'
import { prepare, readKit } from '../../src/pipeline.ts'
import { scaleOf, scaleSheet } from '../../src/sheet/scale.ts'
import { walk } from '../../src/sheet/walk.ts'
import { plaque } from '../fixtures/sheets.ts'
import { folder, options, prepareExample, world } from '../golden/examples.ts'

const [first] = plaque().faces
if (!first) throw new Error('no sheet')

const RULE = { above: 5080, factor: 10 }
const stroke = (role: 'cut' | 'engrave') =>
  ({ paint: spot(role), width: 0.5, cap: 'butt', join: 'miter', miterLimit: 4 }) as const

const sheet: Sheet = {
  ...first,
  width: 6000,
  height: 2000,
  bleed: [3, 3, 3, 3],
  holes: [{ x: 100, y: 50, diameter: 20, keepOut: 40 }],
  marks: [
    { kind: 'path', path: rectPath({ x: 0, y: 0, width: 1000, height: 500 }), fill: BLACK, stroke: stroke('engrave') },
    { kind: 'path', path: rectPath({ x: 0, y: 0, width: 6000, height: 2000 }), stroke: stroke('cut') },
    { kind: 'group', transform: [2, 0, 0, 2, 300, 0], marks: [] },
    { kind: 'image', image: 'x', matrix: [800, 0, 0, 400, 50, 60] },
  ],
}

describe('scale', () => {
  it('is asked for when a page with its bleed and marks cannot hold the piece', () => {
    expect(scaleOf(sheet, RULE)).toBe(10)
    expect(scaleOf({ ...sheet, width: 5000 }, RULE)).toBe(1)
    expect(scaleOf({ ...sheet, width: 5050 }, RULE)).toBe(10)
  })

  it('divides every length but the hairline a knife follows', () => {
    expect(scaleSheet(sheet, 10)).toMatchObject({
      width: 600,
      height: 200,
      bleed: [0.3, 0.3, 0.3, 0.3],
      holes: [{ x: 10, y: 5, diameter: 2, keepOut: 4 }],
      marks: [
        { path: rectPath({ x: 0, y: 0, width: 100, height: 50 }), stroke: { width: 0.05 } },
        { path: rectPath({ x: 0, y: 0, width: 600, height: 200 }), stroke: { width: 0.5 } },
        { transform: [2, 0, 0, 2, 30, 0] },
        { matrix: [80, 0, 0, 40, 5, 6] },
      ],
    })
  })

  it('is told in the title, and thresholds of overprint follow', async () => {
    const { pieces } = await prepareExample('bache-1-10')
    const [prepared] = pieces
    expect(prepared?.piece).toMatchObject({ scale: 10, faces: [{ width: 600, height: 240 }] })
    expect(prepared?.piece.title).toContain('échelle 1:10')
    expect(prepared?.piece.output.blackOverprint.text).toBeCloseTo(0.4233, 3)
    expect(prepared?.design.product).toMatchObject({ width: 6000, height: 2400 })
  })
})

describe('a poster in a frame', () => {
  it('for a shelter hides 20 and 25 mm, unless the kit says there is no frame', async () => {
    const { pieces } = await prepareExample('affiche-abribus')
    expect(pieces.map(({ design }) => design.product.hidden)).toEqual([
      [25, 20, 25, 20],
      [10, 10, 10, 10],
    ])
    const set = [{ path: 'kit.pieces', value: '[{ produit: affiche-1200x1760, cadre: sans }]' }]
    const { value } = readKit(`${folder}affiche-abribus.yaml`, undefined, { ...options, set }, world)
    if (!value) throw new Error('unreadable kit')
    const bare = await prepare(value, options, world)
    expect(bare.pieces[0]?.design.product.hidden).toEqual([0, 0, 0, 0])
  })

  it('fills the bleed all the same', async () => {
    const { pieces } = await prepareExample('affiche-abribus')
    const [face] = pieces[0]?.piece.faces ?? []
    const boxes = [...walk(face?.marks ?? [])].flatMap(({ mark }) =>
      mark.kind === 'path' && mark.fill ? [mark.path] : [],
    )
    expect(boxes.some(path => path.some(segment => segment[0] === 'M' && segment[1] === -3 && segment[2] === -3))).toBe(
      true,
    )
  })
})
