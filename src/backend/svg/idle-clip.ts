// Clips that take nothing away. A clip costs resvg a picture of the whole sheet, and every sheet clips its art at the
// bleed, which lies outside what a screen shows.
import { type Box, IDENTITY, type Matrix, type Path, pathBounds, transformPath } from '../../model/geometry.ts'
import { pathData } from './path-data.ts'

/** A drawing that becomes pixels at once. Lengths are the sheet's. */
export type PixelTarget = {
  /** Pixels per mm: photos are brought down to it. */
  readonly density: number
  /** What will be seen: no other mark is written, and clips that take nothing from it are left out. */
  readonly view: Box
  /** Contains all that is seen, even where the view has corners outside it. */
  readonly outline?: Path
}

/** @param matrix from the clip's space to the sheet's */
export function isIdle(clip: Path, matrix: Matrix, { view: box, outline }: PixelTarget): boolean {
  const path = isIdentity(matrix) ? clip : transformPath(clip, matrix)
  if (outline && (path === outline || pathData(path) === pathData(outline))) return true
  const bounds = isRectangle(path) ? pathBounds(path) : undefined
  return (
    bounds !== undefined &&
    bounds.x <= box.x &&
    bounds.y <= box.y &&
    bounds.x + bounds.width >= box.x + box.width &&
    bounds.y + bounds.height >= box.y + box.height
  )
}

const isIdentity = (matrix: Matrix): boolean => matrix.every((factor, index) => factor === IDENTITY[index])

/** One outline through the four corners of its bounds, side after side. */
function isRectangle(path: Path): boolean {
  const corners = path.flatMap(segment => (segment[0] === 'M' || segment[0] === 'L' ? [segment] : []))
  if (corners.length !== 4 || path.length > 5 || path[0]?.[0] !== 'M') return false
  return corners.every(([, x, y], index) => {
    const [, nextX, nextY] = corners[(index + 1) % 4] ?? ['M', 0, 0]
    return (x === nextX) !== (y === nextY)
  })
}
