// Bytes → text: UTF-8, UTF-16, or the Windows-1252 of old editors; what is not text is named for what it is.
import { type Diagnostic, type Outcome, type Text, text } from '../model/diagnostic.ts'
import type { ReadFailure } from '../model/world.ts'
import { diagnose } from './diagnose.ts'
import { censusOf, decoderOf, encodingRemark, guessEncoding, otherPage } from './encoding.ts'
import { kindOf } from './file-kind.ts'
import { type Mixed, mixedLines, toldMixed } from './mixed-text.ts'
import type { InputRule } from './rules.ts'

/** Bytes. Five million characters at two bytes each; a kit has a thousand. */
export const MAX_BYTES = 10 * 1024 * 1024

/** Findings that mean the file itself cannot be read: exit code 3 (CONTRACT §1). */
export const UNREADABLE_RULES: ReadonlySet<string> = new Set<InputRule>([
  'file-unreadable',
  'file-too-large',
  'not-text',
  'wrong-file-type',
  'unknown-encoding',
  'not-a-table',
  'table-protected',
  'table-damaged',
  'table-too-large',
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

const notText = (file: string): Outcome<string> => ({
  diagnostics: [
    diagnose('not-text', wholeFile(file), text('ce n’est pas un fichier texte', 'this is not a text file'), {
      hint: text('un kit est un fichier texte, comme `kit.yaml`', 'a kit is a text file, such as `kit.yaml`'),
    }),
  ],
})

const SAVE_AS_UTF8 = text('enregistrez-le en UTF-8', 'save it as UTF-8')

/** Old Mac line ends become ours; the others stay, so that columns and lines are the editor's. */
const withLines = (source: string): string => (source.includes('\n') ? source : source.replaceAll('\r', '\n'))

/** A file of one line of signs only may look like UTF-16: letters are asked for. */
const isWideText = (wide: string): boolean => /\p{L}/u.test(wide) && !wide.includes('\uFFFD')

/** A kit is short: its odd lines are typed again rather than guessed. */
const mixedText = (file: string, mixed: Mixed): Diagnostic =>
  diagnose('unknown-encoding', { file, line: mixed.odd.first[0] ?? 1, column: 1, length: 0 }, toldMixed(mixed), {
    hint: text(
      'retapez les accents, et enregistrez le fichier en UTF-8',
      'type the accents again, and save the file as UTF-8',
    ),
  })

function decodeText(bytes: Uint8Array, file: string): Outcome<string> {
  const census = censusOf(bytes)
  const guess = guessEncoding(census)
  if (guess.kind === 'not-text') return notText(file)
  if (guess.kind === 'other-page') return { diagnostics: [otherPage(file, guess.encoding, SAVE_AS_UTF8)] }
  const { encoding } = guess
  const mixed = encoding === 'windows-1252' ? mixedLines([bytes], census.marked === 'utf8') : undefined
  if (mixed) return { diagnostics: [mixedText(file, mixed)] }
  const decoder = decoderOf(encoding)
  const value = decoder.write(bytes) + decoder.end()
  if (encoding === 'utf8')
    return census.zeros.even + census.zeros.odd === 0 ? { value, diagnostics: [] } : notText(file)
  if (encoding.startsWith('utf16') && census.marked === undefined && !isWideText(value)) return notText(file)
  return { value, diagnostics: [encodingRemark(file, encoding)] }
}

/** The text of a file, and a remark when it was not UTF-8. */
export function decode(bytes: Uint8Array, file: string, maxBytes = MAX_BYTES): Outcome<string> {
  if (bytes.length > maxBytes) return { diagnostics: [unreadable(file, 'too-large')] }
  const kind = kindOf(bytes)
  if (kind) {
    const message = text(`c’est ${kind.fr}, pas un fichier YAML`, `this is ${kind.en}, not a YAML file`)
    const hint = text('`signakit new` écrit un kit à compléter', '`signakit new` writes a kit to fill in')
    return { diagnostics: [diagnose('wrong-file-type', wholeFile(file), message, { hint })] }
  }
  const { value, diagnostics } = decodeText(bytes, file)
  return value === undefined ? { diagnostics } : { value: withLines(value), diagnostics }
}
