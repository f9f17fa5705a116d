// --encoding: how the text of a CSV is written, for those whose bytes do not tell.
import { Option } from '@commander-js/extra-typings'
import { ENCODINGS, type EncodingName } from '../input/encoding.ts'
import { type Text, text } from '../model/diagnostic.ts'
import { oneOf } from './option-values.ts'

// Object.keys only knows strings; the keys are those of the literal.
const NAMES = Object.keys(ENCODINGS) as readonly EncodingName[]

const read = oneOf('--encoding', NAMES)

/** The option; its value is a word for the type checker, which multiplies the choices of each option by those of the others. */
export const encodingOption = (say: (said: Text) => string) =>
  new Option(
    '--encoding <name>',
    say(
      text(
        `codage d’un CSV, s’il est mal deviné\u00a0: ${NAMES.join(', ')}`,
        `encoding of a CSV, when guessed wrong: ${NAMES.join(', ')}`,
      ),
    ),
  ).argParser((value): string => read(value))

/** The encoding that such a word names. */
export const encodingNamed = (word: string | undefined): { readonly encoding?: EncodingName } => {
  const encoding = NAMES.find(name => name === word)
  return encoding === undefined ? {} : { encoding }
}
