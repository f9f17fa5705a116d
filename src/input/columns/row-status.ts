// What a row says of its structure's life: closed for good gives no kit; anything less sure gives one, and is said.
import { type Diagnostic, text } from '../../model/diagnostic.ts'
import { isEmail, isPhone, isPostcode } from '../contact.ts'
import { diagnose } from '../diagnose.ts'
import { plain } from '../nearest.ts'
import type { Family } from './column-options.ts'
import { productIn } from './product-title.ts'
import type { Filled } from './row-pieces.ts'

export type Status = { readonly closed: boolean; readonly diagnostics: readonly Diagnostic[] }

const OPEN: Status = { closed: false, diagnostics: [] }

/** Sirene writes `F` for an establishment that is closed. */
const CLOSED =
  /^(f|ferme[es]*|fermeture|cesse[es]*|cessation|inactif|inactive|radie[es]*|clos[es]*|supprime[es]*|disparue?s?|archivee?s?)(-definitive(ment)?)?$/

/** Sirene writes `A` for one that is open. */
const OPEN_WORD =
  /^(a|oui|ouvert(e|s|es)?|en-(activite|service|fonctionnement|exploitation|cours)|actifs?|actives?|active|existante?s?|en-vigueur|conventionnee?s?|agreee?s?|valide|validee|ok|normal)(-|$)/

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

const unread = ({ value, cell, column: { title } }: Filled): Diagnostic =>
  diagnose(
    'status-doubt',
    cell,
    text(
      `« ${title} » dit « ${value.trim()} », qui ne veut dire ni ouverte ni fermée : le kit est fabriqué`,
      `“${title}” says “${value.trim()}”, which means neither open nor closed: the kit is made`,
    ),
    {
      hint: text(
        'écrivez « ouverte » ou « fermée », ou écartez la colonne avec `--map`',
        'write “ouverte” or “fermée”, or leave the column out with `--map`',
      ),
    },
  )

/** What no status says: a product, an address, a number of five figures. 0 and 1 are codes that nothing explains. */
const isAnotherValue = (value: string, families: readonly Family[]): boolean =>
  productIn(value, families) !== undefined || isEmail(value) || isPostcode(value) || isPhone(value)

const shifted = ({ value, cell, column: { title } }: Filled): Diagnostic =>
  diagnose(
    'row-shifted',
    cell,
    text(
      `« ${title} » dit « ${value.trim()} » : les cellules de la ligne ont sans doute glissé`,
      `“${title}” says “${value.trim()}”: the cells of the row have probably moved`,
    ),
    {
      hint: text(
        'un séparateur se trouve sans doute dans une valeur : mettez-la entre guillemets, "…"',
        'a separator probably stands in a value: put it in quotes, "…"',
      ),
    },
  )

function statusIn(filled: Filled, families: readonly Family[]): Status {
  const { use } = filled.column
  if (use.kind !== 'read') return OPEN
  // A date may be to come: whether it is past is not for the tool to reckon.
  if (use.field.kind === 'closing-date') return { closed: false, diagnostics: [doubt(filled)] }
  if (use.field.kind !== 'status') return OPEN
  const word = plain(filled.value).replace(/[.!]+$/, '')
  if (CLOSED.test(word)) return { closed: true, diagnostics: [] }
  if (CLOSING.test(word)) return { closed: false, diagnostics: [doubt(filled)] }
  if (OPEN_WORD.test(word)) return OPEN
  const other = isAnotherValue(filled.value.trim(), families)
  return { closed: false, diagnostics: [other ? shifted(filled) : unread(filled)] }
}

export function statusOf(filled: readonly Filled[], families: readonly Family[]): Status {
  const found = filled.map(each => statusIn(each, families))
  const closed = found.some(each => each.closed)
  return { closed, diagnostics: closed ? [] : found.flatMap(({ diagnostics }) => diagnostics) }
}
