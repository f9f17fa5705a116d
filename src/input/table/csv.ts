// A CSV file: its encoding and its separator, told before its rows are read.
import { type Diagnostic, type Outcome, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import type { EncodingName } from '../encoding.ts'
import { type CsvEncoding, csvEncoding } from './csv-encoding.ts'
import { type CsvFormat, decoderFor } from './csv-rows.ts'
import { findSeparator, type Separator, signName } from './csv-separator.ts'
import { wholeFile } from './refusal.ts'
import type { Source } from './source.ts'

/** Bytes: some hundreds of rows. */
const SAMPLE = 128 * 1024

function separatorRemark(file: string, { sign, rival }: Separator): readonly Diagnostic[] {
  if (rival === undefined) return []
  const [chosen, other] = [signName(sign), signName(rival)]
  return [
    diagnose(
      'separator-in-doubt',
      wholeFile(file),
      text(
        `les colonnes sont séparées par ${chosen.fr}, mais ${other.fr} aurait pu convenir`,
        `columns are separated by ${chosen.en}, but ${other.en} could have been meant`,
      ),
      { hint: text(`écrivez \`sep=${sign}\` en première ligne`, `write \`sep=${sign}\` on the first line`) },
    ),
  ]
}

function separatorOf(source: Source, encoding: CsvEncoding): Outcome<Separator> {
  const { file, size } = source
  const sample = decoderFor(encoding).write(source.part(0, SAMPLE))
  const separator = findSeparator(sample, size <= SAMPLE)
  if (separator) return { value: separator, diagnostics: separatorRemark(file, separator) }
  const message = text(
    'les colonnes ne sont séparées ni par `;`, ni par `,`, ni par une tabulation',
    'columns are separated neither by `;` nor by `,` nor by a tab',
  )
  const hint = text(
    'enregistrez le fichier en CSV avec le séparateur `;`, ou nommez le sien en première ligne : `sep=|`',
    'save the file as CSV with the separator `;`, or name its own on the first line: `sep=|`',
  )
  return { diagnostics: [diagnose('unknown-separator', wholeFile(file), message, { hint })] }
}

export function csvFormat(source: Source, name: EncodingName | undefined): Outcome<CsvFormat> {
  const { value: encoding, diagnostics } = csvEncoding(source, name)
  if (encoding === undefined) return { diagnostics }
  const separator = separatorOf(source, encoding)
  const all = [...diagnostics, ...separator.diagnostics]
  return separator.value
    ? { value: { ...encoding, separator: separator.value }, diagnostics: all }
    : { diagnostics: all }
}
