// Thin lines of black and other inks look double when plates shift: a black line is black alone.
import { text } from '../../model/diagnostic.ts'
import { pathBounds, transformPath } from '../../model/geometry.ts'
import type { Cmyk, Paint } from '../../model/ink.ts'
import { type Mm, toPt } from '../../model/length.ts'
import { inksOfPaint, type Visit } from '../../sheet/walk.ts'
import { placeOf, type SheetCheck } from '../sheet-check.ts'
import { printedMarks } from '../total-ink.ts'
import { isCast, percent } from './rich-black.ts'

/** As GWG's own limit for thin black lines (R0010): a wider one is a surface. In points. */
const THIN = 2

const richOf = (paint: Paint | undefined): Cmyk | undefined =>
  paint && inksOfPaint(paint).find((ink): ink is Cmyk => ink.kind === 'cmyk' && isCast(ink))

/** The lines of a mark: its stroke, and a filled bar as thin as one; each with its width. */
function* linesOf({ mark, matrix }: Visit): Generator<{ readonly width: Mm; readonly rich: Cmyk }> {
  if (mark.kind !== 'path') return
  const stroke = richOf(mark.stroke?.paint)
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
  if (mark.stroke && stroke) yield { width: mark.stroke.width * scale, rich: stroke }
  const fill = richOf(mark.fill)
  if (!fill) return
  const box = pathBounds(transformPath(mark.path, matrix))
  if (box) yield { width: Math.min(box.width, box.height), rich: fill }
}

export const richBlackLine: SheetCheck = {
  severity: 'warning',
  title: text('un filet noir est fait de plusieurs encres', 'a black line is made of several inks'),
  why: text(
    'Les planches ne tombent jamais tout à fait l’une sur l’autre : un filet en noir soutenu se dédouble et prend un liseré coloré.',
    'Plates never fall exactly on each other: a line in rich black looks double and gets coloured rims.',
  ),
  fix: text(
    'Donnez au filet un noir seul (0/0/0/100) dans la charte ou dans le logo ; gardez le noir soutenu pour les grandes surfaces.',
    'Give the line black alone (0/0/0/100) in the brand or in the logo; keep rich black for large areas.',
  ),
  source: 'GWG 2022 R0010, R0015',
  *run({ sheet }) {
    for (const visit of printedMarks(sheet))
      for (const { width, rich } of linesOf(visit)) {
        if (toPt(width) >= THIN) continue
        const has = (Math.round(toPt(width) * 100) / 100).toString()
        yield {
          message: text(
            `un filet de ${has.replace('.', ',')} pt est en noir soutenu (${percent(rich)})`,
            `a line of ${has} pt is in rich black (${percent(rich)})`,
          ),
          ...placeOf(visit.mark),
        }
      }
  },
}
