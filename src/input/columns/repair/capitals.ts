// « CRECHE MUNICIPALE LES LUTINS » → « Crèche municipale Les Lutins »: a proposal, whose accents are to be read again.

import { text } from '../../../model/diagnostic.ts'
import { isStrayBoolean } from './booleans.ts'
import { ARTICLES, COMMON_WORDS, CUT_WORDS, INITIALISMS, LINKS, PROPER_WORDS } from './capitals-words.ts'
import type { Step } from './step.ts'

/** Part of a street in a column of its own: what comes before it is elsewhere. */
export const STREET_PART = 'structure.adresse.voie#part'

/** Texts that people read as names. */
const NAMES: ReadonlySet<string> = new Set([
  STREET_PART,
  ...[
    'nom',
    'nom-court',
    'lieu',
    'gestionnaire',
    'communes',
    'partenaires',
    'adresse.voie',
    'adresse.complement',
    'adresse.commune',
    'adresse',
  ].map(key => `structure.${key}`),
])

const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Letters that stand for words: known, without a vowel, or a Roman figure. */
const isInitialism = (word: string): boolean =>
  INITIALISMS.has(word) || /^[IVX]{1,5}$/.test(word) || (word.length <= 5 && !/[AEIOUYÀ-ÖØ-Ý]/.test(word))

const WORD = /\p{L}+/gu

/** Scripts without case, as Arabic and Chinese, have no capitals to speak of. */
const CAPITALS = /\p{Lu}+/gu

/** No small letter, and at least one word of four capitals that is a word. */
export function isAllCapitals(value: string, path: string): boolean {
  if (!NAMES.has(path) || /\p{Ll}/u.test(value) || isStrayBoolean(value, path)) return false
  return (value.match(CAPITALS) ?? []).some(word => word.length >= 4 && !isInitialism(word))
}

const capital = (word: string): string => word.slice(0, 1) + word.slice(1).toLowerCase()

type Place = {
  readonly word: string
  /** The words around it, and what stands just before it. */
  readonly before: string | undefined
  readonly after: string | undefined
  readonly mark: string
  /** Of a sentence, or of an item of a list. */
  readonly first: boolean
}

const isCommon = (word: string | undefined): boolean => word !== undefined && Object.hasOwn(COMMON_WORDS, fold(word))

/** « de la », « sur le » belong to what comes before; « Les Lutins » is a name of its own. */
function article({ word, before, after, mark, first }: Place): string {
  const small = word.toLowerCase()
  if (mark === '-' || (before !== undefined && LINKS.has(fold(before)))) return small
  return first || !isCommon(after) ? capital(word) : small
}

function cased(place: Place): string {
  const { word, first, before, after, mark } = place
  const known = fold(word)
  const cut = Object.hasOwn(CUT_WORDS, known) ? CUT_WORDS[known] : undefined
  if (cut !== undefined) return cut
  // « P’tits », « C’hor »: a word that an apostrophe cuts. After « d’ » and « l’ » another word begins.
  if (/['’]/.test(mark) && before?.length === 1 && !/[DL]/.test(before)) return word.toLowerCase()
  if (isInitialism(word) && !LINKS.has(known) && !ARTICLES.has(known)) return word
  if (known === 'a' && word === 'A') return first || after === undefined ? 'A' : 'à'
  if (ARTICLES.has(known)) return article(place)
  if (LINKS.has(known)) return first ? capital(word) : word.toLowerCase()
  // A single letter is a building or an initial.
  if (word.length === 1) return word
  const common = Object.hasOwn(COMMON_WORDS, known) ? COMMON_WORDS[known] : undefined
  if (common !== undefined) return first ? common.slice(0, 1).toUpperCase() + common.slice(1) : common
  const proper = Object.hasOwn(PROPER_WORDS, known) ? PROPER_WORDS[known] : undefined
  return proper ?? (mark === '-' && known === 'sur' ? 'sur' : capital(word))
}

/** « ST JEAN D ANGELY »: in the name of a town a single D or L before a vowel has lost its apostrophe. */
const withApostrophes = (town: string): string => town.replace(/(?<![\p{L}])([DL])[ -](?=[AEIOUYH])/gu, '$1’')

/** A text in capitals as a name is written; accents come back for the words that are known. */
export function lowerCapitals(written: string, path: string): string {
  const value = path === 'structure.adresse.commune' ? withApostrophes(written) : written
  const words = [...value.matchAll(WORD)]
  // A street starts with its number: the word after it takes no capital.
  const [part, street] = [path === STREET_PART, path === 'structure.adresse.voie']
  return words.reduceRight((told, match, index) => {
    const [word] = match
    const start = match.index
    const end = start + word.length
    const mark = value.slice(0, start).at(-1) ?? ''
    const gap = value.slice(words[index - 1] ? (words[index - 1]?.index ?? 0) : 0, start)
    const first = (index === 0 && !part && !(street && /\d/.test(value.slice(0, start)))) || /[;|\n]/.test(gap)
    const place = { word, before: words[index - 1]?.[0], after: words[index + 1]?.[0], mark, first }
    return told.slice(0, start) + cased(place) + told.slice(end)
  }, value)
}

export const capitals: Step = (value, path) => {
  if (!isAllCapitals(value, path)) return undefined
  const after = lowerCapitals(value, path)
  return after === value
    ? undefined
    : {
        after,
        rule: 'all-capitals',
        why: text('tout en capitales : relisez les accents', 'all capitals: read the accents again'),
      }
}
