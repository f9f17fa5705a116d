// The exit code of a batch: of what was made, planned, or could not even be read (CONTRACT §3).

import type { BatchResult } from '../batch/batch-request.ts'
import type { Plan } from '../batch/plan.ts'
import { UNREADABLE_RULES } from '../input/decode.ts'
import { SHEET_RULES } from '../input/table/sheet-choice.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { BatchFindings } from './batch-findings.ts'
import { EXIT, type Exit } from './exit.ts'
import type { Severity } from './verdict.ts'

type Finished = Extract<BatchResult, { counts: unknown }>

export function exitOfBatch(result: BatchResult, findings: BatchFindings, failOn: Severity): Exit {
  switch (result.state) {
    case 'held':
    case 'failed':
      return EXIT.file
    case 'stopped':
      return EXIT.interrupted
    case 'refused':
      return exitOfPlan(result.plan, findings, failOn)
    case 'interrupted':
      // Stopped by no one: by the disk, by our own fault, or by a refused row under `--on-error fail`.
      if (!result.stopped) return exitOfFinished(result, findings, failOn)
      return result.faults.includes('file') || result.failure ? EXIT.file : EXIT.interrupted
    case 'finished':
      return exitOfFinished(result, findings, failOn)
  }
}

function exitOfFinished(
  { counts, faults, failure, diagnostics }: Finished,
  findings: BatchFindings,
  failOn: Severity,
): Exit {
  if (faults.includes('bug')) return EXIT.bug
  if (failure || faults.includes('file')) return EXIT.file
  const unread = diagnostics.some(({ severity }) => severity === 'error')
  const warned = failOn === 'warning' && findings.list.some(({ severity }) => severity === 'warning')
  const failed = counts.incomplete + counts.refused > 0 || unread || warned
  if (!failed) return EXIT.done
  return counts.complete > 0 && !warned ? EXIT.partial : EXIT.refused
}

/** Of a file named on the command line, before any row was read. */
export const exitOfUnread = (diagnostics: readonly Diagnostic[]): Exit =>
  diagnostics.some(({ rule }) => UNREADABLE_RULES.has(rule)) ? EXIT.file : EXIT.refused

/** Of rows that were read and not made. */
export function exitOfPlan(
  { unanswered, diagnostics, entries, refused, incomplete }: Plan,
  findings: BatchFindings,
  failOn: Severity,
): Exit {
  if (unanswered && unanswered.why !== 'none-failed') return EXIT.usage
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.some(({ rule }) => SHEET_RULES.has(rule))) return EXIT.usage
  const unread = entries.length === 0 && errors.length > 0
  if (unread && errors.every(({ rule }) => UNREADABLE_RULES.has(rule))) return EXIT.file
  const warned = failOn === 'warning' && findings.list.some(({ severity }) => severity === 'warning')
  return refused + incomplete > 0 || errors.length > 0 || warned ? EXIT.refused : EXIT.done
}
