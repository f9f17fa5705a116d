// Where things of value are on a sheet: texts, codes, logos, as boxes; and how far a box is from an outline.
import type { Assets } from '../model/assets.ts'
import type { Place, Span } from '../model/diagnostic.ts'
import { type Box, flattenPath, type Path, type Point, transformBox } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import type { Mark, Sheet } from '../model/sheet.ts'
import { walk } from '../sheet/walk.ts'
import { markBounds } from '../text/measure.ts'

/** Something that must be whole and legible on the finished piece. */
export type Valuable = {
  readonly what: { readonly fr: string; readonly en: string }
  readonly box: Box
  readonly from?: Span
  readonly by?: Place
}

const origin = (mark: Mark): Pick<Valuable, 'from' | 'by'> => ({
  ...(mark.from ? { from: mark.from } : {}),
  ...(mark.by && 'line' in mark.by ? { by: mark.by } : {}),
})

const known = new WeakMap<Sheet, { readonly assets: Assets; readonly valuables: readonly Valuable[] }>()

/** Every text, code and logo of a sheet, in its coordinates. Three checks ask. */
export function valuables(sheet: Sheet, assets: Assets): readonly Valuable[] {
  const before = known.get(sheet)
  if (before?.assets === assets) return before.valuables
  const found = findValuables(sheet, assets)
  known.set(sheet, { assets, valuables: found })
  return found
}

function findValuables(sheet: Sheet, assets: Assets): readonly Valuable[] {
  const found: Valuable[] = []
  for (const { mark, matrix, inMask } of walk(sheet.marks)) {
    if (inMask) continue
    if (mark.kind === 'glyphs') {
      const box = markBounds(assets.font(mark.font), mark)
      const what = { fr: `le texte « ${mark.text} »`, en: `the text “${mark.text}”` }
      if (box) found.push({ what, box: transformBox(box, matrix), ...origin(mark) })
    }
    if (mark.kind === 'group' && mark.qr) {
      found.push({
        what: { fr: 'le code QR', en: 'the QR code' },
        box: transformBox(mark.qr.box, matrix),
        ...origin(mark),
      })
    }
    if (mark.kind === 'group' && mark.logo) {
      const { name, box } = mark.logo
      const what = { fr: `le logo « ${name} »`, en: `the logo “${name}”` }
      found.push({ what, box: transformBox(box, matrix), ...origin(mark) })
    }
  }
  return found
}

const CHORDS = 24

/** An outline as points, close enough for distances of tenths of a millimetre. */
export const outlinePoints = (path: Path): Point[] => flattenPath(path, CHORDS)

export function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): Mm {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}

/** Whether a point is inside a closed outline (even-odd). */
function isInside([x, y]: Point, outline: readonly Point[]): boolean {
  let inside = false
  let a = outline.at(-1)
  for (const b of outline) {
    if (a && a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) inside = !inside
    a = b
  }
  return inside
}

const QUARTERS = [0, 0.25, 0.5, 0.75, 1]

/** Points of a box's sides, corners included. */
const rimOf = ({ x, y, width, height }: Box): Point[] =>
  QUARTERS.flatMap((t): Point[] => [
    [x + width * t, y],
    [x + width * t, y + height],
    [x, y + height * t],
    [x + width, y + height * t],
  ])

/** Whether an outline holds a whole box. */
export const holdsBox = (outline: readonly Point[], box: Box): boolean =>
  rimOf(box).every(point => isInside(point, outline))

/** Distance from a box to the outline it should lie in: its nearest corner or side; negative when a corner is outside. */
export function depthInside(box: Box, outline: readonly Point[]): Mm {
  let depth = Number.POSITIVE_INFINITY
  for (const point of rimOf(box)) {
    const inside = isInside(point, outline)
    for (let index = 0; index < outline.length; index += 1) {
      const a = outline[index] ?? point
      const distance = distanceToSegment(point, a, outline[index + 1] ?? outline[0] ?? a)
      depth = Math.min(depth, inside ? distance : -distance)
    }
  }
  return depth
}

/** Whether a box surely lies deeper inside an outline: no side of it comes as near, not even the box around that side. */
export function isDeepInside({ x, y, width, height }: Box, outline: readonly Point[], depth: Mm): boolean {
  let a = outline.at(-1)
  for (const b of outline) {
    if (a) {
      const dx = Math.max(x - Math.max(a[0], b[0]), Math.min(a[0], b[0]) - (x + width), 0)
      const dy = Math.max(y - Math.max(a[1], b[1]), Math.min(a[1], b[1]) - (y + height), 0)
      if (dx * dx + dy * dy <= depth * depth) return false
    }
    a = b
  }
  return isInside([x, y], outline)
}

/** Distance between a box and a point outside it; 0 when the point is inside. */
export function gapBetween({ x, y, width, height }: Box, [px, py]: Point): Mm {
  const dx = Math.max(x - px, 0, px - (x + width))
  const dy = Math.max(y - py, 0, py - (y + height))
  return Math.hypot(dx, dy)
}
