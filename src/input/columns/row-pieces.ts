// The pieces of a row: its columns of counts, its cell of pieces, and the keys that apply to them.
import { type Cell, type Diagnostic, type Text, text } from '../../model/diagnostic.ts'
import { placeholder } from '../clean.ts'
import { diagnose } from '../diagnose.ts'
import { plain } from '../nearest.ts'
import type { Column, ColumnMap } from './column-map.ts'
import { readPieces } from './pieces-cell.ts'
import { countIn, NONE } from './row-count.ts'

export type Filled = { readonly column: Column; readonly value: string; readonly cell: Cell; readonly title: Cell }

export type RowPiece = {
  readonly order: Readonly<Record<string, string>>
  /** Where each key of the order was read. */
  readonly cells: Readonly<Record<string, Cell>>
  readonly cell: Cell
  readonly title: Cell
}

export type RowPieces = { readonly pieces: readonly RowPiece[]; readonly diagnostics: readonly Diagnostic[] }

/** Of a cell of pieces. */
const NOTHING = new Set([...NONE, 'aucun', 'aucune', 'aucune-piece', 'rien'])

function counted({ column, value, cell, title }: Filled): RowPieces {
  const { use } = column
  if (use.kind !== 'read' || use.field.kind !== 'product') return { pieces: [], diagnostics: [] }
  const nothing = placeholder(value, cell)
  if (nothing) return { pieces: [], diagnostics: [nothing] }
  const quantite = countIn(value)
  if (quantite === undefined) return { pieces: [], diagnostics: [] }
  const { kind: _, product, ...options } = use.field
  const order = { produit: product, quantite, ...options }
  // What is wrong with a product is wrong in the title that names it, once for all rows.
  return { pieces: [{ order, cells: { quantite: cell, produit: title }, cell, title }], diagnostics: [] }
}

function listed({ value, cell, title }: Filled, { families }: ColumnMap): RowPieces {
  const nothing = placeholder(value, cell)
  if (nothing) return { pieces: [], diagnostics: [nothing] }
  if (NOTHING.has(plain(value))) return { pieces: [], diagnostics: [] }
  const pieces = readPieces(value, families).map(order => ({ order, cells: {}, cell, title }))
  return { pieces, diagnostics: [] }
}

/** A family is the word before the first hyphen; a product of no known family takes any key, and is refused later. */
function takes({ order }: RowPiece, key: string, { families }: ColumnMap): boolean {
  const family = families.find(({ id }) => order.produit?.startsWith(`${id}-`))
  return order[key] === undefined && (family === undefined || family.keys.includes(key))
}

function whyUnused(key: string, pieces: readonly RowPiece[]): Text {
  if (pieces.length === 0) return text('la ligne ne nomme pas ses pièces', 'the row does not name its pieces')
  return pieces.some(({ order }) => order[key] !== undefined)
    ? text('les pièces de la ligne disent déjà la leur', 'the pieces of the row already say theirs')
    : text('aucune pièce de la ligne n’en prend', 'no piece of the row takes one')
}

function unused(key: string, { value, cell }: Filled, pieces: readonly RowPiece[]): Diagnostic {
  const which = whyUnused(key, pieces)
  const message = text(
    `\`${key}\` : « ${value.trim()} » ne s’applique à rien, ${which.fr}`,
    `\`${key}\`: “${value.trim()}” applies to nothing, ${which.en}`,
  )
  const hint =
    pieces.length === 0
      ? text(
          'ajoutez une colonne `pieces`, comme « vitrophanie-a5 ; plaque-300x200 »',
          'add a column `pieces`, such as “vitrophanie-a5 ; plaque-300x200”',
        )
      : text('videz la cellule', 'empty the cell')
  return diagnose('piece-option', cell, message, { hint })
}

function withKey(before: RowPieces, filled: Filled, map: ColumnMap): RowPieces {
  const { use } = filled.column
  if (use.kind !== 'read' || use.field.kind !== 'piece-key') return before
  const { key } = use.field
  const nothing = placeholder(filled.value, filled.cell)
  if (nothing) return { ...before, diagnostics: [...before.diagnostics, nothing] }
  if (!before.pieces.some(piece => takes(piece, key, map))) {
    return { ...before, diagnostics: [...before.diagnostics, unused(key, filled, before.pieces)] }
  }
  const value = key === 'quantite' ? filled.value.trim().replace(/^(\d+)[.,]0+$/, '$1') : filled.value
  const pieces = before.pieces.map(piece =>
    takes(piece, key, map)
      ? { ...piece, order: { ...piece.order, [key]: value }, cells: { ...piece.cells, [key]: filled.cell } }
      : piece,
  )
  return { ...before, pieces }
}

/** `filled` are the row's cells that hold something, in the order of the columns. */
export function piecesOf(filled: readonly Filled[], map: ColumnMap): RowPieces {
  const kindOf = ({ column: { use } }: Filled) => (use.kind === 'read' ? use.field.kind : undefined)
  const own = filled.flatMap(each => {
    if (kindOf(each) === 'product') return [counted(each)]
    return kindOf(each) === 'pieces' ? [listed(each, map)] : []
  })
  const start: RowPieces = {
    pieces: own.flatMap(({ pieces }) => pieces),
    diagnostics: own.flatMap(({ diagnostics }) => diagnostics),
  }
  return filled.reduce((before, each) => withKey(before, each, map), start)
}
