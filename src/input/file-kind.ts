// What a file that is not text is, by its first bytes, and what people call it.
import { type Text, text } from '../model/diagnostic.ts'

type Signature = { readonly starts: readonly number[]; readonly name: Text }

const bytesOf = (ascii: string): readonly number[] => [...ascii].map(char => char.charCodeAt(0))

export const ZIP: readonly number[] = bytesOf('PK\u0003\u0004')
/** Compound File Binary: old Office documents, and recent ones behind a password ([MS-CFB] 2.2). */
export const COMPOUND: readonly number[] = [0xd0, 0xcf, 0x11, 0xe0]

export const starts = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

const SIGNATURES: readonly Signature[] = [
  { starts: bytesOf('%PDF'), name: text('un PDF', 'a PDF') },
  { starts: ZIP, name: text('une archive ZIP', 'a ZIP archive') },
  { starts: COMPOUND, name: text('un ancien document Office', 'an old Office document') },
  { starts: [0x89, ...bytesOf('PNG')], name: text('une image PNG', 'a PNG picture') },
  { starts: [0xff, 0xd8, 0xff], name: text('une image JPEG', 'a JPEG picture') },
  { starts: bytesOf('GIF8'), name: text('une image GIF', 'a GIF picture') },
  { starts: bytesOf('{\\rtf'), name: text('un document RTF', 'an RTF document') },
  { starts: bytesOf('<!DOCTYPE'), name: text('une page web', 'a web page') },
  { starts: bytesOf('<?xml'), name: text('un fichier XML', 'an XML file') },
]

/** A ZIP tells what it is by the names it holds, which are not compressed. */
const ARCHIVES: readonly { readonly holds: string; readonly name: Text }[] = [
  { holds: 'xl/', name: text('un classeur Excel', 'an Excel workbook') },
  { holds: 'word/', name: text('un document Word', 'a Word document') },
  { holds: 'opendocument.spreadsheet', name: text('un classeur LibreOffice', 'a LibreOffice workbook') },
  { holds: 'opendocument.text', name: text('un document LibreOffice', 'a LibreOffice document') },
]

/** How much of an archive is searched for names. */
const ARCHIVE_HEAD = 64 * 1024

/** Undefined when the bytes may be text. */
export function kindOf(bytes: Uint8Array): Text | undefined {
  const found = SIGNATURES.find(signature => starts(bytes, signature.starts))
  if (found?.starts !== ZIP) return found?.name
  const ends = [bytes.subarray(0, ARCHIVE_HEAD), bytes.subarray(-ARCHIVE_HEAD)]
  const names = ends.map(part => Buffer.from(part).toString('latin1')).join('')
  return ARCHIVES.find(({ holds }) => names.includes(holds))?.name ?? found.name
}
