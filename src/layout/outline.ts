// The outline of a finished piece as one of its faces sees it, and what of it takes ink.
import type { FaceSpec, PieceDesign, ProductSpec } from '../model/design.ts'
import {
  allEdges,
  type Edges,
  ellipsePath,
  type Matrix,
  outset,
  type Path,
  rectPath,
  roundedRectPath,
  roundPath,
  transformPath,
} from '../model/geometry.ts'
import { type Mm, roundMm } from '../model/length.ts'
import type { Sheet } from '../model/sheet.ts'

const NO_EDGES: Edges = [0, 0, 0, 0]

/** `edges` grow the outline: zero for the cut itself, the printer's bleed for what art must fill. */
export function outlineOf({ width, height, shape, cornerRadius }: ProductSpec, edges: Edges = NO_EDGES): Path {
  const box = outset({ x: 0, y: 0, width, height }, edges)
  if (shape === 'round') {
    return roundPath(ellipsePath(box.x + box.width / 2, box.y + box.height / 2, box.width / 2, box.height / 2))
  }
  if (cornerRadius <= 0) return roundPath(rectPath(box))
  return roundPath(roundedRectPath(box, cornerRadius + Math.min(...edges)))
}

/**
 * Whether a face sees the product from the other side than the first one. All faces lie on one printed side: where one
 * is read through the material and the other is not, what one has on its left the other has on its right.
 */
const fromBehind = ({ faces }: ProductSpec, face: FaceSpec): boolean => face.mirrored !== faces[0]?.mirrored

/** The printer's bleed as a face sees it. */
export function bleedOf({ product, printer }: PieceDesign, face: FaceSpec): Edges {
  const [top, right, bottom, left] = printer.bleed
  return fromBehind(product, face) ? [top, left, bottom, right] : printer.bleed
}

/** How far from the cut text stays: the border that takes no ink does not count as room. */
export const safeOf = ({ product, printer }: PieceDesign): Mm => printer.safe + product.border

type Outlined = Pick<Sheet, 'cut' | 'bleedPath' | 'bleed' | 'holes' | 'safe'>

/** Cut, printed area, bleed and holes of a face, so that once printed those of both faces are at the same place. */
export function outlineOfFace(piece: PieceDesign, face: FaceSpec): Outlined {
  const { product, printer } = piece
  const inked = product.border > 0 ? allEdges(-product.border) : printer.bleed
  const seen = fromBehind(product, face)
  const turned = (path: Path): Path => (seen ? roundPath(transformPath(path, across(product))) : path)
  return {
    cut: turned(outlineOf(product)),
    bleedPath: turned(outlineOf(product, inked)),
    bleed: bleedOf(piece, face),
    holes: seen ? product.holes.map(hole => ({ ...hole, x: roundMm(product.width - hole.x) })) : product.holes,
    safe: safeOf(piece),
  }
}

const across = ({ width }: ProductSpec): Matrix => [-1, 0, 0, 1, width, 0]
