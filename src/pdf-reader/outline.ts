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
  let left = Infinity
  let bottom = Infinity
  let right = -Infinity
  let top = -Infinity
  for (let at = 0; at + 1 < coords.length; at += 2) {
    const x = coords[at] ?? 0
    const y = coords[at + 1] ?? 0
    if (x < left) left = x
    if (x > right) right = x
    if (y < bottom) bottom = y
    if (y > top) top = y
  }
  return left <= right ? [left, bottom, right, top] : undefined
}

export function subpathsOf({ verbs }: Outline): number {
  let count = 0
  for (const verb of verbs) if (verb === 'M') count++
  return count
}

/** An upright rectangle is told by its bounds alone. */
export function isUprightRect({ verbs, coords }: Outline): boolean {
  if (coords.length !== 8 || verbs.filter(verb => verb !== 'Z').join('') !== 'MLLL') return false
  const [ax, ay, bx, by, cx, cy, dx, dy] = coords
  return (ax === bx && by === cy && cx === dx && dy === ay) || (ay === by && bx === cx && cy === dy && dx === ax)
}
