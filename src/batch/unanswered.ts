// Filters that leave nothing to make: a mistake of whoever asked, unless nothing failed the last time.
import type { Condition, Filters } from './filters.ts'
import type { Missed } from './missed.ts'

/** A condition that no entry meets, and the values that it nearly asks for. */
export type Unmet = { readonly condition: Condition; readonly values: Missed }

export type Unanswered =
  /** No entry has these ids. */
  | { readonly why: 'only'; readonly ids: readonly Missed[] }
  /** No entry has these columns or keys. */
  | { readonly why: 'where'; readonly columns: readonly Missed[] }
  /** No kit has these pieces. */
  | { readonly why: 'pieces'; readonly pieces: readonly Missed[] }
  /** Each is known, and no entry answers to all of them; `unmet` are those that none meets even alone. */
  | { readonly why: 'together'; readonly filters: Filters; readonly unmet: readonly Unmet[] }
  /** `--last-failed` where no run was told of. */
  | { readonly why: 'no-run' }
  /** `--last-failed`, and what failed comes from other files, of which none of these rows is known again. */
  | { readonly why: 'other-files'; readonly files: readonly string[] }
  /** `--last-failed`, and nothing failed of what the other filters leave: there is nothing to mend. */
  | { readonly why: 'none-failed'; readonly filters: Filters }

/** What the entries, of all shards, answered to the filters. */
export type Answers = {
  /** Ids, columns and pieces that none has. */
  readonly ids: readonly Missed[]
  readonly columns: readonly Missed[]
  readonly pieces: readonly Missed[]
  readonly unmet: readonly Unmet[]
  /** Whether one answers to all filters but `--last-failed`; whether one of these failed before. */
  readonly any: boolean
  readonly failed: boolean
  /** Files of what failed, when all of it is of files that are not read now. */
  readonly elsewhere: readonly string[]
}

export const hasChoice = ({ only, where = [], pieces }: Filters): boolean =>
  only !== undefined || pieces !== undefined || where.length > 0

/** Undefined when there is something to make, or to say of rows that were refused. */
export function unanswered(answers: Answers, filters: Filters, hasPrevious: boolean): Unanswered | undefined {
  const { ids, columns, pieces, unmet, any, failed, elsewhere } = answers
  if (ids.length > 0) return { why: 'only', ids }
  if (columns.length > 0) return { why: 'where', columns }
  if (pieces.length > 0) return { why: 'pieces', pieces }
  if (!any && hasChoice(filters)) return { why: 'together', filters, unmet }
  if (filters.lastFailed !== true || failed) return undefined
  if (elsewhere.length > 0) return { why: 'other-files', files: elsewhere }
  return hasPrevious ? { why: 'none-failed', filters } : { why: 'no-run' }
}
