// Edges of a page where art reaches the cut and the bleed beyond is bare.
import type { Edges } from '../../../model/geometry.ts'
import type { Rect } from '../../../pdf-reader/page.ts'
import type { PdfPage } from '../../../pdf-reader/read-pdf.ts'
import type { Job } from '../job.ts'
import type { PagePlates } from './page-plates.ts'

const POINT = 72 / 25.4

/** How far inside the cut art counts as reaching it, and how short of the bleed it may stop, in mm. */
const INSIDE = 0.8
const SPARE = 0.5

/** A file that says nothing of its bleed needs this much, in mm. */
const LEAST = 2

/** What the bleed must be on each side, in mm of the page: the printer's, else what the BleedBox promises. */
function bleedOf(page: PdfPage, unit: number, job: Job): Edges {
  const { TrimBox: trim = [0, 0, 0, 0], BleedBox: bleed = trim } = page.boxes
  const given = [bleed[3] - trim[3], bleed[2] - trim[2], trim[1] - bleed[1], trim[0] - bleed[0]] as const
  const wanted = (side: 0 | 1 | 2 | 3): number =>
    job.printer ? job.printer.bleed[side] / unit : Math.max(LEAST / unit, given[side] / POINT)
  return [wanted(0), wanted(1), wanted(2), wanted(3)]
}

const inkAt = ({ grid, plates, unknown, painted }: PagePlates, x: number, y: number): number => {
  const [column, row] = [Math.floor((x - grid.left) * grid.density), Math.floor((grid.top - y) * grid.density)]
  if (column < 0 || row < 0 || column >= grid.width || row >= grid.height) return 0
  const at = row * grid.width + column
  if (unknown[at] === 1) return painted[at] ?? 0
  return [...plates.values()].reduce((sum, plate) => sum + (plate[at] ?? 0), 0)
}

const INKED = 0.03

/** Places looked at along one edge; a page may be as long as a number can say. */
const MOST_PLACES = 10_000

/** From one place of an edge to the next, in points: half a millimetre, or more on an edge beyond measure. */
const stepOf = ([left, bottom, right, top]: Rect, side: 0 | 1 | 2 | 3): number =>
  Math.max(0.5 * POINT, (side % 2 === 0 ? right - left : top - bottom) / MOST_PLACES)

/** Points of an edge, each with the way out. */
function* along(trim: Rect, side: 0 | 1 | 2 | 3) {
  const [left, bottom, right, top] = trim
  const step = stepOf(trim, side)
  const [from, to] = side % 2 === 0 ? [left, right] : [bottom, top]
  for (let place = from + step; place < to; place += step) {
    if (side === 0) yield { x: place, y: top, dx: 0, dy: 1 }
    else if (side === 1) yield { x: right, y: place, dx: 1, dy: 0 }
    else if (side === 2) yield { x: place, y: bottom, dx: 0, dy: -1 }
    else yield { x: left, y: place, dx: -1, dy: 0 }
  }
}

/** Length in mm of an edge where ink reaches the cut and the bleed outside is bare, and where that is. */
function bareAlong(trim: Rect, side: 0 | 1 | 2 | 3, bleed: number, found: PagePlates) {
  let bare = 0
  const xs: number[] = []
  const ys: number[] = []
  for (const { x, y, dx, dy } of along(trim, side)) {
    const inside = inkAt(found, x - dx * INSIDE * POINT, y - dy * INSIDE * POINT)
    const reach = Math.max(bleed - SPARE, bleed / 2) * POINT
    if (inside < INKED || inkAt(found, x + dx * reach, y + dy * reach) >= INKED) continue
    bare += stepOf(trim, side) / POINT
    xs.push(x, x + dx * bleed * POINT)
    ys.push(y, y + dy * bleed * POINT)
  }
  const box: Rect = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  return { bare, box }
}

/** An edge, the length of it in mm that is bare, and the bleed in mm it should have. */
export type BareBleed = {
  readonly side: 0 | 1 | 2 | 3
  readonly length: number
  readonly wanted: number
  readonly box: Rect
}

/** In mm of the finished piece. */
export function bareBleed(page: PdfPage, unit: number, job: Job, found: PagePlates): BareBleed[] {
  const { TrimBox: trim } = page.boxes
  if (!trim) return []
  const bleed = bleedOf(page, unit, job)
  return ([0, 1, 2, 3] as const).flatMap(side => {
    if (bleed[side] <= 0) return []
    const { bare, box } = bareAlong(trim, side, bleed[side], found)
    return bare > 0 ? [{ side, length: bare * unit, wanted: bleed[side] * unit, box }] : []
  })
}
