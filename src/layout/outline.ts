// The outline of a finished piece, and the same grown by the bleed.
import type { ProductSpec } from '../model/design.ts'
import { type Edges, ellipsePath, outset, type Path, rectPath, roundedRectPath, roundPath } from '../model/geometry.ts'

const NO_EDGES: Edges = [0, 0, 0, 0]

/** `edges` grow the outline: zero for the cut itself, the printer's bleed for what art must fill. */
export function outlineOf({ width, height, shape, cornerRadius }: ProductSpec, edges: Edges = NO_EDGES): Path {
  const box = outset({ x: 0, y: 0, width, height }, edges)
  if (shape === 'round') {
    return roundPath(ellipsePath(box.x + box.width / 2, box.y + box.height / 2, box.width / 2, box.height / 2))
  }
  if (cornerRadius <= 0) return roundPath(rectPath(box))
  return roundPath(roundedRectPath(box, cornerRadius + Math.min(...edges)))
}
