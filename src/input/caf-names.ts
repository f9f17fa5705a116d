// A Caf as people write it: its number, its name, or both where they agree; what could be two Cafs is none.
import { distance, plain } from './nearest.ts'
import { type Caf, type Reference, unquoted } from './reference.ts'

/** `caf-de-la-seine-st-denis` → the territory's own name in letters and figures alone, `seinesaintdenis`. */
function bare(words: string): string {
  return words
    .replace(/^(de-la|de-l|des|du|de|d|les|la|le|l)-/, '')
    .replace(/(^|-)st(e?)\.?(?=-)/g, '$1saint$2')
    .replace(/[^a-z0-9]/g, '')
}

type Names = {
  readonly byName: ReadonlyMap<string, Caf>
  /** By department, and by the number of the Caf itself. */
  readonly byNumber: ReadonlyMap<string, Caf>
}

const known = new WeakMap<readonly Caf[], Names>()

/** « Caf de Touraine » is also that of Indre-et-Loire: the name of the department counts as that of the Caf. */
function namesOf(cafs: readonly Caf[]): Names {
  const before = known.get(cafs)
  if (before) return before
  const byName = new Map(cafs.flatMap(caf => [caf.territoire, caf.departement].map(name => [bare(plain(name)), caf])))
  const byNumber = new Map([
    ...cafs.flatMap(caf => (caf.numero === undefined ? [] : [[caf.numero, caf] as const])),
    ...cafs.map(caf => [plain(caf.code), caf] as const),
  ])
  const names = { byName, byNumber }
  known.set(cafs, names)
  return names
}

/** « C.A.F. », « Caisse d’allocations familiales »: what it is, not which. */
const CAF = /^(caf|c\.a\.f\.?|caisse-d-allocations?-familiales?)(?=-|\d|$)-?/
const DEPARTMENT = /^((de-l|du|le|la|l)-)?(departement|dept?|dpt)(?=[-.\d]|$)[-.]*/
const FIGURES = '(?:n[°o]?-?)?(2-?[ab]|\\d{1,3})'
const SIGN = '[\\s:;,/()[\\]-]*'
/** `972 - Martinique`, `93-seine-st-denis`: the number, then the name. */
const NUMBER_FIRST = new RegExp(`^\\(?(?:du-|de-l-|d-|la-)?${FIGURES}(?=[^a-z0-9]|$)${SIGN}(.*)$`)
/** `Loire Atlantique (44)`, `Paris 75`: the name, then the number. */
const NUMBER_LAST = new RegExp(`^(.*?[^a-z0-9(]?)${SIGN}(?<=[^a-z0-9]|^)${FIGURES}\\)?$`)

type Written = { readonly number?: string; readonly name: string }

/** Characters; the longest name of a Caf has forty. */
const LONGEST = 200

function partsOf(written: string): Written {
  if (written.length > LONGEST) return { name: written.slice(0, LONGEST) }
  const words = plain(unquoted(written)).replace(CAF, '').replace(DEPARTMENT, '')
  const [, first, after = ''] = NUMBER_FIRST.exec(words) ?? []
  const [, before = '', last] = first === undefined ? (NUMBER_LAST.exec(words) ?? []) : []
  const number = (first ?? last)?.replace('-', '')
  const rest = number === undefined ? words : first === undefined ? before : after
  const name = bare(rest.replace(/^[()[\]-]+/, '').replace(CAF, ''))
  return number === undefined ? { name } : { number: /^\d$/.test(number) ? `0${number}` : number, name }
}

/** Corsica had the number 20 before it was cut in two. */
const CORSICA = '20'

const isOfNumber = ({ code, numero }: Caf, number: string): boolean =>
  plain(code) === number || numero === number || (number === CORSICA && /^2[AB]$/.test(code))

/** `33`, `2a`, `331`, `Caf de la Gironde`, `Gironde (33)`. A number and a name that disagree are no Caf. */
export function matchCaf({ cafs }: Pick<Reference, 'cafs'>, written: string): Caf | undefined {
  const { byName, byNumber } = namesOf(cafs)
  const { number, name } = partsOf(written)
  if (name === '') return number === undefined ? undefined : byNumber.get(number)
  const named = byName.get(name)
  return named && (number === undefined || isOfNumber(named, number)) ? named : undefined
}

/** The two Cafs that a number and a name say, where they disagree. */
export function cafsInConflict({ cafs }: Pick<Reference, 'cafs'>, written: string): readonly [Caf, Caf] | undefined {
  const { byName, byNumber } = namesOf(cafs)
  const { number, name } = partsOf(written)
  const [numbered, named] = [byNumber.get(number ?? ''), byName.get(name)]
  return numbered && named && numbered !== named ? [numbered, named] : undefined
}

/** Letters: « Rhin », but not the « sur » of some longer name. */
const SHORTEST_WORD = 4
const MAX_NEAR = 5

/** The names that the words written are part of, « Corse », or that are part of them, « Gironde - Bordeaux ». */
function sharing(name: string, names: readonly string[]): readonly string[] {
  const within = names.filter(each => name.length >= SHORTEST_WORD && each.includes(name))
  if (within.length > 0) return within.length > MAX_NEAR ? [] : within
  const held = names.filter(each => each.length >= SHORTEST_WORD && name.includes(each))
  // « Loire » is no proposal where « Loire-Atlantique » is written.
  return held.filter(each => !held.some(other => other !== each && other.includes(each)))
}

/** Letters; more are no misspelt name, and a third of them would make any. */
const LONGEST_NAME = 60

/** The names that need at most a third of the letters changed, the nearest first. */
function misspelt(name: string, names: readonly string[]): readonly string[] {
  if (name.length > LONGEST_NAME) return []
  const limit = name.length < 3 ? 0 : Math.max(1, Math.floor(name.length / 3))
  return names
    .map(each => ({ each, edits: distance(name, each) }))
    .filter(({ edits }) => edits <= limit)
    .toSorted((a, b) => a.edits - b.edits)
    .slice(0, 3)
    .map(({ each }) => each)
}

/** The Cafs whose name or department is nearest to what was written; both of Corsica for its old number. */
export function nearestCafs({ cafs }: Pick<Reference, 'cafs'>, written: string): readonly Caf[] {
  const { byName, byNumber } = namesOf(cafs)
  const { number, name } = partsOf(written)
  const names = [...byName.keys()]
  const sharers = sharing(name, names)
  const near = (sharers.length > 0 ? sharers : misspelt(name, names)).flatMap(each => byName.get(each) ?? [])
  const numbered = number === CORSICA ? cafs.filter(caf => isOfNumber(caf, CORSICA)) : [byNumber.get(number ?? '')]
  return [...new Set([...near, ...numbered].filter(caf => caf !== undefined))]
}
