// The rows of a sheet that are structures, one at a time; what the others are is told.
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Row, Table } from '../table/table.ts'
import { type WholeRow, wholeRows } from './broken-rows.ts'
import type { ColumnMap } from './column-map.ts'
import { caption, leftOut, titlesLeftOut } from './row-left-out.ts'
import { type OtherTitles, otherTitles, titlesAgain } from './second-table.ts'

export const isFilled = (cell: string): boolean => cell.trim() !== ''

/** `under`: the titles of a second table, which this row belongs to, and which are not those that are read. */
export type StructureRow = WholeRow & { readonly under?: OtherTitles }

const RECORDS = /\.(?:jsonl|ndjson|geojson)$/i

const isAlone = ({ cells }: Row): boolean => cells.filter(isFilled).length === 1

/** What is known of the rows above the one that is looked at. */
class Walk {
  private under: OtherTitles | undefined
  /** A line alone after a gap: the caption of a table, when titles follow. */
  private held: WholeRow | undefined
  private before: number
  private readonly map: ColumnMap
  /** Records of JSON have no legend, nor titles: an empty line between them is no gap. */
  private readonly isRecords: boolean

  constructor(map: ColumnMap) {
    this.map = map
    this.before = map.header
    this.isRecords = RECORDS.test(map.file)
  }

  *take(row: WholeRow): Generator<StructureRow | Diagnostic> {
    const { map } = this
    const isAfterGap = row.number > this.before + 1 && !this.isRecords
    this.before = row.broken?.last ?? row.number
    const titles = map.strayTitles.includes(row.number) ? 'others' : this.isRecords ? undefined : titlesAgain(row, map)
    if (titles !== undefined) {
      this.under = titles === 'same' ? undefined : otherTitles(row, map)
      yield* this.release(this.held?.number === row.number - 1)
      yield titlesLeftOut(row, map, titles)
      return
    }
    yield* this.release(false)
    const left = leftOut(row, map, isAfterGap)
    if (left) {
      yield left
      return
    }
    if (isAfterGap && isAlone(row)) this.held = row
    else yield this.placed(row)
  }

  /** The titles of the first table once more, told where the columns were. */
  *again(row: Row): Generator<StructureRow | Diagnostic> {
    yield* this.release(false)
    this.under = undefined
    this.before = row.number
  }

  *release(isCaption: boolean): Generator<StructureRow | Diagnostic> {
    const { held } = this
    this.held = undefined
    if (held) yield isCaption ? caption(held, this.map) : this.placed(held)
  }

  private placed(row: WholeRow): StructureRow {
    return this.under ? { ...row, under: this.under } : row
  }
}

/** Reads the table again from its start; what ended its reading is the last thing given. */
export async function* structureRows(
  table: Table,
  map: ColumnMap,
): AsyncGenerator<StructureRow | Diagnostic, void, undefined> {
  const walk = new Walk(map)
  for await (const row of wholeRows(table, map)) {
    if ('rule' in row) {
      yield* walk.release(false)
      yield row
    } else if (map.repeated.includes(row.number)) {
      yield* walk.again(row)
    } else if (row.number > map.header && row.cells.some(isFilled)) {
      yield* walk.take(row)
    }
  }
  yield* walk.release(false)
}
