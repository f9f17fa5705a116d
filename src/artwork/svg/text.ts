// Draws a text element: each run filled and stroked as its own style says, the gradients fitted to the whole text.
import { type Box, type Path, pathBounds, transformPath } from '../../model/geometry.ts'
import type { Mark } from '../../model/sheet.ts'
import { union } from './bounds.ts'
import type { Node } from './node.ts'
import { readPen } from './pen.ts'
import { type Scene, SOLID, spendSegments } from './scene.ts'
import { paintOrder, paintPath } from './shape.ts'
import { layoutText, type TextPiece } from './text-layout.ts'

/** The box of a text in its user space: of its letters' cells. */
export const textBox = (pieces: readonly TextPiece[]): Box | undefined =>
  union(pieces.flatMap(({ cells }) => cells.map(cell => pathBounds(cell))))

export function drawText(root: Node, scene: Scene): readonly Mark[] {
  const pieces = layoutText(root, scene)
  const box = textBox(pieces)
  return pieces.flatMap(({ node, path }) => drawPiece(path, { ...node, ...(box && { paintBox: box }) }, scene))
}

function drawPiece(path: Path, node: Node, scene: Scene): readonly Mark[] {
  if (path.length === 0 || node.style.get('visibility') !== 'visible' || !spendSegments(scene, path.length)) return []
  if (node.palette === 'silhouette')
    return [{ kind: 'path', path: transformPath(path, node.matrix), fill: SOLID, fillRule: 'nonzero' }]
  const painted = paintPath(path, readPen(node, path, scene), node, scene)
  return paintOrder(node.style.get('paint-order')).flatMap(part => (part === 'markers' ? [] : painted[part]))
}
