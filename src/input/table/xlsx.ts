// An XLSX workbook: its sheets, and the rows of one of them.
import { MAX_SHEET_BYTES } from './limits.ts'
import type { SheetChoice } from './sheet-choice.ts'
import type { Source } from './source.ts'
import type { Row } from './table.ts'
import { readMerges } from './xlsx-merges.ts'
import { gatherRows, type RowContext } from './xlsx-rows.ts'
import { readStrings } from './xlsx-strings.ts'
import { readStyles } from './xlsx-styles.ts'
import { readWorkbook, type XlsxSheet } from './xlsx-workbook.ts'
import { listenTo } from './xml-stream.ts'
import { inflatePart, openZip, type Zip } from './zip.ts'

async function* rowsOf(zip: Zip, sheet: XlsxSheet, context: RowContext): AsyncGenerator<Row> {
  const gatherer = gatherRows(context)
  for await (const _ of listenTo(inflatePart(zip, sheet.path, MAX_SHEET_BYTES), gatherer, zip.source.file)) {
    yield* gatherer.take()
  }
}

/** Reads no further than the first filled row; what its texts are does not matter. */
async function isFilled(zip: Zip, sheet: XlsxSheet): Promise<boolean> {
  const context: RowContext = {
    file: zip.source.file,
    sheet: sheet.name,
    strings: { at: () => '.' },
    styles: () => ({ text: (_, written) => written, amount: undefined }),
    fill: () => {},
  }
  for await (const { cells } of rowsOf(zip, sheet, context)) if (cells.length > 0) return true
  return false
}

/** The sheets of a workbook, for one to be chosen. */
export async function xlsxSheets(source: Source): Promise<readonly SheetChoice[]> {
  const zip = openZip(source)
  const { sheets } = await readWorkbook(zip)
  const choices: SheetChoice[] = []
  for (const sheet of sheets) {
    choices.push({ name: sheet.name, isHidden: sheet.isHidden, isFilled: await isFilled(zip, sheet) })
  }
  return choices
}

/** The rows of the sheet of that rank, from 0. */
export async function* xlsxRows(source: Source, rank: number): AsyncGenerator<Row> {
  const zip = openZip(source)
  const workbook = await readWorkbook(zip)
  const sheet = workbook.sheets[rank]
  if (!sheet) return
  const { fill } = await readMerges(zip, sheet.path)
  const styles = await readStyles(zip, workbook.styles, workbook.is1904)
  const strings = await readStrings(zip, workbook.strings)
  yield* rowsOf(zip, sheet, { file: source.file, sheet: sheet.name, strings, styles, fill })
}
