// « 13 rue X 33000 BORDEAUX » in one cell: the street, the post code and the town, each to its own column.
import { isPostcode, postcodeFigures } from '../../contact.ts'
import { plain } from '../../nearest.ts'

export type Address = { readonly voie: string; readonly postcode: string; readonly commune: string }

/** A capital: « Route de 33000 pas » ends with no town. */
const TOWN = "\\p{Lu}[\\p{L}\\d\\s'’.-]*?"
const ENDS = [
  // The post code may be said twice, as in files where it was also a column of its own.
  new RegExp(
    `^(?<voie>.*?)(?<![\\p{L}\\d])(?<cp>\\d{5})(?:[\\s,;–-]+\\k<cp>)*[\\s,;–-]+(?<town>${TOWN})(?:[\\s,;(-]+\\k<cp>\\)?)?$`,
    'su',
  ),
  new RegExp(`^(?<voie>.*\\S)[,;\\n]\\s*(?<town>${TOWN})\\s*\\(?(?<cp>\\d{5})\\)?$`, 'su'),
]

const bare = (text: string): string => text.replace(/^[\s,;–-]+|[\s,;–-]+$/g, '')

/** Undefined when no post code and town end the text. */
export function splitAddress(value: string): Address | undefined {
  for (const end of ENDS) {
    const { voie = '', cp = '', town = '' } = end.exec(value.trim())?.groups ?? {}
    if (town !== '' && isPostcode(cp)) return { voie: bare(voie), postcode: cp, commune: bare(town) }
  }
  return undefined
}

/** « 33000 BORDEAUX », « Bordeaux (33000) ». */
export function splitTown(value: string): Omit<Address, 'voie'> | undefined {
  const written = value.trim()
  const [, before = '', after = ''] = new RegExp(`^(\\d{5})[\\s,;–-]+(${TOWN})$`, 'u').exec(written) ?? []
  if (after !== '') return isPostcode(before) ? { postcode: before, commune: bare(after) } : undefined
  const [, town = '', code = ''] = new RegExp(`^(${TOWN})[\\s,(–-]+(\\d{5})\\)?$`, 'u').exec(written) ?? []
  return town !== '' && isPostcode(code) ? { postcode: code, commune: bare(town) } : undefined
}

/** « Paris 12 », « Lyon 3e arrondissement »: the post code, compared by itself, says which. */
const DISTRICT = /^(paris|lyon|marseille)-0?\d{1,2}(?:er|e|eme)?(?:-arr.*)?$/

export const isSameTown = (one: string, other: string): boolean => {
  const form = (town: string): string =>
    plain(town)
      .replace(/-cedex.*$/, '')
      .replace(/\bst(e?)-/g, 'saint$1-')
      .replace(DISTRICT, '$1')
  return form(one) === form(other)
}

/** A zero that a spreadsheet dropped makes no other post code. */
export const isSamePostcode = (one: string, other: string): boolean => {
  const form = (written: string): string => postcodeFigures(written.trim()).padStart(5, '0')
  return form(one) === form(other)
}

export type Beside = { readonly postcode: string; readonly commune: string }

/** What the columns beside it say against it, if they do; an empty one says nothing. One post code serves several towns. */
export const contradicts = ({ postcode, commune }: Address, beside: Beside): boolean =>
  (beside.postcode !== '' && !isSamePostcode(postcode, beside.postcode)) ||
  (beside.commune !== '' && !isSameTown(commune, beside.commune))
