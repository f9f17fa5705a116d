// Rows below the header that are no structure: totals, notes, the header said again. Each is told, none becomes a kit.
import { type Diagnostic, type Text, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import { type ColumnMap, cellAt } from './column-map.ts'
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

/** A line of text alone, below a table of several columns. */
const isNote = (held: readonly Held[], read: number): boolean =>
  held.length === 1 && read >= 3 && NOTE.test(held[0]?.value ?? '')

const isHeader = (held: readonly Held[], { columns }: ColumnMap): boolean =>
  held.length >= 2 &&
  // Most rows are told apart by their first cell.
  held[0]?.value.toLowerCase() === columns[held[0]?.index ?? 0]?.title.toLowerCase() &&
  held.every(({ index, value }) => foldTitle(value) === foldTitle(columns[index]?.title ?? ''))

function whyLeft(held: readonly Held[], map: ColumnMap): Text | undefined {
  if (isTotal(held)) return text('un total, pas une structure', 'a total, not a structure')
  if (isHeader(held, map)) return text('les titres, une seconde fois', 'the titles, a second time')
  const read = map.columns.filter(({ use }) => use.kind === 'read').length
  return isNote(held, read) ? text('une note, pas une structure', 'a note, not a structure') : undefined
}

/** Why a row is none, or undefined when it is a structure. */
export function leftOut({ number, cells }: RowCells, map: ColumnMap): Diagnostic | undefined {
  const held = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [{ index, value: cell.trim() }]))
  const why = whyLeft(held, map)
  if (!why) return undefined
  const message = text(`ligne ${number} laissée de côté : ${why.fr}`, `row ${number} left out: ${why.en}`)
  return diagnose('row-left-out', cellAt(map, held[0]?.index ?? 0, number), message)
}
