// The encoding of a CSV: the one that its user names, or the one that all of its bytes tell.
import { type Diagnostic, type Outcome, type Text, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import {
  type Census,
  censusTaker,
  ENCODINGS,
  type Encoding,
  type EncodingName,
  encodingRemark,
  guessEncoding,
  otherPage,
} from '../encoding.ts'
import { type Mixed, type Mostly, mixedLines, toldMixed } from '../mixed-text.ts'
import { refusal, wholeFile } from './refusal.ts'
import type { Source } from './source.ts'

const censusOf = (source: Source): Census => {
  const { see, end } = censusTaker()
  for (const bytes of source.parts(0, source.size)) see(bytes)
  return end()
}

const notText = (file: string) =>
  refusal(
    'not-a-table',
    file,
    text('ce n’est pas un tableau : le fichier n’est pas du texte', 'this is not a table: the file is not text'),
    text('enregistrez le tableau en .xlsx, .ods ou .csv', 'save the table as .xlsx, .ods or .csv'),
  )

export type CsvEncoding = {
  readonly encoding: Encoding
  /** Some of its lines are in another encoding than the others. */
  readonly mostly?: Mostly
}

/** What `--encodage utf-8` does not fit. */
const notUtf8 = (mixed: Mixed | undefined): Text =>
  mixed?.mostly === 'utf-8'
    ? toldMixed(mixed)
    : text('le fichier n’est pas en UTF-8, contrairement à ce qui est demandé', 'the file is not in UTF-8 as was asked')

function named(source: Source, census: Census, name: EncodingName): Outcome<Encoding> {
  const { file } = source
  // A mark at the start cannot be there by chance: it says more than the option.
  if (census.marked !== undefined) return { value: census.marked, diagnostics: [] }
  if (name === 'utf-16') {
    const guess = guessEncoding(census)
    const isBig = guess.kind === 'text' && guess.encoding === 'utf16be'
    return { value: isBig ? 'utf16be' : 'utf16le', diagnostics: [] }
  }
  if (name !== 'utf-8') return { value: name, diagnostics: [] }
  if (census.isUtf8) return { value: 'utf8', diagnostics: [] }
  const message = notUtf8(mixedLines(source.parts(0, source.size), false))
  const hint = text(
    'retirez `--encodage`, ou nommez le codage du fichier',
    'remove `--encodage`, or name the encoding of the file',
  )
  return { diagnostics: [diagnose('unknown-encoding', wholeFile(file), message, { hint })] }
}

const LOOK_AT_THEM = text(
  'retapez les accents de ces lignes et enregistrez le fichier en « CSV UTF-8 » ; `signakit fix` en fait une copie à relire',
  'type the accents of these lines again and save the file as “CSV UTF-8”; `signakit fix` makes a copy of it to read again',
)

function mixedRemark(file: string, mixed: Mixed): Diagnostic {
  const line = mixed.odd.first[0] ?? 1
  return diagnose('encoding', { file, line, column: 1, length: 0 }, toldMixed(mixed), { hint: LOOK_AT_THEM })
}

/** Reads the whole file once; twice where it is not in UTF-8, for one of its lines may be all that is not. */
export function csvEncoding(source: Source, name: EncodingName | undefined): Outcome<CsvEncoding> {
  const { file } = source
  const census = censusOf(source)
  if (name !== undefined) {
    const { value, diagnostics } = named(source, census, name)
    return value === undefined ? { diagnostics } : { value: { encoding: value }, diagnostics }
  }
  const guess = guessEncoding(census)
  if (guess.kind === 'not-text') throw notText(file)
  if (guess.kind === 'other-page') {
    const title = ENCODINGS[guess.encoding]
    const hint = text(
      `essayez \`--encodage ${guess.encoding}\` (${title}), ou enregistrez le fichier en « CSV UTF-8 »`,
      `try \`--encodage ${guess.encoding}\` (${title}), or save the file as “CSV UTF-8”`,
    )
    return { diagnostics: [otherPage(file, guess.encoding, hint)] }
  }
  const { encoding } = guess
  const mixed =
    encoding === 'windows-1252' ? mixedLines(source.parts(0, source.size), census.marked === 'utf8') : undefined
  if (mixed) {
    const { mostly } = mixed
    const value: CsvEncoding = { encoding: mostly === 'utf-8' ? 'utf8' : encoding, mostly }
    return { value, diagnostics: [mixedRemark(file, mixed)] }
  }
  return { value: { encoding }, diagnostics: encoding === 'utf8' ? [] : [encodingRemark(file, encoding)] }
}
