// A product in the title of a column or in a cell: « Vitrophanie A5 », « Nb plaques 300 x 200 », `affiche-a3 portrait`.
import { foldId } from '../fold-id.ts'
import type { Family } from './column-options.ts'
import { withNotes } from './title-notes.ts'

export type Product = { readonly product: string; readonly orientation?: string; readonly pose?: string }

const NUMBER = '\\d{1,5}(?:[.,]\\d{1,3})?'
/** The sizes of `<family>-<format>` (CONTRACT §2); whether one exists is for the catalogue to say. */
const FORMAT = new RegExp(`^(a\\d{1,2}|(?:rondes?-)?${NUMBER}(?:x${NUMBER})?(?:-?(?:mm|cm|m))?)(?:-|$)`)

const COUNT = /^(?:nb|nbre|nombre|qte|quantite|quantites|exemplaires?)-(?:de-|d['’]?-?)?/

/** What shops say for a family and for nothing else. */
const OTHER_NAMES: Readonly<Record<string, string>> = { vitro: 'vitrophanie', poster: 'affiche' }

/** What people say for one family, and may say for another: never read, only proposed. */
const LIKELY_NAMES: Readonly<Record<string, string>> = {
  sticker: 'vitrophanie',
  autocollant: 'vitrophanie',
  adhesif: 'vitrophanie',
  panneau: 'plaque',
  panneaux: 'plaque',
  pancarte: 'plaque',
}

const POSES: readonly (readonly [RegExp, string])[] = [
  [/^ext(?:\.|erieure?)?$/, 'exterieur'],
  [/^int(?:\.|erieure?)?$/, 'interieur'],
  [/^rectoverso$/, 'recto-verso'],
]

type Named = { readonly family: Family; readonly rest: string }

function named(id: string, families: readonly Family[], names: Readonly<Record<string, string>>): Named | undefined {
  for (const family of families) {
    const words = [family.id, ...Object.keys(names).filter(name => names[name] === family.id)]
    const found = new RegExp(`^(?:${words.join('|')})s?(?:-(.*))?$`).exec(id)
    if (found) return { family, rest: found[1] ?? '' }
  }
  return undefined
}

const idOf = (written: string): string => foldId(withNotes(written)).replace(COUNT, '')

/** A product whose family is known, in the one form that ids have; undefined for anything else, a family alone included. */
export function productIn(written: string, families: readonly Family[]): Product | undefined {
  const given = named(idOf(written), families, OTHER_NAMES)
  const [, format] = FORMAT.exec(given?.rest ?? '') ?? []
  if (!given || format === undefined) return undefined
  const { family, rest } = given
  let found: Product = { product: `${family.id}-${format.replace(/^rondes-/, 'ronde-')}` }
  for (const word of rest
    .slice(format.length)
    .replace('recto-verso', 'rectoverso')
    .split('-')
    .filter(each => each !== '')) {
    const pose = POSES.find(([form]) => form.test(word))?.[1]
    if (word === 'portrait' || word === 'paysage') found = { ...found, orientation: word }
    else if (pose !== undefined && family.keys.includes('pose')) found = { ...found, pose }
    else return undefined
  }
  return found
}

/** A title that names a product, and says too little or too much of it: its nearest spelling that is read, or its family alone. */
export function nearProduct(written: string, families: readonly Family[]): string | undefined {
  const found = named(idOf(written), families, { ...OTHER_NAMES, ...LIKELY_NAMES })
  if (!found) return undefined
  const [size] = new RegExp(`(?<![\\d.,])(?:a\\d|${NUMBER}x${NUMBER})(?![\\d.,])`).exec(found.rest) ?? []
  return size === undefined ? found.family.id : `${found.family.id}-${size}`
}

/** Whether a title names a family and says nothing else. */
export const isAlone = (written: string, families: readonly Family[]): boolean =>
  named(idOf(written), families, { ...OTHER_NAMES, ...LIKELY_NAMES })?.rest === ''
