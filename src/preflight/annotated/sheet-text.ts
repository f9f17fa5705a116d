// Words written on an annotated picture, in a font of the piece itself.
import type { Font } from '../../model/assets.ts'
import type { Paint } from '../../model/ink.ts'
import { type Mm, roundMm } from '../../model/length.ts'
import type { GlyphsMark } from '../../model/sheet.ts'
import { runWidth } from '../../text/measure.ts'
import { type Run, shape } from '../../text/shape.ts'

/** What a brand's font may lack is shown as a question mark, never as nothing. */
const drawable = (words: string, font: Font): string =>
  [...words.replace(/[\u00a0\u202f]/g, ' ')]
    .map(char => (font.glyphOf(char.codePointAt(0) ?? 0) === 0 ? '?' : char))
    .join('')

const set = (words: string, font: Font): Run => shape(font, drawable(words, font), { lang: 'fr' })

export const widthOf = (words: string, font: Font, size: Mm): Mm => runWidth(font, set(words, font), size)

/** @param x start of the line. @param y its baseline */
export function written(words: string, font: Font, size: Mm, x: Mm, y: Mm, fill: Paint): GlyphsMark {
  const run = set(words, font)
  const place = { x: roundMm(x), y: roundMm(y) }
  return { kind: 'glyphs', font: font.id, size: roundMm(size), ...place, glyphs: run.glyphs, text: run.text, fill }
}

/** Lines no wider than `width`, cut between words; a word that is wider stands alone. */
export function wrapped(words: string, font: Font, size: Mm, width: Mm): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || widthOf(longer, font, size) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}
