// What a kit says and no piece shows: silence about a funder or a telephone number would be the worst answer.
import { type Diagnostic, type Span, text } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import type { Rules } from '../model/rule.ts'
import type { Piece } from '../model/sheet.ts'
import { walk } from '../sheet/walk.ts'

export const unprintedRules = {
  'not-printed': {
    severity: 'note',
    title: text('donnée qui ne figure sur aucune pièce', 'datum that stands on no piece'),
    why: text(
      'La charte n’a pas de place pour cette donnée sur les pièces du kit\u00a0: mieux vaut le savoir avant d’imprimer.',
      'The brand has no room for this datum on the pieces of the kit: better to know before printing.',
    ),
    fix: text(
      'Ajoutez une pièce dont le modèle la montre, ou laissez-la pour vos dossiers.',
      'Add a piece whose template shows it, or keep it for your records.',
    ),
  },
} as const satisfies Rules

/** Keys of a structure that people expect to read on a sign. */
const KEYS = [
  'lieu',
  'gestionnaire',
  'adresse',
  'capacite',
  'telephone',
  'courriel',
  'horaires',
  'labels',
  'partenaires',
  'photo',
  'chiffres',
] as const

type Key = (typeof KEYS)[number]

const placeKey = (span: Span): string =>
  'line' in span ? `${span.file}:${span.line}:${span.column}` : `${span.file}!${span.sheet}!${span.cell}`

/** Places of all that a piece shows. A logo’s hundred marks have the place of one datum. */
function shownOn(piece: Piece): ReadonlySet<string> {
  const spans = new Set<Span>()
  for (const sheet of piece.faces) for (const { mark } of walk(sheet.marks)) if (mark.from) spans.add(mark.from)
  return new Set([...spans].map(placeKey))
}

/** Places of what a kit says of each key. */
function placesOf({ spans }: Kit, keys: readonly Key[]): ReadonlyMap<Key, ReadonlySet<string>> {
  const places = new Map(keys.map(key => [key, new Set<string>()]))
  for (const at in spans) {
    const [root, key] = at.split('.', 2)
    const own = root === 'structure' ? KEYS.find(each => each === key) : undefined
    const span = spans[at]
    if (own && span) places.get(own)?.add(placeKey(span))
  }
  return places
}

/** Notes for the whole kit, then for each piece that leaves every partner out without the layout having said so. */
export function unprinted(kit: Kit, pieces: readonly Piece[], said: readonly Diagnostic[]): readonly Diagnostic[] {
  const shown = pieces.map(piece => ({ piece, places: shownOn(piece) }))
  const given = KEYS.filter(key => kit.structure[key] !== undefined && kit.spans[`structure.${key}`] !== undefined)
  const known = placesOf(kit, given)
  const isShown = (key: Key, places: ReadonlySet<string>): boolean =>
    [...(known.get(key) ?? [])].some(place => places.has(place))
  const nowhere = given.filter(key => !shown.some(({ places }) => isShown(key, places)))
  const dropped = new Set(said.flatMap(({ rule, piece }) => (rule === 'dropped-element' ? [piece] : [])))
  const without =
    given.includes('partenaires') && !nowhere.includes('partenaires')
      ? shown.filter(({ piece, places }) => !isShown('partenaires', places) && !dropped.has(piece.id))
      : []
  return [
    ...(nowhere.length > 0 ? [nowhereNote(kit, nowhere)] : []),
    ...without.map(({ piece }) => withoutNote(kit, piece.id)),
  ]
}

const placed = (kit: Kit, key: Key | undefined) => {
  const at = key && kit.spans[`structure.${key}`]
  return at ? { at } : {}
}

/** One note for all of them: a kit's record often holds more than a sign shows. */
function nowhereNote(kit: Kit, keys: readonly Key[]): Diagnostic {
  const list = keys.map(key => `\`${key}\``).join(', ')
  return {
    rule: 'not-printed',
    severity: 'note',
    message: text(`sur aucune pièce de ce kit ne figure\u00a0: ${list}`, `on no piece of this kit stands: ${list}`),
    ...placed(kit, keys[0]),
  }
}

const withoutNote = (kit: Kit, piece: string): Diagnostic => ({
  rule: 'not-printed',
  severity: 'note',
  message: text(`les partenaires ne figurent pas sur ${piece}`, `the partners do not stand on ${piece}`),
  piece,
  ...placed(kit, 'partenaires'),
})
