// An ODS workbook: its sheets, and the rows of one of them.
import { text } from '../../model/diagnostic.ts'
import { MAX_PART_BYTES, MAX_SHEET_BYTES } from './limits.ts'
import { odsListener } from './ods-rows.ts'
import { refusal } from './refusal.ts'
import type { SheetChoice } from './sheet-choice.ts'
import type { Source } from './source.ts'
import type { Row } from './table.ts'
import { listenTo, listenToAll } from './xml-stream.ts'
import { inflatePart, openZip, partOf, type Zip } from './zip.ts'

const CONTENT = 'content.xml'
const MANIFEST = 'META-INF/manifest.xml'

/** Refuses a workbook behind a password: its manifest says how each part is encrypted (part 2, 4.3). */
async function assertOpen(zip: Zip): Promise<void> {
  const { file } = zip.source
  let isEncrypted = partOf(zip, 'encrypted-package') !== undefined
  const open = (name: string): void => {
    isEncrypted ||= name.endsWith('encryption-data')
  }
  if (partOf(zip, MANIFEST)) {
    await listenToAll(inflatePart(zip, MANIFEST, MAX_PART_BYTES), { open, close: () => {} }, file)
  }
  if (!isEncrypted) return
  throw protectedBy(file)
}

export const protectedBy = (file: string) =>
  refusal(
    'table-protected',
    file,
    text('le classeur est protégé par un mot de passe', 'the workbook is behind a password'),
    text(
      'enregistrez-en une copie sans mot de passe, en .xlsx ou .csv',
      'save a copy without a password, as .xlsx or .csv',
    ),
  )

type Found = { name: string; isHidden: boolean; isFilled: boolean }

/** One pass over the whole part: the sheets follow each other in it. */
export async function odsSheets(source: Source): Promise<readonly SheetChoice[]> {
  const zip = openZip(source)
  await assertOpen(zip)
  const sheets: Found[] = []
  const hiddenStyles = new Set<string>()
  let [style, nested] = ['', 0]
  await listenToAll(
    inflatePart(zip, CONTENT, MAX_SHEET_BYTES),
    {
      open: (name, attributes) => {
        if (name === 'style:style') style = attributes['style:name'] ?? ''
        else if (name === 'style:table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style)
        else if (name === 'table:table' && ++nested === 1) {
          const isHidden = hiddenStyles.has(attributes['table:style-name'] ?? '')
          sheets.push({ name: attributes['table:name'] ?? '', isHidden, isFilled: false })
        } else if (name === 'table:table-cell' && nested === 1 && attributes['office:value-type'] !== undefined) {
          const sheet = sheets.at(-1)
          if (sheet) sheet.isFilled = true
        }
      },
      close: name => {
        if (name === 'table:table') nested--
      },
    },
    source.file,
  )
  return sheets
}

/** The rows of the sheet of that rank, from 0. */
export async function* odsRows(source: Source, sheet: string, rank: number): AsyncGenerator<Row> {
  const zip = openZip(source)
  const listener = odsListener(source.file, sheet, rank)
  for await (const _ of listenTo(inflatePart(zip, CONTENT, MAX_SHEET_BYTES), listener, source.file)) {
    yield* listener.take()
    if (listener.isOver()) return
  }
}
