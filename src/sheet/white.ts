// White ink under what is really printed: on a clear material, colours without it are only a tint of the street.
//
// The plate draws back (choke) from the edges of art against bare material, so that no white shows when it prints a little
// beside; not between two colours, and not where art bleeds: there it follows the art to the end of the bleed.
import type { Assets } from '../model/assets.ts'
import type { ProductSpec, WhitePolicy } from '../model/design.ts'
import { allEdges, IDENTITY, outset, type Path } from '../model/geometry.ts'
import { spot } from '../model/ink.ts'
import type { Mm } from '../model/length.ts'
import type { Mark, Sheet } from '../model/sheet.ts'
import { areaOf } from './area.ts'
import { covers } from './hidden.ts'
import { pathRegion } from './path-area.ts'
import {
  areCovering,
  boxRegion,
  EMPTY,
  grow,
  intersect,
  isEmpty,
  moved,
  partsOf,
  pool,
  type Region,
  regionBounds,
  regionPath,
  signature,
  simplify,
  startOf,
  subtract,
  unite,
  withoutSpecks,
} from './region.ts'
import { smoothPath } from './smooth.ts'
import { hasSoft } from './soft.ts'
import { selectPart } from './walk.ts'

/** Gaps and slivers narrower than this are the roundings of two outlines that meet, not bare material or art. */
const HAIR: Mm = 0.02

/** Bare material looked at around a part of the art, beyond what the choke reaches. */
const BESIDE: Mm = 1

/** The plate has fewer corners for the same outline. */
const SMOOTH: Mm = 0.003

/** Parts thinner than this many chokes keep white to their edges: drawn back from both sides, too little would be left. */
export const THIN = 3

export type White = {
  /** To be filled by the rule `nonzero`; empty when nothing is printed. */
  readonly path: Path
  /** Art too thin for the choke, backed to its edges. */
  readonly thin: Region
  /** Art where opacity varies and is not full, which has no white. */
  readonly soft: Region
}

/** Whether a plate is drawn, and how: what the material asks for, and how the shop lays it. */
export function whitePlate(product: ProductSpec['white'], { plate }: WhitePolicy): 'none' | 'art' | 'flood' {
  if (product === 'none' || plate === 'none' || plate === 'rip') return 'none'
  return plate === 'flood' ? 'flood' : product
}

/** White over the whole face, bleed included, or as far inside the cut as the shop wants it. */
export function floodWhite(sheet: Sheet, inset?: Mm): White {
  const path = inset === undefined ? sheet.bleedPath : regionPath(inside(sheet, inset))
  return { path, thin: EMPTY, soft: EMPTY }
}

const outline = (path: Path): Region => pathRegion(path, 'nonzero', IDENTITY)

const inside = ({ cut }: Sheet, inset: Mm): Region => grow(outline(cut), -inset)

/** White under the art of a face, in the viewer's coordinates. */
export function artWhite(sheet: Sheet, assets: Assets, { choke, inset, shadows }: WhitePolicy): White {
  const marks = selectPart(sheet.marks, 'art')
  const field = unite([outline(sheet.bleedPath), outline(sheet.cut)])
  if (isFilled(field, marks)) return floodWhite(sheet, inset)
  const art = areaOf(marks, assets, { shadows })
  // Between parts lies bare material: the white of one depends on no other.
  const parts = partsOf(art, 2 * HAIR)
  const bare = parts.length > 1 ? undefined : withoutHairs(subtract(field, art))
  if (bare && isEmpty(bare)) return floodWhite(sheet, inset)
  const whites = parts.map(backingOnce(field, choke))
  const backed = pool(whites.map(each => each.backed))
  const kept = inset === undefined ? backed : intersect(backed, inside(sheet, inset))
  const soft = shadows || !hasSoft(marks, assets) ? EMPTY : subtract(areaOf(marks, assets, { shadows: true }), art)
  return {
    path: smoothPath(withoutSpecks(simplify(kept, SMOOTH), HAIR * HAIR)),
    thin: pool(whites.map(each => each.thin)),
    soft: withoutHairs(intersect(soft, field)),
  }
}

/** Whether a few rectangles in the clip of the art leave nothing of the face bare: what else lies in it need not be looked at. */
function isFilled(field: Region, [art, ...others]: readonly Mark[]): boolean {
  if (art?.kind !== 'group' || others.length > 0) return false
  const { clip, transform, mask, opacity } = art
  if (!clip || transform || mask || opacity !== undefined) return false
  return (
    areCovering(covers(art.marks, IDENTITY), field) &&
    isEmpty(subtract(field, pathRegion(clip.path, clip.rule, IDENTITY)))
  )
}

type Backed = { readonly backed: Region; readonly thin: Region }

/** The white of one part of the art, worked out in as much of the face as tells where it is bare. */
function backing(art: Region, field: Region, choke: Mm): Backed {
  const bare = withoutHairs(subtract(field, art))
  const thin = thinParts(field, bare, choke)
  return { backed: unite([subtract(field, grow(bare, choke)), beside(thin, field, bare, choke)]), thin }
}

/** Parts that differ by their place only have the same white: a letter is worked out once, however often it is set. */
function backingOnce(face: Region, choke: Mm): (part: Region) => Backed {
  const known = new Map<string, Backed>()
  return part => {
    const { x, y } = startOf(part)
    const field = moved(intersect(face, around(part, 10 * choke + BESIDE)), -x, -y)
    const art = moved(part, -x, -y)
    const key = `${signature(art)}|${signature(field)}`
    const made = known.get(key) ?? backing(art, field, choke)
    known.set(key, made)
    return { backed: moved(made.backed, x, y), thin: moved(made.thin, x, y) }
  }
}

function around(art: Region, by: Mm): Region {
  const box = regionBounds(art)
  return box ? boxRegion(outset(box, allEdges(by))) : EMPTY
}

const withoutHairs = (region: Region): Region => grow(grow(region, -HAIR / 2), HAIR / 2, 'miter')

/**
 * Art thinner than three chokes: what opening it by a disc half as wide takes away, the bleed counting as wide art. Not
 * the tip of a corner of wide art: it must go on for two chokes.
 */
function thinParts(field: Region, bare: Region, choke: Mm): Region {
  const half = (THIN * choke) / 2
  if (half === 0) return EMPTY
  const core = subtract(grow(field, 4 * half, 'miter'), grow(bare, half))
  const wide = grow(core, half, 'miter')
  const narrow = withoutHairs(subtract(subtract(field, bare), wide))
  const long = withoutHairs(subtract(narrow, grow(wide, 2 * choke)))
  return isEmpty(long) ? EMPTY : intersect(narrow, grow(long, 2 * choke + HAIR))
}

/** Thin parts, and as much of the art around them as joins them to what the choke leaves. */
const beside = (thin: Region, field: Region, bare: Region, choke: Mm): Region =>
  isEmpty(thin) ? EMPTY : subtract(intersect(grow(thin, choke), field), bare)

/** The face with its white plate, over the art: it overprints. */
export function white(sheet: Sheet, { path }: White): Sheet {
  if (path.length === 0) return sheet
  const plate = {
    kind: 'group',
    layer: 'white',
    name: 'white',
    marks: [{ kind: 'path', path, fill: spot('white') }],
  } as const
  return { ...sheet, marks: [...sheet.marks, plate] }
}
