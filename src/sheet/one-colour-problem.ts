// Why a drawing cannot be of one colour: what has no outline, and what would run together.
import type { Assets } from '../model/assets.ts'
import type { Ink, Paint } from '../model/ink.ts'
import { isInk, type Mark } from '../model/sheet.ts'
import { type Part, solidParts } from './one-colour.ts'
import { grow, intersect, type Region, regionArea, regionBounds, unite } from './region.ts'
import { inkKey, paintsOf } from './walk.ts'

/** Pixels and masks have no outline, gradients and see-through parts no edge; of colours that touch, one shape is left. */
export type OneColourProblem = 'pixels' | 'mask' | 'gradient' | 'clear' | 'touching'

/** An opacity that no eye tells from full, or from nothing. */
const FULL = 0.98
const NOTHING = 0.02

/** Colours this near, in percent of each ink, are one to the eye. */
const ALIKE = 8

/** Of the longer side of the drawing: a gap this thin is none, and colours that touch along less do not run together. */
const GAP = 0.001
const LEAST = 0.05

/** More colours than a flat drawing has. */
const MOST_COLOURS = 24

const found = new WeakMap<readonly Mark[], { readonly problem: OneColourProblem | undefined }>()

/** The same drawing is asked for by each piece, and by each attempt at its layout. */
export function oneColourProblem(marks: readonly Mark[], assets: Assets): OneColourProblem | undefined {
  const known = found.get(marks) ?? { problem: shapeless(marks) ?? (touches(marks, assets) ? 'touching' : undefined) }
  found.set(marks, known)
  return known.problem
}

/** What of a drawing no outline can tell. */
export function shapeless(marks: readonly Mark[]): OneColourProblem | undefined {
  for (const mark of marks) {
    if (mark.kind === 'image') return 'pixels'
    if (mark.kind === 'group') {
      const { opacity = 1, mask } = mark
      if (opacity < NOTHING) continue
      if (mask) return 'mask'
      const inside = opacity < FULL ? 'clear' : shapeless(mark.marks)
      if (inside) return inside
      continue
    }
    for (const paint of paintsOf(mark)) {
      const problem = fading(paint)
      if (problem) return problem
    }
  }
  return undefined
}

/** A gradient between one colour and itself is flat. */
function fading(paint: Paint): OneColourProblem | undefined {
  if (isInk(paint)) return undefined
  const seen = paint.stops.filter(({ alpha }) => alpha >= NOTHING)
  const [first] = seen
  if (!first) return undefined
  if (paint.stops.some(({ alpha }) => Math.abs(alpha - first.alpha) > 1 - FULL)) return 'gradient'
  if (seen.some(({ ink }) => !isAlike(ink, first.ink))) return 'gradient'
  return first.alpha < FULL ? 'clear' : undefined
}

const isAlike = (a: Ink, b: Ink): boolean =>
  a.kind === 'cmyk' && b.kind === 'cmyk'
    ? [a.c - b.c, a.m - b.m, a.y - b.y, a.k - b.k].every(apart => Math.abs(apart) <= ALIKE)
    : inkKey(a) === inkKey(b)

const inkOf = ({ paint }: Part): Ink | undefined => (isInk(paint) ? paint : paint.stops[0]?.ink)

type Colour = { readonly ink: Ink; readonly regions: Region[] }

function coloursOf(parts: readonly Part[]): readonly Region[] {
  const colours: Colour[] = []
  for (const part of parts) {
    const ink = inkOf(part)
    if (!ink) continue
    const known = colours.find(colour => isAlike(colour.ink, ink))
    if (known) known.regions.push(part.region)
    else if (colours.length < MOST_COLOURS) colours.push({ ink, regions: [part.region] })
  }
  return colours.map(({ regions }) => unite(regions))
}

/** Whether two colours meet along a line that one colour would not show. */
function touches(marks: readonly Mark[], assets: Assets): boolean {
  const colours = coloursOf(solidParts(marks, assets))
  if (colours.length < 2) return false
  const bounds = regionBounds(unite(colours))
  const size = bounds ? Math.max(bounds.width, bounds.height) : 0
  const gap = Math.max(0.002, size * GAP)
  return colours.some((colour, index) => {
    const around = grow(colour, gap, 'miter')
    return colours.slice(index + 1).some(other => regionArea(intersect(around, other)) / gap > size * LEAST)
  })
}
