// What is reversed for a press: the paper that shows through the inks around, or several inks that must fall on one another.
import { type Text, text } from '../../model/diagnostic.ts'
import type { Ink, Paint } from '../../model/ink.ts'
import { inksOfPaint } from '../../sheet/walk.ts'

/** Percent: below this an ink leaves no rim anyone sees when its plate shifts. */
const FAINT = 10

/** Inks that show; none is the bare paper, undefined what no press prints. */
function count(ink: Ink): number | undefined {
  if (ink.kind === 'registration') return undefined
  if (ink.kind === 'spot') return ink.role === 'brand' ? Math.sign(ink.tint) : undefined
  const amounts = [ink.c, ink.m, ink.y, ink.k]
  return amounts.every(amount => amount === 0) ? 0 : Math.max(1, amounts.filter(amount => amount > FAINT).length)
}

/** « blanc » or « de 3 encres »; undefined for what is of one ink, which holds like any other text or line. */
export function reversedAs(paint: Paint): Text | undefined {
  const counts = inksOfPaint(paint).map(count)
  const most = Math.max(1, ...counts.map(each => each ?? 1))
  if (most > 1) return text(`de ${most} encres`, `in ${most} inks`)
  return counts.length > 0 && counts.every(each => each === 0) ? text('blanc', 'white') : undefined
}
