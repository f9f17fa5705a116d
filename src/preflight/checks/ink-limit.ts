// More ink than the printer accepts does not dry and sets off on the next sheet: object by object, then where they add up.
import { ROUNDING } from '../../color/ink-limiter.ts'
import { type Related, text } from '../../model/diagnostic.ts'
import type { Box } from '../../model/geometry.ts'
import type { Visit } from '../../sheet/walk.ts'
import { type Finding, placeOf, type SheetCheck, type SheetContext } from '../sheet-check.ts'
import { boxOfMark, inkOfMark, printedMarks, totalInkOf } from '../total-ink.ts'

/** Each object whose own ink passes the limit. */
function* heavyObjects(context: SheetContext): Generator<Finding> {
  const { sheet, assets, piece } = context
  const limit = piece.output.maxInk
  for (const visit of printedMarks(sheet)) {
    const { mark } = visit
    const ink = inkOfMark(mark, assets)
    // Four inks of a pixel, each rounded to 8 bits.
    if (Math.round(mark.kind === 'image' ? ink - ROUNDING : ink) <= limit) continue
    const box = boxOfMark(visit, assets)
    const where = box ? placeIn(box) : text('', '')
    yield {
      message: text(
        `${Math.round(ink)} % d’encre${where.fr}, l’imprimeur en accepte ${limit}`,
        `${Math.round(ink)} % of ink${where.en}, the printer accepts ${limit}`,
      ),
      ...placeOf(mark),
    }
  }
}

/** The middle of a box, from the top-left corner of the trim. */
function placeIn({ x, y, width, height }: Box): { readonly fr: string; readonly en: string } {
  const [across, down] = [Math.round(x + width / 2), Math.round(y + height / 2)]
  return text(
    ` à ${across} mm de la gauche et ${down} mm du haut`,
    ` ${across} mm from the left and ${down} mm from the top`,
  )
}

const meets = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

/** The objects in a window, the one painted last first. */
const objectsIn = (window: Box, { sheet, assets }: SheetContext): readonly Visit[] =>
  [...printedMarks(sheet)]
    .filter(visit => {
      const box = boxOfMark(visit, assets)
      return box !== undefined && meets(box, window)
    })
    .reverse()

/** Where objects, each within the limit, pass it together over a window. */
function* heavyWindow(context: SheetContext): Generator<Finding> {
  const limit = context.piece.output.maxInk
  const { window } = totalInkOf(context.sheet, context.piece, context.assets)
  if (!window || Math.round(window.mean) <= limit) return
  const [top, ...under] = objectsIn(window.box, context)
  const where = placeIn(window.box)
  const mean = Math.round(window.mean)
  const seen = new Set<string>()
  const related = under.flatMap(({ mark }): Related[] => {
    const { at } = placeOf(mark)
    if (!at || !('line' in at) || seen.has(`${at.file}:${at.line}`)) return []
    seen.add(`${at.file}:${at.line}`)
    return [{ ...at, why: text('dessous', 'under it') }]
  })
  yield {
    message: text(
      `ensemble, ces objets portent ${mean} % d’encre sur 15 mm de côté${where.fr}, l’imprimeur en accepte ${limit}`,
      `together these objects lay ${mean} % of ink over a 15 mm square${where.en}, the printer accepts ${limit}`,
    ),
    ...(top ? placeOf(top.mark) : {}),
    ...(related.length > 0 ? { related: related.slice(0, 5) } : {}),
  }
}

export const inkLimit: SheetCheck = {
  severity: 'error',
  title: text('trop d’encre', 'too much ink'),
  why: text(
    'Au-delà de la limite, l’encre ne sèche pas et macule la feuille suivante. Le total est celui de toutes les planches imprimées, de chaque objet et de ce qui se superpose, en moyenne sur un carré de 15 mm.',
    'Beyond the limit the ink does not dry and sets off on the next sheet. The total is that of all printed plates, of each object and of what lies together, as a mean over a square of 15 mm.',
  ),
  fix: text(
    'Allégez la couleur dans la charte, ou passez le logo par un profil à 300 %.',
    'Lighten the colour in the brand, or convert the logo through a 300 % profile.',
  ),
  source: 'GWG 2022 R0025, R0026',
  *run(context) {
    const objects = [...heavyObjects(context)]
    if (objects.length > 0) yield* objects
    else yield* heavyWindow(context)
  },
}
