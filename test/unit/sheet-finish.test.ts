import { describe, expect, it } from 'vitest'
import { ellipsePath, pathBounds, rectPath, transformPath } from '../../src/model/geometry.ts'
import { cmyk } from '../../src/model/ink.ts'
import type { Sheet } from '../../src/model/sheet.ts'
import { finish } from '../../src/sheet/finish.ts'
import { mirror } from '../../src/sheet/mirror.ts'
import { walk } from '../../src/sheet/walk.ts'
import { floodWhite } from '../../src/sheet/white.ts'

/** One hole near the top-left corner, an edge of bleed of its own: nothing here is symmetrical. */
const sheet: Sheet = {
  face: 'recto',
  width: 200,
  height: 100,
  cut: rectPath({ x: 0, y: 0, width: 200, height: 100 }),
  bleedPath: rectPath({ x: -5, y: -3, width: 208, height: 106 }),
  bleed: [3, 3, 3, 5],
  slug: [0, 0, 0, 0],
  safe: 5,
  clear: true,
  inkOrder: ['White', 'CMYK'],
  mirror: 'none',
  mirrored: false,
  holes: [{ x: 12, y: 20, diameter: 5, keepOut: 15 }],
  marks: [
    {
      kind: 'group',
      layer: 'art',
      marks: [{ kind: 'path', path: rectPath({ x: -5, y: -3, width: 50, height: 10 }), fill: cmyk(0, 1, 1, 0) }],
    },
  ],
}

/** Bounds on the sheet of what each layer draws. */
const bounds = (of: Sheet) =>
  Object.fromEntries(
    [...walk(of.marks)].flatMap(({ mark, matrix, layer }) =>
      mark.kind === 'path' ? [[layer, pathBounds(transformPath(mark.path, matrix))]] : [],
    ),
  )

describe('finishing', () => {
  it('adds white, cut and drill in that order, after the art', () => {
    const done = finish(sheet, { white: floodWhite(sheet), cut: true, mirrored: false })
    expect(done.marks.map(mark => (mark.kind === 'group' ? mark.layer : ''))).toEqual(['art', 'white', 'cut', 'drill'])
  })

  it('draws holes in the viewer’s coordinates when nothing is mirrored', () => {
    const { drill } = bounds(finish(sheet, { white: undefined, cut: false, mirrored: false }))
    expect(drill).toEqual(pathBounds(ellipsePath(12, 20, 2.5)))
  })

  it('mirrors art and every plate together, with the single hole on the other side', () => {
    const done = finish(sheet, { white: floodWhite(sheet), cut: true, mirrored: true })
    const drawn = bounds(done)
    expect(drawn['drill']).toEqual(pathBounds(ellipsePath(188, 20, 2.5)))
    expect(drawn['art']).toEqual({ x: 155, y: -3, width: 50, height: 10 })
    expect(drawn['white']).toEqual({ x: -3, y: -3, width: 208, height: 106 })
    expect(done.holes).toEqual([{ x: 188, y: 20, diameter: 5, keepOut: 15 }])
    expect(done.bleed).toEqual([3, 5, 3, 3])
    expect(done.mirrored).toBe(true)
  })

  it('turned over twice, a sheet draws the same picture', () => {
    const once = finish(sheet, { white: floodWhite(sheet), cut: true, mirrored: false })
    expect(bounds(mirror(mirror(once)))).toEqual(bounds(once))
    expect(mirror(mirror(once)).holes).toEqual(once.holes)
  })
})
