// What a batch is asked, what it says while it goes on, and what comes of it.
import type { WriteFailure } from '../host/atomic.ts'
import type { Holder } from '../host/lock.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Entry } from '../model/entry.ts'
import type { RenderOptions } from '../pipeline.ts'
import type { Filters } from './filters.ts'
import type { Plan } from './plan.ts'
import type { ReportFiles } from './report-files.ts'
import type { Counts } from './reports/batch-json.ts'

export type BatchRequest = {
  /** Read afresh. */
  readonly entries: () => AsyncIterable<Entry | Diagnostic>
  /** As typed: what run.start.json says, so that a run can be taken up again. */
  readonly command: Readonly<Record<string, unknown>>
  /** What was given to read, as typed: files, folders, patterns. */
  readonly given: readonly string[]
  readonly options: RenderOptions
  readonly out: string
  readonly filters: Filters
  readonly onError: 'skip' | 'fail'
  readonly prune: boolean
}

export type Progress = {
  /** Kits to be made or found right. */
  readonly total: number
  readonly done: number
  readonly made: number
  readonly failed: number
  /** Rows refused when they were read: there is no kit to make. */
  readonly refused: number
}

export type Watcher = {
  /** What was found of an entry, as it comes. */
  found(findings: readonly Diagnostic[], entry: Entry): void
  progress(progress: Progress): void
  /** Whether someone asked to stop. */
  stopped(): boolean
}

export type BatchResult =
  | { readonly state: 'held'; readonly holder: Holder | undefined }
  | { readonly state: 'failed'; readonly failure: WriteFailure }
  /** Someone asked to stop before anything was made: nothing was written. */
  | { readonly state: 'stopped' }
  /** Nothing was written: a filter that nothing answers to, or a refused row under `--on-error fail`. */
  | { readonly state: 'refused'; readonly plan: Plan }
  | {
      readonly state: 'finished' | 'interrupted'
      readonly plan: Plan
      readonly counts: Counts
      readonly made: number
      /** Kits that were to be made and were not taken up. */
      readonly remaining: number
      /** Whether someone asked to stop. */
      readonly stopped: boolean
      readonly diagnostics: readonly Diagnostic[]
      /** Of `counts`, what no file that was read speaks of; these files. */
      readonly carried: { readonly counts: Counts; readonly files: readonly string[] }
      readonly faults: readonly ('file' | 'bug')[]
      readonly pruned: readonly string[]
      readonly removed: readonly string[]
      readonly failure?: WriteFailure
      readonly files: ReportFiles
    }
