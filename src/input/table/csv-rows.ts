// The rows of a CSV, as its bytes stream by, with what is wrong in each.
import { type Diagnostic, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import { decoderOf } from '../encoding.ts'
import { isOdd, type Mostly, mixedDecoder, readable } from '../mixed-text.ts'
import { cellName } from './cell-name.ts'
import type { CsvEncoding } from './csv-encoding.ts'
import { type CsvRecord, csvRecords, EndlessRecord } from './csv-records.ts'
import type { Separator } from './csv-separator.ts'
import { MAX_CELL } from './limits.ts'
import { type Refusal, tooLarge } from './refusal.ts'
import { assertColumn, assertRow } from './sheet-bounds.ts'
import type { Source } from './source.ts'
import type { Row } from './table.ts'

export type CsvFormat = CsvEncoding & { readonly separator: Separator }

/** Of a file whose lines are in two encodings, the text is to be made `readable` cell by cell. */
export const decoderFor = ({ encoding, mostly }: CsvEncoding): ReturnType<typeof decoderOf> =>
  mostly === undefined ? decoderOf(encoding) : mixedDecoder()

/** The text after its byte order mark and its `sep=` line. */
function* textOf(source: Source, format: CsvFormat): Generator<string> {
  const decoder = decoderFor(format)
  let toSkip = format.separator.declared.length
  for (const bytes of source.parts(0, source.size)) {
    const decoded = decoder.write(bytes)
    const kept = decoded.slice(toSkip)
    toSkip -= decoded.length - kept.length
    if (kept !== '') yield kept
  }
  const end = decoder.end()
  if (end !== '') yield end
}

type Context = { readonly file: string; readonly separator: Separator; readonly mostly: Mostly | undefined }

const unclosed = (file: string, column: number, row: number, line: number): Diagnostic =>
  diagnose(
    'unclosed-quote',
    { file, sheet: '', cell: cellName(column, row) },
    text(
      `un guillemet ne se ferme pas dans cette cellule (ligne ${line} du fichier)`,
      `a quote is not closed in this cell (line ${line} of the file)`,
    ),
    {
      hint: text(
        'fermez le guillemet, ou doublez-le ("") s’il fait partie de la valeur',
        'close the quote, or double it ("") when it belongs to the value',
      ),
    },
  )

/**
 * Besides the quotes that the reading of records finds open: one that another cell's quote happens to close takes in the
 * end of a row and the start of the next, and the row then has the wrong number of cells.
 */
function unclosedColumn({ cells, unclosed: known }: CsvRecord, { sign, width }: Separator): number {
  const [first] = known
  if (first !== undefined) return first
  return cells.length === width ? -1 : cells.findIndex(cell => /[\r\n]/.test(cell) && cell.includes(sign))
}

function assertCells(cells: readonly string[], row: number, file: string): void {
  for (const [column, cell] of cells.entries()) {
    if (cell.trim() !== '') assertColumn(file, column, row)
    if (cell.length <= MAX_CELL) continue
    const at = cellName(column, row)
    throw tooLarge(file, text(`la cellule ${at} dépasse 32 767 caractères`, `cell ${at} exceeds 32,767 characters`))
  }
}

/** Empty cells after the last filled one are of no use. */
function trimmed(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex(cell => cell.trim() !== '')
  return last === cells.length - 1 ? cells : cells.slice(0, last + 1)
}

const NOT_UTF_8 = text(
  'le texte de cette cellule n’est pas en UTF-8, celui du fichier l’est',
  'the text of this cell is not in UTF-8, that of the file is',
)
const NOT_WINDOWS = text(
  'le texte de cette cellule est en UTF-8, celui du fichier en Windows-1252',
  'the text of this cell is in UTF-8, that of the file in Windows-1252',
)

const SHOWN = 60

function oddCells(cells: readonly string[], row: number, { file, mostly }: Context): readonly Diagnostic[] {
  if (mostly === undefined) return []
  return cells.flatMap((mixed, column) => {
    if (!isOdd(mixed, mostly)) return []
    const value = readable(mixed).trim()
    const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value
    const hint = text(
      `« ${shown} » ? retapez-la, ou relisez la copie que fait \`signakit fix\``,
      `“${shown}”? type it again, or read again the copy that \`signakit fix\` makes`,
    )
    const at = { file, sheet: '', cell: cellName(column, row) }
    return [diagnose('mixed-encoding', at, mostly === 'utf-8' ? NOT_UTF_8 : NOT_WINDOWS, { hint })]
  })
}

function rowOf(record: CsvRecord, row: number, context: Context): Row | undefined {
  const { file, separator } = context
  const mixed = trimmed(record.cells)
  const cells = context.mostly === undefined ? mixed : mixed.map(readable)
  if (cells.length === 0) return undefined
  assertRow(file, row)
  assertCells(cells, row, file)
  const open = unclosedColumn(record, separator)
  const diagnostics = [...(open < 0 ? [] : [unclosed(file, open, row, record.line)]), ...oddCells(mixed, row, context)]
  const { width } = separator
  return {
    number: row,
    cells,
    hidden: false,
    ...(record.cells.length < width ? { short: { cells: record.cells.length, width } } : {}),
    ...(diagnostics.length === 0 ? {} : { diagnostics }),
  }
}

const endless = (file: string, line: number): Refusal =>
  tooLarge(
    file,
    text(
      `la ligne ${line} du fichier dépasse deux millions de signes`,
      `line ${line} of the file exceeds two million characters`,
    ),
  )

export async function* csvRows(source: Source, format: CsvFormat): AsyncGenerator<Row> {
  const { separator } = format
  const context = { file: source.file, separator, mostly: format.mostly }
  let row = 0
  try {
    for (const record of csvRecords(textOf(source, format), separator.sign, separator.declared === '' ? 1 : 2)) {
      const found = rowOf(record, ++row, context)
      if (found) yield found
    }
  } catch (error) {
    throw error instanceof EndlessRecord ? endless(source.file, error.line) : error
  }
}
