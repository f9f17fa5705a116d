// Letters as paths, for cutters, for SVG, and wherever text is a shape.
import type { Font } from '../model/assets.ts'
import { type Path, type Segment, transformPath } from '../model/geometry.ts'
import type { GlyphsMark } from '../model/sheet.ts'

/** The outlines of a run in the mark's own space (mm, y down), unrounded. The font must be the mark's. */
export function glyphsPath(font: Font, mark: Pick<GlyphsMark, 'size' | 'x' | 'y' | 'glyphs'>): Path {
  const k = mark.size / font.unitsPerEm
  const path: Segment[] = []
  let pen = 0
  for (const glyph of mark.glyphs) {
    const place = [k, 0, 0, -k, mark.x + (pen + glyph.dx) * k, mark.y - glyph.dy * k] as const
    for (const segment of transformPath(font.outlineOf(glyph.id), place)) path.push(segment)
    pen += glyph.advance
  }
  return path
}
