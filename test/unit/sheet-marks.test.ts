// Marks for the press: outside the bleed of each edge, never over each other, never on a cutter's plate, all said.
import { describe, expect, it } from 'vitest'
import { allEdges, type Box, type Edges, outset, pathBounds, rectPath } from '../../src/model/geometry.ts'
import { cmyk, type Ink, PLATE_ROLES, spot } from '../../src/model/ink.ts'
import type { GroupMark, Mark, Sheet } from '../../src/model/sheet.ts'
import { pressMarks } from '../../src/sheet/marks.ts'
import { type Made, slugItems } from '../../src/sheet/slug-items.ts'
import { inksOf } from '../../src/sheet/walk.ts'
import { markBounds } from '../../src/text/measure.ts'
import { sheetOf } from '../fixtures/screen-sheets.ts'
import { assets, brand, pieceOf } from '../fixtures/sheets.ts'

const font = assets.font('400')
const art = (fill: Ink): Mark => ({ kind: 'path', path: rectPath({ x: 0, y: 0, width: 10, height: 10 }), fill })

const slug = { font, items: ['33-0142_vitrophanie-a5', 'recto', '80 × 80 mm', 'CMYK → White', '17/11/2026'] }

const marked = (width: number, height: number, bleed: Edges, marks: readonly Mark[] = [art(cmyk(0, 50, 0, 0))]) =>
  pressMarks(sheetOf(width, height, marks, { bleed }), slug)

function groupOf({ marks }: Sheet): GroupMark {
  const group = marks.at(-1)
  if (group?.kind !== 'group' || group.layer !== 'marks') throw new Error('no marks')
  return group
}

function boxOf(mark: Mark): Box {
  const box = mark.kind === 'path' ? pathBounds(mark.path) : mark.kind === 'glyphs' ? markBounds(font, mark) : undefined
  if (!box) throw new Error(`a ${mark.kind} without extent`)
  // A stroke has half its width on each side.
  return mark.kind === 'path' && mark.stroke ? outset(box, allEdges(mark.stroke.width / 2)) : box
}

/** Patches of the colour bar touch: only what shares a surface meets. */
const meet = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.002 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.002

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

const trim = ({ width, height }: Sheet): Box => ({ x: 0, y: 0, width, height })

/** The three strokes of a target cross by design: they count as one thing. */
function things(marks: readonly Mark[]): readonly Box[] {
  const boxes = marks.map(boxOf)
  const targets = boxes.filter(box => Math.abs(box.width - box.height) < 0.001 && Math.abs(box.width - 3.088) < 0.001)
  expect(targets).toHaveLength(4)
  const whole = targets.map(box => outset(box, allEdges(0.956)))
  return [...boxes.filter(box => !whole.some(target => isWithin(box, outset(target, allEdges(0.05))))), ...whole]
}

const SIZES = [
  [80, 80],
  [40, 30],
  [300, 200],
  [1200, 1760],
] as const

const BLEEDS: readonly Edges[] = [allEdges(0), allEdges(3), [10, 3, 0, 5], allEdges(20)]

describe.each(SIZES)('marks of a piece of %i × %i mm', (width, height) => {
  it.each(BLEEDS)('stand outside a bleed of %j, on the sheet, none over another', (...bleed) => {
    const sheet = marked(width, height, bleed)
    const printed = outset(trim(sheet), bleed)
    const media = outset(printed, sheet.slug)
    const boxes = things(groupOf(sheet).marks)
    for (const [index, box] of boxes.entries()) {
      expect(meet(box, printed)).toBe(false)
      expect(isWithin(box, media)).toBe(true)
      for (const other of boxes.slice(index + 1)) expect(meet(box, other)).toBe(false)
    }
  })
})

describe('crop marks', () => {
  it('point at the trim, each at its own edge’s distance', () => {
    const strokes = groupOf(marked(200, 100, [10, 3, 0, 5])).marks.flatMap(mark =>
      mark.kind === 'path' && mark.stroke && mark.path.length === 2 ? [mark.path.flat().filter(Number.isFinite)] : [],
    )
    for (const mark of [
      [-10.5, 0, -5.5, 0],
      [203.5, 100, 208.5, 100],
      [0, -15.5, 0, -10.5],
      [200, 103, 200, 108],
    ])
      expect(strokes).toContainEqual(mark)
  })
})

describe('the ink of crop marks and targets', () => {
  const inksWith = (ink: Ink): readonly Ink[] =>
    inksOf({ marks: [groupOf(marked(100, 100, allEdges(3), [art(cmyk(0, 50, 0, 0)), art(ink)]))] })

  it('is registration where there is nothing but printing plates', () => {
    for (const ink of [cmyk(0, 0, 0, 100), brand('Bleu Caf')])
      expect(inksWith(ink)).toContainEqual({ kind: 'registration', tint: 100 })
  })

  it.each(PLATE_ROLES)('is process inks beside a %s plate, which would cut, drill or print them', role => {
    expect(inksWith(spot(role)).filter(({ kind }) => kind !== 'cmyk')).toEqual([])
    expect(inksWith(spot(role))).toContainEqual(cmyk(100, 100, 100, 100))
  })
})

describe('the slug line', () => {
  const said = (sheet: Sheet): readonly string[] =>
    groupOf(sheet).marks.flatMap(mark => (mark.kind === 'glyphs' ? [mark.text] : []))

  it('says everything in as many lines as it needs, without a glyph missing', () => {
    const items = [...slug.items, `job-${'tres-long-'.repeat(20)}fin`]
    const sheet = pressMarks(sheetOf(80, 80, [art(cmyk(0, 1, 0, 0))]), { items, font })
    expect(said(sheet).length).toBeGreaterThan(2)
    expect(said(sheet).join('').replaceAll(' · ', '')).toBe(items.join(''))
    for (const mark of groupOf(sheet).marks)
      if (mark.kind === 'glyphs') expect(mark.glyphs.every(({ id }) => id !== 0)).toBe(true)
    expect(sheet.slug[2]).toBeGreaterThan(pressMarks(sheetOf(400, 80, sheet.marks.slice(0, 1)), slug).slug[2])
  })

  it('does without the signs that a font lacks', () => {
    const poor = { ...font, glyphOf: (code: number) => (code > 0x7e ? 0 : font.glyphOf(code)) }
    expect(said(pressMarks(sheetOf(300, 80, [art(cmyk(0, 1, 0, 0))]), { items: slug.items, font: poor }))).toEqual([
      '33-0142_vitrophanie-a5 | recto | 80 x 80 mm | CMYK > White | 17/11/2026',
    ])
  })
})

describe('what the slug line says', () => {
  const made: Made = { version: '0.1.0', date: new Date('2026-11-17T23:30:00Z') }
  const sheet = sheetOf(210.5, 148, [art(cmyk(0, 1, 0, 0)), art(spot('white')), art(brand('Bleu Caf'))], {
    bleed: [10, 3, 0, 5],
    mirrored: true,
    mirror: 'file',
    inkOrder: ['CMYK', 'White'],
  })

  it('names job, size, bleed, side, inks, plates, condition, date and version', () => {
    expect(slugItems(pieceOf('vitrophanie-a5', [sheet]), sheet, made)).toMatchInlineSnapshot(`
      [
        "33-0142_vitrophanie-a5",
        "recto",
        "210,5 × 148 mm",
        "échelle 1:1",
        "fond perdu 10/3/0/5 mm (haut/droite/bas/gauche)",
        "encres : CMJN puis blanc, en miroir",
        "planches White, Bleu Caf",
        "FOGRA39",
        "17/11/2026",
        "Signakit 0.1.0",
      ]
    `)
  })

  it('says no date when nobody chose one', () => {
    const items = slugItems(pieceOf('vitrophanie-a5', [sheet]), sheet, { version: '0.1.0' })
    expect(items.filter(item => /\d{2}\/\d{2}\/\d{4}/.test(item))).toEqual([])
  })
})

it('what is only cut gets no marks: nothing of it is printed', () => {
  const sheet = sheetOf(100, 100, [art(spot('cut'))])
  expect(pressMarks(sheet, slug)).toBe(sheet)
})
