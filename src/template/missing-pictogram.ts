// A pictogram that the brand does not have: a picture left out in silence would be a hole in the sign.
import { text } from '../model/diagnostic.ts'
import type { Scope } from './scope.ts'

export const missingPictogram = (key: string, scope: Scope): void =>
  scope.problem({
    rule: 'unknown-token',
    message: text(
      `la charte ${scope.brand.id} n’a pas de pictogramme « ${key} »`,
      `the brand ${scope.brand.id} has no pictogram “${key}”`,
    ),
    hint: text(`ajoutez ${key}.svg aux pictogrammes de la charte`, `add ${key}.svg to the brand’s pictograms`),
  })
