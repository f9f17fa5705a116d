// Text that stays text, for whoever has the font and wants to edit: each character is told where to stand, so the line
// keeps its length.
import type { Font } from '../../model/assets.ts'
import type { Glyph, GlyphsMark } from '../../model/sheet.ts'
import { factor, number } from './number.ts'
import { element, escapeXml } from './xml.ts'

/** Undefined where SVG's `x` list cannot say what was shaped (right to left, raised glyphs): such a run is outlined. */
export function liveText(mark: GlyphsMark, font: Font, fill: string): string | undefined {
  if (!isPlain(mark.glyphs)) return undefined
  return element(
    'text',
    {
      x: positions(mark, font).map(number).join(' '),
      y: number(mark.y),
      fill,
      'font-family': `'${font.family.replaceAll("'", '')}'`,
      'font-weight': factor(font.weight),
      'font-size': number(mark.size),
      'xml:space': 'preserve',
    },
    escapeXml(mark.text),
  )
}

const isPlain = (glyphs: readonly Glyph[]): boolean =>
  glyphs.every((glyph, index) => glyph.dy === 0 && glyph.cluster >= (glyphs[index - 1]?.cluster ?? 0))

/** One abscissa per UTF-16 unit of the text; the letters of a ligature share its width. */
function positions({ text, glyphs, x, size }: GlyphsMark, font: Font): number[] {
  const scale = size / font.unitsPerEm
  const out: number[] = []
  let pen = 0
  glyphs.forEach((glyph, index) => {
    const end = glyphs.slice(index + 1).find(next => next.cluster > glyph.cluster)?.cluster ?? text.length
    const count = end - glyph.cluster
    for (let step = 0; step < count && out.length < end; step++)
      out.push(x + (pen + glyph.dx + (glyph.advance * step) / count) * scale)
    pen += glyph.advance
  })
  return out
}
