// Where marks may stand: strips along the four sides, outside the bleed, in which nothing of the piece is printed.
import type { Edges } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import { roundMm } from '../model/length.ts'
import type { Sheet } from '../model/sheet.ts'

/** Length of a crop mark, and what registers in the same strip (the trade's habit: 5 mm). */
export const LENGTH: Mm = 5

/** Marks stand at least this far from the trim, and half a millimetre outside the bleed: a blade that wanders cuts none. */
const OFFSET: Mm = 3
const CLEAR: Mm = 0.5

/** Bare material at the very edge of the file. */
export const MARGIN: Mm = 1

/** From the trim to the near and the far side of the strip of marks, along each side. */
export type Strips = { readonly near: Edges; readonly far: Edges }

const perEdge = (edges: Edges, map: (edge: Mm) => Mm): Edges => [
  map(edges[0]),
  map(edges[1]),
  map(edges[2]),
  map(edges[3]),
]

export function stripsOf({ bleed }: Pick<Sheet, 'bleed'>): Strips {
  const near = perEdge(bleed, edge => Math.max(edge + CLEAR, OFFSET))
  return { near, far: perEdge(near, edge => edge + LENGTH) }
}

/** What the page grows by on each side, beyond the bleed; `below` is the height of the slug line. */
export function roomOf({ bleed }: Pick<Sheet, 'bleed'>, { far }: Strips, below: Mm): Edges {
  const room = (edge: Mm, at: 0 | 1 | 2 | 3): Mm => roundMm(edge - bleed[at] + MARGIN)
  return [room(far[0], 0), room(far[1], 1), room(far[2] + below, 2), room(far[3], 3)]
}
