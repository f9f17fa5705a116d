// The holes of a fixing on a plaque: where they are, and whether they fit.
import type { Mm } from '../model/length.ts'
import { roundMm } from '../model/length.ts'
import type { Hole } from '../model/sheet.ts'
import type { FamilyFile, ProductLength } from './product-file.ts'

type Fixing = NonNullable<FamilyFile['fixings'][string]['holes']>

export type Plate = {
  readonly width: Mm
  readonly height: Mm
  readonly cornerRadius: Mm
  readonly u: Mm
  /** Least material between a hole and the edge: nearer, it breaks. */
  readonly holeEdge: Mm
}

function inMm(length: ProductLength, u: Mm): Mm {
  if (typeof length === 'number') return length
  const value = Number.parseFloat(length)
  return length.endsWith('mm') ? value : value * u
}

/**
 * Holes in finished-side coordinates: the four corners, or the middles of the two sides farthest apart. They move
 * inwards where the material asks for more room at its edge, or the head for more room around it.
 */
export function holesOf(fixing: Fixing, { width, height, u, holeEdge }: Plate): readonly Hole[] {
  const keepOut = roundMm(Math.max(inMm(fixing['keep-out'], u), fixing.cap + 2 * fixing.clearance))
  const inset = Math.max(inMm(fixing.inset, u), holeEdge + fixing.diameter / 2, keepOut / 2)
  const hole = (x: Mm, y: Mm): Hole => ({
    x: roundMm(x),
    y: roundMm(y),
    diameter: roundMm(fixing.diameter),
    keepOut,
  })
  switch (fixing.at) {
    case 'corners':
      return [
        hole(inset, inset),
        hole(width - inset, inset),
        hole(inset, height - inset),
        hole(width - inset, height - inset),
      ]
    case 'sides':
      return width >= height
        ? [hole(inset, height / 2), hole(width - inset, height / 2)]
        : [hole(width / 2, inset), hole(width / 2, height - inset)]
  }
}

/** Whether no two keep-out discs touch. */
export const holesApart = (holes: readonly Hole[]): boolean =>
  holes.every((a, i) => holes.slice(i + 1).every(b => Math.hypot(a.x - b.x, a.y - b.y) > (a.keepOut + b.keepOut) / 2))

/** Whether the keep-out disc of every hole stays on the material, round corners included. */
export const holesInside = (holes: readonly Hole[], { width, height, cornerRadius: r }: Plate): boolean =>
  holes.every(({ x, y, keepOut }) => {
    const radius = keepOut / 2
    const fromSide = Math.min(x, width - x)
    const fromTop = Math.min(y, height - y)
    if (fromSide < radius || fromTop < radius) return false
    return fromSide >= r || fromTop >= r || Math.hypot(r - fromSide, r - fromTop) + radius <= r
  })
