// Which kind of table a file holds, by its content and never by its name; what is no table is named for what it is.
import { basename } from 'node:path'
import { type Text, text } from '../../model/diagnostic.ts'
import { COMPOUND, kindOf, starts, ZIP } from '../file-kind.ts'
import { protectedBy } from './ods.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { Source } from './source.ts'
import { openZip, partOf, wholePart, type Zip } from './zip.ts'

export type TableKind = 'csv' | 'xlsx' | 'ods'

const SAVE_AS = text(
  'ouvrez-le et enregistrez le tableau en .xlsx, .ods ou .csv',
  'open it and save the table as .xlsx, .ods or .csv',
)

const notATable = (file: string, what: Text, hint: Text = SAVE_AS): Refusal =>
  refusal(
    'not-a-table',
    file,
    text(
      `c’est ${what.fr}, pas un tableau en .xlsx, .ods ou .csv`,
      `this is ${what.en}, not an .xlsx, .ods or .csv table`,
    ),
    hint,
  )

const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet'

/** What an archive is by one of its parts. */
const FOREIGN: readonly { readonly part: RegExp; readonly name: Text; readonly hint?: Text }[] = [
  {
    part: /^xl\/workbook\.bin$/,
    name: text('un classeur Excel binaire (.xlsb)', 'a binary Excel workbook (.xlsb)'),
    hint: text('ouvrez-le dans Excel et enregistrez-le en .xlsx', 'open it in Excel and save it as .xlsx'),
  },
  {
    part: /^index\/.*\.iwa$|^index\.zip$/,
    name: text('un document Numbers ou iWork', 'a Numbers or iWork document'),
    hint: text('dans Numbers : Fichier, Exporter vers, Excel ou CSV', 'in Numbers: File, Export To, Excel or CSV'),
  },
  { part: /^word\//, name: text('un document Word', 'a Word document') },
  { part: /^ppt\//, name: text('une présentation PowerPoint', 'a PowerPoint presentation') },
]

const ascii = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

async function mimetypeOf(zip: Zip): Promise<string | undefined> {
  return partOf(zip, 'mimetype') ? ascii(await wholePart(zip, 'mimetype', 1024)).trim() : undefined
}

async function archiveKind(source: Source): Promise<TableKind> {
  const zip = openZip(source)
  const names = [...zip.parts.keys()]
  const foreign = FOREIGN.find(({ part }) => names.some(name => part.test(name)))
  if (foreign) throw notATable(source.file, foreign.name, foreign.hint)
  const mimetype = await mimetypeOf(zip)
  if (mimetype?.startsWith(SPREADSHEET)) return 'ods'
  if (mimetype?.startsWith('application/vnd.oasis.opendocument')) {
    throw notATable(source.file, text('un document LibreOffice sans tableur', 'a LibreOffice document of another kind'))
  }
  if (partOf(zip, '[Content_Types].xml') && names.some(name => /(^|\/)workbook\d*\.xml$/.test(name))) return 'xlsx'
  throw notATable(
    source.file,
    text('une archive ZIP qui ne contient pas de classeur', 'a ZIP archive without a workbook'),
  )
}

/** Names in the directory of a compound file are in UTF-16 ([MS-CFB] 2.6.1). */
const holds = (source: Source, name: string): boolean => {
  const wanted = Buffer.from(name, 'utf16le')
  let rest = Buffer.alloc(0)
  for (const bytes of source.parts(0, source.size)) {
    const seen = Buffer.concat([rest, bytes])
    if (seen.includes(wanted)) return true
    rest = seen.subarray(-wanted.length)
  }
  return false
}

function compoundKind(source: Source): Refusal {
  if (holds(source, 'EncryptedPackage')) return protectedBy(source.file)
  const isWorkbook = holds(source, 'Workbook') || holds(source, 'Book')
  return isWorkbook
    ? notATable(
        source.file,
        text('un ancien classeur Excel (.xls)', 'an old Excel workbook (.xls)'),
        text('ouvrez-le dans un tableur et enregistrez-le en .xlsx', 'open it in a spreadsheet and save it as .xlsx'),
      )
    : notATable(source.file, text('un ancien document Office', 'an old Office document'))
}

/** Many « Excel » exports of web sites are a page of HTML with a borrowed name. */
const HTML = /^\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|table|style|div)[\s>]/is

/** Excel's `~$name.xlsx` and LibreOffice's `.~lock.name#`. */
const LOCKS = /^(?:\x7e\$|\.\x7elock\.)/

export async function tableKind(source: Source): Promise<TableKind> {
  const { file } = source
  if (LOCKS.test(basename(file))) {
    const what = text('le verrou d’un classeur ouvert dans un tableur', 'the lock of a workbook open in a spreadsheet')
    throw notATable(file, what, text('donnez le classeur lui-même', 'give the workbook itself'))
  }
  const head = source.part(0, 4096)
  if (starts(head, ZIP)) return archiveKind(source)
  if (starts(head, COMPOUND)) throw compoundKind(source)
  const start = ascii(head).replace(/^\u00ef\u00bb\u00bf/, '')
  if (HTML.test(start)) {
    const what = text('une page web enregistrée sous un autre nom', 'a web page saved under another name')
    throw notATable(
      file,
      what,
      text(
        'ouvrez-la dans Excel ou LibreOffice et enregistrez-la en .xlsx',
        'open it in Excel or LibreOffice and save it as .xlsx',
      ),
    )
  }
  const foreign = kindOf(Buffer.from(start, 'latin1'))
  if (foreign) throw notATable(file, foreign)
  return 'csv'
}
