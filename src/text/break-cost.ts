// How good a line break reads. Costs are added to the squared raggedness of the lines, where 1 is an empty line.

/** Reads as a mistake: taken only when every way to fill that many lines has one. */
const MISTAKE = 10
/** Splits what belongs together. */
const SPLIT = 3
/** After a hyphen: only when nothing else fits, and then rarely. */
const HYPHEN = 1
/** Before a dash: it is better left at the end of its line. */
const DASH = 0.5
/** Between the parts of a proper name, or inside a quotation. */
const INSIDE_NAME = 0.08
const INSIDE_QUOTES = 0.06
/** Between a noun and what qualifies it. */
const PLAIN = 0.06

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words that lean on the next one. */
const LEANING = set(
  'de du des d’ la le les l’ à au aux en et ou sur sous pour par avec chez sans entre vers dans dès jusqu’à un une ' +
    'ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs que qu’ qui & + / n° « “ ( ' +
    'saint sainte saints saintes st ste m. mm. mme mmes mlle dr pr me docteur rue avenue place',
)

/** Words that open a complement: the natural place to breathe. */
const OPENING = set(
  'de du des d’ à au aux en et ou sur sous pour par avec chez sans entre vers dans dès jusqu’à & + / « “ (',
)

/** The words of a piece: no-break spaces join several. */
const wordsOf = (piece: string): readonly string[] => piece.split(/[\u00a0\u202f]/).filter(word => word !== '')

const lower = (word: string): string => word.toLowerCase()

/** « d’Artagnan » opens as « d’ » does, « (ancienne école) » as « ( ». */
const headOf = (word: string): string => lower(word.match(/^(?:[«“(]|\p{L}{1,2}’)/u)?.[0] ?? word)

const isNumber = (word: string): boolean => /^\d+(?:bis|ter)?,?$/.test(word)
const isInitial = (word: string): boolean => /^\p{Lu}\.$/u.test(word)
const isCapitalised = (word: string): boolean => /^(?:\p{L}’)?\p{Lu}/u.test(word)
const isDash = (word: string): boolean => /^[-–—]$/.test(word)

const leans = (word: string): boolean => LEANING.has(lower(word)) || isNumber(word) || isInitial(word)

export type Break = {
  /** The piece before and the piece after. */
  readonly before: string
  readonly after: string
  readonly hyphen: boolean
  /** Between « and ». */
  readonly quoted: boolean
}

/** Cost of ending a line between two pieces. */
export function breakCost({ before, after, hyphen, quoted }: Break): number {
  const last = (wordsOf(before).at(-1) ?? '').replace(/[-\u2010]$/, '')
  const first = wordsOf(after)[0] ?? ''
  if (leans(last)) return MISTAKE
  if (isDash(first)) return DASH
  const base = (hyphen ? HYPHEN : 0) + (quoted ? INSIDE_QUOTES : 0)
  if (/[,;:.!?»)–—-]$/.test(last) || isDash(last)) return base
  if (OPENING.has(headOf(first))) return base
  if (/^\d/.test(first)) return base + SPLIT / 10
  return base + (isCapitalised(last) && isCapitalised(first) ? INSIDE_NAME : PLAIN)
}

/** Cost of a last line that is one short word alone. */
export const orphanCost = (line: string): number => (/^.{1,2}$/u.test(line) ? SPLIT : 0)
