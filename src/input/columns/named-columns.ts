// The columns of a sheet that other cells of a row are judged by: its Cafs, its street, its post code, its town.
import { matchCaf } from '../caf-names.ts'
import type { Column, ColumnMap } from './column-map.ts'
import type { RowCells } from './row-cells.ts'
import { itemsIn } from './row-lists.ts'

const CAF = 'structure.caf'
export const VOIE = 'structure.adresse.voie'
export const POSTCODE = 'structure.adresse.code-postal'
export const COMMUNE = 'structure.adresse.commune'

export const columnOf = ({ columns }: ColumnMap, path: string): number | undefined =>
  columns.find(({ use }) => use.kind === 'read' && use.field.kind === 'text' && use.field.path === path)?.index

export const columnOfCafs = ({ columns }: ColumnMap): Column | undefined =>
  columns.find(({ use }) => use.kind === 'read' && 'path' in use.field && use.field.path === CAF)

/** The departments of the Cafs that the row names: « 13 ; 83 », « Caf de la Gironde ». */
export function departmentsIn({ cells }: RowCells, map: ColumnMap): readonly string[] | undefined {
  const { cafs } = map
  const column = columnOfCafs(map)
  const written = itemsIn(column === undefined ? '' : (cells[column.index] ?? ''))
  const found = written.flatMap(each => matchCaf({ cafs }, each)?.code ?? [])
  return found.length > 0 ? found : undefined
}
