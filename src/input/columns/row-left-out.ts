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

/** Paths that no structure goes without, as `pathOf` says them. */
const REQUIRED: ReadonlySet<string> = new Set(['nom', 'type', 'caf'])

const pathAt = ({ columns }: ColumnMap, index: number): string => {
  const use = columns[index]?.use
  return use === undefined || use.kind === 'left' ? '' : pathOf(use.field)
}

/**
 * Below a table of several columns: a line of text alone that says what it is, or, after a gap, one that no structure could
 * be called by, or a legend where none of name, type and Caf stands.
 */
function isNote(held: readonly Held[], map: ColumnMap, isAfterGap: boolean): boolean {
  if (map.columns.filter(({ use }) => use.kind === 'read').length < 3) return false
  const [first] = held
  const isAlone = held.length === 1
  if (first === undefined || !(isAlone || isAfterGap)) return false
  if (isAlone && NOTE.test(first.value)) return true
  if (!isAfterGap) return false
  if (isAlone) return !REQUIRED.has(pathAt(map, first.index)) || isSentence(first.value)
  // An amount alone asks for pieces: that row is told as one.
  return held.every(({ index, value }) => !REQUIRED.has(pathAt(map, index)) && SENTENCE.test(value))
}

const isSentence = (value: string): boolean => value.length > LONG || SENTENCE.test(value)

/** Figures under columns, and no name, type or Caf: what a table adds up. */
const isSum = (held: readonly Held[], map: ColumnMap): boolean =>
  held.every(({ index, value }) => FIGURE.test(value) && !REQUIRED.has(pathAt(map, index)))

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
