// From what happened to each kit to the one exit code of the run (CONTRACT §1).
import type { Diagnostic } from '../model/diagnostic.ts'
import { EXIT, type Exit } from './exit.ts'

export type Verdict = {
  /** complete: everything asked for was written (or, for check, would be); file: it could not be read or written. */
  readonly status: 'complete' | 'refused' | 'file' | 'bug'
  readonly warnings: boolean
}

export type Severity = 'error' | 'warning'

const succeeds = ({ status, warnings }: Verdict, failOn: Severity): boolean =>
  status === 'complete' && !(failOn === 'warning' && warnings)

/** A bug in one kit is the run's; a mix of complete and not is a partial success, when something was to be written. */
export function exitOf(verdicts: readonly Verdict[], failOn: Severity, writes: boolean): Exit {
  if (verdicts.some(({ status }) => status === 'bug')) return EXIT.bug
  const good = verdicts.filter(verdict => succeeds(verdict, failOn))
  if (good.length === verdicts.length) return EXIT.done
  if (writes && good.length > 0) return EXIT.partial
  const bad = verdicts.filter(verdict => !succeeds(verdict, failOn))
  return bad.every(({ status }) => status === 'file') ? EXIT.file : EXIT.refused
}

export const hasWarnings = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'warning')
