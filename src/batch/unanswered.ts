// Filters that leave nothing to make: a mistake of whoever asked, unless nothing failed the last time.
import type { Filters } from './filters.ts'

export type Unanswered =
  /** No entry has these ids. */
  | { readonly why: 'only'; readonly ids: readonly string[] }
  /** No entry has these columns or keys. */
  | { readonly why: 'where'; readonly columns: readonly string[] }
  /** Each is known, and no entry answers to all of them. */
  | { readonly why: 'together'; readonly filters: Filters }
  /** `--last-failed` where no run was told of. */
  | { readonly why: 'no-run' }
  /** `--last-failed`, and what failed comes from other files, of which none of these rows is known again. */
  | { readonly why: 'other-files'; readonly files: readonly string[] }
  /** `--last-failed`, and nothing failed of what the other filters leave: there is nothing to mend. */
  | { readonly why: 'none-failed' }

/** What the entries, of all shards, answered to the filters. */
export type Answers = {
  /** Ids and columns that none has. */
  readonly only: ReadonlySet<string>
  readonly where: ReadonlySet<{ readonly column: string }>
  /** Whether one answers to `--only` and `--where`; whether one of these failed before. */
  readonly any: boolean
  readonly failed: boolean
  /** Files of what failed, when all of it is of files that are not read now. */
  readonly elsewhere: readonly string[]
}

/** Undefined when there is something to make, or to say of rows that were refused. */
export function unanswered(
  { only, where, any, failed, elsewhere }: Answers,
  filters: Filters,
  hasPrevious: boolean,
): Unanswered | undefined {
  if (only.size > 0) return { why: 'only', ids: [...only] }
  if (where.size > 0) return { why: 'where', columns: [...where].map(({ column }) => column) }
  if (!any && (filters.only || (filters.where ?? []).length > 0)) return { why: 'together', filters }
  if (filters.lastFailed !== true || failed) return undefined
  if (elsewhere.length > 0) return { why: 'other-files', files: elsewhere }
  return { why: hasPrevious ? 'none-failed' : 'no-run' }
}
