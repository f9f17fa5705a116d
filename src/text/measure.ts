// Sizes of text in millimetres: what the eye sees rather than what the font file calls it.
import type { Font } from '../model/assets.ts'
import { type Box, pathBounds } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import type { Glyph, GlyphsMark } from '../model/sheet.ts'
import type { Run } from './shape.ts'

/** Height of a flat capital. */
export const capHeight = (font: Font, size: Mm): Mm => (font.capHeight / font.unitsPerEm) * size

/** The em size whose capitals are this high. */
export const sizeForCap = (font: Font, cap: Mm): Mm => (cap * font.unitsPerEm) / font.capHeight

export const xHeight = (font: Font, size: Mm): Mm => (font.xHeight / font.unitsPerEm) * size

/** Above the baseline, as the font states it; positive. */
export const ascent = (font: Font, size: Mm): Mm => (font.ascender / font.unitsPerEm) * size

/** Below the baseline, as the font states it; positive. */
export const descent = (font: Font, size: Mm): Mm => (-font.descender / font.unitsPerEm) * size

/** Width of a line: its advances without the tracking after the last letter. */
export const runWidth = (font: Font, run: Run, size: Mm): Mm =>
  run.glyphs.length === 0 ? 0 : ((run.advance - run.trailing) / font.unitsPerEm) * size

const glyphBoxes = new WeakMap<Font, Map<number, Box | undefined>>()

/** Exact bounds of a glyph in design units, y up: `y` is its lowest point. */
function glyphBox(font: Font, glyph: number): Box | undefined {
  let boxes = glyphBoxes.get(font)
  if (boxes === undefined) {
    boxes = new Map()
    glyphBoxes.set(font, boxes)
  }
  if (!boxes.has(glyph)) boxes.set(glyph, pathBounds(font.outlineOf(glyph)))
  return boxes.get(glyph)
}

/** Where the ink of glyphs is, from the start of the baseline (mm, y down); undefined when they draw nothing. */
export function inkBounds(font: Font, glyphs: readonly Glyph[], size: Mm): Box | undefined {
  const k = size / font.unitsPerEm
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  let pen = 0
  for (const glyph of glyphs) {
    const box = glyphBox(font, glyph.id)
    if (box !== undefined) {
      left = Math.min(left, pen + glyph.dx + box.x)
      right = Math.max(right, pen + glyph.dx + box.x + box.width)
      top = Math.min(top, -(glyph.dy + box.y + box.height))
      bottom = Math.max(bottom, -(glyph.dy + box.y))
    }
    pen += glyph.advance
  }
  return left > right ? undefined : { x: left * k, y: top * k, width: (right - left) * k, height: (bottom - top) * k }
}

const markBoxes = new WeakMap<GlyphsMark, { readonly font: Font; readonly box: Box | undefined }>()

/** The ink of a mark on its sheet. Kept with the mark: checks and drawings ask for it again and again. */
export function markBounds(font: Font, mark: GlyphsMark): Box | undefined {
  const before = markBoxes.get(mark)
  if (before?.font === font) return before.box
  const own = inkBounds(font, mark.glyphs, mark.size)
  const box = own && { ...own, x: own.x + mark.x, y: own.y + mark.y }
  markBoxes.set(mark, { font, box })
  return box
}
