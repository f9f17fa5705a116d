// How a schema carries its own sentence, in both languages, through zod, whose messages are plain strings.
import { type Text, text } from '../model/diagnostic.ts'

const BETWEEN = '\u001f'

/**
 * For zod's `error`: the sentence goes on after the name of the key.
 * `z.string().regex(/^#/, said(text('n’est pas une couleur : `#0064af`', 'is not a colour: `#0064af`')))`
 */
export const said = (sentence: Text): string => `${sentence.fr}${BETWEEN}${sentence.en}`

/** The sentence a schema carried, if it carried one. */
export function heard(message: string): Text | undefined {
  const [fr = '', en] = message.split(BETWEEN)
  return en === undefined ? undefined : text(fr, en)
}
