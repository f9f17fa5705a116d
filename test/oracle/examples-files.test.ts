// The PDFs of every example as independent tools read them: syntax, boxes, fonts, and every text of the sign.
import { describe, expect, it } from 'vitest'
import { toPt } from '../../src/model/length.ts'
import type { GlyphsMark, Sheet } from '../../src/model/sheet.ts'
import { walk } from '../../src/sheet/walk.ts'
import { examples } from '../golden/examples.ts'
import { oracle } from '../oracles.ts'
import { pdfsOf, type Written } from './support-examples.ts'

const [qpdf, pdfinfo, pdffonts, pdftotext, mutool] = [
  oracle('qpdf'),
  oracle('pdfinfo'),
  oracle('pdffonts'),
  oracle('pdftotext'),
  oracle('mutool'),
]

/** pdfinfo prints points with two decimals: half of the last one is 0.002 mm. */
const PRINTED = 0.005

const TOLERANCE = toPt(0.01)

type Boxes = Readonly<Record<string, readonly number[]>>

function boxesOf({ path, page }: Written): Boxes {
  const said = pdfinfo.text(['-f', `${page}`, '-l', `${page}`, '-box', path])
  const lines = said.matchAll(/(\w+)Box: +([\d.-]+) +([\d.-]+) +([\d.-]+) +([\d.-]+)/g)
  return Object.fromEntries([...lines].map(([, name, ...numbers]) => [name, numbers.map(Number)]))
}

/** In points from the bottom-left corner of the page, as PDF counts. */
function boxesOfSheet({ width, height, bleed, slug }: Sheet): Boxes {
  const [top, right, bottom, left] = [0, 1, 2, 3].map(side => (bleed[side] ?? 0) + (slug[side] ?? 0)) as [
    number,
    number,
    number,
    number,
  ]
  const box = (l: number, b: number, r: number, t: number): readonly number[] =>
    [left - l, bottom - b, left + width + r, bottom + height + t].map(toPt)
  return {
    Media: box(left, bottom, right, top),
    Trim: box(0, 0, 0, 0),
    Bleed: box(bleed[3], bleed[2], bleed[1], bleed[0]),
  }
}

/** One spelling of spaces and composed letters: tools write no-break spaces and accents in more than one way. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()

const linesOf = (sheet: Sheet): readonly GlyphsMark[] =>
  [...walk(sheet.marks)].flatMap(({ mark, inMask }) => (mark.kind === 'glyphs' && !inMask ? [mark] : []))

/** The text of a page: poppler follows right-reading lines, MuPDF those that a mirror turns too. */
const textOf = ({ sheet, page, path }: Written): string =>
  plain(
    sheet.mirrored
      ? mutool.text(['draw', '-q', '-F', 'text', path, `${page}`])
      : pdftotext.text(['-raw', '-f', `${page}`, '-l', `${page}`, '-enc', 'UTF-8', path, '-']),
  )

/** Letters and digits, whatever the breaks: a name runs over lines, at spaces or after its own hyphens. */
const letters = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')

describe.each(examples)('%s', name => {
  it.skipIf(qpdf.missing)('has no fault of syntax', async () => {
    for (const { path } of await pdfsOf(name))
      expect(qpdf.text(['--check', path])).toContain('No syntax or stream encoding errors found')
  })

  it.skipIf(pdfinfo.missing)('has the boxes of its sheets within 0.01 mm', async () => {
    for (const written of await pdfsOf(name)) {
      const { sheet, design, piece } = written
      const found = boxesOf(written)
      expect(Object.keys(found)).toEqual(expect.arrayContaining(['Media', 'Bleed', 'Trim']))
      const { product, printer } = design
      const bleed = product.art !== 'printed' ? [0, 0, 0, 0] : printer.bleed
      const ordered = [product.width, product.height, ...bleed].map(length => length / piece.scale)
      expect([sheet.width, sheet.height, ...sheet.bleed]).toEqual(ordered)
      for (const [box, wanted] of Object.entries(boxesOfSheet(sheet)))
        for (const [index, length] of wanted.entries())
          expect(Math.abs((found[box]?.[index] ?? Number.NaN) - length)).toBeLessThanOrEqual(TOLERANCE - PRINTED)
    }
  })

  it.skipIf(pdffonts.missing)(
    'embeds its fonts as subsets that say what they mean; none where all is outlines',
    async () => {
      for (const { path, design } of await pdfsOf(name)) {
        const fonts = pdffonts.text([path]).trim().split('\n').slice(2)
        expect(fonts.length > 0).toBe(design.product.art === 'printed')
        for (const line of fonts) expect(line).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes /)
      }
    },
  )

  it.skipIf(pdftotext.missing || mutool.missing)('gives back its name and every other text', async () => {
    for (const written of await pdfsOf(name)) {
      const read = textOf(written)
      const lines = linesOf(written.sheet)
      expect(lines.length > 0).toBe(written.design.product.art === 'printed')
      if (lines.length === 0) continue
      for (const { text } of lines) expect(read, written.piece.id).toContain(plain(text))
      const { nom, 'nom-court': short = nom } = written.kit.structure
      const names = [nom, short].map(letters)
      expect(
        names.some(each => letters(read).includes(each)),
        `${written.piece.id}: ${read}`,
      ).toBe(true)
    }
  })
})
