// Gradients as shadings: axial or radial, their stops stitched together, their alpha as a soft mask's gray.
import type { Matrix } from '../../model/geometry.ts'
import type { Gradient } from '../../model/ink.ts'
import { toPt } from '../../model/length.ts'
import type { Ramp } from './color.ts'
import { matrixInPoints, round5 } from './number.ts'
import type { Dictionary, Ref } from './object.ts'
import type { PdfFile } from './pdf-file.ts'

type Values = readonly number[]

type Knot = { readonly at: number; readonly values: Values }

/** A pattern; `matrix` goes from the gradient's space to where the content stream starts. */
export const shadingPattern = (file: PdfFile, gradient: Gradient, ramp: Ramp, matrix: Matrix): Ref =>
  file.share({
    Type: 'Pattern',
    PatternType: 2,
    Shading: shading(file, gradient, ramp),
    Matrix: matrixInPoints(matrix),
  })

export const shading = (file: PdfFile, gradient: Gradient, ramp: Ramp): Ref =>
  file.share({
    ShadingType: gradient.kind === 'linear' ? 2 : 3,
    ColorSpace: ramp.space,
    Coords: coordinates(gradient).map(toPt),
    Function: rampFunction(ramp.stops),
    Extend: [true, true],
  })

function coordinates(gradient: Gradient): Values {
  const { from, to } = gradient
  return gradient.kind === 'linear' ? [...from, ...to] : [...from, gradient.fromRadius, ...to, gradient.toRadius]
}

/** Whether a gradient has no length: what it shows is then its last stop (SVG 2, 14.2). */
export function isPoint(gradient: Gradient): boolean {
  const [x0, y0] = gradient.from
  const [x1, y1] = gradient.to
  const sameCentre = x0 === x1 && y0 === y1
  return gradient.kind === 'linear' ? sameCentre : sameCentre && gradient.fromRadius === gradient.toRadius
}

/** The colours over 0 to 1: one straight line between each two stops; a hard edge is a bound without a line. */
function rampFunction(stops: readonly Knot[]): Dictionary {
  const knots = closed(stops)
  const lines: Dictionary[] = []
  const bounds: number[] = []
  for (const [index, to] of knots.entries()) {
    const from = knots[index - 1]
    if (!from || to.at <= from.at) continue
    lines.push({ FunctionType: 2, Domain: [0, 1], C0: from.values, C1: to.values, N: 1 })
    bounds.push(to.at)
  }
  bounds.pop()
  const [first] = lines
  if (first && lines.length === 1) return first
  return { FunctionType: 3, Domain: [0, 1], Functions: lines, Bounds: bounds, Encode: lines.flatMap(() => [0, 1]) }
}

/** Stops in order, from 0 to 1: before the first and after the last the colour stays. */
function closed(stops: readonly Knot[]): readonly Knot[] {
  const first = stops[0]
  const last = stops.at(-1)
  if (!first || !last) throw new Error('a gradient needs a stop')
  let reached = 0
  const ordered = stops.map(({ at, values }) => {
    reached = Math.max(reached, round5(Math.min(1, Math.max(0, at))))
    return { at: reached, values }
  })
  return [{ at: 0, values: first.values }, ...ordered, { at: 1, values: last.values }]
}
