// Opens a spreadsheet of any kind: what is wrong with the file is told here, what is wrong with a row comes with the row.
import { type Diagnostic, type Outcome, text } from '../../model/diagnostic.ts'
import type { World } from '../../model/world.ts'
import { diagnose } from '../diagnose.ts'
import type { EncodingName } from '../encoding.ts'
import { csvFormat } from './csv.ts'
import { csvRows } from './csv-rows.ts'
import { odsRows, odsSheets } from './ods.ts'
import { Refusal, wholeFile } from './refusal.ts'
import { chooseSheet, type SheetChoice } from './sheet-choice.ts'
import { openSource, type Source } from './source.ts'
import type { Row, Table } from './table.ts'
import { tableKind } from './table-kind.ts'
import { xlsxRows, xlsxSheets } from './xlsx.ts'

export type TableOptions = {
  /** The sheet's name, whatever its case and accents; without it, the only filled one that is not hidden. */
  readonly sheet?: string
  /** Of a CSV, when the file cannot tell it. */
  readonly encoding?: EncodingName
}

type Rows = (source: Source) => AsyncIterable<Row>

type Opened = { readonly sheet: string; readonly rows: Rows }

function openCsv(source: Source, encoding: EncodingName | undefined): Outcome<Opened> {
  if (source.size === 0) {
    const message = text('le fichier est vide', 'the file is empty')
    return { diagnostics: [diagnose('empty-table', wholeFile(source.file), message)] }
  }
  const { value: format, diagnostics } = csvFormat(source, encoding)
  if (!format) return { diagnostics }
  return { value: { sheet: '', rows: again => csvRows(again, format) }, diagnostics }
}

function openSheet(
  file: string,
  sheets: readonly SheetChoice[],
  wanted: string | undefined,
  rowsOf: (source: Source, sheet: string, rank: number) => AsyncIterable<Row>,
): Outcome<Opened> {
  const { value: rank, diagnostics } = chooseSheet(file, sheets, wanted)
  const name = rank === undefined ? undefined : sheets[rank]?.name
  if (rank === undefined || name === undefined) return { diagnostics }
  return { value: { sheet: name, rows: again => rowsOf(again, name, rank) }, diagnostics }
}

async function openKind(source: Source, { sheet, encoding }: TableOptions): Promise<Outcome<Opened>> {
  const { file } = source
  const kind = await tableKind(source)
  switch (kind) {
    case 'csv':
      return openCsv(source, encoding)
    case 'xlsx':
      return openSheet(file, await xlsxSheets(source), sheet, (again, _, rank) => xlsxRows(again, rank))
    case 'ods':
      return openSheet(file, await odsSheets(source), sheet, odsRows)
  }
}

/** The rows, from the file opened anew; a failure on the way is the last thing given. */
async function* rowsOf(file: string, world: World, stamp: string, rows: Rows): AsyncGenerator<Row | Diagnostic> {
  let close: (() => void) | undefined
  try {
    const opened = openSource(file, world, stamp)
    close = opened.close
    yield* rows(opened.source)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    yield error.diagnostic
  } finally {
    close?.()
  }
}

/**
 * A table ready to give its rows, or why it cannot be read (`UNREADABLE_RULES`: the file; `SHEET_RULES`: the command line).
 * A workbook's sheets are looked at and a CSV is read once, so that nothing of it is guessed from its start.
 */
export async function openTable(file: string, options: TableOptions, world: World): Promise<Outcome<Table>> {
  try {
    const { source, stamp, close } = openSource(file, world)
    try {
      const { value, diagnostics } = await openKind(source, options)
      if (!value) return { diagnostics }
      const rows = (): AsyncIterable<Row | Diagnostic> => rowsOf(file, world, stamp, value.rows)
      return { value: { file, sheet: value.sheet, diagnostics, rows }, diagnostics }
    } finally {
      close()
    }
  } catch (error) {
    if (error instanceof Refusal) return { diagnostics: [error.diagnostic] }
    throw error
  }
}
