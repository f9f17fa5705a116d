// Parts of an engraving that its tool cannot follow: thinner than its diameter over a length that the eye sees.
import type { Matrix, Path } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import { pathRegion } from './path-area.ts'
import { grow, isEmpty, type Region, regionBounds, subtract } from './region.ts'

/** A round tool rounds corners and the tails of letters: what it leaves there is shorter than this many diameters. */
const TAIL = 4

/** What two offsets may be wrong by. */
const SLACK: Mm = 0.01

/**
 * How long the parts of an outline are where a tool of this diameter does not fit, in mm; the longest first.
 * @param matrix from the path's space to the sheet
 */
export function thinParts(path: Path, matrix: Matrix, tool: Mm): readonly Mm[] {
  const region = pathRegion(path, 'nonzero', matrix)
  const radius = tool / 2 - SLACK
  const reached = grow(grow(region, -radius), radius + SLACK)
  const least = isEmpty(reached) ? tool : TAIL * tool
  return piecesOf(subtract(region, reached))
    .map(lengthOf)
    .filter(length => length > least)
    .sort((a, b) => b - a)
}

const piecesOf = ({ rings }: Region): readonly Region[] => rings.map(ring => ({ rings: [ring] }))

function lengthOf(piece: Region): Mm {
  const box = regionBounds(piece)
  return box ? Math.hypot(box.width, box.height) : 0
}
