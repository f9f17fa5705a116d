// The rules of the white plate that need no press to be seen: who asks for it, what is said of it, what it is made of.
import { describe, expect, it } from 'vitest'
import type { Raster } from '../../src/model/assets.ts'
import type { WhitePolicy } from '../../src/model/design.ts'
import type { Place } from '../../src/model/diagnostic.ts'
import { ellipsePath, flattenPath, type Path, pathBounds, rectPath } from '../../src/model/geometry.ts'
import { BLACK, cmyk, type Gradient, PAPER } from '../../src/model/ink.ts'
import type { Mark, Sheet } from '../../src/model/sheet.ts'
import { artWhite, floodWhite, white, whitePlate } from '../../src/sheet/white.ts'
import { whiteNotes } from '../../src/sheet/white-notes.ts'
import { box, path as filled, line, sheetOf, text } from '../fixtures/screen-sheets.ts'
import { assets, stop } from '../fixtures/sheets.ts'

const policy: WhitePolicy = { plate: 'art', choke: 0.15, shadows: false }
const BLUE = cmyk(100, 60, 0, 10)
const at: Place = { file: 'kit.yaml', line: 7, column: 3, length: 4 }

/** Black that fades from 60 % to nothing over the right half of the picture; solid in its left half. */
const shadow: Raster = {
  id: 'shadow',
  width: 400,
  height: 200,
  space: 'gray',
  pixels: new Uint8Array(400 * 200),
  alpha: Uint8Array.from({ length: 400 * 200 }, (_, index) =>
    index % 400 < 200 ? 255 : Math.round((400 - (index % 400)) * 0.76),
  ),
}
const known = { ...assets, image: (id: string): Raster => (id === shadow.id ? shadow : assets.image(id)) }
const picture: Mark = { kind: 'image', image: 'shadow', matrix: [40, 0, 0, 20, 5, 5] }

const face = (...marks: readonly Mark[]): Sheet => sheetOf(60, 40, [{ kind: 'group', layer: 'art', marks }])
const notesOf = (sheet: Sheet, wanted = policy) => whiteNotes(artWhite(sheet, known, wanted), sheet, known, wanted)

describe('the white plate', () => {
  it('is what the material needs, in the way the shop lays it', () => {
    const of = (product: 'none' | 'art' | 'flood', plate: WhitePolicy['plate']) =>
      whitePlate(product, { ...policy, plate })
    expect((['none', 'rip', 'art', 'flood'] as const).map(plate => of('art', plate))).toEqual([
      'none',
      'none',
      'art',
      'flood',
    ])
    expect((['none', 'rip', 'art', 'flood'] as const).map(plate => of('none', plate))).toEqual([
      'none',
      'none',
      'none',
      'none',
    ])
    expect(of('flood', 'art')).toBe('flood')
  })

  it('is the outline of the bleed itself where art is everywhere, curves kept', () => {
    const bleedPath = ellipsePath(30, 20, 33, 23)
    const sheet = { ...face(box(-5, -5, 40, 50, BLUE), box(35, -5, 40, 50, PAPER)), bleedPath }
    expect(artWhite(sheet, known, policy).path).toEqual(bleedPath)
    expect(floodWhite(sheet).path).toEqual(bleedPath)
  })

  it('ignores gaps that only rounding makes', () => {
    const sheet = face(box(-3, -3, 33.002, 46, BLUE), box(30.011, -3, 33, 46, PAPER))
    expect(artWhite(sheet, known, policy).path).toEqual(sheet.bleedPath)
  })

  it('is not there when nothing is printed', () => {
    const empty = face()
    expect(artWhite(empty, known, policy).path).toEqual([])
    expect(white(empty, artWhite(empty, known, policy))).toEqual(empty)
  })

  it('has no more corners than a cutter would want', () => {
    const sheet = face(filled(ellipsePath(20, 20, 15), BLUE), text('Crèche', 36, 20, 6, BLACK))
    expect(artWhite(sheet, known, policy).path.length).toBeLessThan(1200)
  })

  it('keeps away from what fades, unless asked to follow it', () => {
    const width = (wanted: WhitePolicy) => pathBounds(artWhite(face(picture), known, wanted).path)?.width ?? 0
    expect(width(policy)).toBeCloseTo(20 - 0.3 + 0.1, 1)
    expect(width({ ...policy, shadows: true })).toBeGreaterThan(36)
  })

  it('counts a fade from where it is nine tenths full', () => {
    const fade: Gradient = { kind: 'linear', from: [0, 0], to: [50, 0], stops: [stop(0, BLACK, 1), stop(1, BLACK, 0)] }
    const round: Gradient = {
      kind: 'radial',
      from: [30, 20],
      fromRadius: 0,
      to: [30, 20],
      toRadius: 15,
      stops: fade.stops,
    }
    const [strip, disc] = [fade, round].map(paint =>
      pathBounds(artWhite(face(box(0, 5, 50, 30, paint)), known, { ...policy, choke: 0 }).path),
    )
    expect(strip).toEqual({ x: 0, y: 5, width: 5, height: 30 })
    expect(disc?.width).toBeCloseTo(3, 2)
    const tint: Gradient = { ...fade, stops: [stop(0, BLACK, 0.3), stop(1, PAPER, 0.3)] }
    expect(pathBounds(artWhite(face(box(0, 5, 50, 30, tint)), known, { ...policy, choke: 0 }).path)?.width).toBe(50)
  })
})

const thin: Path = [
  ['M', 10, 10],
  ['L', 50, 10],
]

describe('what is said of it', () => {
  it('nothing, of art that is wide and solid', () => {
    expect(notesOf(face(filled(ellipsePath(20, 20, 15), BLUE), box(30, 3, 20, 30, PAPER)))).toEqual([])
  })

  it('white-thin, with the line that draws something too thin', () => {
    const stroke = (width: number): Mark => ({ kind: 'path', path: thin, from: at, stroke: line(BLACK, width) })
    const [note, ...others] = notesOf(face(box(10, 20, 20, 10, BLUE), stroke(0.4)))
    expect([note?.rule, note?.severity, note?.at, others.length]).toEqual(['white-thin', 'note', at, 0])
    expect(note?.message.fr).toMatch(/moins de 0,45\u00a0mm/)
    expect(notesOf(face(stroke(0.5)))).toEqual([])
    expect(notesOf(face(stroke(0.4)), { ...policy, choke: 0.1 })).toEqual([])
    expect(notesOf(face(stroke(0.4)), { ...policy, choke: 0 })).toEqual([])
  })

  it('white-shadow, with the line of the picture that has one', () => {
    const sheet = face({ kind: 'group', from: at, marks: [picture] })
    expect(notesOf(sheet).map(({ rule, at: where }) => [rule, where])).toEqual([['white-shadow', at]])
    expect(notesOf(sheet, { ...policy, shadows: true })).toEqual([])
    expect(notesOf(face(picture, box(5, 5, 40, 20, BLUE)))).toEqual([])
  })

  it('nothing of thin letters on a field that backs them', () => {
    expect(
      notesOf(face(filled(rectPath({ x: 5, y: 5, width: 50, height: 20 }), PAPER), text('fin', 10, 15, 3, BLACK))),
    ).toEqual([])
  })
})

describe('the white of many parts', () => {
  const letters = (count: number) =>
    face(
      ...Array.from({ length: count }, (_, index) =>
        text('ao', 3 + (index % 5) * 11, 8 + Math.floor(index / 5) * 7, 5, BLACK),
      ),
    )

  it('of a letter is the same wherever it is set, and whatever is beside it', () => {
    const alone = artWhite(letters(1), known, policy).path
    const among = artWhite(letters(20), known, policy).path
    expect(alone.length).toBeGreaterThan(10)
    expect(among.length).toBe(alone.length * 20)
    expect(among.slice(0, alone.length)).toEqual(alone)
  })

  it('of a disc is a handful of curves on its own circle', () => {
    const { path } = artWhite(face(filled(ellipsePath(30, 20, 15), BLUE)), known, policy)
    expect(path.filter(([verb]) => verb === 'C').length).toBeGreaterThan(2)
    expect(path.length).toBeLessThan(20)
    for (const [x, y] of flattenPath(path, 16)) expect(Math.abs(Math.hypot(x - 30, y - 20) - 14.85)).toBeLessThan(0.01)
  })

  it('keeps the straight sides and corners of a rectangle', () => {
    const { path } = artWhite(face(box(10, 10, 30, 15, BLUE)), known, policy)
    expect(path.map(([verb]) => verb).join('')).toBe('MLLLLZ')
  })
})
