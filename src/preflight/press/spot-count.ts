// Spot inks beyond what the press has units for.
import { text } from '../../model/diagnostic.ts'
import type { GwgCheck } from './press-check.ts'
import { printingSpots } from './printing-spots.ts'

export const spotCount = {
  gwg: 'R0020',
  severity: 'error',
  title: text('aucun ton direct en trop', 'no spot ink too many'),
  why: text(
    'Une presse à quatre couleurs n’a pas de place pour un ton direct : il sera converti au hasard, ou la commande refusée.',
    'A four-colour press has no unit for a spot ink: it gets converted at random, or the order is refused.',
  ),
  fix: text('Convertissez le ton direct en quadrichromie.', 'Convert the spot ink to process colours.'),
  source: 'GWG 2022 R0020',
  *find(press, { values: [most = 0] }) {
    const spots = printingSpots(press)
    if (spots.length <= most) return
    for (const { name, page, object } of spots)
      yield { page, object, message: text(`ton direct « ${name} »`, `spot ink “${name}”`) }
  },
} as const satisfies GwgCheck
