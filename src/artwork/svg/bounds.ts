// The box of what is drawn: of outlines for object bounding boxes, of marks for the viewport's clip.
import {
  type Box,
  IDENTITY,
  type Matrix,
  multiply,
  outset,
  type Path,
  pathBounds,
  rectPath,
  transformPath,
} from '../../model/geometry.ts'
import type { Gradient } from '../../model/ink.ts'
import { isInk, type Mark, type Stroke } from '../../model/sheet.ts'
import { evenScale } from './matrix.ts'

export function union(boxes: readonly (Box | undefined)[]): Box | undefined {
  return boxes.reduce((one, other) => {
    if (!one || !other) return one ?? other
    const x = Math.min(one.x, other.x)
    const y = Math.min(one.y, other.y)
    const width = Math.max(one.x + one.width, other.x + other.width) - x
    const height = Math.max(one.y + one.height, other.y + other.height) - y
    return { x, y, width, height }
  }, undefined)
}

/** A box around everything that marks may paint; clips and masks are not looked at. */
export const marksBounds = (marks: readonly Mark[], matrix: Matrix = IDENTITY): Box | undefined =>
  union(marks.map(mark => markBounds(mark, matrix)))

function markBounds(mark: Mark, matrix: Matrix): Box | undefined {
  switch (mark.kind) {
    case 'path': {
      const box = pathBounds(transformPath(mark.path, matrix))
      return box && mark.stroke ? outset(box, reach(mark.stroke, matrix)) : box
    }
    case 'image':
      return pathBounds(transformPath(rectPath({ x: 0, y: 0, width: 1, height: 1 }), multiply(matrix, mark.matrix)))
    case 'group': {
      const inner = mark.transform ? multiply(matrix, mark.transform) : matrix
      if (mark.clip) return pathBounds(transformPath(mark.clip.path, inner))
      return marksBounds(mark.marks, inner)
    }
    case 'glyphs':
      return undefined
  }
}

/** What overflows a box is not shown; a clip is spared when nothing does. The margin is for rounding and for mitres. */
export function clipToBox(marks: readonly Mark[], box: Box, matrix: Matrix = IDENTITY): readonly Mark[] {
  const frame = transformPath(rectPath(box), matrix)
  const bounds = marksBounds(marks)
  const upright = matrix[1] === 0 && matrix[2] === 0 ? pathBounds(frame) : undefined
  if (!bounds || (upright && contains(outset(upright, MARGINS), bounds))) return marks
  return [{ kind: 'group', marks, clip: { path: frame, rule: 'nonzero' } }]
}

const MARGINS = [0.5, 0.5, 0.5, 0.5] as const

export const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/** Half the stroke on each side; mitres beyond it are rare enough to be left to the margin of the comparison. */
function reach(stroke: Stroke, matrix: Matrix): readonly [number, number, number, number] {
  const half = (stroke.width / 2) * (evenScale(matrix) ?? Math.max(Math.abs(matrix[0]), Math.abs(matrix[3])))
  return [half, half, half, half]
}

/** A thousand times the artwork: a printed logo would have points a hundred metres away. */
const FARTHEST = 1e6

const isSane = (value: number): boolean => Math.abs(value) <= FARTHEST

export const isSanePath = (path: Path): boolean =>
  path.every(segment => segment.every(part => typeof part === 'string' || isSane(part)))

/** Whether every number can be written in a file and drawn; hostile files hold infinities. */
export const areSane = (marks: readonly Mark[]): boolean =>
  marks.every(mark => {
    switch (mark.kind) {
      case 'path':
        return (
          isSanePath(mark.path) &&
          (!mark.stroke ||
            [mark.stroke.width, ...(mark.stroke.dash?.lengths ?? []), mark.stroke.dash?.offset ?? 0].every(isSane)) &&
          [mark.fill, mark.stroke?.paint].every(paint => !paint || isInk(paint) || gradientNumbers(paint).every(isSane))
        )
      case 'image':
        return mark.matrix.every(isSane)
      case 'group':
        return (
          (mark.transform ?? []).every(isSane) &&
          isSanePath(mark.clip?.path ?? []) &&
          areSane(mark.marks) &&
          areSane(mark.mask?.marks ?? [])
        )
      case 'glyphs':
        return true
    }
  })

const gradientNumbers = (gradient: Gradient): readonly number[] =>
  gradient.kind === 'linear'
    ? [...gradient.from, ...gradient.to]
    : [...gradient.from, ...gradient.to, gradient.fromRadius, gradient.toRadius]
