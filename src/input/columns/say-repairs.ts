// What is said of cells that could be mended: only what the checks of a kit do not say of the value already.
import { type Cell, type Diagnostic, type Text, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import type { InputRule } from '../rules.ts'
import { ungarble } from '../ungarble.ts'
import { type TownWithPostcode, townWithPostcode, type WholeAddress, wholeAddress } from './address-repairs.ts'
import { type Column, type ColumnMap, cellAt } from './column-map.ts'
import { pathOfField } from './mend-cell.ts'
import { booleans, isStrayBoolean } from './repair/booleans.ts'
import { isAllCapitals, lowerCapitals } from './repair/capitals.ts'
import { dates, isStrayDate } from './repair/dates.ts'
import { isDecimalTail } from './repair/figures.ts'
import { isFormula } from './repair/formula.ts'
import { hours, isHoursCode } from './repair/hours.ts'
import { fromLatinNine } from './repair/latin-nine.ts'
import { apostrophes, spaces } from './repair/tidy.ts'
import type { RowCells } from './row-cells.ts'
import type { Filled } from './row-pieces.ts'

/** Paths whose form a kit checks: a formula or a date there is refused as what it is not. */
const CHECKED: ReadonlySet<string> = new Set(
  ['adresse.code-postal', 'telephone', 'courriel', 'site-web', 'qr', 'caf', 'type'].map(key => `structure.${key}`),
)

const FIX = text('`signakit fix` le fait dans une copie', '`signakit fix` does it in a copy')

const shown = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value)

const say = (rule: InputRule, at: Cell, message: Text, hint: Text): Diagnostic => diagnose(rule, at, message, { hint })

function capitalsOf({ value, cell }: Filled, path: string): readonly Diagnostic[] {
  if (!isAllCapitals(value, path)) return []
  const proposed = shown(lowerCapitals(value.trim(), path))
  const message = text(
    `« ${shown(value.trim())} » est tout en capitales, et s’imprimera ainsi`,
    `“${shown(value.trim())}” is all in capitals, and will be printed so`,
  )
  return [say('all-capitals', cell, message, text(`« ${proposed} » ?`, `“${proposed}”?`))]
}

/** @param proposed what the cell would hold, when it can be known */
const retyped = (proposed: string | undefined): Text =>
  proposed === undefined
    ? text('retapez la valeur dans une cellule au format Texte', 'type the value again in a cell of format Text')
    : text(
        `« ${proposed} » ? retapez-le dans une cellule au format Texte`,
        `“${proposed}”? type it again in a cell of format Text`,
      )

function dateOf({ value, cell }: Filled, path: string): readonly Diagnostic[] {
  if (!isStrayDate(value, path)) return []
  const message = text(
    `« ${value.trim()} » est une date, sans doute faite par le tableur`,
    `“${value.trim()}” is a date, probably made by the spreadsheet`,
  )
  return [say('date-in-text', cell, message, retyped(dates(value, path)?.after))]
}

function booleanOf({ value, cell }: Filled, path: string): readonly Diagnostic[] {
  if (!isStrayBoolean(value, path)) return []
  const message = text(
    `« ${value.trim()} » est un oui ou non de tableur, et s’imprimerait ainsi`,
    `“${value.trim()}” is a yes or no of a spreadsheet, and would be printed so`,
  )
  return [say('boolean-in-text', cell, message, retyped(booleans(value, path)?.after))]
}

function hoursOf({ value, cell }: Filled, path: string): readonly Diagnostic[] {
  if (!isHoursCode(value, path)) return []
  const proposed = hours(value, path)?.after
  const message = text(
    `« ${shown(value.trim())} » est un code, et s’imprimerait ainsi`,
    `“${shown(value.trim())}” is a code, and would be printed so`,
  )
  const hint =
    proposed === undefined
      ? text('écrivez les horaires en français', 'write the hours in French')
      : text(`« ${proposed} » ? ${FIX.fr}`, `“${proposed}”? ${FIX.en}`)
  return [say('hours-code', cell, message, hint)]
}

function formulaOf({ value, cell }: Filled, path: string): readonly Diagnostic[] {
  if (!isFormula(value) || CHECKED.has(path)) return []
  const message = text(
    `« ${shown(value.trim())} » est une formule écrite en toutes lettres : elle serait imprimée`,
    `“${shown(value.trim())}” is a formula written out: it would be printed`,
  )
  return [say('formula-text', cell, message, text('écrivez la valeur elle-même', 'write the value itself'))]
}

function decimalOf({ value, cell }: Filled, path: string): readonly Diagnostic[] {
  if (!isDecimalTail(value) || (path !== 'structure.capacite' && path !== 'structure.id')) return []
  const whole = value.trim().replace(/[.,]0+$/, '')
  const message = text(
    `« ${value.trim()} » serait imprimé avec ses décimales`,
    `“${value.trim()}” would be printed with its decimals`,
  )
  return [say('decimal-figure', cell, message, text(`écrivez « ${whole} »`, `write “${whole}”`))]
}

function signsOf({ value, cell }: Filled): readonly Diagnostic[] {
  const meant = fromLatinNine(value.trim())
  // « CrÃ¨che » is damaged another way, and is told so.
  if (meant === undefined || ungarble(value) !== value) return []
  const message = text(
    `« ${shown(value.trim())} » porte un signe qui n’a sans doute pas sa place`,
    `“${shown(value.trim())}” holds a sign that is probably out of place`,
  )
  const hint = text(
    `« ${shown(meant)} » ? ajoutez \`--encodage iso-8859-15\`, enregistrez le CSV en UTF-8, ou corrigez la cellule`,
    `“${shown(meant)}”? add \`--encoding iso-8859-15\`, save the CSV as UTF-8, or mend the cell`,
  )
  return [say('latin-9-text', cell, message, hint)]
}

function addressOf({ address, index, contradicted }: WholeAddress, row: RowCells, map: ColumnMap): Diagnostic {
  const at = cellAt(map, index, row.number)
  const { voie, postcode, commune } = address
  if (contradicted) {
    const message = text(
      `l’adresse finit par « ${postcode} ${commune} », les colonnes de la ligne disent autre chose`,
      `the address ends with “${postcode} ${commune}”, the columns of the row say something else`,
    )
    return say(
      'address-contradiction',
      at,
      message,
      text('corrigez celle qui est fausse', 'mend the one that is wrong'),
    )
  }
  const message = text('l’adresse entière est dans une cellule', 'the whole address is in one cell')
  const parts = text(
    `voie « ${voie} », code postal « ${postcode} », commune « ${commune} » ? ${FIX.fr}`,
    `street “${voie}”, post code “${postcode}”, town “${commune}”? ${FIX.en}`,
  )
  return say('address-in-one-cell', at, message, parts)
}

function townOf(
  { index, postcode, commune, contradicted }: TownWithPostcode,
  row: RowCells,
  map: ColumnMap,
): Diagnostic {
  const at = cellAt(map, index, row.number)
  if (contradicted) {
    const message = text(
      `la commune est écrite avec « ${postcode} », la colonne du code postal dit autre chose`,
      `the town is written with “${postcode}”, the column of post codes says something else`,
    )
    return say('address-contradiction', at, message, text('corrigez celui qui est faux', 'mend the one that is wrong'))
  }
  const message = text('le code postal est dans la cellule de la commune', 'the post code is in the cell of the town')
  const parts = text(
    `code postal « ${postcode} », commune « ${commune} » ? ${FIX.fr}`,
    `post code “${postcode}”, town “${commune}”? ${FIX.en}`,
  )
  return say('address-in-one-cell', at, message, parts)
}

/** Of a row's cells, those that are filled. */
export function sayRepairs(row: RowCells, filled: readonly Filled[], map: ColumnMap): readonly Diagnostic[] {
  const whole = wholeAddress(row, map)
  const found = filled.flatMap(each => {
    const path = pathIn(each.column)
    return path === undefined
      ? []
      : [
          ...capitalsOf(each, path),
          ...dateOf(each, path),
          ...booleanOf(each, path),
          ...hoursOf(each, path),
          ...formulaOf(each, path),
          ...decimalOf(each, path),
          ...signsOf(each),
        ]
  })
  const town = townWithPostcode(row, map)
  return [...found, ...(whole ? [addressOf(whole, row, map)] : []), ...(town ? [townOf(town, row, map)] : [])]
}

const pathIn = ({ use }: Column): string | undefined =>
  use.kind === 'read' && 'path' in use.field ? pathOfField(use.field) : undefined

/** Said once for a sheet, at the first of such cells: the sign is right without it. */
export function sayUntidy(filled: readonly Filled[]): Diagnostic | undefined {
  const first = filled.find(each => {
    const path = pathIn(each.column)
    return path !== undefined && (spaces(each.value, path) ?? apostrophes(each.value, path)) !== undefined
  })
  if (!first) return undefined
  const message = text(
    'des espaces en trop ou des apostrophes droites, ici d’abord : le panneau les corrige',
    'stray spaces or straight apostrophes, here first: the sign sets them right',
  )
  const hint = text('`signakit fix` les corrige aussi dans une copie', '`signakit fix` mends them too in a copy')
  return diagnose('untidy-text', first.cell, message, { hint })
}
