// Gradients (SVG 2, 14.2) as ours: in the painted mark's space, padded, with stops close enough to hold the screen's hues.
import {
  type Box,
  IDENTITY,
  type Matrix,
  multiply,
  type Point,
  scale,
  transformPoint,
  translate,
} from '../../model/geometry.ts'
import type { Gradient } from '../../model/ink.ts'
import { BLACK, parseColor } from './color.ts'
import { evenScale, invert } from './matrix.ts'
import { childNode, definitionNode, emOf, type Node } from './node.ts'
import { parseLength, parseShare } from './number.ts'
import { resolveHref } from './reference.ts'
import { endlessChain, unknownColor, unsupported } from './refusals.ts'
import { report, type Scene, spendSegments } from './scene.ts'
import { refineStops, type ScreenStop, type Shape, spread } from './stops.ts'
import { parseTransform } from './transform.ts'
import type { Element } from './xml.ts'

/** A gradient in its own space, and the matrix from there to the mark's. */
export type Placed = { readonly gradient: Gradient; readonly matrix: Matrix }

/** What a paint server gives: a gradient, one flat stop, or nothing to paint. */
export type Server =
  | { readonly kind: 'gradient'; readonly placed: Placed }
  | { readonly kind: 'flat'; readonly stop: ScreenStop }
  | { readonly kind: 'none' }

/** Longer chains of references are no drawing's. */
const MAX_CHAIN = 50

/** A gradient or a pattern and those it takes attributes from, itself first. */
export function hrefChain(element: Element, scene: Scene): Element[] {
  const chain: Element[] = []
  for (let next: Element | undefined = element; next; next = resolveHref(next, scene)) {
    if (chain.includes(next) || chain.length === MAX_CHAIN) {
      report(scene, endlessChain)
      return chain
    }
    chain.push(next)
  }
  return chain
}

export const attributeOf = (chain: readonly Element[], name: string): string | undefined =>
  chain.find(element => element.attributes.has(name))?.attributes.get(name)

/**
 * @param node the painted element
 * @param box its object bounding box, in its own user space
 * @param area the box to cover, in the same space: repeated gradients need it
 */
export function readGradient(element: Element, node: Node, box: Box | undefined, area: Box, scene: Scene): Server {
  const chain = hrefChain(element, scene)
  const stops = readStops(chain, node, scene)
  const [first] = stops
  if (!first) return { kind: 'none' }
  if (stops.length === 1) return { kind: 'flat', stop: first }
  const units = unitMatrix(chain, box)
  if (!units) return { kind: 'none' }
  const own = attributeOf(chain, 'gradientTransform')
  const transform = own === undefined ? IDENTITY : parseTransform(own)
  if (!transform) {
    report(scene, unsupported('transformation de dégradé incomprise', 'gradient transform not understood'))
    return { kind: 'none' }
  }
  const matrix = multiply(units.matrix, transform)
  const shape =
    element.name === 'linearGradient'
      ? readLinear(chain, node, units.relative, scene)
      : readRadial(chain, node, units.relative, scene)
  if (isPoint(shape)) return { kind: 'flat', stop: stops.at(-1) ?? first }
  const inverse = invert(matrix)
  if (!inverse) return { kind: 'none' }
  const method = attributeOf(chain, 'spreadMethod') ?? 'pad'
  const wide =
    method === 'pad'
      ? { shape, stops }
      : spread(
          shape,
          stops,
          method === 'reflect',
          cornersOf(area).map(corner => transformPoint(inverse, corner)),
        )
  if (!wide) {
    report(scene, unsupported('un dégradé s’y répète plus de cent fois', 'a gradient repeats over a hundred times'))
    return { kind: 'none' }
  }
  return {
    kind: 'gradient',
    placed: settle({ ...wide.shape, stops: refineStops(wide.stops, node.palette, scene) }, matrix),
  }
}

const cornersOf = ({ x, y, width, height }: Box): Point[] => [
  [x, y],
  [x + width, y],
  [x, y + height],
  [x + width, y + height],
]

const isPoint = (shape: Shape): boolean =>
  shape.kind === 'linear' ? shape.from[0] === shape.to[0] && shape.from[1] === shape.to[1] : shape.toRadius <= 0

function unitMatrix(
  chain: readonly Element[],
  box: Box | undefined,
): { matrix: Matrix; relative: boolean } | undefined {
  if (attributeOf(chain, 'gradientUnits') === 'userSpaceOnUse') return { matrix: IDENTITY, relative: false }
  if (!box || box.width <= 0 || box.height <= 0) return undefined
  return { matrix: multiply(translate(box.x, box.y), scale(box.width, box.height)), relative: true }
}

type ReadCoordinate = (name: string, axis: 'width' | 'height' | 'diagonal', initial: string) => number

function coordinates(chain: readonly Element[], node: Node, relative: boolean, scene: Scene): ReadCoordinate {
  const { width, height } = node.viewport
  const sides = { width, height, diagonal: Math.sqrt((width * width + height * height) / 2) }
  return (name, axis, initial) => {
    const written = attributeOf(chain, name) ?? initial
    const value = parseLength(written, { percent: relative ? 1 : sides[axis], em: emOf(node.style) })
    if (value === undefined)
      report(
        scene,
        unsupported(
          `dégradé : « ${written.slice(0, 40)} » incompris`,
          `gradient: “${written.slice(0, 40)}” not understood`,
        ),
      )
    return value ?? 0
  }
}

function readLinear(chain: readonly Element[], node: Node, relative: boolean, scene: Scene): Shape {
  const read = coordinates(chain, node, relative, scene)
  return {
    kind: 'linear',
    from: [read('x1', 'width', '0%'), read('y1', 'height', '0%')],
    to: [read('x2', 'width', '100%'), read('y2', 'height', '0%')],
  }
}

function readRadial(chain: readonly Element[], node: Node, relative: boolean, scene: Scene): Shape {
  const read = coordinates(chain, node, relative, scene)
  const to: Point = [read('cx', 'width', '50%'), read('cy', 'height', '50%')]
  const toRadius = read('r', 'diagonal', '50%')
  const focus = (name: string, axis: 'width' | 'height', centre: number): number =>
    attributeOf(chain, name) === undefined ? centre : read(name, axis, '50%')
  const from = focalPoint([focus('fx', 'width', to[0]), focus('fy', 'height', to[1])], to, toRadius)
  return { kind: 'radial', from, fromRadius: read('fr', 'diagonal', '0%'), to, toRadius }
}

/** A focal point on the circle's edge keeps just inside; one outside makes a cone (SVG 2, 14.2.3.1). */
function focalPoint(focus: Point, [cx, cy]: Point, radius: number): Point {
  const dx = focus[0] - cx
  const dy = focus[1] - cy
  const distance = Math.sqrt(dx * dx + dy * dy)
  const most = radius * 0.999
  return distance <= most || distance > radius ? focus : [cx + (dx * most) / distance, cy + (dy * most) / distance]
}

function readStops(chain: readonly Element[], node: Node, scene: Scene): ScreenStop[] {
  const holder = chain.find(element => element.children.some(child => child.name === 'stop'))
  if (!holder || !spendSegments(scene, holder.children.length)) return []
  const parent = definitionNode(holder, { ...node, above: [] }, scene) ?? node
  let last = 0
  return holder.children
    .filter(child => child.name === 'stop')
    .map(child => {
      const style = childNode(child, parent, scene)?.style ?? node.style
      last = Math.max(last, parseShare(child.attributes.get('offset') ?? '0') ?? 0)
      return readStop(style.get('stop-color'), style.get('color'), style.get('stop-opacity'), last, scene)
    })
}

function readStop(written: string, current: string, opacity: string, at: number, scene: Scene): ScreenStop {
  const token = written.toLowerCase() === 'currentcolor' ? current : written
  const color = parseColor(token)
  if (!color) report(scene, unknownColor(token))
  const own = color ?? BLACK
  return { at, color: own, alpha: own.alpha * (parseShare(opacity) ?? 1) }
}

/** Carries a gradient into the mark's space when its shape survives; else leaves it in its own, with the matrix. */
function settle(gradient: Gradient, matrix: Matrix): Placed {
  if (gradient.kind === 'linear')
    return { gradient: { ...gradient, ...settleLine(gradient.from, gradient.to, matrix) }, matrix: IDENTITY }
  const factor = evenScale(matrix)
  if (factor === undefined) return { gradient, matrix }
  return {
    gradient: {
      ...gradient,
      from: transformPoint(matrix, gradient.from),
      fromRadius: gradient.fromRadius * factor,
      to: transformPoint(matrix, gradient.to),
      toRadius: gradient.toRadius * factor,
    },
    matrix: IDENTITY,
  }
}

/** Lines of one colour stay lines under any matrix, but the axis must be set square to them again. */
export function settleLine(from: Point, to: Point, matrix: Matrix): { readonly from: Point; readonly to: Point } {
  const start = transformPoint(matrix, from)
  const end = transformPoint(matrix, to)
  const across = [-(to[1] - from[1]), to[0] - from[0]] as const
  const lineX = matrix[0] * across[0] + matrix[2] * across[1]
  const lineY = matrix[1] * across[0] + matrix[3] * across[1]
  const length = lineX * lineX + lineY * lineY
  if (length === 0) return { from: start, to: end }
  // The part of start → end that is square to the lines.
  const along = ((end[0] - start[0]) * lineX + (end[1] - start[1]) * lineY) / length
  return { from: start, to: [end[0] - along * lineX, end[1] - along * lineY] }
}
