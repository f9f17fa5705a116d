// The encoding of a CSV: the one that its user names, or the one that all of its bytes tell.
import { type Outcome, text } from '../../model/diagnostic.ts'
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

function named(file: string, census: Census, name: EncodingName): Outcome<Encoding> {
  // A mark at the start cannot be there by chance: it says more than the option.
  if (census.marked !== undefined) return { value: census.marked, diagnostics: [] }
  if (name === 'utf-16') {
    const guess = guessEncoding(census)
    const isBig = guess.kind === 'text' && guess.encoding === 'utf16be'
    return { value: isBig ? 'utf16be' : 'utf16le', diagnostics: [] }
  }
  if (name !== 'utf-8') return { value: name, diagnostics: [] }
  if (census.isUtf8) return { value: 'utf8', diagnostics: [] }
  const message = text(
    'le fichier n’est pas en UTF-8, contrairement à ce qui est demandé',
    'the file is not in UTF-8 as was asked',
  )
  const hint = text(
    'retirez `--encodage`, ou nommez le codage du fichier',
    'remove `--encodage`, or name the encoding of the file',
  )
  return { diagnostics: [diagnose('unknown-encoding', wholeFile(file), message, { hint })] }
}

/** Reads the whole file once. */
export function csvEncoding(source: Source, name: EncodingName | undefined): Outcome<Encoding> {
  const { file } = source
  const census = censusOf(source)
  if (name !== undefined) return named(file, census, name)
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
  return { value: encoding, diagnostics: encoding === 'utf8' ? [] : [encodingRemark(file, encoding)] }
}
