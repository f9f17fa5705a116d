// Text of black and other inks fills in when plates shift: black text is black alone.
import { text } from '../../model/diagnostic.ts'
import { type Cmyk, totalInk } from '../../model/ink.ts'
import { toPt } from '../../model/length.ts'
import { inksOfPaint } from '../../sheet/walk.ts'
import { type Finding, placeOf, type SheetCheck } from '../sheet-check.ts'
import { printedMarks } from '../total-ink.ts'
import { BLACK, isCast, percent } from './rich-black.ts'

/** GWG 2022 R0015: more than this in all is rich at any size. */
const TOTAL = 280
/** Under this size the rims are as wide as the strokes. In points, as GWG's own limit for small black text. */
const SMALL = 12

const isRich = (ink: Cmyk, size: number): boolean =>
  (ink.k >= BLACK && totalInk(ink) > TOTAL) || (size < SMALL && isCast(ink))

export const richBlackText: SheetCheck = {
  severity: 'warning',
  title: text('un texte noir est fait de plusieurs encres', 'a black text is made of several inks'),
  why: text(
    'Les planches ne tombent jamais tout à fait l’une sur l’autre : un texte en noir soutenu prend un liseré coloré, et ses contre-formes se bouchent.',
    'Plates never fall exactly on each other: text in rich black gets coloured rims, and its counters fill in.',
  ),
  fix: text(
    'Donnez au texte un noir seul (0/0/0/100) dans la charte ; gardez le noir soutenu pour les grandes surfaces.',
    'Give the text black alone (0/0/0/100) in the brand; keep rich black for large areas.',
  ),
  source: 'GWG 2022 R0015',
  *run({ sheet }) {
    for (const { mark, matrix } of printedMarks(sheet)) {
      if (mark.kind !== 'glyphs') continue
      const size = toPt(mark.size * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])))
      const rich = inksOfPaint(mark.fill).find((ink): ink is Cmyk => ink.kind === 'cmyk' && isRich(ink, size))
      if (!rich) continue
      const finding: Finding = {
        message: text(
          `« ${mark.text} » est en noir soutenu (${percent(rich)})`,
          `“${mark.text}” is in rich black (${percent(rich)})`,
        ),
        ...placeOf(mark),
      }
      yield finding
    }
  },
}
