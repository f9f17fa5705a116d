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
import type { FillRule, Mark, PathMark, Stroke } from '../../model/sheet.ts'
import { type Placed, readGradient, settleLine } from './gradient.ts'
import { evenScale, invert } from './matrix.ts'
import { lengthReader, type Node } from './node.ts'
import { parseShare } from './number.ts'
import { type PaintToken, readPaint } from './paint-token.ts'
import { parsePathData } from './path-data.ts'
import { drawPattern } from './pattern.ts'
import { type Pen, readPen } from './pen.ts'
import { resolve } from './reference.ts'
import { unsupported } from './refusals.ts'
import { inkOf, report, type Scene, SOLID } from './scene.ts'
import { shapePath } from './shapes.ts'

/** What one paint comes to: a paint of ours with the matrix of its own space, or marks to show through the shape. */
type Filling =
  | { readonly kind: 'paint'; readonly paint: Paint; readonly matrix: Matrix; readonly opacity: number }
  | { readonly kind: 'marks'; readonly marks: readonly Mark[]; readonly opacity: number }

export function drawShape(node: Node, scene: Scene): readonly Mark[] {
  const { style } = node
  const path = shapePath(node.element, lengthReader(node, scene))
  if (path.length === 0 || style.get('visibility') !== 'visible') return []
  refuseUnsupported(node, scene)
  if (node.element.name === 'path' && !parsePathData(node.element.attributes.get('d') ?? '').whole)
    report(scene, unsupported('un de ses tracés est abîmé', 'one of its paths is damaged'))
  const silhouette = node.palette === 'silhouette'
  const fill = fillMarks(path, node, scene)
  if (silhouette) return fill
  const stroke = strokeMarks(path, node, scene)
  return strokeFirst(style.get('paint-order')) ? [...stroke, ...fill] : merged(fill, stroke)
}

function refuseUnsupported({ element, style }: Node, scene: Scene): void {
  if (style.get('vector-effect') !== 'none' && style.get('stroke') !== 'none')
    report(
      scene,
      unsupported('ses filets ne suivent pas l’échelle (vector-effect)', 'its lines do not scale (vector-effect)'),
    )
  if (element.attributes.has('pathLength') && style.get('stroke-dasharray') !== 'none')
    report(scene, unsupported('ses tirets dépendent de pathLength', 'its dashes depend on pathLength'))
  const marked = ['path', 'line', 'polyline', 'polygon'].includes(element.name)
  if (marked && ['marker-start', 'marker-mid', 'marker-end'].some(name => style.get(name) !== 'none'))
    report(scene, unsupported('il porte des marqueurs (pointes de flèches)', 'it has markers (arrow heads)'))
}

const strokeFirst = (order: string): boolean => {
  const words = order.split(/\s+/)
  const fill = words.indexOf('fill')
  const stroke = words.indexOf('stroke')
  return stroke >= 0 && (fill < 0 || stroke < fill)
}

/** A plain fill and a plain stroke of one shape are one mark. */
function merged(fill: readonly Mark[], stroke: readonly Mark[]): readonly Mark[] {
  const [one] = fill
  const [other] = stroke
  if (fill.length !== 1 || stroke.length !== 1 || one?.kind !== 'path' || other?.kind !== 'path')
    return [...fill, ...stroke]
  return [{ ...one, ...(other.stroke && { stroke: other.stroke }) }]
}

function fillMarks(path: Path, node: Node, scene: Scene): readonly Mark[] {
  const { style, matrix } = node
  const silhouette = node.palette === 'silhouette'
  const rule: FillRule = style.get(silhouette ? 'clip-rule' : 'fill-rule') === 'evenodd' ? 'evenodd' : 'nonzero'
  if (silhouette) return [{ kind: 'path', path: transformPath(path, matrix), fill: SOLID, fillRule: rule }]
  const box = pathBounds(path)
  if (!box) return []
  const filling = fillingOf('fill', path, box, node, scene)
  if (!filling) return []
  const placed = transformPath(path, matrix)
  if (filling.kind === 'marks')
    return faded([{ kind: 'group', marks: filling.marks, clip: { path: placed, rule } }], filling.opacity)
  const inner = multiply(matrix, filling.matrix)
  const moved = movePaint(filling.paint, inner)
  if (moved) return faded([{ kind: 'path', path: placed, fill: moved, fillRule: rule }], filling.opacity)
  const back = invert(filling.matrix)
  if (!back) return []
  const mark: PathMark = { kind: 'path', path: transformPath(path, back), fill: filling.paint, fillRule: rule }
  return faded([{ kind: 'group', marks: [mark], transform: inner }], filling.opacity)
}

function strokeMarks(path: Path, node: Node, scene: Scene): readonly Mark[] {
  const pen = readPen(node, scene)
  const bounds = pathBounds(path)
  if (!pen || !bounds) return []
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
  const token = readPaint(node.style.get(side), node.style, scene)
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
    const box = pathBounds(path)
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
