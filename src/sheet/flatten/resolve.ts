// Transparency as vectors: what is seen of a unit over its backdrop, in opaque paints alone.
import { IDENTITY, multiply, rectPath } from '../../model/geometry.ts'
import { type Cmyk, type Ink, PAPER } from '../../model/ink.ts'
import type { Mark } from '../../model/sheet.ts'
import { inkKey } from '../walk.ts'
import { coverTogether, leafCovers } from './cover.ts'
import { type Clip, intersection, type Leaf, outlineOf, overprints, unionOf } from './leaf.ts'
import { isStraight, type Laying, mix, mixInks } from './mix.ts'
import type { Recolor } from './recolor.ts'
import { clipped, flatArea, repaint, replay, type Studio } from './replay.ts'
import { isSeenThrough, type Unit, type Veil } from './unit.ts'

/** Beyond this many marks a picture is the smaller file. */
const MOST_MARKS = 4000

/** What lies under a box, bottom first, from the topmost leaf that covers it all; else from paper. */
export function backdropOf(box: Leaf['box'], painted: readonly Leaf[], studio: Studio): readonly Leaf[] {
  const under = painted.filter(leaf => intersection(leaf.box, box))
  const base = under.findLastIndex(leaf => {
    const area = wholeArea(leaf, studio)
    return area !== undefined && !overprints(leaf, studio.output) && leafCovers(leaf, area, box)
  })
  if (base >= 0) return under.slice(base)
  const areas = under.flatMap(leaf => {
    const area = overprints(leaf, studio.output) ? undefined : wholeArea(leaf, studio)
    return area ? [[...leaf.clips, area]] : []
  })
  // Paper that shows nowhere is not painted either: it would shine through the soft edges of what covers it.
  if (coverTogether(areas, box)) return under
  return [{ mark: { kind: 'path', path: rectPath(box), fill: PAPER }, matrix: IDENTITY, clips: [], box }, ...under]
}

/** As `outlineOf`, and the frame of a picture without holes. */
function wholeArea(leaf: Leaf, { assets }: Studio): Clip | undefined {
  const { mark, matrix } = leaf
  if (mark.kind !== 'image') return outlineOf(leaf, assets)
  if (assets.image(mark.image).alpha) return undefined
  const frame: Leaf = {
    ...leaf,
    mark: { kind: 'path', path: rectPath({ x: 0, y: 0, width: 1, height: 1 }), fill: PAPER },
    matrix: multiply(matrix, mark.matrix),
  }
  return outlineOf(frame, assets)
}

/** Undefined when no way of saying it in vectors is exact. */
export function resolve(unit: Unit, painted: readonly Leaf[], studio: Studio): readonly Mark[] | undefined {
  const box = unionOf(unit.veils.map(({ leaf }) => leaf.box))
  if (!box) return []
  const backdrop = backdropOf(box, painted, studio)
  if (backdrop.length * unit.veils.length > MOST_MARKS) return undefined
  return overEachFlat(unit, backdrop, studio) ?? throughEachArea(unit, backdrop, studio)
}

const layingOf = ({ leaf, alpha }: Veil, { veils, blend }: Unit, studio: Studio): Laying => ({
  alpha,
  blend,
  overprint: veils.length === 1 && overprints(leaf, studio.output),
})

/** Over flat colours: the unit is painted again within each of them, in the inks it takes there. */
function overEachFlat(unit: Unit, backdrop: readonly Leaf[], studio: Studio): readonly Mark[] | undefined {
  const marks: Mark[] = []
  for (const [index, under] of backdrop.entries()) {
    const area = flatArea(under, studio.assets)
    if (!area || (index > 0 && overprints(under, studio.output))) return undefined
    const clips = index === 0 ? [] : [...under.clips, area.outline]
    const inside = unit.veils.map(veil => overFlat(veil, unit, area.ink, index === 0 ? 'live' : 'outlines', studio))
    if (inside.some(painted => painted === undefined)) return undefined
    marks.push(
      ...clipped(
        clips,
        inside.flatMap(painted => painted ?? []),
      ),
    )
  }
  return marks
}

function overFlat(veil: Veil, unit: Unit, backdrop: Ink, lettering: 'live' | 'outlines', studio: Studio) {
  const laying = layingOf(veil, unit, studio)
  const recolor: Recolor = {
    key: `${laying.blend} ${laying.alpha} over ${inkKey(backdrop)}`,
    isStraight: isStraight(laying.blend),
    ink: (ink, alpha) => mixInks(ink, backdrop, { ...laying, alpha: alpha * laying.alpha }),
    ...(backdrop.kind === 'cmyk' && {
      pixel: (ink: Cmyk, alpha: number) => mix(ink, backdrop, { ...laying, alpha: alpha * laying.alpha }),
    }),
  }
  return repaint(veil.leaf, recolor, lettering, studio)
}

/** Through flat areas: the backdrop is painted again within each of them, in the inks it takes under it. */
function throughEachArea(unit: Unit, backdrop: readonly Leaf[], studio: Studio): readonly Mark[] | undefined {
  const marks: Mark[] = []
  for (const veil of unit.veils) {
    const { leaf } = veil
    const area = isSeenThrough(leaf, studio.assets) ? undefined : flatArea(leaf, studio.assets)
    if (!area) return undefined
    const laying = layingOf(veil, unit, studio)
    const under = backdrop.filter((below, index) => index === 0 || intersection(below.box, leaf.box))
    const { ink: over } = area
    const seen = replay(
      under,
      {
        key: `under ${laying.blend} ${laying.alpha} of ${inkKey(over)}`,
        isStraight: isStraight(laying.blend),
        ink: ink => mixInks(over, ink, laying),
        ...(over.kind === 'cmyk' && { pixel: (ink: Cmyk) => mix(over, ink, laying) }),
      },
      studio,
    )
    if (!seen) return undefined
    // Live text stays in the file, under what is seen through its shape.
    const text = leaf.mark.kind === 'glyphs' ? overFlat(veil, unit, PAPER, 'live', studio) : []
    marks.push(...(text ?? []), ...clipped([...leaf.clips, area.outline], seen))
  }
  return marks
}
