// Where art reaches the cut of a page and the bleed beyond is bare.
import type { Edges } from '../../../model/geometry.ts'
import type { Rect } from '../../../pdf-reader/page.ts'
import type { PdfPage } from '../../../pdf-reader/read-pdf.ts'
import type { CutLine } from '../cut-lines.ts'
import type { Job } from '../job.ts'
import { type CutPlace, cutPlaces, type Side } from './cut-edge.ts'
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

/** Bare places this near are one stretch, in points (2 mm): a texture has its own gaps. */
const TOGETHER = 2 * POINT

/** A side of the piece, the length of it in mm that is bare, the bleed in mm it should have, and each bare stretch. */
export type BareBleed = {
  readonly side: Side
  readonly length: number
  readonly wanted: number
  readonly boxes: readonly Rect[]
}

/** Whether ink reaches the cut at a place, and the bleed outside is bare. */
function isBare({ x, y, dx, dy }: CutPlace, bleed: number, found: PagePlates): boolean {
  if (bleed <= 0 || inkAt(found, x - dx * INSIDE * POINT, y - dy * INSIDE * POINT) < INKED) return false
  const reach = Math.max(bleed - SPARE, bleed / 2) * POINT
  return inkAt(found, x + dx * reach, y + dy * reach) < INKED
}

/** Rectangles from the cut to the end of the bleed, one for each stretch of places that follow one another. */
function stretches(places: readonly CutPlace[], bleed: number): Rect[] {
  const boxes: Rect[] = []
  let last: CutPlace | undefined
  for (const place of places) {
    const { x, y, dx, dy } = place
    const [farX, farY] = [x + dx * bleed * POINT, y + dy * bleed * POINT]
    const own: Rect = [Math.min(x, farX), Math.min(y, farY), Math.max(x, farX), Math.max(y, farY)]
    const before = last && Math.hypot(x - last.x, y - last.y) <= TOGETHER + place.length ? boxes.pop() : undefined
    boxes.push(before ? around(before, own) : own)
    last = place
  }
  return boxes
}

const around = (a: Rect, b: Rect): Rect => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

/** By side, in mm of the finished piece. */
export function bareBleed(
  page: PdfPage,
  unit: number,
  job: Job,
  found: PagePlates,
  lines: readonly CutLine[],
): BareBleed[] {
  const { TrimBox: trim } = page.boxes
  if (!trim) return []
  const bleed = bleedOf(page, unit, job)
  const bare = cutPlaces(trim, lines).filter(place => isBare(place, bleed[place.side], found))
  return ([0, 1, 2, 3] as const).flatMap(side => {
    const places = bare.filter(place => place.side === side)
    if (places.length === 0) return []
    const length = places.reduce((sum, place) => sum + place.length, 0) / POINT
    return [{ side, length: length * unit, wanted: bleed[side] * unit, boxes: stretches(places, bleed[side]) }]
  })
}
