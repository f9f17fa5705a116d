// What was found in one file by signakit check, and what that makes of it.
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts'
import { hasWarnings, type Verdict } from './verdict.ts'

export type Checked = {
  readonly file: string
  readonly diagnostics: readonly Diagnostic[]
  readonly verdict: Verdict
  /** A copy of the file with its findings framed; undefined when nothing can be added to it. */
  readonly annotate?: (lang: 'fr' | 'en') => Uint8Array | undefined
}

/** Of a file that was read. */
export const checkedOf = (file: string, diagnostics: readonly Diagnostic[]): Checked => ({
  file,
  diagnostics,
  verdict: { status: hasErrors(diagnostics) ? 'refused' : 'complete', warnings: hasWarnings(diagnostics) },
})
