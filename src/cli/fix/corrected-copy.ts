// The corrected copy of a sheet, by its kind: a CSV in its own encoding, an XLSX with comments; an ODS is refused.

import { encodeFaithfully } from '../../input/encode.ts'
import { decoderOf, type EncodingName } from '../../input/encoding.ts'
import { csvFormat } from '../../input/table/csv.ts'
import { openSource, type Source } from '../../input/table/source.ts'
import { tableKind } from '../../input/table/table-kind.ts'
import { readWorkbook } from '../../input/table/xlsx-workbook.ts'
import { openZip } from '../../input/table/zip.ts'
import { type Text, text } from '../../model/diagnostic.ts'
import type { World } from '../../model/world.ts'
import type { CellEdit, Corrected } from './cell-edit.ts'
import { correctCsv } from './csv-copy.ts'
import { correctXlsx } from './xlsx-copy.ts'
import { readParts } from './zip-parts.ts'

export type Copy =
  | { readonly kind: 'csv' | 'xlsx'; readonly corrected: Corrected }
  | { readonly kind: 'refused'; readonly why: Text; readonly hint?: Text }

export type Asked = {
  readonly file: string
  readonly sheet: string
  readonly encoding: EncodingName | undefined
  readonly edits: readonly CellEdit[]
  readonly noteOf: (edit: CellEdit) => string
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

function csvCopy(source: Source, { encoding: name, edits }: Asked): Copy {
  const format = csvFormat(source, name).value
  if (!format) return NOT_FAITHFUL
  const { encoding, separator } = format
  const bytes = bytesOf(source)
  const decoder = decoderOf(encoding)
  const bare = decoder.write(bytes) + decoder.end()
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
  return { kind: 'xlsx', corrected: correctXlsx({ parts, sheet: path, styles: workbook.styles, noteOf }, edits) }
}

/** The file was read as a table just before; with nothing to mend, the copy is the original to the byte. */
export async function correctedCopy(asked: Asked, world: World): Promise<Copy> {
  const { source, close } = openSource(asked.file, world)
  try {
    const kind = await tableKind(source)
    if (kind === 'ods') return ODS
    if (asked.edits.length === 0) return { kind, corrected: { bytes: bytesOf(source), made: [], left: [] } }
    return kind === 'csv' ? csvCopy(source, asked) : await xlsxCopy(source, asked)
  } finally {
    close()
  }
}
