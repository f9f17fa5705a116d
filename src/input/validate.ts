// Checks a value against its schema: each issue becomes a sentence at the exact place, with what was seen.
import type { ZodType } from 'zod'
import type { Outcome } from '../model/diagnostic.ts'
import { diagnosticsOf, type KeyHint, type Written } from './issues.ts'
import { loosen } from './loose.ts'
import type { PlacedValue } from './yaml.ts'

export type ValidateOptions = {
  /** For what people write: keys in any case, with or without accents, `-`, `_` or space; scalars as their text. */
  readonly loose?: boolean
  /** A better hint than the nearest key, by the path of what is missing or unknown. */
  readonly hint?: KeyHint
  /** The text of the file at a place. */
  readonly written?: Written
}

/** `schema` on the data of a file. The value is absent when there is an error; all errors are reported at once. */
export function validate<T>(
  schema: ZodType<T>,
  read: PlacedValue,
  file: string,
  options: ValidateOptions = {},
): Outcome<T> {
  const { value = read, diagnostics: before } = options.loose === true ? loosen(read) : { diagnostics: [] }
  const result = schema.safeParse(value.data, {
    // The keys of an object are only known here; `diagnosticsOf` finds the nearest one among them.
    error: issue =>
      issue.code === 'unrecognized_keys' && issue.inst !== undefined && 'shape' in issue.inst
        ? Object.keys(Object(issue.inst.shape)).join(' ')
        : undefined,
    reportInput: true,
  })
  if (result.success) return { value: result.data, diagnostics: before }
  return { diagnostics: [...before, ...diagnosticsOf(result.error.issues, value, file, options.hint, options.written)] }
}
