// What was found in one file by signakit check, and what that makes of it.
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts'
import { hasWarnings, type Verdict } from './verdict.ts'

/** A file to look at, by the name it is written under. */
export type Annotated = { readonly name: string; readonly bytes: Uint8Array }

export type Checked = {
  readonly file: string
  readonly diagnostics: readonly Diagnostic[]
  readonly verdict: Verdict
  /** Copies or pictures with its findings framed; none when there is nothing that they could be framed on. */
  readonly annotate?: (lang: 'fr' | 'en') => Promise<readonly Annotated[]>
}

/** Of a file that was read. */
export const checkedOf = (file: string, diagnostics: readonly Diagnostic[]): Checked => ({
  file,
  diagnostics,
  verdict: { status: hasErrors(diagnostics) ? 'refused' : 'complete', warnings: hasWarnings(diagnostics) },
})
