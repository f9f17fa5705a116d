// How far a mark reaches on the sheet: what lies outside a view need not be drawn.
import type { Assets } from '../../model/assets.ts'
import {
  allEdges,
  type Box,
  type Matrix,
  multiply,
  outset,
  pathBounds,
  transformPath,
  transformPoint,
} from '../../model/geometry.ts'
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
      return box && boundsOf(box, matrix)
    }
    case 'image':
      return boundsOf({ x: 0, y: 0, width: 1, height: 1 }, multiply(matrix, mark.matrix))
  }
}

/** A miter reaches its limit times half the width; further than the view is wide, no one looks. */
function pathExtent({ path, stroke }: PathMark, matrix: Matrix, view: Box): Box | undefined {
  const bounds = pathBounds(transformPath(path, matrix))
  if (!bounds || !stroke) return bounds
  const [a, b, c, d] = matrix
  const scale = Math.max(Math.hypot(a, b), Math.hypot(c, d))
  const reach = stroke.join === 'miter' ? Math.max(Math.SQRT2, stroke.miterLimit) : Math.SQRT2
  return outset(bounds, allEdges(Math.min((stroke.width / 2) * reach * scale, view.width, view.height)))
}

/** The upright box around a box that is turned. */
export function boundsOf({ x, y, width, height }: Box, matrix: Matrix): Box {
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ] as const
  const points = corners.map(corner => transformPoint(matrix, corner))
  const xs = points.map(point => point[0])
  const ys = points.map(point => point[1])
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
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
