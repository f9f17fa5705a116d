// What a row of an order sheet orders: nothing, where every count is nought; the brand's own pieces never take the place of an order.
import { type Diagnostic, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import { type Column, type ColumnMap, cellAt } from './column-map.ts'
import type { RowCells } from './row-cells.ts'
import { asks } from './row-count.ts'
import type { RowPieces } from './row-pieces.ts'

/** `nothing`: the row says that nothing is to be made. */
export type RowOrder = { readonly nothing: boolean; readonly diagnostics: readonly Diagnostic[] }

const AS_READ: RowOrder = { nothing: false, diagnostics: [] }

const isCount = ({ use }: Column): boolean =>
  (use.kind === 'read' && use.field.kind === 'product') || (use.kind === 'left' && use.mayOrder === true)

const isPieces = ({ use }: Column): boolean => use.kind === 'read' && use.field.kind === 'pieces'

function unread({ title, index }: Column, value: string, row: RowCells, map: ColumnMap): Diagnostic {
  const message = text(
    `« ${title} » demande « ${value.trim()} », et la colonne n’est pas lue`,
    `“${title}” asks for “${value.trim()}”, and the column is not read`,
  )
  const hint = text(
    `corrigez le titre de la colonne, ou écartez-la avec \`--map\` : \`${title}: ignorer\``,
    `mend the title of the column, or leave it out with \`--map\`: \`${title}: ignorer\``,
  )
  return diagnose('order-unread', cellAt(map, index, row.number), message, { hint })
}

function missing({ index, title }: Column, row: RowCells, map: ColumnMap): Diagnostic {
  const message = text(
    'aucune quantité dans cette ligne : rien ne dit quoi fabriquer',
    'no count in this row: nothing says what to make',
  )
  const hint = text(
    `écrivez les quantités, ou 0 sous « ${title} » si rien n’est à fabriquer`,
    `write the counts, or 0 under “${title}” if nothing is to be made`,
  )
  return diagnose('order-missing', cellAt(map, index, row.number), message, { hint })
}

/**
 * A sheet without columns of products, or a row that names its pieces, is as it is read; so are all where `--set` has the last
 * word. `--piece` has not: it chooses among what is ordered, and a row that does not say may well have forgotten that piece.
 */
export function orderOf(row: RowCells, map: ColumnMap, { pieces, diagnostics }: RowPieces): RowOrder {
  if (map.givenPieces) return AS_READ
  const valueIn = ({ index }: Column): string => row.cells[index] ?? ''
  const isFilled = (column: Column): boolean => valueIn(column).trim() !== ''
  const counts = map.columns.filter(isCount)
  const lost = counts.filter(column => column.use.kind === 'left' && asks(valueIn(column)))
  if (lost.length > 0) {
    return { nothing: false, diagnostics: lost.map(column => unread(column, valueIn(column), row, map)) }
  }
  if (pieces.length > 0 || diagnostics.length > 0) return AS_READ
  const [first] = counts
  if ([...counts, ...map.columns.filter(isPieces)].some(isFilled)) return { nothing: true, diagnostics: [] }
  return first ? { nothing: false, diagnostics: [missing(first, row, map)] } : AS_READ
}
