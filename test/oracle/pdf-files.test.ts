// Our PDFs as others read them: syntax, boxes, fonts, text, the rules of PDF/X-4, and what they look like.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { renderPdf } from '../../src/backend/pdf/render-pdf.ts'
import type { Assets } from '../../src/model/assets.ts'
import { BLACK } from '../../src/model/ink.ts'
import { toPt } from '../../src/model/length.ts'
import type { GlyphsMark, Piece } from '../../src/model/sheet.ts'
import { readFont } from '../../src/text/font.ts'
import { shape } from '../../src/text/shape.ts'
import * as screen from '../fixtures/screen-sheets.ts'
import {
  assets,
  cells,
  context,
  output,
  pieceOf,
  plaque,
  round,
  SAID,
  square,
  stop,
  vitrophanie,
} from '../fixtures/sheets.ts'
import { emptyFolder, write } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'

const [qpdf, pdfinfo, pdffonts, pdftotext, pdfimages, mutool, python] = [
  oracle('qpdf'),
  oracle('pdfinfo'),
  oracle('pdffonts'),
  oracle('pdftotext'),
  oracle('pdfimages'),
  oracle('mutool'),
  oracle('python3'),
]

const everything = (): Piece => ({ ...screen.everything().piece, output })

const outlined = (): Piece => ({ ...vitrophanie(), output: { ...output, outlineText: true } })

const blank = (): Piece => pieceOf('vierge', [screen.sheetOf(100, 100, [])])

const hostile = (): Piece =>
  pieceOf(
    'titre',
    [screen.sheetOf(100, 100, [square({ kind: 'spot', role: 'brand', name: 'Blé (n° 1) #2/é', tint: 50 })])],
    {
      title: 'A & B < C > "D" (E\\) \u0007 — « Crèche » 🎈 \ud800',
      output: {
        ...output,
        spots: { 'Blé (n° 1) #2/é': { ...output.plates.white, name: 'Blé (n° 1) #2/é' } },
      },
    },
  )

const pieces: Readonly<Record<string, () => Piece>> = {
  vitrophanie,
  round,
  plaque,
  everything,
  outlined,
  blank,
  hostile,
  gradients: () =>
    cells([
      [
        square({
          kind: 'linear',
          from: [0, 0],
          to: [40, 0],
          stops: [stop(0.2, screen.BLUE, 0.5), stop(0.2, screen.YELLOW)],
        }),
      ],
      [square({ kind: 'linear', from: [5, 5], to: [5, 5], stops: [stop(0, screen.BLUE), stop(1, screen.YELLOW)] })],
    ]),
}

const rules = fileURLToPath(new URL('pdf-rules.py', import.meta.url))

describe.each(Object.entries(pieces))('the PDF of %s', (_, make) => {
  const path = write(make())

  it.skipIf(qpdf.missing)('has no fault of syntax', () => {
    expect(qpdf.text(['--check', path])).toContain('No syntax or stream encoding errors found')
  })

  it.skipIf(python.missing)('keeps the rules of PDF/X-4 and ours', () => {
    expect(python.text([rules, path]).trim()).toBe('')
  })

  it.skipIf(pdfinfo.missing)('says PDF/X-4', () => {
    expect(pdfinfo.text([path])).toMatch(/PDF subtype: +PDF\/X-4/)
  })
})

describe.skipIf(python.missing)('the rules find fault', () => {
  const page = 'page = pdf.pages[0].obj'
  const mutations: readonly (readonly [rule: string, change: string])[] = [
    ['4', 'page.Contents.F = pikepdf.String("ailleurs")'],
    ['7', 'pdf.docinfo.Trapped = pikepdf.String("False")'],
    ['9', 'del pdf.docinfo["/GTS_PDFXVersion"]'],
    ['11', 'pdf.docinfo.Title = pikepdf.String("autre")'],
    ['12', 'pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])'],
    ['14', 'pdf.Root.OutputIntents[0].DestOutputProfile.N = 3'],
    ['17', 'page.TrimBox[0] = -1'],
    ['19', 'page.CropBox = page.MediaBox'],
    ['21', 'pdf.Root.OpenAction = pikepdf.Array([page, Name.Fit])'],
    ['23', 'page.Contents = pdf.make_stream(b"1 0 0 rg 0 0 9 9 re f")'],
    ['23', 'page.Contents = pdf.make_stream(b"0 g 0 0 9 9 re f")'],
    ['29', 'page.Resources.ExtGState = Dictionary(X=pdf.make_indirect(Dictionary(TR=Name.Identity)))'],
    ['32', 'page.Group.CS = Name.DeviceRGB'],
    ['33', 'page.Contents = pdf.make_stream(b"q /Nothing gs")'],
    ['34', 'page.Resources.Font[sorted(page.Resources.Font.keys())[0]].BaseFont = Name.Arial'],
    ['35', 'del pdf.Root.OCProperties.D.Order[0]'],
    ['19593', 'pdf.Root.OCProperties.OCGs[1].GTS_Metadata.GTS_ProcStepsType = Name.Cutting'],
    ['19593', 'page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b" gs", b" pop"))'],
    ['house', 'page.Contents = pdf.make_stream(b"0.1234567 0 0 1 k")'],
  ]

  it.each(mutations)('%s when %s', (rule, change) => {
    const path = join(emptyFolder(), 'changed.pdf')
    const code = `import pikepdf, sys
from pikepdf import Dictionary, Name
pdf = pikepdf.open(sys.argv[1])
${page}
${change}
pdf.save(sys.argv[2])`
    python.text(['-c', code, write(vitrophanie()), path])
    expect(
      python
        .text([rules, path])
        .split('\n')
        .map(line => line.split(' ')[0]),
    ).toContain(rule)
  })
})

describe.skipIf(pdfinfo.missing)('boxes', () => {
  const boxesOf = (piece: Piece, page: number): Record<string, readonly number[]> => {
    const said = pdfinfo.text(['-box', '-f', `${page}`, '-l', `${page}`, write(piece)])
    const lines = [...said.matchAll(/(\w+)Box: +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+)/g)]
    return Object.fromEntries(lines.map(([, name, ...numbers]) => [name, numbers.map(Number)]))
  }
  const near = (box: readonly number[] | undefined, mm: readonly number[]): void => {
    // pdfinfo rounds to 0.01 pt.
    for (const [index, length] of mm.entries()) {
      expect(Math.abs((box?.[index] ?? Number.NaN) - toPt(length))).toBeLessThan(0.0051)
    }
  }

  it('are the trim, the trim and its bleed, and the slug around them', () => {
    const { Trim, Bleed, Media } = boxesOf(plaque(), 2)
    near(Media, [0, 0, 6 + 2 + 300 + 4 + 8, 12 + 3 + 200 + 5 + 10])
    near(Bleed, [6, 10, 6 + 2 + 300 + 4, 10 + 5 + 200 + 3])
    near(Trim, [8, 15, 308, 215])
  })

  it('of a round piece are those around its circle', () => {
    const { Trim, Bleed } = boxesOf(round(), 1)
    near(Trim, [3, 3, 153, 153])
    near(Bleed, [0, 0, 156, 156])
  })
})

describe('text', () => {
  it.skipIf(pdffonts.missing)('is set in embedded subsets that say what they mean', () => {
    for (const piece of [vitrophanie(), plaque(), round()]) {
      const lines = pdffonts
        .text([write(piece)])
        .trim()
        .split('\n')
        .slice(2)
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) expect(line).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes /)
    }
  })

  it.skipIf(pdffonts.missing)('is no text any more when outlines are wanted', () => {
    expect(
      pdffonts
        .text([write(outlined())])
        .trim()
        .split('\n'),
    ).toHaveLength(2)
  })

  it.skipIf(pdftotext.missing)('comes back with its accents', () => {
    const sheet = screen.sheetOf(
      210,
      148,
      [...SAID.entries()].map(([i, said]) => screen.text(said, 10, 20 + 20 * i, 8, screen.BLUE)),
    )
    const read = pdftotext.text(['-layout', write(pieceOf('texte', [sheet])), '-'])
    for (const said of SAID) expect(read.normalize('NFC')).toContain(said)
  })

  it.skipIf(mutool.missing)('of a mirrored page comes back too', () => {
    const read = mutool.text(['draw', '-q', '-F', 'text', write(vitrophanie())])
    for (const said of SAID) expect(read.normalize('NFC')).toContain(said)
  })

  it.skipIf(pdftotext.missing)('says what its glyphs do not', () => {
    // The no-break spaces share a glyph with the space, so that one map cannot say all of them.
    const said = 'de 7\u00a0h\u00a030 à 18\u00a0h'
    const sheet = screen.sheetOf(100, 100, [
      screen.text('le lundi et le mardi', 10, 20, 5, screen.BLUE),
      screen.text(said, 10, 40, 5, screen.BLUE),
    ])
    expect(pdftotext.text([write(pieceOf('texte', [sheet])), '-'])).toContain(said)
  })
})

const otf = '/usr/share/fonts/opentype/urw-base35/P052-Italic.otf'

describe.skipIf(!existsSync(otf) || pdffonts.missing || mutool.missing)('a font with PostScript outlines', () => {
  const font = readFont('otf', existsSync(otf) ? readFileSync(otf) : new Uint8Array()).value
  const otfAssets: Assets = { ...assets, font: id => (id === 'otf' && font ? font : assets.font(id)) }
  const said = 'Élan vital, œuvre'
  const run = (raise: number): GlyphsMark => {
    if (!font) throw new Error('the font is unreadable')
    const glyphs = shape(font, said).glyphs.map((glyph, index) => (index > 3 ? { ...glyph, dy: raise } : glyph))
    return { kind: 'glyphs', font: 'otf', size: 20, x: 5, y: 30, glyphs, text: said, fill: BLACK }
  }
  const save = (raise: number, outlineText: boolean): string => {
    const path = join(emptyFolder(), 'otf.pdf')
    const piece = pieceOf('otf', [screen.sheetOf(200, 50, [run(raise)])], { output: { ...output, outlineText } })
    writeFileSync(path, renderPdf(piece, otfAssets, context))
    return path
  }

  it('is embedded as such, reads back, and keeps the rules', () => {
    const path = save(0, false)
    expect(pdffonts.text([path])).toMatch(/[A-Z]{6}\+P052-Italic +CID Type 0C +Identity-H +yes yes yes/)
    expect(pdftotext.text([path, '-']).normalize('NFC')).toContain(said)
    expect(python.text([rules, path]).trim()).toBe('')
  })

  it('is drawn as its outlines are, raised letters too', () => {
    const draw = (path: string): Buffer => {
      const out = join(emptyFolder(), 'page.pgm')
      mutool.text(['draw', '-q', '-r', '288', '-c', 'gray', '-o', out, path])
      return readFileSync(out)
    }
    const [one, other] = [draw(save(300, false)), draw(save(300, true))]
    expect(one.length).toBe(other.length)
    const total = one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0)
    expect(total / one.length).toBeLessThan(1.5)
    expect(one.some(value => value < 50)).toBe(true)
  })
})

describe('pictures', () => {
  it.skipIf(pdfimages.missing)('stay in their inks, with their alpha beside them', () => {
    const lines = pdfimages
      .text(['-list', write(everything())])
      .trim()
      .split('\n')
      .slice(2)
    const seen = lines
      .map(line => line.trim().split(/ +/))
      .map(([, , type, w, h, color, comp]) => [type, w, h, color, comp].join(' '))
    expect(seen).toEqual(['image 240 240 cmyk 4', 'smask 240 240 gray 1', 'image 60 60 gray 1', 'smask 60 60 gray 1'])
  })
})
