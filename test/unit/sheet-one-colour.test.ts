// One colour: what stays, what is knocked out, what is united, and what keeps its curves.
import { describe, expect, it } from 'vitest'
import { type Box, ellipsePath, type Path, rectPath } from '../../src/model/geometry.ts'
import { BLACK, type Cmyk, cmyk, type Gradient, PAPER, type Paint } from '../../src/model/ink.ts'
import type { Mark, PathMark, Sheet } from '../../src/model/sheet.ts'
import { contours } from '../../src/sheet/contours.ts'
import { oneColour } from '../../src/sheet/one-colour.ts'
import { lostInOneColour } from '../../src/sheet/one-colour-lost.ts'
import { oneColourProblem } from '../../src/sheet/one-colour-problem.ts'
import { pathRegion } from '../../src/sheet/path-area.ts'
import { regionArea } from '../../src/sheet/region.ts'
import { thinParts } from '../../src/sheet/thin-parts.ts'
import { assets, plaque } from '../fixtures/sheets.ts'

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height })

const square = (at: Box, fill: Paint = BLACK): PathMark => ({ kind: 'path', path: rectPath(at), fill })

const problem = (...marks: readonly Mark[]): string | undefined => oneColourProblem(marks, assets)

/** From left to right over ten millimetres. */
const fade = (from: Cmyk, fromAlpha: number, to: Cmyk, toAlpha: number): Gradient => ({
  kind: 'linear',
  from: [0, 0],
  to: [10, 0],
  stops: [
    { at: 0, ink: from, alpha: fromAlpha },
    { at: 1, ink: to, alpha: toAlpha },
  ],
})

const areas = (marks: readonly Mark[]): number[] =>
  oneColour(marks, assets).map(({ path }) => regionArea(pathRegion(path, 'nonzero', [1, 0, 0, 1, 0, 0])))

describe('a drawing in one colour', () => {
  it('keeps the curves of what touches nothing', () => {
    const disc: PathMark = { kind: 'path', path: ellipsePath(10, 10, 5), fill: BLACK }
    expect(oneColour([disc, square(box(20, 0, 5, 5))], assets).map(({ path }) => path)).toMatchObject([
      [{ 0: 'M' }, { 0: 'C' }, { 0: 'C' }, { 0: 'C' }, { 0: 'C' }, { 0: 'Z' }],
      rectPath(box(20, 0, 5, 5)),
    ])
  })

  it('unites what overlaps, so that no place is passed over twice', () => {
    expect(areas([square(box(0, 0, 10, 10)), square(box(5, 0, 10, 10))])).toEqual([150])
  })

  it('knocks out white, and what is dark on that white stays', () => {
    const marks = [
      square(box(0, 0, 10, 10)),
      square(box(2, 2, 6, 6), PAPER),
      square(box(4, 4, 2, 2), cmyk(100, 0, 0, 0)),
    ]
    expect(areas(marks)).toEqual([100 - 36 + 4])
  })

  it('sees no material in white on bare material', () => {
    expect(areas([square(box(0, 0, 10, 10), PAPER)])).toEqual([])
    expect(areas([square(box(0, 0, 10, 10), PAPER), square(box(2, 2, 2, 2))])).toEqual([4])
  })

  it('reverses a colour out of another that it stands out from: yellow on blue, then blue on yellow', () => {
    const [blue, yellow] = [cmyk(100, 60, 0, 0), cmyk(0, 0, 100, 0)]
    expect(areas([square(box(0, 0, 10, 10), blue), square(box(2, 2, 6, 6), yellow)])).toEqual([64])
    expect(areas([square(box(0, 0, 10, 10), yellow), square(box(2, 2, 6, 6), blue)])).toEqual([64])
  })

  it('outlines strokes, crops by clips, and follows transforms', () => {
    const stroke = { paint: BLACK, width: 1, cap: 'butt', join: 'miter', miterLimit: 4 } as const
    const straight: Path = [
      ['M', 0, 0],
      ['L', 10, 0],
    ]
    expect(areas([{ kind: 'path', path: straight, stroke }])).toEqual([10])
    const clip = { path: rectPath(box(0, 0, 5, 5)), rule: 'nonzero' } as const
    expect(areas([{ kind: 'group', clip, marks: [square(box(0, 0, 10, 10))] }])).toEqual([25])
    expect(areas([{ kind: 'group', transform: [2, 0, 0, 2, 0, 0], marks: [square(box(0, 0, 10, 10))] }])).toEqual([400])
  })

  it('says what it cannot be made of', () => {
    const image: Mark = { kind: 'image', image: 'x', matrix: [1, 0, 0, 1, 0, 0] }
    expect(problem(square(box(0, 0, 1, 1)))).toBeUndefined()
    expect(problem({ kind: 'group', marks: [image] })).toBe('pixels')
    expect(problem({ kind: 'group', marks: [], mask: { kind: 'alpha', marks: [] } })).toBe('mask')
  })

  it('says that fades and see-through parts have no outline; what is not seen does not count', () => {
    expect(problem(square(box(0, 0, 9, 9), fade(BLACK, 1, PAPER, 1)))).toBe('gradient')
    expect(problem(square(box(0, 0, 9, 9), fade(BLACK, 1, BLACK, 0)))).toBe('gradient')
    expect(problem(square(box(0, 0, 9, 9), fade(BLACK, 1, BLACK, 1)))).toBeUndefined()
    expect(problem(square(box(0, 0, 9, 9), fade(BLACK, 0.5, BLACK, 0.5)))).toBe('clear')
    expect(problem({ kind: 'group', opacity: 0.6, marks: [square(box(0, 0, 9, 9))] })).toBe('clear')
    expect(problem({ kind: 'group', opacity: 0, marks: [square(box(0, 0, 9, 9))] })).toBeUndefined()
  })

  it('says that colours run together when they touch and nothing tells them apart', () => {
    const [blue, red, yellow] = [cmyk(100, 60, 0, 0), cmyk(0, 80, 100, 0), cmyk(0, 0, 100, 0)]
    const ground = square(box(0, 0, 10, 10), blue)
    expect(problem(ground, square(box(10, 0, 10, 10), yellow))).toBe('touching')
    expect(problem(ground, square(box(2, 2, 6, 6), red))).toBe('touching')
    expect(problem(ground, square(box(2, 2, 6, 6), yellow))).toBeUndefined()
    expect(problem(ground, square(box(10.2, 0, 10, 10), red))).toBeUndefined()
    expect(problem(ground, square(box(10, 0, 10, 10), cmyk(98, 62, 0, 0)))).toBeUndefined()
  })
})

describe('what a tool follows', () => {
  const [first] = plaque().faces
  if (!first) throw new Error('no sheet')
  const sheet: Sheet = { ...first, marks: [square(box(0, 0, 10, 10)), square(box(5, 5, 10, 10))] }

  it('is filled and alone on the plate of engraving', () => {
    expect(contours(sheet, 'engraved', assets).marks).toMatchObject([
      { layer: 'engrave', marks: [{ kind: 'path', fill: { role: 'engrave' } }] },
    ])
  })

  it('is a closed line without fill on the plate that cuts the film and not its liner', () => {
    const [group] = contours(sheet, 'cut', assets).marks
    if (group?.kind !== 'group') throw new Error('no group')
    const [mark, ...others] = group.marks
    expect(others).toEqual([])
    expect(group.layer).toBe('kiss-cut')
    expect(mark).toMatchObject({ kind: 'path', stroke: { paint: { role: 'kiss-cut' } } })
    expect(mark).not.toHaveProperty('fill')
    expect(mark?.kind === 'path' ? mark.path.at(-1) : undefined).toEqual(['Z'])
  })

  it('is left alone when it is printed', () => {
    expect(contours(sheet, 'printed', assets)).toBe(sheet)
  })
})

describe('parts thinner than the tool', () => {
  const thin = (at: Box) => thinParts(rectPath(at), [1, 0, 0, 1, 0, 0], 0.6)

  it('are found by their width, not by their corners', () => {
    expect(thin(box(0, 0, 10, 0.6))).toEqual([])
    expect(thin(box(0, 0, 10, 10))).toEqual([])
    expect(thin(box(0, 0, 10, 0.55))).toEqual([expect.closeTo(10.02, 1)])
  })

  it('are found where a wide shape narrows', () => {
    const flag = [...rectPath(box(0, 0, 10, 10)), ...rectPath(box(9, 4, 8, 0.4))]
    expect(thinParts(flag, [1, 0, 0, 1, 0, 0], 0.6)).toEqual([expect.closeTo(7, 0)])
  })
})

describe('what is lost in one colour', () => {
  const said = (marks: readonly Mark[]): string[] => lostInOneColour({ marks }, assets).map(({ message }) => message.fr)
  const logo = (fill: Cmyk): Mark => ({
    kind: 'group',
    logo: { name: 'Pâle', box: box(2, 2, 6, 6) },
    marks: [square(box(2, 2, 6, 6), fill)],
  })

  it('is nothing when it stands on the material, or tells itself from its ground', () => {
    expect(said([logo(BLACK)])).toEqual([])
    expect(said([square(box(0, 0, 10, 10)), logo(PAPER)])).toEqual([])
    expect(said([square(box(0, 0, 10, 10), cmyk(100, 60, 0, 0)), logo(cmyk(0, 0, 100, 0))])).toEqual([])
  })

  it('is a logo of the colour of its ground, or white on the material', () => {
    const lost = ['le logo de Pâle se perd une fois la pièce d’une seule couleur']
    expect(said([square(box(0, 0, 10, 10)), logo(BLACK)])).toEqual(lost)
    expect(said([logo(PAPER)])).toEqual(lost)
  })

  it('is a text on a ground that stays solid, at its own line', () => {
    const [face] = plaque().faces
    const texts = (face?.marks ?? []).filter(({ kind }) => kind === 'glyphs' || kind === 'group')
    expect(said(texts)).toEqual([])
    expect(said([...texts, square(box(-10, -10, 900, 900))]).length).toBeGreaterThan(0)
  })
})
