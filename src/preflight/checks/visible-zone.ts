// A frame or a shelter hides the edge of a poster: what must be read stays in the part that is seen.
import { text } from '../../model/diagnostic.ts'
import { valuables } from '../extent.ts'
import { placeOf, type SheetCheck } from '../sheet-check.ts'

export const visibleZone: SheetCheck = {
  severity: 'error',
  title: text('un texte, un code ou un logo est caché par le cadre', 'a text, code or logo is hidden by the frame'),
  why: text(
    'Le cadre ou le mobilier couvre le bord de l’affiche : ce qui s’y trouve ne se lit pas.',
    'The frame or shelter covers the edge of the poster: what is there cannot be read.',
  ),
  fix: text(
    'Écartez l’élément du bord dans le modèle, ou corrigez `cadre`.',
    'Move the element away from the edge in the template, or correct `cadre`.',
  ),
  source: 'fichier du produit, `hidden`',
  *run({ laidOut, product, assets }) {
    const [top, right, bottom, left] = product.hidden
    if (top + right + bottom + left === 0) return
    for (const { what, box, ...origin } of valuables(laidOut, assets)) {
      const seen =
        box.x >= left &&
        box.y >= top &&
        box.x + box.width <= product.width - right &&
        box.y + box.height <= product.height - bottom
      if (seen) continue
      yield {
        message: text(`${what.fr} passe sous le cadre`, `${what.en} goes under the frame`),
        ...placeOf(origin),
      }
    }
  },
}
