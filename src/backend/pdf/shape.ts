// Paths: filled, stroked, and seen through where a gradient's stops let light through.
import type { Path } from '../../model/geometry.ts'
import type { Paint } from '../../model/ink.ts'
import { type FillRule, isInk, type Mark, type PathMark, type Stroke } from '../../model/sheet.ts'
import type { Overprint } from './canvas.ts'
import type { Drawing } from './drawing.ts'
import { markExtent } from './extent.ts'
import { ALPHA_LOOK } from './mask-look.ts'
import { number, points } from './number.ts'
import { overprintOf, setPaint } from './paint.ts'
import { pathData } from './path-data.ts'
import { alphaMask } from './soft-mask.ts'

export function drawPath(mark: PathMark, drawing: Drawing): void {
  const { path, fill, fillRule = 'nonzero' } = mark
  // PDF draws a line of no width as thin as it can; here it is no line.
  const stroke = mark.stroke && mark.stroke.width > 0 ? mark.stroke : undefined
  if (path.length === 0) return
  if (fill && stroke && isOpaque(fill, drawing) && isOpaque(stroke.paint, drawing)) {
    fillAndStroke(path, fill, fillRule, stroke, drawing)
    return
  }
  if (fill) through(fill, mark, drawing, () => fillPath(path, fill, fillRule, areaOverprint(drawing), drawing))
  if (stroke) through(stroke.paint, mark, drawing, () => strokePath(path, stroke, drawing))
}

const areaOverprint = ({ look }: Drawing): Overprint => (look.kind === 'plate' ? 'both' : 'none')

/** A plate lays less ink where other looks let light through. */
const isOpaque = (paint: Paint, { look }: Drawing): boolean =>
  isInk(paint) || look.ramp(paint.stops).stops.every(({ alpha }) => alpha === 1)

/** Draws under the soft mask that the alpha of a paint asks for. */
export function through(paint: Paint, mark: Mark, drawing: Drawing, draw: () => void): void {
  if (isInk(paint) || isOpaque(paint, drawing)) {
    draw()
    return
  }
  const box = markExtent(mark, drawing.assets)
  if (!box) return
  const { canvas, look } = drawing
  const mask = alphaMask(paint, look.ramp(paint.stops), box, ALPHA_LOOK, drawing)
  canvas.nest(() => canvas.put(`${canvas.resources.use('ExtGState', mask)} gs`), draw)
}

/** @param overprint what the paint does to other plates; areas of art knock them out */
export function fillPath(path: Path, fill: Paint, rule: FillRule, overprint: Overprint, drawing: Drawing): void {
  if (path.length === 0) return
  const { canvas } = drawing
  canvas.overprint(overprint)
  setPaint(fill, 'fill', drawing)
  canvas.put(`${pathData(path)}\n${rule === 'evenodd' ? 'f*' : 'f'}`)
}

function strokePath(path: Path, stroke: Stroke, drawing: Drawing): void {
  setStroke(stroke, drawing)
  drawing.canvas.put(`${pathData(path)}\nS`)
}

function fillAndStroke(path: Path, fill: Paint, rule: FillRule, stroke: Stroke, drawing: Drawing): void {
  setStroke(stroke, drawing)
  setPaint(fill, 'fill', drawing)
  drawing.canvas.put(`${pathData(path)}\n${rule === 'evenodd' ? 'B*' : 'B'}`)
}

const CAPS = { butt: 0, round: 1, square: 2 } as const
const JOINS = { miter: 0, round: 1, bevel: 2 } as const

function setStroke({ paint, width, cap, join, miterLimit, dash }: Stroke, drawing: Drawing): void {
  drawing.canvas.overprint(overprintOf('stroke', paint, width, drawing.output.blackOverprint.line, drawing))
  setPaint(paint, 'stroke', drawing)
  // A dash of zeros only would never advance.
  const dashes = dash?.lengths.some(length => length > 0) ? dash : { lengths: [], offset: 0 }
  const limit = number(Math.max(1, miterLimit))
  drawing.canvas.set(
    'line',
    `${points(width)} w ${CAPS[cap]} J ${JOINS[join]} j ${limit} M [${dashes.lengths.map(points).join(' ')}] ${points(dashes.offset)} d`,
  )
}
