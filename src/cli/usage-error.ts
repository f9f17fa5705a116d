// A mistake on the command line itself: one sentence, perhaps a remedy, exit 2.
import type { Text } from '../model/diagnostic.ts'

export class UsageError extends Error {
  readonly text: Text
  readonly hint: Text | undefined

  constructor(text: Text, hint?: Text) {
    super(text.en)
    this.name = 'UsageError'
    this.text = text
    this.hint = hint
  }
}
