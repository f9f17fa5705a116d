// Every title that is known, in the one form that titles are compared in: our own paths first, then people's names.
import type { Text } from '../../model/diagnostic.ts'
import { type Field, pathOf } from './column-map.ts'
import { COLUMN_NAMES, ITEM_NAMES, type Named, namesIn } from './column-names.ts'
import { DOUBTFUL_NAMES, LEFT_NAMES, LIKELY_NAMES } from './doubtful-names.ts'
import { foldTitle } from './title-form.ts'

/** The lower the rank, the surer the name. */
export type Known = { readonly field: Field; readonly rank: number }

/** `structure.adresse.commune` is also written `adresse.commune` and `commune`; `photo.fichier` never only `fichier`. */
function ownNames(field: Field): readonly string[] {
  if (field.kind === 'part' || field.kind === 'town-line' || field.kind === 'logos') return []
  if (!('path' in field)) return [pathOf(field), ...(field.kind === 'piece-key' ? [`pieces.${field.key}`] : [])]
  const short = pathOf(field)
  const last = short.startsWith('adresse.') ? [short.slice('adresse.'.length)] : []
  return [field.path, short, ...last]
}

const namesOf = ({ field, names }: Named): readonly string[] => [
  ...ownNames(field),
  ...Object.values(names).flatMap(namesIn),
]

function withoutDoubles<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>()
  for (const [name, value] of entries) {
    const form = foldTitle(name)
    if (!map.has(form)) map.set(form, value)
  }
  return map
}

const known: ReadonlyMap<string, Known> = withoutDoubles(
  COLUMN_NAMES.flatMap(named => namesOf(named).map((name, rank) => [name, { field: named.field, rank }] as const)),
)

/** `partenaires.1.nom` is spelled as in a kit file. */
const items = withoutDoubles(
  ITEM_NAMES.flatMap(({ names, ...item }) =>
    [...namesIn(names), `${item.path.replace('structure.', '')} ${item.key}`].map(name => [name, item] as const),
  ),
)

const left: ReadonlyMap<string, Text> = withoutDoubles(
  LEFT_NAMES.flatMap(({ names, why }) => namesIn(names).map(name => [name, why] as const)),
)

const doubtful = withoutDoubles(
  DOUBTFUL_NAMES.flatMap(({ names, paths }) => namesIn(names).map(name => [name, paths] as const)),
)

const likely = withoutDoubles(
  LIKELY_NAMES.flatMap(({ names, path, why }) => namesIn(names).map(name => [name, { path, why }] as const)),
)

/** The first form that a map knows. */
const first = <T>(map: ReadonlyMap<string, T>, forms: readonly string[]): T | undefined =>
  forms.map(form => map.get(form)).find(found => found !== undefined)

/** « Partenaire 2 », `partenaires.1.nom`. */
function numbered(forms: readonly string[]): Known | undefined {
  for (const form of forms) {
    const [, before = '', rank = '', after = ''] = /^(\D+?)(\d{1,2})(\D*)$/.exec(form) ?? []
    const item = items.get(`${before}${after}`)
    if (item) return { field: { kind: 'item', path: item.path, item: Number(rank), key: item.key }, rank: 0 }
  }
  return undefined
}

export const fieldOf = (forms: readonly string[]): Known | undefined => first(known, forms) ?? numbered(forms)

export const reasonLeft = (forms: readonly string[]): Text | undefined => first(left, forms)

export const doubtOf = (forms: readonly string[]): readonly string[] | undefined => first(doubtful, forms)

export const likelyOf = (forms: readonly string[]): { readonly path: string; readonly why: Text } | undefined =>
  first(likely, forms)

/** A path as a kit file writes it, whole or without its group; not a name of people's. */
export function fieldOfPath(path: string): Field | undefined {
  const form = foldTitle(path)
  return COLUMN_NAMES.map(({ field }) => field).find(field => ownNames(field).some(own => foldTitle(own) === form))
}

/** For near misses: every form, with the path that it gives. */
export const knownForms: ReadonlyMap<string, string> = new Map(
  [...known].map(([form, { field }]) => [form, pathOf(field)]),
)

/** Every path that a column may give, in the order of a kit file. */
export const knownPaths: readonly string[] = [...new Set(COLUMN_NAMES.map(({ field }) => pathOf(field)))]
