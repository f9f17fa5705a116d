// How good a line break reads. Costs are added to the squared raggedness of the lines, where 1 is an empty line.

/** Reads as a mistake: taken only when every way to break has one. */
export const MISTAKE = 10
/** A last line of one or two letters. */
const ORPHAN = 3
/** After a hyphen: only when nothing else fits, and then rarely. */
const HYPHEN = 1
/** Before a dash or a stroke: it is better left at the end of its line. */
const DASH = 0.5
/** Inside a term of the trade, or before a figure (« Résidence 12 »). */
const TERM = 0.3
/** After a short word that comes before its noun or verb: « petits », « vous ». */
const SHORT = 0.25
/** Between the parts of a proper name. */
const INSIDE_NAME = 0.2
/** Between a noun and what qualifies it. */
const PLAIN = 0.15
/** Before a complement: « / des Portes du Morvan ». */
const COMPLEMENT = 0.08
/** Where a proper name begins without an article: « de quartier / Europe ». */
const CAPITAL = 0.04
/** More, between « and ». */
const QUOTED = 0.1

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words that lean on the next one. */
const LEANING = set(
  'de du des d’ la le les l’ à au aux en et ou sur sous pour par avec chez sans entre vers dans dès jusqu’à un une ' +
    'ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs que qu’ qui & + n° « “ ( ' +
    'saint sainte saints saintes st ste m. mm. mme mmes mlle dr pr docteur',
)

/** Words better followed than left last on their line. */
const INTRODUCING = set(
  'petit petite petits petites grand grande grands grandes nouveau nouvelle beau belle jeune jeunes bon bonne très plus ' +
    'tout toute tous toutes je tu il elle on nous vous ils elles ne se deux trois quatre cinq rue avenue place',
)

/** Words that open a complement: a natural place to breathe. */
const OPENING = set(
  'de du des d’ à au aux en et ou sur sous pour par avec chez sans entre vers dans dès jusqu’à & + “ (',
)

/** With a capital inside a name, they begin the name proper: « Multi-accueil / Les Lutins ». */
const NAMING = set('le la les l’ au aux un une à chez mon ma mes notre nos «')

/** Terms of the trade that read as one word. */
const TERMS = set(
  'petite_enfance vie_sociale jeunes_travailleurs habitat_jeunes france_services assistantes_maternelles',
)

/** The words of a piece: no-break spaces join several. */
const wordsOf = (piece: string): readonly string[] => piece.split(/[\u00a0\u202f]/).filter(word => word !== '')

const lower = (word: string): string => word.toLowerCase()

/** « d’Artagnan » opens as « d’ » does, « (ancienne école) » as « ( ». */
const headOf = (word: string): string =>
  /[«“(’]/.test(word) ? (word.match(/^(?:[«“(]|\p{L}{1,2}’)/u)?.[0] ?? word) : word

const isNumber = (word: string): boolean => /^\d+(?:bis|ter)?,?$/.test(word)
const isInitial = (word: string): boolean => word.endsWith('.') && /^\p{Lu}\.$/u.test(word)
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)
const isDash = (word: string): boolean => /^[-–—/]$/.test(word)

const leans = (word: string): boolean => LEANING.has(lower(word)) || isNumber(word) || isInitial(word)

/** « d’Api » names, « d’entreprise » does not. */
const namesSomething = (word: string): boolean => isCapital(word.replace(/^\p{L}{1,2}’/u, ''))

export type Break = {
  /** The piece before and the piece after. */
  readonly before: string
  readonly after: string
  /** The piece before is the first of its text: its capital means nothing. */
  readonly first: boolean
  readonly hyphen: boolean
  /** Between « and ». */
  readonly quoted: boolean
}

/** Cost of parting two words that do not lean on each other. */
function partingCost(last: string, next: string, insideName: boolean): number {
  const head = headOf(next)
  if (NAMING.has(lower(head)) && (head === '«' || isCapital(head))) return 0
  if (TERMS.has(`${lower(last)}_${lower(next)}`) || /^\d/.test(next)) return TERM
  if (OPENING.has(lower(head))) return insideName ? PLAIN : COMPLEMENT
  if (INTRODUCING.has(lower(last))) return SHORT
  if (insideName) return INSIDE_NAME
  return isCapital(next) ? CAPITAL : PLAIN
}

/** Cost of ending a line between two pieces. */
export function breakCost({ before, after, first, hyphen, quoted }: Break): number {
  const last = (wordsOf(before).at(-1) ?? '').replace(/[-\u2010]$/, '')
  const next = wordsOf(after)[0] ?? ''
  if (leans(last)) return MISTAKE
  if (isDash(next)) return DASH
  const extra = (hyphen ? HYPHEN : 0) + (quoted ? QUOTED : 0)
  if (/[,;:.!?»)–—/-]$/.test(last)) return extra
  return extra + partingCost(last, next, !first && isCapital(last) && namesSomething(next))
}

/** Cost of a last line that is one short word alone. */
export const orphanCost = (line: string): number => (/^.{1,2}$/u.test(line) ? ORPHAN : 0)
