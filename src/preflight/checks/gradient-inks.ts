// A gradient of more inks than a colour space of PDF holds, or than any press lays at one place.
import { text } from '../../model/diagnostic.ts'
import type { Paint } from '../../model/ink.ts'
import { isInk } from '../../model/sheet.ts'
import { inksOfPaint, paintsOf, walk } from '../../sheet/walk.ts'
import { placeOf, type SheetCheck } from '../sheet-check.ts'

/** Colorants of a DeviceN space in PDF 1.3 and 1.4 (PDF Reference 1.4, table C.1); a table of them has 2⁸ corners. */
const MOST = 8

/** Plates that a gradient is laid on; the four of the press go together. */
function platesOf(paint: Paint): number {
  if (isInk(paint)) return 1
  const inks = inksOfPaint(paint)
  const spots = new Set(inks.flatMap(ink => (ink.kind === 'spot' ? [ink.role === 'brand' ? ink.name : ink.role] : [])))
  const isProcess = inks.some(ink => ink.kind === 'cmyk' && ink.c + ink.m + ink.y + ink.k > 0)
  return spots.size + (isProcess ? 4 : 0)
}

export const gradientInks: SheetCheck = {
  severity: 'error',
  locked: true,
  title: text('un dégradé mêle trop d’encres', 'a gradient mixes too many inks'),
  why: text(
    'Un espace de couleur de PDF 1.3 ou 1.4 tient huit encres, celles de la quadrichromie comprises ; au-delà, un RIP refuse le fichier.',
    'A colour space of PDF 1.3 or 1.4 holds eight inks, the four process ones included; beyond that a RIP refuses the file.',
  ),
  fix: text(
    'Mettez moins de tons directs dans ce dégradé, coupez-le en plusieurs, ou demandez `spots: convert` à l’imprimeur.',
    'Use fewer spot inks in this gradient, split it, or set `spots: convert` for the printer.',
  ),
  source: 'PDF Reference 1.4, C.1 ; ISO 32000-1 8.6.6.5',
  *run({ sheet }) {
    for (const { mark, parents } of walk(sheet.marks)) {
      const most = Math.max(0, ...paintsOf(mark).map(platesOf))
      if (most <= MOST) continue
      yield {
        message: text(
          `un dégradé de ${most} encres, ${MOST} au plus tiennent dans un PDF`,
          `a gradient of ${most} inks, a PDF holds ${MOST} at most`,
        ),
        ...placeOf([...parents, mark].findLast(({ from, by }) => from ?? by) ?? mark),
      }
    }
  },
}
