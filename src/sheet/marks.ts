// Marks for the press, outside the bleed: crop marks, register targets, and a slug line that says what the sheet is.
import type { Font } from '../model/assets.ts'
import { ellipsePath, type Path, roundPath } from '../model/geometry.ts'
import { cmyk, type Ink } from '../model/ink.ts'
import { fromPt, type Mm, roundMm } from '../model/length.ts'
import type { GlyphsMark, Mark, PathMark, Sheet } from '../model/sheet.ts'
import { shape } from '../text/shape.ts'

/** Length and weight of a crop mark (the trade's habit: 5 mm, 0.25 pt). */
const LENGTH: Mm = 5
const WEIGHT = roundMm(fromPt(0.25))

/** Crop marks stand at least this far from the trim, and half a millimetre outside the bleed. */
const OFFSET: Mm = 3
const CLEAR: Mm = 0.5

/** Room outside the bleed for marks and the slug line. */
const SLUG: Mm = 9

const SLUG_TEXT: Mm = 2.4

/**
 * Register marks lie on every plate. Not on those of a cutter, a drill or a white press: when the sheet has such a plate
 * the marks take the four process inks instead, or the knife would follow them.
 */
function markInk(sheet: Sheet): Ink {
  const technical = sheet.marks.some(mark => mark.kind === 'group' && mark.layer !== undefined && mark.layer !== 'art')
  return technical ? cmyk(100, 100, 100, 100) : { kind: 'registration', tint: 100 }
}

const line = (x1: Mm, y1: Mm, x2: Mm, y2: Mm, paint: Ink): PathMark => ({
  kind: 'path',
  path: roundPath([
    ['M', x1, y1],
    ['L', x2, y2],
  ]),
  stroke: { paint, width: WEIGHT, cap: 'butt', join: 'miter', miterLimit: 10 },
})

/** Two strokes at each corner of the trim, from beyond the bleed outwards. */
function cropMarks({ width, height, bleed }: Sheet, ink: Ink): PathMark[] {
  const clear = (edge: Mm): Mm => Math.max(edge + CLEAR, OFFSET)
  const [top, right, bottom, left] = [clear(bleed[0]), clear(bleed[1]), clear(bleed[2]), clear(bleed[3])]
  return [0, height]
    .flatMap(y => [line(-left - LENGTH, y, -left, y, ink), line(width + right, y, width + right + LENGTH, y, ink)])
    .concat(
      [0, width].flatMap(x => [
        line(x, -top - LENGTH, x, -top, ink),
        line(x, height + bottom, x, height + bottom + LENGTH, ink),
      ]),
    )
}

function target(x: Mm, y: Mm, paint: Ink): PathMark[] {
  const circle: Path = roundPath(ellipsePath(x, y, 1.5))
  return [
    { kind: 'path', path: circle, stroke: { paint, width: WEIGHT, cap: 'butt', join: 'miter', miterLimit: 10 } },
    line(x - 2.5, y, x + 2.5, y, paint),
    line(x, y - 2.5, x, y + 2.5, paint),
  ]
}

/** One target in the middle of each side. */
function targets({ width, height, bleed }: Sheet, ink: Ink): PathMark[] {
  const [top, right, bottom, left] = bleed
  return [
    ...target(width / 2, -top - 4, ink),
    ...target(width / 2, height + bottom + 4, ink),
    ...target(-left - 4, height / 2, ink),
    ...target(width + right + 4, height / 2, ink),
  ]
}

function slugLine({ height, bleed }: Sheet, text: string, font: Font, ink: Ink): GlyphsMark {
  const run = shape(font, text, { lang: 'fr' })
  return {
    kind: 'glyphs',
    font: font.id,
    size: SLUG_TEXT,
    x: roundMm(OFFSET + LENGTH),
    y: roundMm(height + bleed[2] + SLUG - 1.5),
    glyphs: run.glyphs,
    text: run.text,
    fill: ink,
  }
}

export type Slug = { readonly text: string; readonly font: Font }

/** Adds the marks and the room they need. Comes after the mirror: marks are never mirrored. */
export function pressMarks(sheet: Sheet, slug: Slug): Sheet {
  const ink = markInk(sheet)
  const marks: Mark[] = [
    ...cropMarks(sheet, ink),
    ...targets(sheet, ink),
    slugLine(sheet, slug.text, slug.font, cmyk(0, 0, 0, 100)),
  ]
  return {
    ...sheet,
    slug: [SLUG, SLUG, SLUG, SLUG],
    marks: [...sheet.marks, { kind: 'group', layer: 'marks', name: 'marks', marks }],
  }
}
