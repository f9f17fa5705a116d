// Why what cannot be understood is refused rather than guessed.
import { text } from '../../model/diagnostic.ts'

export const LOST = text(
  'Le fichier ne peut pas être compris sans deviner, et une valeur devinée finirait sur un panneau.',
  'The file cannot be understood without guessing, and a guessed value would end on a sign.',
)
