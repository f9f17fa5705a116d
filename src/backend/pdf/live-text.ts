// A run of glyphs as text operators: each glyph where shaping put it, whatever the widths that the file states.
import { toPt } from '../../model/length.ts'
import type { GlyphsMark } from '../../model/sheet.ts'
import { glyphHex } from './character-map.ts'
import type { EmbeddedFont } from './font.ts'
import { textHex } from './name.ts'
import { number, points, round5 } from './number.ts'

/** Thousandths of an em under which a glyph is where it should be: 0.5 µm in letters of 150 mm. */
const EXACT = 0.003

/** Glyphs and the moves between them, in thousandths of an em, at one height over the baseline. */
type Stretch = { readonly rise: number; readonly parts: (string | number)[] }

/** @param fontName the font's resource name, slash included */
export function textOperators(mark: GlyphsMark, embedded: EmbeddedFont, fontName: string, spoken: boolean): string {
  const start = `BT ${fontName} ${points(mark.size)} Tf 1 0 0 -1 ${points(mark.x)} ${points(mark.y)} Tm`
  const text = `${start}\n${showOperators(mark, embedded)}\nET`
  return spoken ? `/Span <</ActualText ${textHex(mark.text)}>> BDC\n${text}\nEMC` : text
}

function showOperators(mark: GlyphsMark, embedded: EmbeddedFont): string {
  const perUnit = toPt(mark.size) / embedded.font.unitsPerEm
  const stretches = stretchesOf(mark, embedded)
  const isFlat = stretches.every(({ rise }) => rise === 0)
  const shown = stretches.map(({ rise, parts }) =>
    isFlat ? showOperator(parts) : `${number(rise * perUnit)} Ts ${showOperator(parts)}`,
  )
  // The rise would stay for the text that follows.
  return (isFlat ? shown : [...shown, '0 Ts']).join('\n')
}

/** Positions are counted from the start of the run, so that no rounding gathers along it. */
function stretchesOf({ glyphs, text }: GlyphsMark, { font, codeOf, widthOf }: EmbeddedFont): readonly Stretch[] {
  const stretches: Stretch[] = []
  let origin = 0
  let pen = 0
  for (const { id, dx, dy, advance } of glyphs) {
    if (id === 0) throw new Error(`a missing glyph in « ${text} »`)
    const { parts } = stretchAt(stretches, dy)
    const back = round5(pen - ((origin + dx) * 1000) / font.unitsPerEm)
    if (Math.abs(back) > EXACT) {
      parts.push(back)
      pen -= back
    }
    parts.push(glyphHex(codeOf(id)))
    pen += widthOf(id)
    origin += advance
  }
  return stretches
}

function stretchAt(stretches: Stretch[], rise: number): Stretch {
  const last = stretches.at(-1)
  if (last?.rise === rise) return last
  const next: Stretch = { rise, parts: [] }
  stretches.push(next)
  return next
}

function showOperator(parts: readonly (string | number)[]): string {
  const inside = parts.map(part => (typeof part === 'number' ? `>${number(part)}<` : part)).join('')
  return `[<${inside}>] TJ`.replaceAll('<>', '')
}
