// Lines thinner than any press holds, or than the printer says.
import { text } from '../../model/diagnostic.ts'
import { isWhite } from './inks.ts'
import { printedLines } from './lines.ts'
import type { PressCheck } from './press-check.ts'
import { at } from './printed.ts'
import { inPoints, isBelow, linePoints } from './say.ts'

/** What every press of the trade asks for when its own figure is not known (facts: 0.25 pt, large format 0.15). */
const USUAL = { sheet: 0.25, large: 0.15 } as const

export const hairline = {
  severity: 'warning',
  title: text('aucun filet n’est un cheveu', 'no line is a hairline'),
  why: text(
    'Un filet de largeur 0 est aussi fin que la machine le peut : lisible à l’écran, invisible en sortie de flasheuse.',
    'A line of width 0 is as thin as the device can: visible on screen, gone at the resolution of a platesetter.',
  ),
  fix: text('Épaississez le filet jusqu’à cette largeur.', 'Thicken the line up to that width.'),
  source: 'ISO 32000-1 8.4.3.2; profil de l’imprimeur, min-line',
  *find(press) {
    const { printer, variant } = press.job
    const usual = variant === 'large-format' ? USUAL.large : USUAL.sheet
    const limit = printer ? inPoints(printer.minLine) : usual
    for (const line of printedLines(press)) {
      if (isWhite(line.paint) || !isBelow(line.width, limit, 3)) continue
      const [has, needs] = [linePoints(line.width), linePoints(limit)]
      yield at(line, text(`filet de ${has.fr}, il en faut ${needs.fr}`, `line of ${has.en}, ${needs.en} are needed`))
    }
  },
} as const satisfies PressCheck
