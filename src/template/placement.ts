// Puts artwork in a box: its own units become millimetres of the sheet, on the sheet's grid.
import type { Artwork } from '../artwork/artwork.ts'
import {
  type Box,
  type Matrix,
  multiply,
  roundPath,
  scale,
  transformBox,
  transformPath,
  transformPoint,
  translate,
} from '../model/geometry.ts'
import { type Gradient, type Ink, isBlackOnly, type Paint } from '../model/ink.ts'
import { roundMm } from '../model/length.ts'
import { isInk, type Mark, type Stroke } from '../model/sheet.ts'
import type { Scope } from './scope.ts'

/** Scale that fits the artwork inside the box, and the matrix that centres it there. */
function fitMatrix(artwork: Artwork, box: Box): Matrix {
  const factor = Math.min(box.width / artwork.width, box.height / artwork.height)
  return multiply(
    translate(box.x + (box.width - artwork.width * factor) / 2, box.y + (box.height - artwork.height * factor) / 2),
    scale(factor),
  )
}

/** A placement only scales and moves, so the length of a vector is multiplied by `a`. */
const placePaint = (paint: Paint, matrix: Matrix): Paint => (isInk(paint) ? paint : placeGradient(paint, matrix))

function placeGradient(gradient: Gradient, matrix: Matrix): Gradient {
  const from = transformPoint(matrix, gradient.from)
  const to = transformPoint(matrix, gradient.to)
  const ends = { from: [roundMm(from[0]), roundMm(from[1])], to: [roundMm(to[0]), roundMm(to[1])] } as const
  return gradient.kind === 'linear'
    ? { ...gradient, ...ends }
    : {
        ...gradient,
        ...ends,
        fromRadius: roundMm(gradient.fromRadius * matrix[0]),
        toRadius: roundMm(gradient.toRadius * matrix[0]),
      }
}

const placeStroke = (stroke: Stroke, matrix: Matrix): Stroke => ({
  ...stroke,
  paint: placePaint(stroke.paint, matrix),
  width: roundMm(stroke.width * matrix[0]),
  ...(stroke.dash
    ? {
        dash: {
          lengths: stroke.dash.lengths.map(length => roundMm(length * matrix[0])),
          offset: roundMm(stroke.dash.offset * matrix[0]),
        },
      }
    : {}),
})

/** Carries a placement down to the leaves, so that a Sheet holds plain millimetres. */
function placeMark(mark: Mark, matrix: Matrix): Mark {
  switch (mark.kind) {
    case 'path':
      return {
        ...mark,
        path: roundPath(transformPath(mark.path, matrix)),
        ...(mark.fill ? { fill: placePaint(mark.fill, matrix) } : {}),
        ...(mark.stroke ? { stroke: placeStroke(mark.stroke, matrix) } : {}),
      }
    case 'image':
      return { ...mark, matrix: roundMatrix(multiply(matrix, mark.matrix)) }
    case 'glyphs':
      return {
        ...mark,
        size: roundMm(mark.size * matrix[0]),
        x: roundMm(mark.x * matrix[0] + matrix[4]),
        y: roundMm(mark.y * matrix[3] + matrix[5]),
      }
    case 'group': {
      // A group with a transform of its own keeps it: only the outermost placement is composed with it.
      if (mark.transform) {
        return { kind: 'group', marks: [mark], transform: roundMatrix(matrix) }
      }
      return {
        ...mark,
        marks: mark.marks.map(child => placeMark(child, matrix)),
        ...(mark.clip ? { clip: { ...mark.clip, path: roundPath(transformPath(mark.clip.path, matrix)) } } : {}),
        ...(mark.mask ? { mask: { ...mark.mask, marks: mark.mask.marks.map(child => placeMark(child, matrix)) } } : {}),
      }
    }
  }
}

/** Factors keep six decimals: on 2 m, the last one is worth 0.002 mm. */
const roundMatrix = ([a, b, c, d, e, f]: Matrix): Matrix => {
  const factor = (value: number): number => Math.round(value * 1e6) / 1e6 + 0
  return [factor(a), factor(b), factor(c), factor(d), roundMm(e), roundMm(f)]
}

/** Where an artwork stands inside a box. */
export function fittedBox(artwork: Artwork, box: Box): Box {
  const fitted = transformBox({ x: 0, y: 0, width: artwork.width, height: artwork.height }, fitMatrix(artwork, box))
  return {
    x: roundMm(fitted.x),
    y: roundMm(fitted.y),
    width: roundMm(fitted.width),
    height: roundMm(fitted.height),
  }
}

/** The marks of an artwork fitted inside a box and centred there; proportions are kept. Its effects get pixels of that size. */
export function placeArtwork(artwork: Artwork, box: Box, scope: Pick<Scope, 'request'>): readonly Mark[] {
  const matrix = fitMatrix(artwork, box)
  const marks = artwork.effects.size === 0 ? artwork.marks : settleEffects(artwork, matrix, scope)
  return marks.map(mark => placeMark(mark, matrix))
}

/** Asks for the pixels of effects at the size that a placement gives them. */
function settleEffects({ marks, effects }: Artwork, placement: Matrix, scope: Pick<Scope, 'request'>): readonly Mark[] {
  return marks.map(mark => settle(mark, placement))

  function settle(mark: Mark, matrix: Matrix): Mark {
    if (mark.kind === 'group') {
      const inner = mark.transform ? multiply(matrix, mark.transform) : matrix
      const below = (children: readonly Mark[]): readonly Mark[] => children.map(child => settle(child, inner))
      const { mask } = mark
      return { ...mark, marks: below(mark.marks), ...(mask && { mask: { ...mask, marks: below(mask.marks) } }) }
    }
    const effect = mark.kind === 'image' ? effects.get(mark.image) : undefined
    if (mark.kind !== 'image' || !effect) return mark
    const [a, b, c, d] = multiply(matrix, mark.matrix)
    const size = { width: Math.sqrt(a * a + b * b), height: Math.sqrt(c * c + d * d) }
    return { ...mark, image: scope.request({ effect, ...size }) }
  }
}

/** A pictogram in one ink: what its file draws in black takes the ink, what it draws in white stays. */
export function inkArtwork(artwork: Artwork, ink: Ink): Artwork {
  const recolor = (paint: Paint): Paint => (isInk(paint) && isBlackOnly(paint) ? ink : paint)
  const inked = (mark: Mark): Mark => {
    switch (mark.kind) {
      case 'path':
        return {
          ...mark,
          ...(mark.fill ? { fill: recolor(mark.fill) } : {}),
          ...(mark.stroke ? { stroke: { ...mark.stroke, paint: recolor(mark.stroke.paint) } } : {}),
        }
      case 'group':
        return { ...mark, marks: mark.marks.map(inked) }
      case 'glyphs':
      case 'image':
        return mark
    }
  }
  return { ...artwork, marks: artwork.marks.map(inked) }
}
