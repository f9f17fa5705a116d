// Bends tighter than the cutter turns: the film tears at them, or lifts afterwards.
import { text } from '../../model/diagnostic.ts'
import type { SheetCheck } from '../sheet-check.ts'
import { tightestBend } from './cut-bend.ts'
import { artPlace, cutOutlines } from './cut-outlines.ts'

/** An arc is a curve that is a few hundredths tighter here and there, and so is a fitted one. */
const FITTED = 0.9

const tenth = (value: number): string => (Math.round(value * 10) / 10).toString()

export const cutRadius: SheetCheck = {
  severity: 'warning',
  title: text('la découpe tourne trop serré', 'the cut bends too tightly'),
  why: text(
    'Dans un virage trop serré, la lame arrache le film, ou l’angle se décolle. Un angle vif, lui, se coupe en deux traits.',
    'In too tight a bend the blade tears the film, or the corner lifts. A sharp corner is cut in two strokes.',
  ),
  fix: text(
    'Augmentez `rayon-angles`, ou retirez-le : les angles vifs se coupent aussi.',
    'Increase `rayon-angles`, or remove it: sharp corners can be cut too.',
  ),
  source: 'Onlineprinters, 4 mm ; labelprint24, 2 mm',
  *run({ sheet, product, printer }) {
    const outlines = cutOutlines(sheet).map(({ path, at }) => ({ radius: tightestBend(path), at }))
    const [tightest] = outlines.sort((a, b) => a.radius - b.radius)
    if (!tightest || tightest.radius >= printer.minRadius * FITTED) return
    const at = tightest.at ?? product.cornersAt ?? artPlace(sheet).at
    const [has, needs] = [tenth(tightest.radius), tenth(printer.minRadius)]
    yield {
      message: text(
        `la découpe tourne sur un rayon de ${has.replace('.', ',')} mm, l’imprimeur en demande ${needs.replace('.', ',')}`,
        `the cut bends on a radius of ${has} mm, the printer asks for ${needs}`,
      ),
      ...(at ? { at } : {}),
    }
  },
}
