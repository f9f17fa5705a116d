// More ink than the printer accepts does not dry and sets off on the next sheet. Colours and pictures are both read.
import { maxCoverage } from '../../color/coverage.ts'
import { text } from '../../model/diagnostic.ts'
import { totalInk } from '../../model/ink.ts'
import type { Mark } from '../../model/sheet.ts'
import { inksOfPaint, paintsOf, walk } from '../../sheet/walk.ts'
import { placeOf, type SheetCheck, type SheetContext } from '../sheet-check.ts'

/** Total ink of one mark in percent; several marks over each other knock out, they do not add up. */
function inkOf(mark: Mark, { assets }: SheetContext): number {
  if (mark.kind === 'image') return maxCoverage(assets.image(mark.image))
  const inks = paintsOf(mark).flatMap(inksOfPaint)
  return Math.max(0, ...inks.filter(({ kind }) => kind === 'cmyk').map(totalInk))
}

export const inkLimit: SheetCheck = {
  severity: 'error',
  title: text('trop d’encre', 'too much ink'),
  why: text(
    'Au-delà de la limite, l’encre ne sèche pas et macule la feuille suivante.',
    'Beyond the limit the ink does not dry and sets off on the next sheet.',
  ),
  fix: text(
    'Allégez la couleur dans la charte, ou passez le logo par un profil à 300 %.',
    'Lighten the colour in the brand, or convert the logo through a 300 % profile.',
  ),
  source: 'GWG 2022 R0026',
  *run(context) {
    const limit = context.piece.output.maxInk
    for (const { mark, inMask } of walk(context.sheet.marks)) {
      if (inMask || mark.kind === 'group') continue
      const ink = Math.round(inkOf(mark, context))
      if (ink <= limit) continue
      yield {
        message: text(
          `${ink} % d’encre, l’imprimeur en accepte ${limit}`,
          `${ink} % of ink, the printer accepts ${limit}`,
        ),
        ...placeOf(mark),
      }
    }
  },
}
