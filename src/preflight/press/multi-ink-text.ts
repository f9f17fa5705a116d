// Small text in several inks blurs.
import { text } from '../../model/diagnostic.ts'
import { toPt } from '../../model/length.ts'
import { inksOf } from './inks.ts'
import type { GwgCheck } from './press-check.ts'
import { at, printedTexts, quoted } from './printed.ts'
import { isBelow, points } from './say.ts'

export const multiInkText = {
  gwg: 'R0017',
  severity: 'warning',
  title: text('le petit texte est d’une seule encre', 'small text is of a single ink'),
  why: text(
    'Les plaques ne tombent jamais exactement l’une sur l’autre : un petit texte de deux encres paraît double.',
    'Plates never fall exactly on one another: small text in two inks looks double.',
  ),
  fix: text('Mettez le petit texte en noir seul, ou agrandissez-le.', 'Set small text in black alone, or larger.'),
  source: 'GWG 2022 R0017',
  *find(press, { values: [gwg = 0] }) {
    const { printer } = press.job
    const limit = Math.max(gwg, toPt(printer?.minReversedText ?? 0))
    for (const on of printedTexts(press)) {
      const size = on.item.size * on.unit
      const count = (on.item.fill && inksOf(on.item.fill)?.amounts.size) ?? 0
      if (count < 2 || !isBelow(size, limit, 1)) continue
      const [words, has, needs] = [quoted(on.item), points(size), points(limit)]
      yield at(
        on,
        text(
          `${words.fr} : texte de ${has.fr} en ${count} encres, il en faut ${needs.fr}`,
          `${words.en}: text of ${has.en} in ${count} inks, ${needs.en} are needed`,
        ),
      )
    }
  },
} as const satisfies GwgCheck
