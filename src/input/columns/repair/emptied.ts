// « - », « NC », 0000000000: words that stand for no value leave an empty cell. `#REF!` was one, and is left to be found.
import { text } from '../../../model/diagnostic.ts'
import { isLost, placeholder } from '../../clean.ts'
import type { Step } from './step.ts'

export const emptied: Step = value =>
  placeholder(value.trim(), undefined) && !isLost(value.trim())
    ? {
        after: '',
        rule: 'placeholder-value',
        why: text(
          'mot qui tient lieu de valeur : une cellule vide dit la même chose',
          'a word that stands for no value: an empty cell says the same',
        ),
      }
    : undefined
