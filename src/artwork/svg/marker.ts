// Markers: the arrow heads and dots that stand on the vertices of a shape (SVG 2, 11.6).
import { type Box, type Matrix, multiply, translate } from '../../model/geometry.ts'
import type { Mark } from '../../model/sheet.ts'
import { clipToBox } from './bounds.ts'
import { definitionNode, drawChildren, lengthReader, type Node } from './node.ts'
import { parseLength } from './number.ts'
import { parseUrl, resolve } from './reference.ts'
import { unsupported } from './refusals.ts'
import { report, type Scene, spend } from './scene.ts'
import { pathDataOf, shapePath } from './shapes.ts'
import { parseTransform } from './transform.ts'
import { type Vertex, verticesOf } from './vertices.ts'
import { fitInto, readViewBox } from './viewport.ts'

const MARKED = ['path', 'line', 'polyline', 'polygon']

type Side = 'marker-start' | 'marker-mid' | 'marker-end'

/** The markers of a shape, in painting order; `strokeWidth` in the shape's user space. */
export function markerMarks(node: Node, strokeWidth: number, scene: Scene): readonly Mark[] {
  const { element, style } = node
  const sides = (['marker-start', 'marker-mid', 'marker-end'] as const).filter(side => style.get(side) !== 'none')
  if (!MARKED.includes(element.name) || sides.length === 0) return []
  const inner = element.name === 'path' ? pathDataOf(element).inner : new Set<number>()
  const vertices = verticesOf(shapePath(element, lengthReader(node, scene)), inner)
  return sides.flatMap(side => on(side, vertices).flatMap(vertex => drawMarker(side, vertex, node, strokeWidth, scene)))
}

function on(side: Side, vertices: readonly Vertex[]): readonly Vertex[] {
  switch (side) {
    case 'marker-start':
      return vertices.slice(0, 1)
    case 'marker-mid':
      return vertices.slice(1, -1)
    case 'marker-end':
      return vertices.slice(-1)
  }
}

function drawMarker(side: Side, vertex: Vertex, node: Node, strokeWidth: number, scene: Scene): readonly Mark[] {
  const url = parseUrl(node.style.get(side))
  if (!url) {
    report(scene, unsupported('un de ses marqueurs est incompris', 'one of its markers is not understood'))
    return []
  }
  const element = resolve(url.id, scene)
  if (!element || !spend(scene)) return []
  if (element.name !== 'marker') {
    report(scene, unsupported(`un marqueur y désigne un <${element.name}>`, `a marker names a <${element.name}> there`))
    return []
  }
  const turned = angleOf(element.attributes.get('orient') ?? '0', side, vertex)
  const size = element.attributes.get('markerUnits') === 'userSpaceOnUse' ? 1 : strokeWidth
  const turn =
    turned === undefined
      ? undefined
      : parseTransform(`translate(${vertex.at.join(' ')}) rotate(${turned}) scale(${size})`)
  if (!turn || size === 0) {
    if (!turn) report(scene, unsupported('un de ses marqueurs est incompris', 'one of its markers is not understood'))
    return []
  }
  const own = definitionNode(element, { ...node, context: node.style }, scene, multiply(node.matrix, turn))
  if (!own || own.style.get('display') === 'none') return []
  return place(own, scene)
}

/** The content fitted in the marker's own box, its reference point on the vertex. */
function place(own: Node, scene: Scene): readonly Mark[] {
  const { attributes } = own.element
  const length = lengthReader(own, scene)
  const box: Box = { x: 0, y: 0, width: length('markerWidth', 'x') ?? 3, height: length('markerHeight', 'y') ?? 3 }
  if (!(box.width > 0) || !(box.height > 0)) return []
  const view = readViewBox(attributes.get('viewBox'), scene)
  const fit: Matrix = view ? fitInto(view, box, attributes.get('preserveAspectRatio')).matrix : [1, 0, 0, 1, 0, 0]
  const room = view ?? box
  const refX = reference(attributes.get('refX'), room.x, room.width)
  const refY = reference(attributes.get('refY'), room.y, room.height)
  if (refX === undefined || refY === undefined) {
    report(scene, unsupported('un de ses marqueurs est incompris', 'one of its markers is not understood'))
    return []
  }
  const shift = translate(-(fit[0] * refX + fit[4]), -(fit[3] * refY + fit[5]))
  const frame = multiply(own.matrix, shift)
  const inside = { ...own, matrix: multiply(frame, fit), viewport: { width: room.width, height: room.height } }
  const marks = drawChildren(inside, scene)
  const overflow = own.style.get('overflow')
  return overflow === 'visible' || overflow === 'auto' ? marks : clipToBox(marks, box, frame)
}

const PLACES: Readonly<Record<string, number>> = { left: 0, top: 0, center: 0.5, right: 1, bottom: 1 }

function reference(written: string | undefined, start: number, size: number): number | undefined {
  const share = PLACES[written?.trim() ?? '']
  return share === undefined ? parseLength(written ?? '0', { percent: size, em: 16 }) : start + share * size
}

function angleOf(orient: string, side: Side, { angle }: Vertex): number | undefined {
  const written = orient.trim()
  if (written === 'auto') return angle
  if (written === 'auto-start-reverse') return side === 'marker-start' ? angle + 180 : angle
  const match = /^([-+]?(?:\d+\.?\d*|\.\d+))(deg|rad|grad|turn)?$/.exec(written)
  const worth = { deg: 1, rad: 180 / Math.PI, grad: 0.9, turn: 360 }[match?.[2] ?? 'deg'] ?? 1
  return match ? Number(match[1]) * worth : undefined
}
