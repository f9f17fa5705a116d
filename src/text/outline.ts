// Letters as paths, for cutters, for SVG, and wherever text is a shape.
import type { Font } from '../model/assets.ts'
import type { Path, Segment } from '../model/geometry.ts'
import type { GlyphsMark } from '../model/sheet.ts'

/** A segment of an outline (y up) at a place of the sheet (y down). Written out: a poster has ten thousands of them. */
function placed(segment: Segment, k: number, x: number, y: number): Segment {
  switch (segment[0]) {
    case 'M':
    case 'L':
      return [segment[0], x + segment[1] * k, y - segment[2] * k]
    case 'C': {
      const [, x1, y1, x2, y2, x3, y3] = segment
      return ['C', x + x1 * k, y - y1 * k, x + x2 * k, y - y2 * k, x + x3 * k, y - y3 * k]
    }
    case 'Z':
      return segment
  }
}

/** The outlines of a run in the mark's own space (mm, y down), unrounded. The font must be the mark's. */
export function glyphsPath(font: Font, mark: Pick<GlyphsMark, 'size' | 'x' | 'y' | 'glyphs'>): Path {
  const k = mark.size / font.unitsPerEm
  const path: Segment[] = []
  let pen = 0
  for (const glyph of mark.glyphs) {
    const x = mark.x + (pen + glyph.dx) * k
    const y = mark.y - glyph.dy * k
    for (const segment of font.outlineOf(glyph.id)) path.push(placed(segment, k, x, y))
    pen += glyph.advance
  }
  return path
}
