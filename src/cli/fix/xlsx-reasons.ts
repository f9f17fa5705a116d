// Why cells of a worksheet stay as they are: a formula makes them, or a merge covers them.
import type { Merge } from '../../input/table/merges.ts'
import { type Text, text } from '../../model/diagnostic.ts'
import type { CellEdit, Merged } from './cell-edit.ts'
import type { SheetCell, SheetRow } from './xlsx-grid.ts'

const FORMULA = text(
  'la cellule vient d’une formule : corrigez sa source',
  'the cell comes from a formula: mend its source',
)
export const MERGED = text('la cellule fait partie d’une fusion', 'the cell is part of a merge')
const OTHERWISE = text(
  'la cellule est fusionnée avec des lignes qui se corrigent autrement',
  'the cell is merged with rows that are mended otherwise',
)

/** Why a cell must stay, whatever is merged; or undefined. */
function reasonToLeave(cell: SheetCell | undefined, { before }: CellEdit): Text | undefined {
  if (cell?.formula !== undefined) return FORMULA
  return before !== '' && !cell?.isFilled ? MERGED : undefined
}

/** A row with the edits of its cells, and the merges over it. */
export type Wanted = { readonly row: SheetRow; readonly edits: readonly CellEdit[]; readonly merges: readonly Merge[] }

export type Reasons = {
  readonly refused: Map<CellEdit, Text>
  /** Edits of cells that say what the first of their merge says, which is mended by itself. */
  readonly follows: Map<CellEdit, CellEdit>
  /** Edits of cells that are merged with those below. */
  readonly merged: Map<CellEdit, Merged>
}

const mergeAt = (merges: readonly Merge[], { column }: CellEdit): Merge | undefined =>
  merges.find(each => each.column <= column && column <= each.lastColumn)

/** What merges make of edits, by the edit of the first cell of each: rows come in order, and a merge starts above. */
export function reasonsFor(wanted: readonly Wanted[]): Reasons {
  const reasons: Reasons = { refused: new Map(), follows: new Map(), merged: new Map() }
  const { refused, follows, merged } = reasons
  const firsts = new Map<Merge, CellEdit>()
  for (const { row, edits, merges } of wanted)
    for (const edit of edits) {
      const merge = mergeAt(merges, edit)
      const first = merge && firsts.get(merge)
      const isFirst = merge?.column === edit.column && merge.first === edit.row
      if (merge && isFirst) {
        firsts.set(merge, edit)
        if (merge.last > merge.first) merged.set(edit, { ...merge, after: edit.after })
      }
      if (!merge || isFirst) {
        const cell = row.cells.find(({ column }) => column === edit.column)
        const why = reasonToLeave(cell, edit)
        if (why) refused.set(edit, why)
      } else if (merge.column !== edit.column || !first) refused.set(edit, MERGED)
      else if (first.after === edit.after) follows.set(edit, first)
      else {
        refused.set(edit, MERGED)
        refused.set(first, OTHERWISE)
      }
    }
  return reasons
}
