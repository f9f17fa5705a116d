// Kinds of values in words: what a key expects, and what was found there.
import { type Text, text } from '../model/diagnostic.ts'

const KINDS: Readonly<Record<string, Text>> = {
  string: text('un texte', 'a text'),
  number: text('un nombre', 'a number'),
  int: text('un nombre entier', 'a whole number'),
  boolean: text('`oui` ou `non`', '`true` or `false`'),
  array: text('une liste', 'a list'),
  tuple: text('une liste', 'a list'),
  object: text('un groupe de clés', 'a group of keys'),
  record: text('un groupe de clés', 'a group of keys'),
}

/** « un texte ou une liste ». */
export function expected(kinds: readonly string[]): Text {
  const words = [...new Set(kinds)].map(kind => KINDS[kind] ?? text('autre chose', 'something else'))
  return text(words.map(({ fr }) => fr).join(' ou '), words.map(({ en }) => en).join(' or '))
}

const SHOWN = 40

const shorten = (value: string): string => (value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value)

/** A scalar is shown as it is; a list or a group is named. */
export function seen(data: unknown): Text {
  if (data === null || data === undefined) return text('une valeur vide', 'an empty value')
  if (Array.isArray(data)) return text('une liste', 'a list')
  if (typeof data === 'object') return text('un groupe de clés', 'a group of keys')
  const shown = shorten(String(data))
  return text(`« ${shown} »`, `“${shown}”`)
}
