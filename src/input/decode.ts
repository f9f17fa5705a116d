// Bytes → text: UTF-8, UTF-16, or the Windows-1252 of old editors; what is not text is named for what it is.
import iconv from 'iconv-lite'
import { type Diagnostic, type Outcome, type Text, text } from '../model/diagnostic.ts'
import type { ReadFailure } from '../model/world.ts'
import { diagnose } from './diagnose.ts'
import type { InputRule } from './rules.ts'

/** Bytes. Five million characters at two bytes each; a kit has a thousand. */
export const MAX_BYTES = 10 * 1024 * 1024

/** Findings that mean the file itself cannot be read: exit code 3 (CONTRACT §1). */
export const UNREADABLE_RULES: ReadonlySet<string> = new Set<InputRule>([
  'file-unreadable',
  'file-too-large',
  'not-text',
  'wrong-file-type',
])

const wholeFile = (file: string) => ({ file, line: 1, column: 1, length: 0 })

export const READ_FAILURES: Readonly<Record<ReadFailure, Text>> = {
  missing: text('le fichier n’existe pas', 'the file does not exist'),
  forbidden: text('la lecture du fichier est interdite', 'reading the file is forbidden'),
  directory: text('c’est un dossier, pas un fichier', 'it is a folder, not a file'),
  'too-large': text('le fichier dépasse 10 Mo', 'the file is larger than 10 MB'),
  outside: text('le fichier est hors du dossier permis', 'the file is outside the allowed folder'),
  unreadable: text('le fichier ne peut pas être lu', 'the file cannot be read'),
}

/** Why a file could not be read, as a finding. */
export const unreadable = (file: string, reason: ReadFailure): Diagnostic =>
  diagnose(reason === 'too-large' ? 'file-too-large' : 'file-unreadable', wholeFile(file), READ_FAILURES[reason])

type Signature = { readonly starts: readonly number[]; readonly name: Text }

const bytesOf = (ascii: string): readonly number[] => [...ascii].map(char => char.charCodeAt(0))

const SIGNATURES: readonly Signature[] = [
  { starts: bytesOf('%PDF'), name: text('un PDF', 'a PDF') },
  { starts: bytesOf('PK\u0003\u0004'), name: text('une archive ZIP', 'a ZIP archive') },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], name: text('un ancien document Office', 'an old Office document') },
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

function kindOf(bytes: Uint8Array): Text | undefined {
  const found = SIGNATURES.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte))
  if (found?.starts[0] !== 0x50) return found?.name
  const ends = [bytes.subarray(0, ARCHIVE_HEAD), bytes.subarray(-ARCHIVE_HEAD)]
  const names = ends.map(part => Buffer.from(part).toString('latin1')).join('')
  return ARCHIVES.find(({ holds }) => names.includes(holds))?.name ?? found.name
}

const BOMS: readonly { readonly bom: readonly number[]; readonly encoding: string; readonly name: string }[] = [
  { bom: [0xef, 0xbb, 0xbf], encoding: 'utf8', name: 'UTF-8' },
  { bom: [0xff, 0xfe], encoding: 'utf16le', name: 'UTF-16' },
  { bom: [0xfe, 0xff], encoding: 'utf16be', name: 'UTF-16' },
]

/** Without a BOM, UTF-16 shows by a zero in one byte of two: French has few letters beyond U+00FF. */
function zerosOf(bytes: Uint8Array): 'none' | 'even' | 'odd' | 'mixed' {
  const [even, odd] = [0, 1].map(parity => bytes.some((byte, index) => index % 2 === parity && byte === 0))
  if (even) return odd ? 'mixed' : 'even'
  return odd ? 'odd' : 'none'
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const remark = (file: string, name: string): Diagnostic =>
  diagnose('encoding', wholeFile(file), text(`le fichier est en ${name}`, `the file is in ${name}`), {
    hint: text('enregistrez-le en UTF-8 ; vérifiez les accents', 'save it as UTF-8; check the accents'),
  })

const notText = (file: string): Outcome<string> => ({
  diagnostics: [
    diagnose('not-text', wholeFile(file), text('ce n’est pas un fichier texte', 'this is not a text file'), {
      hint: text('un kit est un fichier texte, comme `kit.yaml`', 'a kit is a text file, such as `kit.yaml`'),
    }),
  ],
})

/** Old Mac line ends become ours; the others stay, so that columns and lines are the editor's. */
const withLines = (source: string): string => (source.includes('\n') ? source : source.replaceAll('\r', '\n'))

function decodeText(bytes: Uint8Array, file: string): Outcome<string> {
  const marked = BOMS.find(({ bom }) => bom.every((byte, index) => bytes[index] === byte))
  if (marked?.encoding.startsWith('utf16')) {
    return { value: iconv.decode(Buffer.from(bytes), marked.encoding), diagnostics: [remark(file, marked.name)] }
  }
  const zeros = zerosOf(bytes)
  if (zeros === 'mixed' || (zeros !== 'none' && bytes.length % 2 === 1)) return notText(file)
  if (zeros !== 'none') {
    const wide = iconv.decode(Buffer.from(bytes), zeros === 'odd' ? 'utf16le' : 'utf16be')
    return /\p{L}/u.test(wide) && !wide.includes('\uFFFD')
      ? { value: wide, diagnostics: [remark(file, 'UTF-16')] }
      : notText(file)
  }
  const plain = utf8(bytes)
  if (plain !== undefined) return { value: plain, diagnostics: [] }
  return { value: iconv.decode(Buffer.from(bytes), 'windows-1252'), diagnostics: [remark(file, 'Windows-1252')] }
}

/** The text of a file, and a remark when it was not UTF-8. */
export function decode(bytes: Uint8Array, file: string): Outcome<string> {
  if (bytes.length > MAX_BYTES) return { diagnostics: [unreadable(file, 'too-large')] }
  const kind = kindOf(bytes)
  if (kind) {
    const message = text(`c’est ${kind.fr}, pas un fichier YAML`, `this is ${kind.en}, not a YAML file`)
    const hint = text('`signakit new` écrit un kit à compléter', '`signakit new` writes a kit to fill in')
    return { diagnostics: [diagnose('wrong-file-type', wholeFile(file), message, { hint })] }
  }
  const { value, diagnostics } = decodeText(bytes, file)
  return value === undefined ? { diagnostics } : { value: withLines(value), diagnostics }
}
