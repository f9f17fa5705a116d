// errors.csv: each row that did not give its whole kit, once, its own columns unchanged: mended, it is a sheet again.
import { parseCellName } from '../../input/table/cell-name.ts'
import type { KitReport, ReportDiagnostic } from '../../model/kit-report.ts'
import { rowWord, shortPlace } from '../places.ts'
import { CSV_START, csvCells, csvLine } from './csv-out.ts'

/** After its own columns. The reading of columns knows them (input/columns/find-header). */
const TOLD = ['regles', 'messages', 'cellules', 'origine'] as const

/** The file, for entries that are no rows. */
const FILE = 'fichier'

/** Titles of all the sheets, each once; two columns of one title keep both. */
export function errorColumns(headers: readonly (readonly string[])[], withFiles: boolean): readonly string[] {
  const titles: string[] = withFiles ? [FILE] : []
  for (const header of headers) {
    for (const title of header) {
      const wanted = header.filter(each => each === title).length
      if (titles.filter(each => each === title).length < wanted) titles.push(title)
    }
  }
  return titles
}

export const errorsCsvHeader = (columns: readonly string[]): string => csvLine([...columns, ...TOLD])

/** The columns of an errors.csv of ours, from its first record: those of its sheet. */
export const columnsOfHeader = (record: string): readonly string[] =>
  csvCells(record.replace(CSV_START, '')).slice(0, -TOLD.length)

/** The cells of a row under the columns of the report; the second column of a title takes the second cell. */
function cellsUnder(columns: readonly string[], { titles, cells }: NonNullable<KitReport['row']>): readonly string[] {
  const taken = new Set<number>()
  return columns.map(column => {
    const rank = titles.findIndex((title, index) => title === column && !taken.has(index))
    if (rank < 0) return ''
    taken.add(rank)
    return cells[rank] ?? ''
  })
}

/** What a spreadsheet shows where a formula gives nothing: given back as it is, it stays refused. */
const NO_VALUE = '#VALEUR!'

/** A cell that was refused for being empty would, left empty, be taken for one that has nothing to say. */
function marked({ row, diagnostics }: KitReport): KitReport['row'] {
  const columns = diagnostics.flatMap(({ rule, at }) =>
    rule === 'formula-without-value' && at && 'cell' in at ? (parseCellName(at.cell)?.column ?? []) : [],
  )
  if (!row || columns.length === 0) return row
  const { titles, cells } = row
  return {
    titles,
    cells: titles.map((_, rank) =>
      columns.includes(rank) && (cells[rank] ?? '') === '' ? NO_VALUE : (cells[rank] ?? ''),
    ),
  }
}

const isError = ({ severity }: ReportDiagnostic): boolean => severity === 'error'

/** Each word once, in their order. */
const once = (words: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(words.flatMap(word => word ?? [])),
]

export function errorsCsvLine(columns: readonly string[], report: KitReport): string {
  const { mends = '' } = report
  const row = marked(report)
  const errors = report.diagnostics.filter(isError)
  const own = row ? cellsUnder(columns, row) : columns.map(() => '')
  const cells = columns[0] === FILE ? [report.file, ...own.slice(1)] : own
  return csvLine([
    ...cells,
    once(errors.map(({ rule }) => rule)).join(' '),
    once(errors.map(({ message }) => message)).join(' | '),
    once(errors.map(({ at }) => shortPlace(at))).join(' '),
    // The row of the sheet that it comes from, however often it was given back.
    mends === '' ? rowWord(report.origin) : mends,
  ])
}
