// Where on a face stands what a finding speaks of: the boxes of what its line draws.
import type { Assets } from '../../model/assets.ts'
import type { Span } from '../../model/diagnostic.ts'
import { type Box, transformBox } from '../../model/geometry.ts'
import type { Mark, Sheet } from '../../model/sheet.ts'
import { type Visit, walk } from '../../sheet/walk.ts'
import { boxOfMark } from '../total-ink.ts'

const key = (span: Span | undefined): string | undefined => span && JSON.stringify(span)

const union = (one: Box | undefined, other: Box): Box => {
  if (!one) return other
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)]
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  }
}

/** A logo or a code knows its own box; of any other mark it is the ink. */
function boxOf(visit: Visit, assets: Assets): Box | undefined {
  const { mark, matrix } = visit
  if (mark.kind !== 'group') return boxOfMark(visit, assets)
  const own = mark.logo?.box ?? mark.qr?.box
  return own && transformBox(own, matrix)
}

/** One box for each outermost mark that `is` the one looked for, of all that it holds. */
function boxesWhere(sheet: Sheet, assets: Assets, is: (mark: Mark) => boolean): readonly Box[] {
  const boxes = new Map<Mark, Box>()
  for (const visit of walk(sheet.marks)) {
    if (visit.inMask) continue
    const owner = [...visit.parents, visit.mark].find(is)
    const box = owner && boxOf(visit, assets)
    if (owner && box) boxes.set(owner, union(boxes.get(owner), box))
  }
  return [...boxes.values()]
}

/** The boxes of what a line of the kit draws, else of what a line of the template does; none when it draws nothing. */
export function placesOf(sheet: Sheet, at: Span, assets: Assets): readonly Box[] {
  const wanted = key(at)
  const drawn = boxesWhere(sheet, assets, ({ from, by }) => key(from ?? by) === wanted)
  return drawn.length > 0 ? drawn : boxesWhere(sheet, assets, ({ by }) => key(by) === wanted)
}
