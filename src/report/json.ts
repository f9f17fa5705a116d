// For programs: the findings as CONTRACT §6 says, in the language of the run.
import type { Diagnostic, Span } from '../model/diagnostic.ts'
import type { Reporter } from './reporter.ts'

const place = (at: Span): object =>
  'line' in at
    ? { file: at.file, line: at.line, column: at.column, length: at.length }
    : { file: at.file, sheet: at.sheet, cell: at.cell }

/** One finding; keys that have nothing to say are absent. */
export const jsonDiagnostic = (diagnostic: Diagnostic, lang: 'fr' | 'en'): Readonly<Record<string, unknown>> => {
  const { rule, severity, message, piece, at, page, label, related, hint } = diagnostic
  return {
    rule,
    severity,
    message: message[lang],
    ...(piece === undefined ? {} : { piece }),
    ...(at ? { at: place(at) } : {}),
    ...(page ? { page } : {}),
    ...(label ? { label: label[lang] } : {}),
    ...(related
      ? { related: related.map(({ why, file, line, column }) => ({ file, line, column, why: why[lang] })) }
      : {}),
    ...(hint ? { hint: hint[lang] } : {}),
  }
}

export const json: Reporter = (diagnostics, { lang }) =>
  JSON.stringify(
    diagnostics.map(each => jsonDiagnostic(each, lang)),
    undefined,
    2,
  )
