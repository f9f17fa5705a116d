// Walking the marks of a sheet: where each is, on which layer, and what a part keeps of them.
import { describe, expect, it } from 'vitest'
import { rectPath } from '../../src/model/geometry.ts'
import { BLACK, cmyk, PAPER, spot } from '../../src/model/ink.ts'
import type { Mark } from '../../src/model/sheet.ts'
import { fontsOf, imagesOf, inksOf, selectPart, walk } from '../../src/sheet/walk.ts'

const outline = rectPath({ x: 0, y: 0, width: 1, height: 1 })
const panel: Mark = { kind: 'path', path: outline, fill: PAPER }
const stroke = { width: 1, cap: 'butt', join: 'miter', miterLimit: 10 } as const
const both: Mark = { kind: 'path', path: outline, fill: BLACK, stroke: { ...stroke, paint: spot('cut') } }
const word: Mark = { kind: 'glyphs', font: 'f', size: 1, x: 0, y: 0, glyphs: [], text: '', fill: spot('varnish', 50) }
const picture: Mark = { kind: 'image', image: 'i', matrix: [1, 0, 0, 1, 0, 0] }

const marks: readonly Mark[] = [
  {
    kind: 'group',
    transform: [2, 0, 0, 2, 10, 0],
    layer: 'legend',
    mask: { kind: 'alpha', marks: [{ kind: 'path', path: outline, fill: cmyk(1, 2, 3, 4) }] },
    marks: [panel, { kind: 'group', transform: [1, 0, 0, 1, 5, 0], marks: [word] }],
  },
  both,
  picture,
]

describe('walk', () => {
  it('visits groups before what they hold, masks before content, with their place', () => {
    const seen = [...walk(marks)].map(({ mark, matrix, layer, parents, inMask }) =>
      [mark.kind, matrix[4], layer, parents.length, inMask].join(' '),
    )
    expect(seen).toEqual([
      'group 10 legend 0 false',
      'path 10 legend 1 true',
      'path 10 legend 1 false',
      'group 20 legend 1 false',
      'glyphs 20 legend 2 false',
      'path 0 art 0 false',
      'image 0 art 0 false',
    ])
  })

  it('lists inks that reach a plate, fonts and images, each once', () => {
    const twice = { marks: [...marks, ...marks] }
    expect(inksOf(twice)).toEqual([PAPER, spot('varnish', 50), BLACK, spot('cut')])
    expect([fontsOf(twice), imagesOf(twice)]).toEqual([['f'], ['i']])
  })
})

describe('selectPart', () => {
  it('keeps the half of a mark that belongs to a plate, and the groups around it', () => {
    expect(selectPart(marks, 'cut')).toEqual([
      { kind: 'path', path: outline, stroke: { ...stroke, paint: spot('cut') } },
    ])
    expect(selectPart(marks, 'varnish')).toMatchObject([{ transform: [2, 0, 0, 2, 10, 0], marks: [{ marks: [word] }] }])
    expect(selectPart(marks, 'legend')).toMatchObject([{ layer: 'legend', marks: [panel] }])
    expect(selectPart(marks, 'art')).toEqual([{ kind: 'path', path: outline, fill: BLACK }, picture])
    expect(selectPart(marks, 'white')).toEqual([])
  })
})
