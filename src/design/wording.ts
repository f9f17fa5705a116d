// The sentences of a brand file: their forms, the slots they name, and what is wrong with those.
import { isKnownSlot } from '../template/slots.ts'
import type { BrandWording } from './brand-file.ts'

type Forms = BrandWording['fr']
type Agreed = string | { readonly masculine: string; readonly feminine: string }

/** What a sentence agrees with: the number of Cafs and the gender of the structure's type. */
export type Agreement = { readonly plural: boolean; readonly feminine: boolean }

/** What starts the slot of another text. */
export const TEXTS = 'textes.'

export const SLOT = /\{([^{}]*)\}/g

export const slotsIn = (sentence: string): readonly string[] =>
  [...sentence.matchAll(SLOT)].map(match => match[1] ?? '')

/** Slots that design fills; those of the sheet exist only in a template. */
const isWordingSlot = (slot: string): boolean => /^(caf|structure|textes|piece)\./.test(slot) && isKnownSlot(slot)

/** The first slot of a sentence that does not exist; `texts` are the brand's keys. */
export const unknownSlot = (sentence: string, texts: readonly string[]): string | undefined =>
  slotsIn(sentence).find(
    slot => !isWordingSlot(slot) || (slot.startsWith(TEXTS) && !texts.includes(slot.slice(TEXTS.length))),
  )

/** Whether a text names itself, through others or not. */
export function isCircular(key: string, texts: Readonly<Record<string, BrandWording>>): boolean {
  const seen = new Set<string>()
  const visit = (name: string): boolean => {
    if (seen.has(name)) return name === key
    seen.add(name)
    const wording = Object.hasOwn(texts, name) ? texts[name] : undefined
    return wording !== undefined && namedTexts(wording).some(visit)
  }
  return visit(key)
}

const namedTexts = (wording: BrandWording): readonly string[] =>
  sentencesOf(wording).flatMap(({ sentence }) =>
    slotsIn(sentence).flatMap(slot => (slot.startsWith(TEXTS) ? [slot.slice(TEXTS.length)] : [])),
  )

const agreedSentences = (agreed: Agreed, path: string): { path: string; sentence: string }[] =>
  typeof agreed === 'string'
    ? [{ path, sentence: agreed }]
    : [
        { path: `${path}.masculine`, sentence: agreed.masculine },
        { path: `${path}.feminine`, sentence: agreed.feminine },
      ]

const formsSentences = (forms: Forms, path: string): { path: string; sentence: string }[] =>
  typeof forms === 'object' && 'one' in forms
    ? [...agreedSentences(forms.one, `${path}.one`), ...agreedSentences(forms.many, `${path}.many`)]
    : agreedSentences(forms, path)

/** Every sentence of a text with its path under `texts.<key>`. */
export const sentencesOf = (wording: BrandWording): readonly { path: string; sentence: string }[] =>
  Object.entries(wording).flatMap(([lang, forms]) => (typeof forms === 'boolean' ? [] : formsSentences(forms, lang)))

/** The form to print, and its path under the language. */
export function chooseForm(forms: Forms, { plural, feminine }: Agreement): { path: string; sentence: string } {
  const numbered = typeof forms === 'object' && 'one' in forms
  const agreed: Agreed = numbered ? (plural ? forms.many : forms.one) : forms
  const path = numbered ? (plural ? '.many' : '.one') : ''
  if (typeof agreed === 'string') return { path, sentence: agreed }
  return feminine
    ? { path: `${path}.feminine`, sentence: agreed.feminine }
    : { path: `${path}.masculine`, sentence: agreed.masculine }
}
