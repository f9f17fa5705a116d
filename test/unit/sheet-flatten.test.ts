// Transparency resolved: what stays vectors, what becomes an image and is said, and what is refused with its line.
import { describe, expect, it } from 'vitest'
import { renderPdf } from '../../src/backend/pdf/render-pdf.ts'
import { BLACK, cmyk, PAPER } from '../../src/model/ink.ts'
import type { BlendMode, GroupMark, Mark } from '../../src/model/sheet.ts'
import { checkPdf } from '../../src/preflight/check-pdf.ts'
import { expectationOf } from '../../src/preflight/file/expectation.ts'
import { mix, mixPlate } from '../../src/sheet/flatten/mix.ts'
import { strokeReach } from '../../src/sheet/flatten/stroke-reach.ts'
import { isTransparent } from '../../src/sheet/flatten/transparent.ts'
import { imagesOf, selectPart, walk } from '../../src/sheet/walk.ts'
import { box, line, text } from '../fixtures/screen-sheets.ts'
import { brand, context, square, stop, vitrophanie } from '../fixtures/sheets.ts'
import { flattened, pictures, pieceIn, vectors } from '../fixtures/transparent-sheets.ts'

const flat = (...marks: readonly Mark[]) => flattened(pieceIn([marks], 'x1a'))

const rules = ({ faces }: ReturnType<typeof flattened>): string[] =>
  faces.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule))

const marksOf = ({ piece }: ReturnType<typeof flattened>): readonly Mark[] =>
  piece.faces.flatMap(({ marks }) => [...walk(marks)].map(({ mark }) => mark))

const at = { file: 'kit.yaml', line: 7, column: 3, length: 4 }

describe.each(Object.entries(vectors))('in vectors: %s', (_, marks) => {
  const { piece, faces, assets: drawn } = flat(...marks)

  it('has no transparency left, and nothing to say', () => {
    expect(faces.flatMap(({ diagnostics }) => diagnostics)).toEqual([])
    expect(piece.faces.some(sheet => sheet.marks.some(mark => isTransparent(mark, drawn)))).toBe(false)
  })

  it('paints no pixels that were not there', () => {
    const before = marks.flatMap(mark => imagesOf({ marks: [mark] }))
    if (before.length === 0) expect(piece.faces.flatMap(imagesOf)).toEqual([])
  })
})

describe.each(Object.entries(pictures))('as an image: %s', (_, marks) => {
  const result = flat(...marks)

  it('leaves no transparency but one image, and says so', () => {
    expect(rules(result)).toEqual(['flattened'])
    expect(result.piece.faces.flatMap(imagesOf).filter(id => id.startsWith('flattened'))).toHaveLength(1)
    expect(marksOf(result).some(mark => isTransparent(mark, result.assets))).toBe(false)
  })
})

describe.each(['x1a', 'x3'] as const)('a file of %s', standard => {
  it.each([
    ['vectors', vectors],
    ['images', pictures],
  ])('of %s passes every check', (_, cases) => {
    const { piece, assets: drawn } = flattened(pieceIn(Object.values(cases), standard))
    const bytes = renderPdf(piece, drawn, context)
    expect(checkPdf(bytes, expectationOf(piece, drawn))).toEqual([])
    expect(Buffer.from(renderPdf(piece, drawn, context)).equals(bytes)).toBe(true)
  })
})

describe('live text', () => {
  const shadow: Mark = { kind: 'image', image: 'logo', matrix: [24, 0, 0, 24, 8, 8] }
  const photo: Mark = { kind: 'image', image: 'photo', matrix: [30, 0, 0, 30, 5, 5] }
  const words = (y: number): Mark => ({ ...text('Ça', 14, y, 8, BLACK), from: { ...at, line: 3 } })

  it('above an image stays text', () => {
    const result = flat(photo, shadow, words(24))
    expect(rules(result)).toEqual(['flattened'])
    expect(marksOf(result).filter(({ kind }) => kind === 'glyphs')).toHaveLength(1)
  })

  it('under what has to be an image is refused, at the line of what is transparent', () => {
    const [finding] = flat(photo, words(24), { kind: 'group', marks: [shadow], from: at }).faces[0]?.diagnostics ?? []
    expect(finding).toMatchObject({ rule: 'cannot-flatten', severity: 'error', at, related: [{ line: 3 }] })
    expect(finding?.message.fr).toContain('«\u00a0Ça\u00a0»')
  })

  it('beside it is left alone', () => {
    expect(rules(flat(photo, words(39), shadow))).toEqual(['flattened'])
  })

  it('inside it is refused, at its own line when nothing else has one', () => {
    const masked: GroupMark = {
      kind: 'group',
      mask: { kind: 'alpha', marks: [box(0, 0, 40, 40, { ...fadeOut })] },
      marks: [words(24)],
    }
    const [finding] = flat(square(BLACK, 0), masked).faces[0]?.diagnostics ?? []
    expect(finding).toMatchObject({ rule: 'cannot-flatten', at: { line: 3 } })
  })

  it('seen through stays text, in the ink that is seen', () => {
    const result = flat(square(cmyk(0, 0, 100, 0)), {
      kind: 'group',
      opacity: 0.5,
      marks: [text('Ça', 8, 28, 20, PAPER)],
    })
    const letters = marksOf(result).flatMap(mark => (mark.kind === 'glyphs' ? [mark.fill] : []))
    expect(letters).toEqual([cmyk(0, 0, 50, 0)])
  })

  it('small and black, seen through over a colour, leaves that colour whole', () => {
    const small = { kind: 'group', opacity: 0.5, marks: [text('petit', 8, 20, 4, BLACK)] } as const
    const letters = marksOf(flat(square(cmyk(0, 50, 100, 0)), small)).flatMap(mark =>
      mark.kind === 'glyphs' ? [mark.fill] : [],
    )
    expect(letters).toEqual([cmyk(0, 50, 100, 50)])
  })
})

const fadeOut = {
  kind: 'linear',
  from: [8, 20],
  to: [32, 20],
  stops: [stop(0, BLACK, 1), stop(1, BLACK, 0)],
} as const

it('a mode of all inks inside other transparency is refused: its backdrop is not the sheet', () => {
  const inner: Mark = { kind: 'group', blend: 'hue', marks: [square(cmyk(0, 100, 90, 5), 12)] }
  const outer: Mark = { kind: 'group', opacity: 0.5, marks: [square(cmyk(0, 50, 100, 0), 6), inner] }
  const [finding] = flat(square(cmyk(100, 60, 0, 10)), outer).faces[0]?.diagnostics ?? []
  expect(finding?.rule).toBe('cannot-flatten')
  expect(finding?.message.fr).toContain('« hue »')
})

describe('a brand’s own ink', () => {
  const veil: Mark = { kind: 'group', opacity: 0.5, marks: [square(PAPER, 10)] }

  it('fades on paper', () => {
    const result = flat({ kind: 'group', opacity: 0.4, marks: [square(brand('Bleu Caf'))] })
    expect(marksOf(result).flatMap(mark => (mark.kind === 'path' ? [mark.fill] : []))).toEqual([brand('Bleu Caf', 40)])
  })

  it('under a veil of paper is a tint', () => {
    const result = flat(square(brand('Bleu Caf')), veil)
    expect(result.faces[0]?.diagnostics).toEqual([])
    expect(marksOf(result).flatMap(mark => (mark.kind === 'path' ? [mark.fill] : []))).toContainEqual(
      brand('Bleu Caf', 50),
    )
  })

  it.each([
    ['process ink', square(cmyk(0, 100, 90, 5), 10)],
    ['another spot', square(brand('PANTONE 485 C'), 10)],
    ['soft pixels', { kind: 'image', image: 'logo', matrix: [20, 0, 0, 20, 10, 10] }],
  ] as const)('under transparent %s is refused: no paint lays both', (_, over) => {
    const seen: Mark = { kind: 'group', opacity: 0.5, marks: [over] }
    const [finding] = flat(square(brand('Bleu Caf')), seen).faces[0]?.diagnostics ?? []
    expect(finding?.rule).toBe('cannot-flatten')
    expect(finding?.message.fr).toContain('Bleu Caf')
  })
})

describe('what stays as it was', () => {
  it('a sheet without transparency', () => {
    const piece = vitrophanie()
    const { piece: same } = flattened({ ...piece, output: { ...piece.output, standard: 'x1a' } })
    expect(same.faces[0]).toBe(piece.faces[0])
  })

  it('technical plates, opacity and all', () => {
    const piece = vitrophanie()
    const veil: Mark = { kind: 'group', layer: 'art', opacity: 0.5, marks: [square(BLACK)] }
    const faces = piece.faces.map(sheet => ({ ...sheet, marks: [veil, ...sheet.marks] }))
    const { piece: result } = flattened({ ...piece, faces, output: { ...piece.output, standard: 'x1a' } })
    for (const role of ['white', 'cut'] as const)
      expect(result.faces.map(({ marks }) => selectPart(marks, role))).toEqual(
        piece.faces.map(({ marks }) => selectPart(marks, role)),
      )
  })

  it('what is under no transparency at all', () => {
    const invisible: Mark = { kind: 'group', opacity: 0, marks: [square(BLACK)] }
    expect(marksOf(flat(square(PAPER), invisible)).filter(({ kind }) => kind === 'path')).toHaveLength(1)
  })
})

describe('the arithmetic', () => {
  it('lays half an ink over another plate by plate', () => {
    const half = { alpha: 0.5, blend: 'normal' } as const
    expect(mix(cmyk(100, 0, 0, 0), cmyk(0, 50, 100, 0), half)).toEqual(cmyk(50, 25, 50, 0))
    expect(mix(BLACK, cmyk(0, 50, 100, 0), { ...half, overprint: true })).toEqual(cmyk(0, 50, 100, 50))
  })

  // Light, as ISO 32000-1 table 136 gives it: backdrop 0.6, source 0.3.
  it.each<[BlendMode, number]>([
    ['normal', 0.3],
    ['multiply', 0.18],
    ['screen', 0.72],
    ['overlay', 0.44],
    ['darken', 0.3],
    ['lighten', 0.6],
    ['color-dodge', 0.6 / 0.7],
    ['color-burn', 0],
    ['hard-light', 0.36],
    ['soft-light', 0.504],
    ['difference', 0.3],
    ['exclusion', 0.54],
  ])('%s', (blend, light) => {
    expect(1 - mixPlate(0.7, 0.4, { alpha: 1, blend })).toBeCloseTo(light, 6)
  })
})

describe('how far a stroke reaches', () => {
  it('is as far as its sharpest corner within the limit', () => {
    const right: Mark = box(0, 0, 10, 10, BLACK)
    const path = right.kind === 'path' ? right.path : []
    expect(strokeReach(path, line(BLACK, 2))).toBeCloseTo(Math.SQRT2, 6)
    expect(strokeReach(path, { ...line(BLACK, 2), join: 'round' })).toBe(1)
    expect(strokeReach(path, { ...line(BLACK, 2), miterLimit: 1.1 })).toBe(1)
  })
})
