// Nothing to read lies where a hole is drilled, nor under the screw head around it.
import { text } from '../../model/diagnostic.ts'
import type { Rect } from '../../pdf-reader/page.ts'
import type { PdfPage } from '../../pdf-reader/read-pdf.ts'
import { type CutLine, cutLines } from './cut-lines.ts'
import type { PressCheck } from './press-check.ts'
import { at, type Press, type PressPage, printedTexts, quoted } from './printed.ts'

/** A screw head covers this much around its hole when nobody says more, in points (3 mm). */
const HEAD = 3 * (72 / 25.4)

/** Wider than any screw: a cut-out, not a hole (20 mm). */
const WIDEST = 20 * (72 / 25.4)

/** What screws cover on a page: the holes drawn on it, or those of the product that was ordered. */
function coversOf({ page, unit }: PressPage, { job }: Press, lines: readonly CutLine[]): Rect[] {
  const drawn = lines.flatMap(({ item, drills }) => {
    if (!drills || !item.bounds) return []
    const [left, bottom, right, top] = item.bounds
    const round = Math.abs(right - left - (top - bottom)) < 0.5 && right - left < WIDEST
    return round ? [[left - HEAD, bottom - HEAD, right + HEAD, top + HEAD] as const] : []
  })
  const { TrimBox: trim } = page.boxes
  if (drawn.length > 0 || !trim) return drawn
  const point = POINT / unit
  const holes = job.holes?.((trim[2] - trim[0]) / point, (trim[3] - trim[1]) / point) ?? []
  return holes.map(({ x, y, keepOut }) => {
    const [cx, cy, r] = [trim[0] + x * point, trim[3] - y * point, (keepOut * point) / 2]
    return [cx - r, cy - r, cx + r, cy + r] as const
  })
}

const POINT = 72 / 25.4

/** From a box to the middle of a hole. */
const reaches = (box: Rect, cover: Rect): boolean => {
  const [x, y] = [(cover[0] + cover[2]) / 2, (cover[1] + cover[3]) / 2]
  const dx = Math.max(box[0] - x, 0, x - box[2])
  const dy = Math.max(box[1] - y, 0, y - box[3])
  return Math.hypot(dx, dy) < (cover[2] - cover[0]) / 2
}

export const keepOut = {
  severity: 'error',
  title: text('aucun texte n’est sous une vis', 'no text lies under a screw'),
  why: text('La tête de la vis ou le cabochon couvrirait le texte.', 'The screw head or cap would cover the text.'),
  fix: text('Éloignez le texte du trou, ou déplacez le trou.', 'Move the text away from the hole, or move the hole.'),
  source: 'GWG 2022, Processing Steps (Drilling)',
  *find(press) {
    // Once for the file: a book has ten thousand pages.
    const lines = new Map<PdfPage, CutLine[]>()
    for (const line of cutLines(press)) lines.set(line.page, [...(lines.get(line.page) ?? []), line])
    const covers = new Map(press.pages.map(on => [on.page, coversOf(on, press, lines.get(on.page) ?? [])] as const))
    for (const on of printedTexts(press)) {
      const { bounds } = on.item
      if (!bounds || !covers.get(on.page)?.some(cover => reaches(bounds, cover))) continue
      const words = quoted(on.item)
      yield at(on, text(`${words.fr} entre dans la zone d’une vis`, `${words.en} enters the zone of a screw`))
    }
  },
} as const satisfies PressCheck
