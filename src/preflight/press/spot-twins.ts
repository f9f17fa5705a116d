// Two names for what looks like one ink.
import { text } from '../../model/diagnostic.ts'
import type { GwgCheck } from './press-check.ts'
import { printingSpots } from './printing-spots.ts'

export const spotTwins = {
  gwg: 'R0023',
  severity: 'error',
  title: text('deux tons directs ne sont pas la même encre', 'no two spot inks are one ink'),
  why: text(
    'Deux noms qui donnent la même couleur sont sans doute une seule encre, et font deux plaques.',
    'Two names that give one colour are most likely one ink, and make two plates.',
  ),
  fix: text('Fusionnez les deux tons directs.', 'Merge the two spot inks.'),
  source: 'GWG 2022 R0023',
  *find(press) {
    const known = new Map<string, string>()
    for (const { name, tint, page, object } of printingSpots(press)) {
      if (tint === '') continue
      const first = known.get(tint)
      if (first === undefined) known.set(tint, name)
      else
        yield {
          page,
          object,
          message: text(`« ${first} » et « ${name} » : même couleur`, `“${first}” and “${name}”: same colour`),
        }
    }
  },
} as const satisfies GwgCheck
