// Stray spaces and straight apostrophes: the sign sets them right by itself, the sheet keeps them.
import { text } from '../../../model/diagnostic.ts'
import type { Step } from './step.ts'

/** Line breaks stay: they part the items of a list. */
const withoutStraySpaces = (value: string): string =>
  value
    .split('\n')
    .map(line =>
      line
        .replace(/[ \t\u00a0]{2,}/g, ' ')
        .replace(/ +(?=[,.](?:\s|$))/g, '')
        .trim(),
    )
    .join('\n')
    .trim()

export const spaces: Step = value => {
  const after = withoutStraySpaces(value)
  return after === value ? undefined : { after, rule: 'untidy-text', why: text('espaces en trop', 'stray spaces') }
}

/** Between letters only: an apostrophe elsewhere may be a quote, or a minute of an arc. */
export const apostrophes: Step = value => {
  const after = value.replace(/(?<=\p{L})['\u00b4`](?=\p{L})/gu, '’')
  return after === value
    ? undefined
    : { after, rule: 'untidy-text', why: text('apostrophe droite', 'straight apostrophe') }
}
