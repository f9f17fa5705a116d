// What a worker is asked, and what it answers. Plain data, for another process or another machine.
import type { WriteFailure } from '../host/atomic.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Entry } from '../model/entry.ts'
import type { KitReport } from '../model/kit-report.ts'
import type { Reads } from '../model/stamp.ts'
import type { RenderOptions } from '../pipeline.ts'

/** What files answer, by path from a folder. */
export type Expected = { readonly base: string; readonly reads: Reads }

export type Job = {
  readonly entry: Entry
  /** Of its data, the options and the tool. */
  readonly key: string
  readonly options: RenderOptions
  /** SHA-256 of the project that the run saw above the kit. */
  readonly project?: string
  /** Absolute. */
  readonly out: string
  /** The run that holds `out`, see `OWN_RUN`: once another does, the kit gets no names. */
  readonly by?: string
  /** Where its relative paths start from, when it is made far from the run. Absolute. */
  readonly cwd?: string
  /** The run of another machine that asks for it: it is told what was read, and nothing is remembered of other runs. */
  readonly run?: string
}

export type Answer = {
  readonly report: KitReport
  /** In both languages, for whoever watches the run. */
  readonly findings: readonly Diagnostic[]
  /** Files that a former run had written and that are no longer right. */
  readonly removed: readonly string[]
  /** What the disk said, when it said no. */
  readonly failure?: WriteFailure
  /** What the files answered, by path from the folder of the entry's file. */
  readonly reads?: Reads
}
