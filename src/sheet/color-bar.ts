// The colour bar: solids of the process inks, their half tints, and a grey of three inks that shows a cast at once.
import { rectPath, roundPath } from '../model/geometry.ts'
import { type Cmyk, cmyk } from '../model/ink.ts'
import type { Mm } from '../model/length.ts'
import type { PathMark, Sheet } from '../model/sheet.ts'
import { LENGTH, type Strips } from './mark-room.ts'

const SOLIDS: readonly Cmyk[] = [cmyk(100, 0, 0, 0), cmyk(0, 100, 0, 0), cmyk(0, 0, 100, 0), cmyk(0, 0, 0, 100)]

/** 50/40/40 is neutral on FOGRA39 (Lab 0.3, 0.2), 50/50/50 is brown. */
const TINTS: readonly Cmyk[] = [
  cmyk(50, 0, 0, 0),
  cmyk(0, 50, 0, 0),
  cmyk(0, 0, 50, 0),
  cmyk(0, 0, 0, 50),
  cmyk(50, 40, 40, 0),
]

/** Free of the crop marks at the corners and of the target in the middle. */
const FROM_CORNER: Mm = 1
const FROM_TARGET: Mm = 1

/** A spectrophotometer of a shop reads no smaller patch by hand. */
const SMALLEST: Mm = 1.5

/**
 * Along the top: solids left of the register target, tints right of it. Process inks only: a patch on a technical plate
 * would be cut, drilled or flooded. A piece under 24 mm has no room for one.
 */
export function colorBar({ width }: Sheet, { near }: Strips): readonly PathMark[] {
  const half = width / 2 - FROM_CORNER - FROM_TARGET - LENGTH / 2
  const side = Math.min(LENGTH, half / TINTS.length)
  if (side < SMALLEST) return []
  const patch = (fill: Cmyk, x: Mm): PathMark => ({
    kind: 'path',
    path: roundPath(rectPath({ x, y: -near[0] - side, width: side, height: side })),
    fill,
  })
  const right = width / 2 + LENGTH / 2 + FROM_TARGET
  return [
    ...SOLIDS.map((ink, index) => patch(ink, right - LENGTH - 2 * FROM_TARGET - (SOLIDS.length - index) * side)),
    ...TINTS.map((ink, index) => patch(ink, right + index * side)),
  ]
}
