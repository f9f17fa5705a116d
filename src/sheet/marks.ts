// Marks for the press, outside the bleed: crop marks, register targets, a colour bar, and a slug line.
import { cmyk, type Ink } from '../model/ink.ts'
import type { Mark, Sheet } from '../model/sheet.ts'
import { colorBar } from './color-bar.ts'
import { cropMarks, targets } from './crop-marks.ts'
import { MARGIN, roomOf, stripsOf } from './mark-room.ts'
import { type Slug, slugLines } from './slug-line.ts'
import { imagesOf, inksOf } from './walk.ts'

/**
 * Register marks lie on every plate. Not on those of a cutter, a drill or a white press: when the sheet has such a plate
 * the marks take the four process inks instead, or the knife would follow them.
 */
function markInk(sheet: Sheet): Ink {
  const technical = inksOf(sheet).some(ink => ink.kind === 'spot' && ink.role !== 'brand')
  return technical ? cmyk(100, 100, 100, 100) : { kind: 'registration', tint: 100 }
}

/** Whether anything is printed: what is only cut out of its material goes to no press. */
const isPrinted = (sheet: Sheet): boolean =>
  imagesOf(sheet).length > 0 || inksOf(sheet).some(ink => ink.kind !== 'spot' || ink.role === 'brand')

/** Adds the marks and the room they need. Comes after the mirror: marks are never mirrored. */
export function pressMarks(sheet: Sheet, slug: Slug): Sheet {
  if (!isPrinted(sheet)) return sheet
  const { width, height, bleed } = sheet
  const strips = stripsOf(sheet)
  const [, right, , left] = roomOf(sheet, strips, 0)
  const start = MARGIN - left - bleed[3]
  const lines = slugLines(slug, width + right + bleed[1] - MARGIN - start)
  const ink = markInk(sheet)
  const marks: readonly Mark[] = [
    ...cropMarks(sheet, strips, ink),
    ...targets(sheet, strips, ink),
    ...colorBar(sheet, strips),
    ...lines.draw(start, height + strips.far[2] + MARGIN),
  ]
  return {
    ...sheet,
    slug: roomOf(sheet, strips, MARGIN + lines.height),
    marks: [...sheet.marks, { kind: 'group', layer: 'marks', name: 'marks', marks }],
  }
}
