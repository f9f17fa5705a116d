// The cells of a row → the value of a kit: each text as it is written, at its path, with the cell that it came from.
import { type ColumnMap, cellAt, type Field } from './column-map.ts'
import type { RowCells } from './row-cells.ts'
import { putItems, putList, putPartners, putPolicies } from './row-lists.ts'
import { orderOf, type RowOrder } from './row-order.ts'
import { type Filled, piecesOf, type RowPieces } from './row-pieces.ts'
import { append, type Draft, emptyDraft, lengthOf, markEmpty, put } from './value-draft.ts'

/** The columns that are read and hold something in this row. */
export const filledIn = ({ number, cells }: RowCells, map: ColumnMap): readonly Filled[] =>
  map.columns.flatMap(column => {
    const value = cells[column.index] ?? ''
    if (column.use.kind !== 'read' || value.trim() === '') return []
    return [{ column, value, cell: cellAt(map, column.index, number), title: cellAt(map, column.index, map.header) }]
  })

const fieldsOf = (filled: readonly Filled[]): readonly { readonly field: Field; readonly filled: Filled }[] =>
  filled.flatMap(each => (each.column.use.kind === 'read' ? [{ field: each.column.use.field, filled: each }] : []))

/** « 8 mai 1945 », « 11-Novembre » : a street whose name starts with a date, whatever its number. */
const NAMED_BY_A_DATE =
  /^\d{1,2}(?:er)?[\s-]+(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)(?!\p{L})/iu

/** Parts in their order, one space between; a number that the next part already starts with is not said twice. */
function joined(parts: readonly string[]): string {
  const told = parts.filter((part, index) => {
    const next = parts[index + 1]
    if (next === undefined || NAMED_BY_A_DATE.test(next)) return true
    return !new RegExp(`^${part.replace(/[^\p{L}\p{N}]/gu, '\\$&')}\\b`, 'u').test(next)
  })
  return told.join(' ')
}

function putParts(draft: Draft, all: ReturnType<typeof fieldsOf>): void {
  const paths = new Set(all.flatMap(({ field }) => (field.kind === 'part' ? [field.path] : [])))
  for (const path of paths) {
    const parts = all
      .flatMap(({ field, filled }) =>
        field.kind === 'part' && field.path === path ? [{ rank: field.rank, filled }] : [],
      )
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ filled }) => filled)
    const [first] = parts
    if (first) put(draft, path, joined(parts.map(({ value }) => value.trim())), first.cell, first.title)
  }
}

/** « 33000 BORDEAUX »: five figures, then the town. */
function putTownLine(draft: Draft, { value, cell, title }: Filled): void {
  const [, figures = '', town = ''] = /^(\d{5}|\d{2}\s\d{3})\s*[-–,]?\s+(.+)$/s.exec(value.trim()) ?? []
  const path = 'structure.adresse'
  if (town !== '') {
    put(draft, `${path}.code-postal`, figures, cell, title)
    put(draft, `${path}.commune`, town, cell, title)
    return
  }
  put(draft, `${path}.${/^\d/.test(value.trim()) ? 'code-postal' : 'commune'}`, value, cell, title)
}

function putOne(draft: Draft, field: Field, filled: Filled): void {
  const { value, cell, title } = filled
  switch (field.kind) {
    case 'text':
      put(draft, field.path, value, cell, title)
      return
    case 'list':
      putList(draft, field.path, filled)
      return
    case 'policies':
      putPolicies(draft, filled)
      return
    case 'town-line':
      putTownLine(draft, filled)
      return
    // These are read together, whatever the order of their columns; a status is no value of a kit.
    case 'part':
    case 'partners':
    case 'logos':
    case 'item':
    case 'pieces':
    case 'product':
    case 'piece-key':
    case 'status':
    case 'closing-date':
      return
  }
}

function putPieces(draft: Draft, { pieces, diagnostics }: RowPieces): void {
  draft.diagnostics.push(...diagnostics)
  const [first] = pieces
  if (!first) return
  const orders = pieces.map(({ order }) => order)
  append(draft, 'kit.pieces', orders, first.cell, first.title)
  for (const [index, { order, cells, cell }] of pieces.entries()) {
    draft.spans[`kit.pieces.${index}`] = cell
    for (const key of Object.keys(order)) draft.spans[`kit.pieces.${index}.${key}`] = cells[key] ?? cell
  }
}

const isItemOf = ({ column: { use } }: Filled, path: string): boolean =>
  use.kind === 'read' && use.field.kind === 'item' && use.field.path === path

function putPeople(draft: Draft, all: ReturnType<typeof fieldsOf>): void {
  const partners = all.flatMap(({ field, filled }) => (field.kind === 'partners' ? [filled] : []))
  const logos = all.find(({ field }) => field.kind === 'logos')?.filled
  const path = 'structure.partenaires'
  putPartners(draft, path, partners, logos)
  const named = lengthOf(draft, path)
  const filled = all.map(each => each.filled)
  putItems(
    draft,
    path,
    filled.filter(each => isItemOf(each, path)),
    named,
  )
  const figures = 'structure.chiffres'
  putItems(
    draft,
    figures,
    filled.filter(each => isItemOf(each, figures)),
    0,
  )
}

/** Where a value that is not there would have been. */
function markEmpties(draft: Draft, { number, cells }: RowCells, map: ColumnMap): void {
  for (const { index, use } of map.columns) {
    if (use.kind !== 'read' || !('path' in use.field) || (cells[index] ?? '').trim() !== '') continue
    markEmpty(draft, use.field.path, cellAt(map, index, number))
  }
}

export type RowValue = Draft & { readonly order: RowOrder }

/** The row's value and the places of its parts. Its origin is its name, else its first cell that holds something. */
export function rowValue(row: RowCells, map: ColumnMap): RowValue {
  const filled = filledIn(row, map)
  const all = fieldsOf(filled)
  const name = all.find(({ field }) => 'path' in field && field.path === 'structure.nom')?.filled.cell
  const first = row.cells.findIndex(cell => cell.trim() !== '')
  const draft = emptyDraft(name ?? cellAt(map, Math.max(0, first), row.number))
  for (const { field, filled: each } of all) putOne(draft, field, each)
  putParts(draft, all)
  putPeople(draft, all)
  const pieces = piecesOf(filled, map)
  putPieces(draft, pieces)
  markEmpties(draft, row, map)
  return { ...draft, order: orderOf(row, map, pieces) }
}
