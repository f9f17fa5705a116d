// The corrected copy of a sheet, by its kind: a CSV in its own encoding, an XLSX with comments; an ODS is refused.

import { encodeFaithfully } from '../../input/encode.ts'
import type { EncodingName } from '../../input/encoding.ts'
import { readable } from '../../input/mixed-text.ts'
import { csvFormat } from '../../input/table/csv.ts'
import { decoderFor } from '../../input/table/csv-rows.ts'
import type { Separator } from '../../input/table/csv-separator.ts'
import { openSource, type Source } from '../../input/table/source.ts'
import { tableKind } from '../../input/table/table-kind.ts'
import { readWorkbook } from '../../input/table/xlsx-workbook.ts'
import { openZip } from '../../input/table/zip.ts'
import { type Text, text } from '../../model/diagnostic.ts'
import type { World } from '../../model/world.ts'
import type { CellEdit, Corrected } from './cell-edit.ts'
import { correctCsv } from './csv-copy.ts'
import { correctXlsx, type XlsxSource } from './xlsx-copy.ts'
import { readParts } from './zip-parts.ts'

export type Copy =
  | { readonly kind: 'csv' | 'xlsx'; readonly corrected: Corrected }
  | { readonly kind: 'refused'; readonly why: Text; readonly hint?: Text }

export type Asked = {
  readonly file: string
  readonly sheet: string
  readonly encoding: EncodingName | undefined
  readonly edits: readonly CellEdit[]
  /** As for `XlsxSource`. */
  readonly noteOf: XlsxSource['noteOf']
}

const ODS: Copy = {
  kind: 'refused',
  why: text('d’une feuille .ods, aucune copie corrigée ne s’écrit', 'no mended copy is written of an .ods sheet'),
  hint: text('enregistrez-la en .xlsx, puis relancez', 'save it as .xlsx, then run it again'),
}

const TOO_LARGE: Copy = {
  kind: 'refused',
  why: text('le classeur est trop gros pour être corrigé', 'the workbook is too large to be mended'),
  hint: text('enregistrez la feuille seule, en .csv', 'save the sheet alone, as .csv'),
}

const NOT_FAITHFUL: Copy = {
  kind: 'refused',
  why: text('le fichier ne peut pas être récrit à l’octet près', 'the file cannot be written again to the byte'),
  hint: text('enregistrez-le en « CSV UTF-8 », puis relancez', 'save it as “CSV UTF-8”, then run it again'),
}

function bytesOf(source: Source): Uint8Array {
  const bytes = new Uint8Array(source.size)
  let at = 0
  for (const part of source.parts(0, source.size)) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const BOM = '\uFEFF'

const untouched = (kind: 'csv' | 'xlsx', bytes: Uint8Array): Copy => ({
  kind,
  corrected: { bytes, made: [], left: [] },
})

/** Of a file in two encodings: all of it in UTF-8, marked so that spreadsheets know. */
function recodedCopy(bare: string, { sign, declared }: Separator, edits: readonly CellEdit[]): Copy {
  const encode = (written: string): Uint8Array | undefined => encodeFaithfully(written, 'utf8')
  const source = { text: BOM + bare, separator: sign, start: BOM.length + declared.length, encode }
  return { kind: 'csv', corrected: correctCsv(source, edits) }
}

function csvCopy(source: Source, { encoding: name, edits }: Asked): Copy {
  const format = csvFormat(source, name).value
  if (!format) return NOT_FAITHFUL
  const { encoding, separator } = format
  const bytes = bytesOf(source)
  if (format.mostly === undefined && edits.length === 0) return untouched('csv', bytes)
  const decoder = decoderFor(format)
  const bare = decoder.write(bytes) + decoder.end()
  if (format.mostly !== undefined) return recodedCopy(readable(bare), separator, edits)
  // A byte order mark is left out by the decoder, and is to stay where it was.
  const mark = [BOM, ''].find(each => {
    const again = encodeFaithfully(each + bare, encoding)
    return again !== undefined && Buffer.compare(again, bytes) === 0
  })
  if (mark === undefined) return NOT_FAITHFUL
  const encode = (written: string): Uint8Array | undefined => encodeFaithfully(written, encoding)
  const start = mark.length + separator.declared.length
  const corrected = correctCsv({ text: mark + bare, separator: separator.sign, start, encode }, edits)
  return { kind: 'csv', corrected }
}

async function xlsxCopy(source: Source, { sheet, edits, noteOf }: Asked): Promise<Copy> {
  const workbook = await readWorkbook(openZip(source))
  const path = workbook.sheets.find(({ name }) => name === sheet)?.path
  const parts = readParts(bytesOf(source))
  if (path === undefined || !parts) return TOO_LARGE
  const { styles, strings } = workbook
  return { kind: 'xlsx', corrected: correctXlsx({ parts, sheet: path, styles, strings, noteOf }, edits) }
}

/** The file was read as a table just before; with nothing to mend, the copy is the original to the byte. */
export async function correctedCopy(asked: Asked, world: World): Promise<Copy> {
  const { source, close } = openSource(asked.file, world)
  try {
    const kind = await tableKind(source)
    if (kind === 'ods') return ODS
    if (kind === 'csv') return csvCopy(source, asked)
    return asked.edits.length === 0 ? untouched(kind, bytesOf(source)) : await xlsxCopy(source, asked)
  } finally {
    close()
  }
}
