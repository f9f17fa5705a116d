// The outlines an element draws, whatever its paints: object bounding boxes and clips are made of them.
import { type Box, multiply, type Path, pathBounds, rectPath, transformPath, translate } from '../../model/geometry.ts'
import type { FillRule } from '../../model/sheet.ts'
import { union } from './bounds.ts'
import { childNode, lengthReader, type Node } from './node.ts'
import { resolveHref } from './reference.ts'
import { type Scene, spend, spendSegments } from './scene.ts'
import { isShape, shapePath } from './shapes.ts'
import { textBox } from './text.ts'
import { layoutText } from './text-layout.ts'

export type Outline = { readonly path: Path; readonly rule: FillRule; readonly node: Node }

/** Outlines of an element and what it holds, in the artwork's space. */
export function outlinesOf(node: Node, scene: Scene): Outline[] {
  const { element, style, matrix } = node
  if (!spend(scene) || style.get('display') === 'none') return []
  const length = lengthReader(node, scene)
  if (isShape(element)) {
    if (style.get('visibility') !== 'visible') return []
    const rule: FillRule = style.get('clip-rule') === 'evenodd' ? 'evenodd' : 'nonzero'
    const path = shapePath(element, length)
    return path.length === 0 || !spendSegments(scene, path.length)
      ? []
      : [{ path: transformPath(path, matrix), rule, node }]
  }
  if (element.name === 'image') {
    const box = {
      x: length('x', 'x') ?? 0,
      y: length('y', 'y') ?? 0,
      width: length('width', 'x') ?? 0,
      height: length('height', 'y') ?? 0,
    }
    return [{ path: transformPath(rectPath(box), matrix), rule: 'nonzero', node }]
  }
  if (element.name === 'text') return textOutlines(node, scene)
  if (element.name === 'use') {
    const target = resolveHref(element, scene)
    const child =
      target &&
      childNode(target, node, scene, multiply(matrix, translate(length('x', 'x') ?? 0, length('y', 'y') ?? 0)))
    return child ? outlinesOf(child, scene) : []
  }
  if (!['g', 'svg', 'a', 'switch', 'symbol'].includes(element.name)) return []
  return element.children.flatMap(inner => {
    const child = childNode(inner, node, scene)
    return child ? outlinesOf(child, scene) : []
  })
}

function textOutlines(node: Node, scene: Scene): Outline[] {
  const pieces = layoutText(node, scene).filter(piece => piece.node.style.get('visibility') === 'visible')
  const path = transformPath(
    pieces.flatMap(piece => piece.path),
    node.matrix,
  )
  return path.length === 0 || !spendSegments(scene, path.length) ? [] : [{ path, rule: 'nonzero', node }]
}

/** The object bounding box in the element's own user space: fills only, no strokes, no clips (SVG 2, 8.10). */
export function objectBox(node: Node, scene: Scene): Box | undefined {
  const own = { ...node, matrix: [1, 0, 0, 1, 0, 0] as const }
  if (node.element.name === 'text') return textBox(layoutText(own, scene))
  return union(outlinesOf(own, scene).map(({ path }) => pathBounds(path)))
}
