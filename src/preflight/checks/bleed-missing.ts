// Art that reaches the trim goes on into the bleed: a white sliver shows where it stops.
import { text } from '../../model/diagnostic.ts'
import { type Box, pathBounds, transformPath } from '../../model/geometry.ts'
import type { Mm } from '../../model/length.ts'
import { walk } from '../../sheet/walk.ts'
import { placeOf, type SheetCheck, type SheetContext } from '../sheet-check.ts'

/** An edge this near the trim was meant to touch it. */
const NEAR: Mm = 0.5

/** The sides, in words, where a box reaches the trim but not the end of the bleed. */
function shortSides(box: Box, { width, height, bleed }: SheetContext['sheet']): { fr: string; en: string }[] {
  const [top, right, bottom, left] = bleed
  const reach = [
    { past: -box.y, bleed: top, fr: 'en haut', en: 'at the top' },
    { past: box.x + box.width - width, bleed: right, fr: 'à droite', en: 'on the right' },
    { past: box.y + box.height - height, bleed: bottom, fr: 'en bas', en: 'at the bottom' },
    { past: -box.x, bleed: left, fr: 'à gauche', en: 'on the left' },
  ]
  return reach.filter(side => side.past > -NEAR && side.past < side.bleed - 0.01)
}

export const bleedMissing: SheetCheck = {
  severity: 'error',
  title: text('une surface s’arrête au bord sans fond perdu', 'a surface stops at the trim without bleed'),
  why: text(
    'Si la coupe s’écarte d’un millimètre, un liseré blanc paraît.',
    'If the cut wanders by a millimetre, a white sliver shows.',
  ),
  fix: text(
    'Prolongez la surface jusqu’au bout du fond perdu, ou écartez-la du bord.',
    'Extend the surface to the end of the bleed, or move it away from the edge.',
  ),
  *run({ sheet }) {
    for (const { mark, matrix, layer, inMask } of walk(sheet.marks)) {
      if (mark.kind !== 'path' || !mark.fill || layer !== 'art' || inMask) continue
      const box = pathBounds(transformPath(mark.path, matrix))
      const sides = box ? shortSides(box, sheet) : []
      if (sides.length === 0) continue
      yield {
        message: text(
          `une surface s’arrête au bord de coupe ${sides.map(({ fr }) => fr).join(' et ')}`,
          `a surface stops at the trim ${sides.map(({ en }) => en).join(' and ')}`,
        ),
        ...placeOf(mark),
      }
    }
  },
}
