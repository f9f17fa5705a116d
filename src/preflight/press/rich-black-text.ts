// Text in a black of many inks.
import { text } from '../../model/diagnostic.ts'
import { inksOf, sumOf } from './inks.ts'
import type { GwgCheck } from './press-check.ts'
import { at, printedTexts, quoted } from './printed.ts'
import { percent } from './say.ts'

export const richBlackText = {
  gwg: 'R0015',
  severity: 'warning',
  title: text('aucun texte n’est en noir soutenu', 'no text is in rich black'),
  why: text(
    'Quatre encres superposées ne tombent jamais exactement l’une sur l’autre : les lettres bavent de couleur.',
    'Four inks never fall exactly on one another: letters bleed colour at their edges.',
  ),
  fix: text('Mettez le texte en 0/0/0/100.', 'Set the text in 0/0/0/100.'),
  source: 'GWG 2022 R0015',
  *find(press, { values: [black = 1, total = 4] }) {
    for (const on of printedTexts(press)) {
      const inks = on.item.fill && inksOf(on.item.fill)
      if (!inks || (inks.amounts.get('Black') ?? 0) < black || sumOf(inks) <= total) continue
      const [words, sum] = [quoted(on.item), percent(sumOf(inks))]
      yield at(on, text(`${words.fr} : noir de ${sum.fr} d’encre`, `${words.en}: black of ${sum.en} of ink`))
    }
  },
} as const satisfies GwgCheck
