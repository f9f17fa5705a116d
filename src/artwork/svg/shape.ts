// Draws a shape: its fill and its stroke, with flat inks, gradients or patterns, at their own opacities.
import {
  type Box,
  IDENTITY,
  type Matrix,
  multiply,
  outset,
  type Path,
  pathBounds,
  transformPath,
  transformPoint,
} from '../../model/geometry.ts'
import type { Gradient, Paint } from '../../model/ink.ts'
import { type FillRule, isInk, type Mark, type PathMark, type Stroke } from '../../model/sheet.ts'
import { isSanePath } from './bounds.ts'
import { filledPart } from './filled-part.ts'
import { type Placed, readGradient, settleLine } from './gradient.ts'
import { markerMarks } from './marker.ts'
import { evenScale, invert } from './matrix.ts'
import { lengthReader, type Node } from './node.ts'
import { parseShare } from './number.ts'
import { type PaintToken, readPaint } from './paint-token.ts'
import { drawPattern } from './pattern.ts'
import { type Pen, readPen } from './pen.ts'
import { resolve } from './reference.ts'
import { unsupported } from './refusals.ts'
import { inkOf, report, type Scene, SOLID, spendSegments } from './scene.ts'
import { pathDataOf, shapePath } from './shapes.ts'

/** What one paint comes to: a paint of ours with the matrix of its own space, or marks to show through the shape. */
type Filling =
  | { readonly kind: 'paint'; readonly paint: Paint; readonly matrix: Matrix; readonly opacity: number }
  | { readonly kind: 'marks'; readonly marks: readonly Mark[]; readonly opacity: number }

export function drawShape(node: Node, scene: Scene): readonly Mark[] {
  const { style, element } = node
  const path = shapePath(element, lengthReader(node, scene))
  if (element.name === 'path' && !pathDataOf(element).whole)
    report(scene, unsupported('un de ses tracés est abîmé', 'one of its paths is damaged'))
  if (path.length === 0 || style.get('visibility') !== 'visible' || !spendSegments(scene, path.length)) return []
  if (node.palette === 'silhouette') return fillMarks(path, node, scene)
  const pen = readPen(node, path, scene)
  const painted = paintPath(path, pen, node, scene)
  const markers = markerMarks(node, pen?.width ?? 0, scene)
  const order = paintOrder(style.get('paint-order'))
  // A plain fill and a plain stroke in the usual order are one mark.
  const both = merged(painted.fill, painted.stroke)
  if (order.join() === 'fill,stroke,markers') return [...both, ...markers]
  return order.flatMap(part => (part === 'markers' ? markers : painted[part]))
}

/** The fill and the stroke of an outline, as the style of the node says. */
export function paintPath(
  path: Path,
  pen: Pen | undefined,
  node: Node,
  scene: Scene,
): { readonly fill: readonly Mark[]; readonly stroke: readonly Mark[] } {
  return { fill: fillMarks(path, node, scene), stroke: pen ? strokeMarks(path, pen, node, scene) : [] }
}

type Part = 'fill' | 'stroke' | 'markers'

/** The parts in the order they are painted: those named first, then the others in their usual order. */
export function paintOrder(written: string): readonly Part[] {
  const usual: readonly Part[] = ['fill', 'stroke', 'markers']
  const named = written.split(/\s+/).flatMap(word => usual.find(part => part === word) ?? [])
  return [...new Set([...named, ...usual])]
}

function merged(fill: readonly Mark[], stroke: readonly Mark[]): readonly Mark[] {
  const [one] = fill
  const [other] = stroke
  if (fill.length !== 1 || stroke.length !== 1 || one?.kind !== 'path' || other?.kind !== 'path')
    return [...fill, ...stroke]
  // A fill leaves out the lines among its subpaths; a stroke draws them.
  if (one.path.length !== other.path.length) return [...fill, ...stroke]
  return [{ ...one, ...(other.stroke && { stroke: other.stroke }) }]
}

function fillMarks(path: Path, node: Node, scene: Scene): readonly Mark[] {
  const { style, matrix } = node
  const silhouette = node.palette === 'silhouette'
  const rule: FillRule = style.get(silhouette ? 'clip-rule' : 'fill-rule') === 'evenodd' ? 'evenodd' : 'nonzero'
  if (silhouette) return [{ kind: 'path', path: transformPath(path, matrix), fill: SOLID, fillRule: rule }]
  const box = pathBounds(path)
  if (!box) return []
  const whole = transformPath(path, matrix)
  // Out of all proportion, it stays as it is, to be refused.
  const filled = isSanePath(whole) ? filledPart(path) : path
  const filling = filled.length === 0 ? undefined : fillingOf('fill', path, box, node, scene)
  if (!filling) return []
  const placed = filled === path ? whole : transformPath(filled, matrix)
  if (filling.kind === 'marks')
    return faded([{ kind: 'group', marks: filling.marks, clip: { path: placed, rule } }], filling.opacity)
  const inner = multiply(matrix, filling.matrix)
  const moved = movePaint(filling.paint, inner)
  if (moved) return faded([{ kind: 'path', path: placed, fill: moved, fillRule: rule }], filling.opacity)
  const back = invert(filling.matrix)
  if (!back) return []
  const mark: PathMark = { kind: 'path', path: transformPath(filled, back), fill: filling.paint, fillRule: rule }
  return faded([{ kind: 'group', marks: [mark], transform: inner }], filling.opacity)
}

function strokeMarks(path: Path, pen: Pen, node: Node, scene: Scene): readonly Mark[] {
  const bounds = pathBounds(path)
  if (!bounds) return []
  if (node.style.get('vector-effect') !== 'none') return unscaledStroke(path, pen, node, scene)
  const half = pen.width * Math.max(1, pen.join === 'miter' ? pen.miterLimit : 1)
  const area = outset(bounds, [half, half, half, half])
  const filling = fillingOf('stroke', path, area, node, scene)
  if (!filling) return []
  const even = evenScale(node.matrix)
  const paint = filling.kind === 'paint' ? movePaint(filling.paint, multiply(node.matrix, filling.matrix)) : undefined
  if (filling.kind === 'paint' && paint && even !== undefined)
    return faded(
      [{ kind: 'path', path: transformPath(path, node.matrix), stroke: scalePen(pen, paint, even) }],
      filling.opacity,
    )
  if (filling.kind === 'paint' && filling.matrix === IDENTITY) {
    const mark: PathMark = { kind: 'path', path, stroke: scalePen(pen, filling.paint, 1) }
    return faded([{ kind: 'group', marks: [mark], transform: node.matrix }], filling.opacity)
  }
  return faded([throughStroke(path, pen, area, filling, node)], filling.opacity)
}

/** A line whose width does not follow transforms: it is as wide as when the drawing is shown at its own size. */
function unscaledStroke(path: Path, pen: Pen, node: Node, scene: Scene): readonly Mark[] {
  const filling = fillingOf('stroke', path, { x: 0, y: 0, width: 0, height: 0 }, node, scene)
  const flat = filling?.kind === 'paint' && isInk(filling.paint) ? filling.paint : undefined
  if (node.style.get('vector-effect') !== 'non-scaling-stroke' || (filling && !flat)) {
    report(scene, unsupported('il emploie vector-effect', 'it uses vector-effect'))
    return []
  }
  if (!filling || !flat) return []
  const stroke = scalePen(pen, flat, scene.unit)
  return faded([{ kind: 'path', path: transformPath(path, node.matrix), stroke }], filling.opacity)
}

/** A paint that a stroke cannot carry, shown through the stroke's shape. */
function throughStroke(path: Path, pen: Pen, area: Box, filling: Filling, node: Node): Mark {
  const solid: PathMark = { kind: 'path', path, stroke: scalePen(pen, SOLID, 1) }
  const mask = { kind: 'alpha', marks: [{ kind: 'group', marks: [solid], transform: node.matrix }] } as const
  if (filling.kind === 'marks') return { kind: 'group', marks: filling.marks, mask }
  const back = invert(filling.matrix) ?? IDENTITY
  const sheet: PathMark = { kind: 'path', path: transformPath(boxPath(area), back), fill: filling.paint }
  return {
    kind: 'group',
    marks: [{ kind: 'group', marks: [sheet], transform: multiply(node.matrix, filling.matrix) }],
    mask,
  }
}

const boxPath = ({ x, y, width, height }: Box): Path => [
  ['M', x, y],
  ['L', x + width, y],
  ['L', x + width, y + height],
  ['L', x, y + height],
  ['Z'],
]

const scalePen = ({ width, dash, ...pen }: Pen, paint: Paint, factor: number): Stroke => ({
  ...pen,
  paint,
  width: width * factor,
  ...(dash && { dash: { lengths: dash.lengths.map(length => length * factor), offset: dash.offset * factor } }),
})

const faded = (marks: readonly Mark[], opacity: number): readonly Mark[] =>
  opacity >= 1 ? marks : opacity <= 0 ? [] : [{ kind: 'group', marks, opacity }]

/** A paint carried by a matrix; nothing when a circle would become an ellipse. */
function movePaint(paint: Paint, matrix: Matrix): Paint | undefined {
  if (paint.kind !== 'linear' && paint.kind !== 'radial') return paint
  if (paint.kind === 'linear') return { ...paint, ...settleLine(paint.from, paint.to, matrix) }
  const factor = evenScale(matrix)
  if (factor === undefined) return undefined
  return {
    ...paint,
    from: transformPoint(matrix, paint.from),
    fromRadius: paint.fromRadius * factor,
    to: transformPoint(matrix, paint.to),
    toRadius: paint.toRadius * factor,
  }
}

function fillingOf(side: 'fill' | 'stroke', path: Path, area: Box, node: Node, scene: Scene): Filling | undefined {
  const token = readPaint(node.style.get(side), node, scene)
  const opacity = parseShare(node.style.get(`${side}-opacity`)) ?? 1
  return opacity === 0 ? undefined : fill(token, opacity)

  function fill(paint: PaintToken, share: number): Filling | undefined {
    switch (paint.kind) {
      case 'none':
        return undefined
      case 'color':
        return {
          kind: 'paint',
          paint: inkOf(paint.color, node.palette, scene),
          matrix: IDENTITY,
          opacity: share * paint.color.alpha,
        }
      case 'server':
        return serve(paint, share)
    }
  }

  function serve({ id, fallback }: Extract<PaintToken, { kind: 'server' }>, share: number): Filling | undefined {
    if (!scene.byId.has(id) && fallback) return fill(fallback, share)
    const element = resolve(id, scene)
    if (!element) return undefined
    const box = node.paintBox ?? pathBounds(path)
    if (element.name === 'pattern') {
      const marks = drawPattern(element, node, box, area, scene)
      return marks && { kind: 'marks', marks, opacity: share }
    }
    if (element.name !== 'linearGradient' && element.name !== 'radialGradient') {
      report(
        scene,
        unsupported(`il peint avec un élément <${element.name}>`, `it paints with a <${element.name}> element`),
      )
      return undefined
    }
    const server = readGradient(element, node, box, area, scene)
    if (server.kind === 'none') return fallback && fill(fallback, share)
    if (server.kind === 'flat')
      return {
        kind: 'paint',
        paint: inkOf(server.stop.color, node.palette, scene),
        matrix: IDENTITY,
        opacity: share * server.stop.alpha,
      }
    return gradientFilling(server.placed, share)
  }
}

/** An opacity goes into the stops: no group is needed. */
function gradientFilling({ gradient, matrix }: Placed, opacity: number): Filling {
  const fadedStops = gradient.stops.map(stop => ({ ...stop, alpha: Math.round(stop.alpha * opacity * 1e5) / 1e5 }))
  const paint: Gradient = { ...gradient, stops: fadedStops }
  return { kind: 'paint', paint, matrix, opacity: 1 }
}
