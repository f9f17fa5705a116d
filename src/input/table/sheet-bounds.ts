// Where a sheet ends for us: a cell or a row beyond is a refusal, never a loss.
import { text } from '../../model/diagnostic.ts'
import { cellName } from './cell-name.ts'
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts'
import { tooLarge } from './refusal.ts'

/** Columns from 0: whether a filled cell may stand there. */
export function assertColumn(file: string, column: number, row: number): void {
  if (column < MAX_COLUMNS) return
  const at = cellName(column, row)
  throw tooLarge(
    file,
    text(`la cellule ${at} est remplie, au-delà de 1 000 colonnes`, `cell ${at} is filled, beyond 1,000 columns`),
  )
}

/** Rows from 1. */
export function assertRow(file: string, row: number): void {
  if (row <= MAX_ROWS) return
  throw tooLarge(
    file,
    text(
      'le tableau dépasse 1 048 576 lignes, la limite d’un tableur',
      'the table exceeds 1,048,576 rows, the limit of a spreadsheet',
    ),
  )
}
