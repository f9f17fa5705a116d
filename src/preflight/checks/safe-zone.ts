// Texts, codes and logos stay away from the cut: the blade wanders by a millimetre or two.
import { text } from '../../model/diagnostic.ts'
import type { Mm } from '../../model/length.ts'
import { depthInside, isDeepInside, outlinePoints, valuables } from '../extent.ts'
import { placeOf, type SheetCheck } from '../sheet-check.ts'

const tenth = (mm: Mm): string => (Math.round(mm * 10) / 10).toString()

export const safeZone: SheetCheck = {
  severity: 'error',
  title: text('un texte, un code ou un logo est trop près de la coupe', 'a text, code or logo is too near the cut'),
  why: text(
    'La lame s’écarte d’un ou deux millimètres : ce qui touche le bord peut être rogné.',
    'The blade wanders by a millimetre or two: what touches the edge may be trimmed off.',
  ),
  fix: text(
    'Écartez l’élément du bord dans le modèle, ou raccourcissez le texte.',
    'Move the element away from the edge in the template, or shorten the text.',
  ),
  *run({ sheet, laidOut, assets }) {
    const outline = outlinePoints(sheet.cut)
    for (const { what, box, ...origin } of valuables(laidOut, assets)) {
      if (isDeepInside(box, outline, sheet.safe)) continue
      const depth = depthInside(box, outline)
      if (depth >= sheet.safe - 0.05) continue
      const place =
        depth < 0
          ? text('sort de la pièce', 'leaves the piece')
          : text(
              `est à ${tenth(depth).replace('.', ',')} mm de la coupe, il en faut ${tenth(sheet.safe).replace('.', ',')}`,
              `is ${tenth(depth)} mm from the cut, ${tenth(sheet.safe)} mm are needed`,
            )
      yield { message: text(`${what.fr} ${place.fr}`, `${what.en} ${place.en}`), ...placeOf(origin) }
    }
  },
}
