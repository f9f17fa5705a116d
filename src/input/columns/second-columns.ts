// Two columns for one value: the surer is read, the other gives it where that one is empty; where both are filled they must agree.
import { type Diagnostic, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import { plain } from '../nearest.ts'
import { type Column, type ColumnMap, cellAt, type Field, pathOf } from './column-map.ts'
import { fieldOfPath } from './dictionary.ts'
import { isSamePostcode, isSameTown } from './repair/address.ts'
import type { RowCells } from './row-cells.ts'

const isFilled = ({ cells }: RowCells, index: number): boolean => (cells[index] ?? '').trim() !== ''

const GIVEN_BY_ANOTHER = text('une autre colonne de la ligne la donne', 'another column of the row gives it')

/** The map as this row is read: a second column in the place of an empty first one. */
export function mapOfRow(map: ColumnMap, row: RowCells): ColumnMap {
  const taken = map.columns.flatMap(({ use, index }) =>
    use.kind === 'second' && isFilled(row, index) && !isFilled(row, use.after) ? [{ ...use, index }] : [],
  )
  if (taken.length === 0) return map
  // The first of several, where more than one could.
  const given = new Map(taken.toReversed().map(each => [each.after, each]))
  const read = new Map([...given.values()].map(({ index, field }) => [index, field]))
  const columns = map.columns.map((column): Column => {
    const field = read.get(column.index)
    if (field) return { ...column, use: { kind: 'read', field } }
    return given.has(column.index) ? { ...column, use: { kind: 'left', why: GIVEN_BY_ANOTHER } } : column
  })
  return { ...map, columns }
}

const POSTCODE = 'adresse.code-postal'
const COMMUNE = 'adresse.commune'

/** « 05 56 00 00 00 » and 0556000000, « Les Lutins » and « LES LUTINS » are the same. */
const bare = (value: string): string => plain(value).replace(/[^\p{L}\p{N}]/gu, '')

function agree(path: string, one: string, other: string): boolean {
  if (path === COMMUNE) return isSameTown(one, other)
  return path === POSTCODE ? isSamePostcode(one, other) : bare(one) === bare(other)
}

const titleOf = ({ columns }: ColumnMap, index: number): string => columns[index]?.title ?? ''

function contradiction(column: Column, field: Field, first: number, row: RowCells, map: ColumnMap): Diagnostic {
  const path = pathOf(field)
  const [read, other] = [row.cells[first] ?? '', row.cells[column.index] ?? ''].map(cell => cell.trim().slice(0, 60))
  const title = titleOf(map, first)
  const at = cellAt(map, column.index, row.number)
  const isAddress = path === COMMUNE || path === POSTCODE
  const message = text(
    `deux valeurs pour \`${path}\` : « ${read} » sous « ${title} », « ${other} » ici`,
    `two values for \`${path}\`: “${read}” under “${title}”, “${other}” here`,
  )
  const hint = text(
    `corrigez ou videz celle qui est fausse, ou \`${column.title}: ignorer\` avec \`--map\``,
    `mend or empty the one that is wrong, or \`${column.title}: ignorer\` with \`--map\``,
  )
  return diagnose(isAddress ? 'address-contradiction' : 'two-values', at, message, { hint })
}

/** A sign may bear the name of an association for that of its nursery: it is said whose name is printed. */
function anotherName(column: Column, first: number, row: RowCells, map: ColumnMap): Diagnostic {
  const value = (row.cells[column.index] ?? '').trim().slice(0, 60)
  const title = titleOf(map, first)
  const message = text(
    `« ${title} » est vide : c’est « ${column.title} », « ${value} », qui est imprimé`,
    `“${title}” is empty: “${column.title}”, “${value}”, is printed`,
  )
  const hint = text(`écrivez le nom sous « ${title} »`, `write the name under “${title}”`)
  return diagnose('two-values', cellAt(map, column.index, row.number), message, { hint })
}

/** Of the second columns of a row that say something else than the first. */
export const contradictions = (row: RowCells, map: ColumnMap): readonly Diagnostic[] =>
  map.columns.flatMap(column => {
    const { use, index } = column
    if (use.kind !== 'second' || !isFilled(row, index)) return []
    const path = pathOf(use.field)
    if (!isFilled(row, use.after))
      return path === 'nom' && !fieldOfPath(column.title) ? [anotherName(column, use.after, row, map)] : []
    // A type is told more or less finely: two words for it are no contradiction.
    const same = path === 'type' || agree(path, row.cells[use.after] ?? '', row.cells[index] ?? '')
    return same ? [] : [contradiction(column, use.field, use.after, row, map)]
  })
