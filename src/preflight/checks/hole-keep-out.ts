// Screw heads and caps cover what lies around a hole: texts, codes and logos stay clear of it.
import { text } from '../../model/diagnostic.ts'
import { gapBetween, valuables } from '../extent.ts'
import { placeOf, type SheetCheck } from '../sheet-check.ts'

export const holeKeepOut: SheetCheck = {
  severity: 'error',
  title: text('un texte, un code ou un logo est sous une vis', 'a text, code or logo lies under a screw'),
  why: text(
    'La tête de la vis ou le cabochon couvrirait ce qui doit se lire.',
    'The screw head or cap would cover what must be read.',
  ),
  fix: text(
    'Choisissez une autre `fixation`, une pièce plus grande, ou raccourcissez le texte.',
    'Choose another `fixation`, a larger piece, or shorten the text.',
  ),
  *run({ sheet, laidOut, assets }) {
    if (sheet.holes.length === 0) return
    for (const { what, box, ...origin } of valuables(laidOut, assets)) {
      const covered = sheet.holes.some(hole => gapBetween(box, [hole.x, hole.y]) < hole.keepOut / 2)
      if (!covered) continue
      yield {
        message: text(`${what.fr} entre dans la zone d’une vis`, `${what.en} enters the zone of a screw`),
        ...placeOf(origin),
      }
    }
  },
}
