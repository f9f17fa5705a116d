// The slug line: what the sheet is, said to whoever holds it, in as many lines as a small piece needs.
import type { Font } from '../model/assets.ts'
import { BLACK } from '../model/ink.ts'
import { type Mm, roundMm } from '../model/length.ts'
import type { GlyphsMark } from '../model/sheet.ts'
import { ascent, runWidth } from '../text/measure.ts'
import { type Run, shape } from '../text/shape.ts'

/** What a sheet says of itself: job, size, reading side, inks… each whole where it can be. */
export type Slug = { readonly items: readonly string[]; readonly font: Font }

/** Em size and line feed: 6.8 pt, read at arm's length. */
const SIZE: Mm = 2.4
const FEED: Mm = 3

const BETWEEN = ' · '

/** What a brand's font may lack, and what says the same. */
const INSTEAD: Readonly<Record<string, string>> = { '·': '|', '→': '>', '×': 'x', '\u00a0': ' ', '\u202f': ' ' }

const drawable = (text: string, font: Font): string =>
  [...text].map(char => (font.glyphOf(char.codePointAt(0) ?? 0) === 0 ? (INSTEAD[char] ?? char) : char)).join('')

const set = (text: string, font: Font): Run => shape(font, drawable(text, font), { lang: 'fr' })

const fits = (text: string, font: Font, width: Mm): boolean => runWidth(font, set(text, font), SIZE) <= width

/** The longest beginning that fits; one character at least, so that the rest grows shorter. */
function beginningOf(text: string, font: Font, width: Mm): string {
  const characters = [...text]
  let count = characters.length
  while (count > 1 && !fits(characters.slice(0, count).join(''), font, width)) count -= 1
  return characters.slice(0, count).join('')
}

/** Items are kept whole; one that is wider than the sheet by itself goes on in the next line. Nothing is left out. */
function linesOf({ items, font }: Slug, width: Mm): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const item of items) {
    const longer = line === '' ? item : `${line}${BETWEEN}${item}`
    if (fits(longer, font, width)) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = item
    while (!fits(line, font, width)) {
      const beginning = beginningOf(line, font, width)
      if (beginning === line) break
      lines.push(beginning)
      line = line.slice(beginning.length)
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** `height` is what the lines take; they are drawn from `y` downwards. */
export type SlugLines = { readonly height: Mm; draw(x: Mm, y: Mm): readonly GlyphsMark[] }

/** @param width room for a line */
export function slugLines(slug: Slug, width: Mm): SlugLines {
  const lines = linesOf(slug, width)
  const { font } = slug
  return {
    height: lines.length * FEED,
    draw: (x, y) =>
      lines.map((line, index) => {
        const run = set(line, font)
        return {
          kind: 'glyphs',
          font: font.id,
          size: SIZE,
          x: roundMm(x),
          y: roundMm(y + index * FEED + Math.min(ascent(font, SIZE), FEED)),
          glyphs: run.glyphs,
          text: run.text,
          fill: BLACK,
        }
      }),
  }
}
