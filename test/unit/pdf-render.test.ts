// Same bytes, nothing twice, and what may never be drawn.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { renderPdf } from '../../src/backend/pdf/render-pdf.ts'
import { cmyk, PAPER } from '../../src/model/ink.ts'
import type { GlyphsMark, Mark, Piece } from '../../src/model/sheet.ts'
import * as screen from '../fixtures/screen-sheets.ts'
import {
  assets,
  brand,
  cells,
  context,
  output,
  pieceOf,
  plaque,
  plateGroup,
  spot,
  square,
  stop,
  vitrophanie,
} from '../fixtures/sheets.ts'
import { bytesOf } from '../fixtures/written-pdf.ts'

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

const occurrences = (bytes: Uint8Array, pattern: RegExp): number => [...textOf(bytes).matchAll(pattern)].length

describe('the same bytes', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  it('come out twice, and in any time zone', () => {
    const first = digest(bytesOf(vitrophanie()))
    expect(digest(bytesOf(vitrophanie()))).toBe(first)
    process.env.TZ = 'Pacific/Kiritimati'
    expect(new Date(Date.UTC(2026, 0)).getHours()).toBe(14)
    expect(digest(bytesOf(vitrophanie()))).toBe(first)
  })

  it('do not depend on the order of objects made before in the process', () => {
    const before = digest(bytesOf(plaque()))
    bytesOf(screen.everything().piece)
    expect(digest(bytesOf(plaque()))).toBe(before)
  })

  it('hold the date they are given, in UTC', () => {
    const said = textOf(bytesOf(vitrophanie()))
    expect(said).toContain('(D:20260131102030Z)')
    expect(said).toContain('<xmp:CreateDate>2026-01-31T10:20:30Z</xmp:CreateDate>')
  })

  it('differ when the content does, in their identifier too', () => {
    const idOf = (piece: Piece): string => /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(textOf(bytesOf(piece)))?.[1] ?? ''
    const [one, other] = [cells([[square(PAPER)]]), cells([[square(cmyk(1, 0, 0, 0))]])]
    expect(idOf(one)).not.toBe('')
    expect(idOf(one)).not.toBe(idOf(other))
    const documentOf = (piece: Piece): string => /<xmpMM:DocumentID>(.*?)</.exec(textOf(bytesOf(piece)))?.[1] ?? ''
    expect(documentOf(one)).toBe(documentOf(other))
    expect(documentOf(one)).not.toBe(documentOf({ ...one, id: 'autre' }))
  })
})

describe('nothing is written twice', () => {
  it('inks, layers, fonts, gradients, pictures, states', () => {
    const gradient = square({
      kind: 'linear',
      from: [0, 0],
      to: [9, 0],
      stops: [stop(0, PAPER), stop(1, brand('Bleu Caf'))],
    })
    const picture: Mark = { kind: 'image', image: 'soft', matrix: [9, 0, 0, 9, 0, 0] }
    const apart: Mark = { kind: 'group', opacity: 0.5, marks: [square(screen.BLUE), square(screen.YELLOW)] }
    const one = [gradient, picture, apart, screen.text('a', 0, 20, 5, brand('Bleu Caf'))]
    const sheet = (face: 'recto' | 'verso') => screen.sheetOf(200, 200, [...one, ...one], { face })
    const bytes = bytesOf(pieceOf('double', [sheet('recto'), sheet('verso')]))
    expect(occurrences(bytes, /\/Subtype \/Image/g)).toBe(2)
    expect(occurrences(bytes, /\/PatternType 2/g)).toBe(1)
    expect(occurrences(bytes, /\[\/Separation /g)).toBe(1)
    expect(occurrences(bytes, /\/Type \/OCG/g)).toBe(1)
    expect(occurrences(bytes, /\/Subtype \/Type0/g)).toBe(1)
    expect(occurrences(bytes, /\/Subtype \/Form/g)).toBe(1)
    expect(occurrences(bytes, /\/Type \/Page\n/g)).toBe(2)
  })
})

describe('refused as bugs', () => {
  const refused: readonly (readonly [string, () => Piece, string])[] = [
    [
      'opacity in a standard without transparency',
      () =>
        cells([[{ kind: 'group', opacity: 0.5, marks: [square(PAPER), square(cmyk(0, 0, 0, 100))] }]], {
          output: { ...output, standard: 'x1a' },
        }),
      'transparency in a PDF/X-1a:2001',
    ],
    ['an unknown brand ink', () => cells([[square(brand('Vert'))]]), 'no plate for Vert'],
    [
      'a reserved ink name',
      () =>
        cells([[square(spot('cut'))]], {
          output: { ...output, plates: { ...output.plates, cut: { ...output.plates.cut, name: 'Cyan' } } },
        }),
      'cannot be named Cyan',
    ],
    [
      'one name for two inks',
      () =>
        cells([[square(spot('cut')), square(spot('white'))]], {
          output: { ...output, plates: { ...output.plates, cut: { ...output.plates.cut, name: 'White' } } },
        }),
      'two spot inks are named White',
    ],
    [
      'a masked plate',
      () =>
        cells([
          [
            {
              kind: 'group',
              mask: { kind: 'alpha', marks: [square(PAPER)] },
              marks: [plateGroup('white', [square(spot('white'))])],
            },
          ],
        ]),
      'cannot be masked',
    ],
    ['a missing glyph', () => cells([[missing()]]), 'a missing glyph'],
    ['a page of six metres', () => pieceOf('mur', [screen.sheetOf(6000, 100, [])]), '5080 mm'],
    [
      'a gradient of registration colour',
      () =>
        cells([
          [square({ kind: 'linear', from: [0, 0], to: [1, 0], stops: [stop(0, { kind: 'registration', tint: 100 })] })],
        ]),
      'registration colour',
    ],
  ]

  const missing = (): GlyphsMark => ({
    ...screen.text('a', 0, 0, 5, PAPER),
    glyphs: [{ id: 0, cluster: 0, advance: 500, dx: 0, dy: 0 }],
  })

  it.each(refused)('%s', (_, make, message) => {
    expect(() => renderPdf(make(), assets, context)).toThrow(message)
  })
})

describe('text', () => {
  /** Positions as a viewer finds them: widths stated by the file, and moves between. */
  it('keeps every glyph where shaping put it, over a hundred letters', async () => {
    const { inflateSync } = await import('node:zlib')
    const said = 'Wagon AVATAR Té fi ffl '.repeat(10)
    const mark = screen.text(said, 0, 20, 5, screen.BLUE)
    const bytes = bytesOf(pieceOf('long', [screen.sheetOf(900, 30, [mark])]))
    const font = assets.font(mark.font)
    const streams = [
      ...textOf(bytes).matchAll(
        /\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n|\/Filter \/FlateDecode\n\/Length (\d+)\n>>\nstream\n/g,
      ),
    ]
    const contents = streams.map(match => {
      const start = match.index + match[0].length
      return inflateSync(bytes.subarray(start, start + Number(match[1] ?? match[2]))).toString('latin1')
    })
    const shown = contents.find(content => content.includes(' TJ')) ?? ''
    const parts = /\[(.*)\] TJ/.exec(shown)?.[1]?.match(/<[0-9a-f]+>|-?[\d.]+/g) ?? []
    let pen = 0
    const starts: number[] = []
    for (const part of parts) {
      if (!part.startsWith('<')) {
        pen -= Number(part)
        continue
      }
      for (const _ of part.match(/[0-9a-f]{4}/g) ?? []) {
        // Codes are those of the subset: what is shown there is the next glyph of the run.
        const glyph = mark.glyphs[starts.length]?.id ?? 0
        starts.push(pen)
        pen += (font.advanceOf(glyph) * 1000) / font.unitsPerEm
      }
    }
    let origin = 0
    const wanted = mark.glyphs.map(({ dx, advance }) => {
      const at = origin + dx
      origin += advance
      return (at * 1000) / font.unitsPerEm
    })
    expect(starts).toHaveLength(wanted.length)
    for (const [index, at] of wanted.entries()) expect(Math.abs((starts[index] ?? Number.NaN) - at)).toBeLessThan(0.004)
  })
})

it('a fresh process writes the same bytes', () => {
  const code = `
    const { bytesOf } = await import('./test/fixtures/written-pdf.ts')
    const { vitrophanie } = await import('./test/fixtures/sheets.ts')
    const { createHash } = await import('node:crypto')
    process.stdout.write(createHash('sha256').update(bytesOf(vitrophanie())).digest('hex'))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' },
  })
  expect(stdout, stderr).toBe(digest(bytesOf(vitrophanie())))
})
