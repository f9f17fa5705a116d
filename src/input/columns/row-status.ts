// What a row says of its structure's life: closed for good gives no kit; anything less sure gives one, and is said.
import { type Diagnostic, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import { plain } from '../nearest.ts'
import type { Filled } from './row-pieces.ts'

export type Status = { readonly closed: boolean; readonly diagnostics: readonly Diagnostic[] }

const OPEN: Status = { closed: false, diagnostics: [] }

/** Sirene writes `F` for an establishment that is closed. */
const CLOSED =
  /^(f|ferme[es]*|fermeture|cesse[es]*|cessation|inactif|inactive|radie[es]*|clos[es]*|supprime[es]*|disparue?s?|archivee?s?)(-definitive(ment)?)?$/

/** A word of closing in a longer sentence: for a time, from a date, one day a week. */
const CLOSING = /(^|-)(ferm|cess|suspendu|inactif|inactive|radie|en-travaux)/

const doubt = ({ value, cell, column: { title } }: Filled): Diagnostic =>
  diagnose(
    'status-doubt',
    cell,
    text(
      `« ${title} » dit « ${value.trim()} » : le kit est fabriqué quand même`,
      `“${title}” says “${value.trim()}”: the kit is made all the same`,
    ),
    {
      hint: text(
        'une colonne `statut` qui dit « fermée » met la structure de côté',
        'a column `statut` that says “fermée” sets the structure aside',
      ),
    },
  )

function statusIn(filled: Filled): Status {
  const { use } = filled.column
  if (use.kind !== 'read') return OPEN
  // A date may be to come: whether it is past is not for the tool to reckon.
  if (use.field.kind === 'closing-date') return { closed: false, diagnostics: [doubt(filled)] }
  if (use.field.kind !== 'status') return OPEN
  const word = plain(filled.value).replace(/[.!]+$/, '')
  if (CLOSED.test(word)) return { closed: true, diagnostics: [] }
  return CLOSING.test(word) ? { closed: false, diagnostics: [doubt(filled)] } : OPEN
}

export function statusOf(filled: readonly Filled[]): Status {
  const found = filled.map(statusIn)
  const closed = found.some(each => each.closed)
  return { closed, diagnostics: closed ? [] : found.flatMap(({ diagnostics }) => diagnostics) }
}
