// The outline of a finished piece as one of its faces sees it, and what of it takes ink.
import type { FaceSpec, PieceDesign, ProductSpec } from '../model/design.ts'
import {
  allEdges,
  type Edges,
  type Matrix,
  mirrorEdges,
  outset,
  ovalPath,
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
  // An ellipse through four unequal bleeds would run inside the cut: each quarter has its own.
  if (shape === 'round') {
    const [top, right, bottom, left] = edges
    const [rx, ry] = [width / 2, height / 2]
    return roundPath(ovalPath(rx, ry, [ry + top, rx + right, ry + bottom, rx + left]))
  }
  const box = outset({ x: 0, y: 0, width, height }, edges)
  if (cornerRadius <= 0) return roundPath(rectPath(box))
  return roundPath(roundedRectPath(box, cornerRadius + Math.min(...edges)))
}

/**
 * Whether a face sees the product from the other side than the first one. All faces lie on one printed side: where one
 * is read through the material and the other is not, what one has on its left the other has on its right.
 */
const fromBehind = ({ faces }: ProductSpec, face: FaceSpec): boolean => face.mirrored !== faces[0]?.mirrored

/** The bleed as who looks at a face sees it: a printer's profile speaks of the file it is sent, turned over or not. */
export function bleedOf({ product, printer }: PieceDesign, face: FaceSpec): Edges {
  // No ink, nothing to bleed: a tool stops at the edge.
  if (product.art !== 'printed') return NO_EDGES
  return face.mirrored && printer.mirror === 'file' ? mirrorEdges(printer.bleed) : printer.bleed
}

/** How far from the cut text stays: the border that takes no ink does not count as room. */
export const safeOf = ({ product, printer }: PieceDesign): Mm => printer.safe + product.border

type Outlined = Pick<Sheet, 'cut' | 'bleedPath' | 'bleed' | 'holes' | 'safe'>

/** Cut, printed area, bleed and holes of a face, so that once printed those of both faces are at the same place. */
export function outlineOfFace(piece: PieceDesign, face: FaceSpec): Outlined {
  const { product } = piece
  const inked = product.border > 0 ? allEdges(-product.border) : bleedOf(piece, face)
  const seen = fromBehind(product, face)
  const turned = (path: Path): Path => (seen ? roundPath(transformPath(path, across(product))) : path)
  return {
    cut: turned(outlineOf(product)),
    bleedPath: turned(outlineOf(product, seen ? mirrorEdges(inked) : inked)),
    bleed: bleedOf(piece, face),
    holes: seen ? product.holes.map(hole => ({ ...hole, x: roundMm(product.width - hole.x) })) : product.holes,
    safe: safeOf(piece),
  }
}

const across = ({ width }: ProductSpec): Matrix => [-1, 0, 0, 1, width, 0]
