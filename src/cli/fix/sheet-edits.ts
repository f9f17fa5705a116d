// The edits that a sheet's repairs ask for: their cells, and the titles of the columns that the copy gains.

import { columnsToAdd } from '../../input/columns/added-columns.ts'
import type { Column, ColumnMap } from '../../input/columns/column-map.ts'
import type { Repair } from '../../input/columns/mend-cell.ts'
import { repairs } from '../../input/columns/repairs.ts'
import { structureRows } from '../../input/columns/structure-rows.ts'
import type { InputRule } from '../../input/rules.ts'
import { columnName, parseCellName } from '../../input/table/cell-name.ts'
import type { Row, Table } from '../../input/table/table.ts'
import { type Diagnostic, hasErrors, text } from '../../model/diagnostic.ts'
import type { CellEdit } from './cell-edit.ts'

export type SheetEdit = CellEdit & {
  readonly title: string
  readonly rules: readonly InputRule[]
  /** What the sheet shows, where that is not the text that was read: accents in another encoding than its own. */
  readonly seen?: string
}

export type SheetEdits = { readonly edits: readonly SheetEdit[]; readonly diagnostics: readonly Diagnostic[] }

const NEW_COLUMN = text(
  'colonne ajoutée, pour une adresse coupée en parties',
  'column added, for an address cut into parts',
)

const titleAt = (columns: readonly Column[], index: number): string => columns[index]?.title ?? ''

function editOf(
  { index, before, after, why, rules }: Repair,
  row: number,
  titles: (index: number) => string,
): SheetEdit {
  const edit = { column: index, row, before, after, why, rules, title: titles(index) }
  return rules.includes(SPLIT) ? { ...edit, split: 'part' } : edit
}

/** The rule of a whole address in one cell, which is cut. */
const SPLIT = 'address-in-one-cell'

/** An address is not cut by half: when one of its parts is not to be mended, none is. */
function withoutRules(found: readonly Repair[], unwanted: ReadonlySet<string>): readonly Repair[] {
  const isUnwanted = ({ rules }: Repair): boolean => rules.some(rule => unwanted.has(rule))
  const whole = found.some(repair => repair.rules.includes(SPLIT) && isUnwanted(repair))
  return found.filter(repair => !isUnwanted(repair) && !(whole && repair.rules.includes(SPLIT)))
}

const RECODED = text(
  'autre codage que celui du fichier : à relire',
  'another encoding than that of the file: to be read again',
)

/** The copy is in one encoding: the cells that were in another are changed too, and are to be looked at. */
function withRecoded(
  { number, cells, diagnostics = [] }: Row,
  edits: readonly SheetEdit[],
  titles: Titles,
): readonly SheetEdit[] {
  const odd = diagnostics.flatMap(({ rule, at }) => {
    const column = rule === 'mixed-encoding' && at && 'cell' in at ? parseCellName(at.cell)?.column : undefined
    return column === undefined ? [] : [column]
  })
  const recoded = odd.map((column): SheetEdit => {
    const before = cells[column] ?? ''
    const seen = before.replace(/[^\0-\x7F]/gu, '\uFFFD')
    const own = edits.find(edit => edit.column === column)
    if (own) return { ...own, seen, rules: [...own.rules, 'mixed-encoding'] }
    return {
      column,
      row: number,
      before,
      seen,
      after: before,
      why: RECODED,
      rules: ['mixed-encoding'],
      title: titles(column),
    }
  })
  return [...edits.filter(({ column }) => !odd.includes(column)), ...recoded].toSorted((a, b) => a.column - b.column)
}

type Titles = (index: number) => string

/** A hidden row is not mended: nobody would see it. Rules in `unwanted` are left as they are. */
export async function sheetEdits(table: Table, map: ColumnMap, unwanted: ReadonlySet<string>): Promise<SheetEdits> {
  const added = await columnsToAdd(table, map)
  const titles: Titles = index => added.find(each => each.index === index)?.title ?? titleAt(map.columns, index)
  const edits: SheetEdit[] = []
  const diagnostics: Diagnostic[] = []
  for await (const row of structureRows(table, map)) {
    if ('rule' in row) {
      diagnostics.push(row)
      continue
    }
    if (row.under) {
      // Its rows have other columns: they are left as they are, and that is said once.
      const told: Diagnostic = { ...row.under.told, severity: 'warning' }
      if (!diagnostics.some(({ message }) => message.fr === told.message.fr)) diagnostics.push(told)
      continue
    }
    if (row.broken) {
      // Its cells are in pieces on several rows: it is for a person to say.
      diagnostics.push({ ...row.broken.told, severity: 'warning' })
      continue
    }
    if (row.hidden) continue
    const wanted = withoutRules(repairs(row, map, added), unwanted)
    edits.push(
      ...withRecoded(
        row,
        wanted.map(repair => editOf(repair, row.number, titles)),
        titles,
      ),
    )
  }
  if (hasErrors(diagnostics)) return { edits: [], diagnostics }
  const gained = added.filter(({ index }) => edits.some(({ column }) => column === index))
  const headers = gained.map(
    ({ index, title }): SheetEdit => ({
      column: index,
      row: map.header,
      before: '',
      after: title,
      why: NEW_COLUMN,
      rules: [SPLIT],
      title,
      split: 'title',
    }),
  )
  return { edits: [...headers, ...edits], diagnostics }
}

export const cellOf = ({ column, row }: CellEdit): string => `${columnName(column)}${row}`
