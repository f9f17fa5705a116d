// A path as drawn, in points of the page: what cut lines, bleed and ink are measured on.
import type { Rect } from './page.ts'

/** `M` and `L` take one point, `C` three, `Z` none. */
export type Verb = 'M' | 'L' | 'C' | 'Z'

export type Outline = {
  readonly verbs: readonly Verb[]
  /** x, y, x, y… of the points the verbs take, in order. */
  readonly coords: readonly number[]
}

/** A clip in force and those around it: only what is inside all of them is painted. */
export type Clip = { readonly outline: Outline; readonly evenOdd: boolean; readonly outer: Clip | undefined }

export type StrokeStyle = {
  readonly cap: number
  readonly join: number
  readonly miterLimit: number
  /** In points of the page; empty for a solid line. */
  readonly dash: readonly number[]
  readonly phase: number
}

export const NO_OUTLINE: Outline = { verbs: [], coords: [] }

export const boundsOfCoords = (coords: readonly number[]): Rect | undefined => {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at + 1 < coords.length; at += 2) {
    const [x = 0, y = 0] = [coords[at], coords[at + 1]]
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  return left <= right ? [left, bottom, right, top] : undefined
}

export const subpathsOf = ({ verbs }: Outline): number => verbs.filter(verb => verb === 'M').length

/** An upright rectangle is told by its bounds alone. */
export function isUprightRect({ verbs, coords }: Outline): boolean {
  if (verbs.filter(verb => verb !== 'Z').join('') !== 'MLLL') return false
  const [ax, ay, bx, by, cx, cy, dx, dy] = coords
  return (ax === bx && by === cy && cx === dx && dy === ay) || (ay === by && bx === cx && cy === dy && dx === ax)
}
