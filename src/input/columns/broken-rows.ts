// A row of a CSV that a line break without quotes has cut: its pieces are one row, which is refused, not several structures.
import { type Diagnostic, text } from '../../model/diagnostic.ts'
import { isPostcode } from '../contact.ts'
import { diagnose } from '../diagnose.ts'
import type { Row, Table } from '../table/table.ts'
import { type ColumnMap, cellAt } from './column-map.ts'
import { columnOf, columnOfCafs, departmentsIn, POSTCODE } from './named-columns.ts'
import { leftOut } from './row-left-out.ts'

/** `broken`: it is made of the rows down to `last`, and refused. */
export type WholeRow = Row & { readonly broken?: { readonly last: number; readonly told: Diagnostic } }

/** More lines than any value has; what comes after is looked at by itself. */
const MAX_PIECES = 20

const SHOWN = 40

const cellsIn = ({ short }: Row, width: number): number => short?.cells ?? width

const widthOf = (rows: readonly Row[]): number | undefined => rows.find(({ short }) => short)?.short?.width

/** Cells of the row that the pieces make: the first of each goes on with the last of the one before. */
const sum = (rows: readonly Row[], width: number): number =>
  rows.reduce((cells, row) => cells + cellsIn(row, width) - 1, 1)

const isCode = (cell: string | undefined): boolean =>
  /^\d{5}$/.test(cell?.trim() ?? '') && isPostcode(cell?.trim() ?? '')

/**
 * Whether it is a structure by itself: a Caf stands where one should, and no post code where it would go on with those above.
 * Where rows leave out their last cells, one without a Caf is a piece only if the whole has one.
 */
function isOwn(row: Row, [first, ...others]: readonly Row[], offset: number, map: ColumnMap): boolean {
  const code = columnOf(map, POSTCODE)
  if (code !== undefined && isCode(row.cells[code - offset]) && !isCode(row.cells[code])) return false
  if (!columnOfCafs(map)) return !map.isEven
  const hasCaf = (each: Row | undefined): boolean => each !== undefined && departmentsIn(each, map) !== undefined
  if (hasCaf(row)) return true
  const moved = { ...row, cells: [...Array.from({ length: offset }, () => ''), ...row.cells] }
  return !(map.isEven || others.length > 0 || hasCaf(first) || hasCaf(moved))
}

/** A line without separators, where the other rows have all of theirs. */
const isLine = (row: Row, map: ColumnMap): boolean =>
  map.isEven && row.short?.cells === 1 && leftOut(row, map, false) === undefined

/** Whether a row may go on with those above it, which make less than a row, or one whose last cell is filled. */
function goesOn(above: readonly Row[], row: Row, map: ColumnMap): boolean {
  const [first] = above
  const last = above.at(-1)
  const width = widthOf([...above, row])
  if (!first || !last || width === undefined || above.length === MAX_PIECES) return false
  if (row.number !== last.number + 1 || sum([...above, row], width) > width) return false
  if (above.every(each => isLine(each, map))) return true
  const made = sum(above, width)
  if (made === width) return isLine(row, map) && (last.cells[cellsIn(last, width) - 1] ?? '').trim() !== ''
  return first.short?.cells !== 1 && row.short !== undefined && !isOwn(row, above, made - 1, map)
}

const padded = ({ cells }: Row, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => cells[index] ?? '')

const QUOTES = text(
  'mettez entre guillemets la valeur coupée ; si la ligne est une structure, donnez-lui toutes ses cellules',
  'put the value that is cut in quotes; if the row is a structure, give it all of its cells',
)

function joined(rows: readonly Row[], first: Row, last: Row, width: number, map: ColumnMap): WholeRow {
  const cells: string[] = []
  for (const row of rows) {
    const [start = '', ...others] = padded(row, cellsIn(row, width))
    if (cells.length === 0) cells.push(start)
    else cells[cells.length - 1] = `${cells.at(-1) ?? ''}\n${start}`
    cells.push(...others)
  }
  const index = cellsIn(first, width) - 1
  const value = (cells[index] ?? '').replace(/\s*\n\s*/g, ' ⏎ ').slice(0, SHOWN)
  const message = text(
    `la ligne ${first.number} est coupée dans cette cellule par un retour à la ligne sans guillemets, et continue jusqu’à la ligne ${last.number}`,
    `row ${first.number} is cut in this cell by a line break without quotes, and goes on to row ${last.number}`,
  )
  const hint = text(
    `mettez la valeur entre guillemets, "${value}", ou sur une seule ligne ; si ce sont plusieurs structures, donnez à chacune toutes ses cellules`,
    `put the value in quotes, "${value}", or on one line; if they are several structures, give each all of its cells`,
  )
  const told = diagnose('row-broken', cellAt(map, index, first.number), message, { hint })
  const diagnostics = rows.flatMap(row => row.diagnostics ?? [])
  return {
    number: first.number,
    cells,
    hidden: false,
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    broken: { last: last.number, told },
  }
}

/** A line between two rows may end the one above or start the one below: neither is sure of its values. */
function doubted(row: Row, line: Row | undefined, map: ColumnMap): WholeRow {
  if (line === undefined || row.number !== line.number + 1) return row
  const message = text(
    `la ligne ${line.number}, sans séparateur, est peut-être le début de celle-ci, coupée par un retour à la ligne`,
    `row ${line.number}, without separators, may be the start of this one, cut by a line break`,
  )
  const told = diagnose('row-broken', cellAt(map, 0, row.number), message, { hint: QUOTES })
  return { ...row, broken: { last: row.number, told } }
}

/** The rows of a table, those that a line break has cut joined again. What ended the reading is the last thing given. */
export async function* wholeRows(table: Table, map: ColumnMap): AsyncGenerator<WholeRow | Diagnostic, void, undefined> {
  let held: readonly Row[] = []
  let line: Row | undefined
  function* release(next?: Row): Generator<WholeRow> {
    while (held.length > 0 && !(next && goesOn(held, next, map))) {
      const [first, last, width] = [held[0], held.at(-1), widthOf(held)]
      if (first && last && first !== last && width !== undefined && sum(held, width) === width) {
        const row = joined(held, first, last, width, map)
        line = isLine(last, map) && sum(held.slice(0, -1), width) === width ? last : undefined
        held = []
        yield row
      } else {
        held = held.slice(1)
        if (first) yield doubted(first, line, map)
      }
    }
  }
  for await (const row of table.rows()) {
    if ('rule' in row) {
      yield* release()
      yield row
    } else if (map.sheet !== '' || row.number <= map.header || map.repeated.includes(row.number)) {
      yield* release()
      yield row
    } else {
      yield* release(row)
      held = [...held, row]
    }
  }
  yield* release()
}
