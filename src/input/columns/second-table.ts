// A second table under the first: titles again, which fit its columns or do not. Rows under other titles are never read by the first ones.
import { type Diagnostic, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import { type ColumnMap, cellAt, pathOf } from './column-map.ts'
import { doubtOf, fieldOf, reasonLeft } from './dictionary.ts'
import { productIn } from './product-title.ts'
import type { RowCells } from './row-cells.ts'
import { foldTitle, formsOf, tidyTitle } from './title-form.ts'

/** The row of titles that other rows stand under. */
export type OtherTitles = { readonly row: RowCells; readonly told: Diagnostic }

type Title = { readonly index: number; readonly title: string; readonly path?: string; readonly isKnown: boolean }

/** A title is short; a cell of a structure that is a title elsewhere, « Commune », stands alone among its others. */
const LONGEST = 60

function titleAt(index: number, cell: string, { families }: ColumnMap): Title {
  const title = tidyTitle(cell)
  if (title.length > LONGEST) return { index, title, isKnown: false }
  const forms = formsOf(title)
  const field = fieldOf(forms)?.field
  if (field) return { index, title, path: pathOf(field), isKnown: true }
  const product = productIn(title, families)
  if (product) return { index, title, path: product.product, isKnown: true }
  return { index, title, isKnown: reasonLeft(forms) !== undefined || doubtOf(forms) !== undefined }
}

/** Three words of titles, and hardly anything else; numbers are no words. */
function titlesIn({ cells }: RowCells, map: ColumnMap): readonly Title[] | undefined {
  const filled = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]))
  if (filled.length < 3 || filled.some(index => /^[\d\s./+-]{4,}$/.test(cells[index] ?? ''))) return undefined
  const first = filled.slice(0, 2).map(index => titleAt(index, cells[index] ?? '', map))
  if (!first.some(({ isKnown }) => isKnown)) return undefined
  const titles = filled.map(index => titleAt(index, cells[index] ?? '', map))
  const known = titles.filter(({ isKnown }) => isKnown)
  const paths = new Set(known.flatMap(({ path }) => path ?? []))
  return paths.size >= 2 && known.length >= 3 && known.length * 3 >= titles.length * 2 ? titles : undefined
}

function fits({ index, title, path }: Title, { columns }: ColumnMap): boolean {
  const column = columns[index]
  if (!column) return path === undefined
  if (foldTitle(title) === foldTitle(column.title)) return true
  // Not read in either: nothing is lost, nothing is mixed up.
  return column.use.kind === 'left' ? path === undefined : path === pathOf(column.use.field)
}

/** Whether a row below the header says titles: those of its columns once more, or others. */
export function titlesAgain(row: RowCells, map: ColumnMap): 'same' | 'others' | undefined {
  const titles = titlesIn(row, map)
  if (!titles) return undefined
  return titles.every(title => fits(title, map)) ? 'same' : 'others'
}

export function otherTitles(row: RowCells, map: ColumnMap): OtherTitles {
  const first = row.cells.findIndex(cell => cell.trim() !== '')
  const message = text(
    `un second tableau commence à la ligne ${row.number}, sous d’autres titres que ceux de la ligne ${map.header} : ses lignes ne sont pas lues`,
    `a second table starts at row ${row.number}, under other titles than those of row ${map.header}: its rows are not read`,
  )
  const hint = text(
    'mettez-le dans un autre fichier, ou sous les titres du premier, dans le même ordre',
    'put it in another file, or under the titles of the first, in the same order',
  )
  return { row, told: diagnose('second-table', cellAt(map, first, row.number), message, { hint }) }
}
