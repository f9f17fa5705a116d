// How far a mark reaches on the sheet: what lies outside a view need not be drawn.
import type { Assets } from '../../model/assets.ts'
import { allEdges, type Box, boundsUnder, type Matrix, multiply, outset, transformBox } from '../../model/geometry.ts'
import type { GlyphsMark, ImageMark, PathMark } from '../../model/sheet.ts'
import { markBounds } from '../../text/measure.ts'

type Leaf = PathMark | GlyphsMark | ImageMark

/** @param matrix from the mark's space to the sheet's; undefined when the mark draws nothing */
export function extentOf(mark: Leaf, matrix: Matrix, assets: Assets, view: Box): Box | undefined {
  switch (mark.kind) {
    case 'path':
      return pathExtent(mark, matrix, view)
    case 'glyphs': {
      const box = markBounds(assets.font(mark.font), mark)
      return box && transformBox(box, matrix)
    }
    case 'image':
      return transformBox({ x: 0, y: 0, width: 1, height: 1 }, multiply(matrix, mark.matrix))
  }
}

/** A miter reaches its limit times half the width; further than the view is wide, no one looks. */
function pathExtent({ path, stroke }: PathMark, matrix: Matrix, view: Box): Box | undefined {
  const bounds = boundsUnder(path, matrix)
  if (!bounds || !stroke) return bounds
  const [a, b, c, d] = matrix
  const scale = Math.max(Math.hypot(a, b), Math.hypot(c, d))
  const reach = stroke.join === 'miter' ? Math.max(Math.SQRT2, stroke.miterLimit) : Math.SQRT2
  return outset(bounds, allEdges(Math.min((stroke.width / 2) * reach * scale, view.width, view.height)))
}

export const meets = (one: Box, other: Box): boolean =>
  one.x <= other.x + other.width &&
  other.x <= one.x + one.width &&
  one.y <= other.y + other.height &&
  other.y <= one.y + one.height

export const union = (one: Box | undefined, other: Box | undefined): Box | undefined => {
  if (!one || !other) return one ?? other
  const x = Math.min(one.x, other.x)
  const y = Math.min(one.y, other.y)
  const width = Math.max(one.x + one.width, other.x + other.width) - x
  return { x, y, width, height: Math.max(one.y + one.height, other.y + other.height) - y }
}
