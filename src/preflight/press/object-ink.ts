// One colour that lays down more ink than the press dries.
import { text } from '../../model/diagnostic.ts'
import { paintsOf } from '../../pdf-reader/painted.ts'
import { GWG_2022 } from './gwg-2022.ts'
import { inksOf, PROCESS } from './inks.ts'
import type { PressCheck } from './press-check.ts'
import { at, type Press } from './printed.ts'
import { percent } from './say.ts'

/** The printer's figure, else the variant's; undefined when neither asks. */
export const inkLimitOf = ({ job }: Press): number | undefined =>
  job.printer
    ? job.printer.output.maxInk / 100
    : (GWG_2022.R0026[job.variant] ?? GWG_2022.R0025[job.variant])?.values[0]

export const objectInk = {
  severity: 'warning',
  title: text('aucune couleur ne dépasse l’encrage maximal', 'no colour exceeds the ink limit'),
  why: text(
    'Au-delà de la limite, l’encre ne sèche pas et macule la feuille suivante.',
    'Beyond the limit the ink does not dry and sets off on the next sheet.',
  ),
  fix: text(
    'Allégez la couleur : un noir soutenu tient en 40/30/30/100.',
    'Lighten the colour: a rich black needs no more than 40/30/30/100.',
  ),
  source: 'GWG 2022 R0026; profil de l’imprimeur, max-ink',
  *find(press) {
    const limit = inkLimitOf(press)
    if (limit === undefined) return
    for (const { page, items } of press.pages)
      for (const item of items) {
        const most = Math.max(0, ...paintsOf(item).map(paint => processSum(inksOf(paint)?.amounts)))
        if (most <= limit + 0.0005) continue
        const [has, needs] = [percent(most), percent(limit)]
        yield at(
          { page, item },
          text(`${has.fr} d’encre, le maximum est ${needs.fr}`, `${has.en} of ink, the most is ${needs.en}`),
        )
      }
  },
} as const satisfies PressCheck

const processSum = (amounts: ReadonlyMap<string, number> | undefined): number =>
  PROCESS.reduce((sum, plate) => sum + (amounts?.get(plate) ?? 0), 0)
