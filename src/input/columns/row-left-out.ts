// Rows below the header that are no structure: totals, notes, the header said again. Each is told, none becomes a kit.
import { type Diagnostic, type Text, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import { type ColumnMap, cellAt, pathOf } from './column-map.ts'
import type { RowCells } from './row-cells.ts'
import { foldTitle } from './title-form.ts'

const TOTAL = /^(sous[- ]?)?tota(l|ux)\b/iu
const FIGURE = /^[\d\s.,%€-]*$/u
const NOTE =
  /^(source|sources|nota|note|légende|legende|remarque|mise à jour|mis à jour|date d|extraction|édité|export|\*|\()/iu

type Held = { readonly index: number; readonly value: string }

/** « Total », and nothing else but figures: a structure called « Total Jeunes » has a type, an address. */
const isTotal = ([first, ...others]: readonly Held[]): boolean =>
  first !== undefined && TOTAL.test(first.value) && others.every(({ value }) => FIGURE.test(value) || TOTAL.test(value))

const MONTH = '(?:janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc)'
/** What no name of a structure says: a sign that explains, a date, a count of rows, a whole sentence. */
const SENTENCE = new RegExp(
  [
    '[:=]\\s',
    '[:=]$',
    '(?:\\S+\\s+){4,}\\S*[.!?]$',
    `\\ble\\s+\\d{1,2}(?:er)?\\s+${MONTH}`,
    '\\d{1,2}/\\d{1,2}/\\d{2,4}',
    '^\\d+\\s+(?:structures?|lignes?|établissements?|équipements?|enregistrements?|résultats?)$',
  ].join('|'),
  'iu',
)
/** Characters. Names as long as this are told as rows in error, whose name is there to be mended. */
const LONG = 60

/** Paths that a structure is known by, as `pathOf` says them: a row that has one is never passed over. */
const KNOWN_BY: ReadonlySet<string> = new Set(['nom', 'type', 'caf', 'id'])

const pathAt = ({ columns }: ColumnMap, index: number): string => {
  const use = columns[index]?.use
  return use === undefined || use.kind === 'left' ? '' : pathOf(use.field)
}

/**
 * Below a table of several columns: a line of text alone that says what it is, or, after a gap, words under none of what a
 * structure is known by. Under these a row stays, in error: a name may hold a sign that explains, « RPE : Pessac ».
 */
function isNote(held: readonly Held[], map: ColumnMap, isAfterGap: boolean): boolean {
  if (map.columns.filter(({ use }) => use.kind === 'read').length < 3) return false
  const [first] = held
  const isAlone = held.length === 1
  if (first === undefined || !(isAlone || isAfterGap)) return false
  if (isAlone && NOTE.test(first.value)) return true
  if (!isAfterGap) return false
  if (held.some(({ index }) => KNOWN_BY.has(pathAt(map, index)))) return false
  // A figure alone asks for pieces, or is what is left of a row: it is told as one.
  return isAlone ? !FIGURE.test(first.value) : held.every(({ value }) => isSentence(value))
}

const isSentence = (value: string): boolean => value.length > LONG || SENTENCE.test(value)

/** Figures under columns, and no name, type or Caf: what a table adds up. */
const isSum = (held: readonly Held[], map: ColumnMap): boolean =>
  held.length > 1 && held.every(({ index, value }) => FIGURE.test(value) && !KNOWN_BY.has(pathAt(map, index)))

const isHeader = (held: readonly Held[], { columns }: ColumnMap): boolean =>
  held.length >= 2 &&
  // Most rows are told apart by their first cell.
  held[0]?.value.toLowerCase() === columns[held[0]?.index ?? 0]?.title.toLowerCase() &&
  held.every(({ index, value }) => foldTitle(value) === foldTitle(columns[index]?.title ?? ''))

const AGAIN = text('les titres, une seconde fois', 'the titles, a second time')
const OTHERS = text('les titres d’un second tableau', 'the titles of a second table')
const A_NOTE = text('une note, pas une structure', 'a note, not a structure')

function whyLeft(held: readonly Held[], map: ColumnMap, isAfterGap: boolean): Text | undefined {
  if (isTotal(held)) return text('un total, pas une structure', 'a total, not a structure')
  if (isHeader(held, map)) return AGAIN
  if (isNote(held, map, isAfterGap)) return A_NOTE
  return isAfterGap && isSum(held, map)
    ? text('des chiffres seuls, pas une structure', 'figures alone, not a structure')
    : undefined
}

const heldIn = ({ cells }: RowCells): readonly Held[] =>
  cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [{ index, value: cell.trim() }]))

const SHOWN = 50

function told({ number, cells }: RowCells, map: ColumnMap, why: Text, isQuoted: boolean): Diagnostic {
  const [first] = heldIn({ number, cells })
  const words = first?.value.replace(/\s+/g, ' ') ?? ''
  const cut = words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words
  const said = isQuoted ? text(` (« ${cut} »)`, ` (“${cut}”)`) : text('', '')
  const message = text(
    `ligne ${number} laissée de côté${said.fr} : ${why.fr}`,
    `row ${number} left out${said.en}: ${why.en}`,
  )
  return diagnose('row-left-out', cellAt(map, first?.index ?? 0, number), message)
}

/** Why a row is none, or undefined when it is a structure. */
export function leftOut(row: RowCells, map: ColumnMap, isAfterGap: boolean): Diagnostic | undefined {
  const why = whyLeft(heldIn(row), map, isAfterGap)
  return why && told(row, map, why, why === A_NOTE)
}

/** A line alone, just above titles. */
export const caption = (row: RowCells, map: ColumnMap): Diagnostic => told(row, map, A_NOTE, true)

export const titlesLeftOut = (row: RowCells, map: ColumnMap, titles: 'same' | 'others'): Diagnostic =>
  told(row, map, titles === 'same' ? AGAIN : OTHERS, false)
