// What becomes of each entry of a batch, as its plan decides; what is long is kept on the disk, in spools.
import type { Spool } from '../host/spool.ts'
import type { Entry, EntryRow } from '../model/entry.ts'
import type { KitReport } from '../model/kit-report.ts'
import type { RenderOptions } from '../pipeline.ts'
import type { PreviewPiece } from '../preview.ts'

/** What is kept of an entry that makes a kit, on the disk. */
export type Kept = {
  readonly entry: Entry
  readonly kit: string
  /** Of its project. */
  readonly root: string
  readonly project?: string
  readonly lieu?: string
  /** Of the pieces that the command line asks for, those that it has, when it lacks some. */
  readonly asked?: NonNullable<RenderOptions['pieces']>
  /** The pieces that it orders and that are not asked for this time. */
  readonly unasked?: readonly string[]
  /** What the kit would make, when it was asked for. */
  readonly preview?: KeptPreview
}

export type KeptPreview = {
  readonly brand: string
  readonly pieces: readonly PreviewPiece[]
  /** Rules that would refuse others of its pieces. */
  readonly refusing: readonly string[]
}

/** An entry by what becomes of it; the numbers are those of the spools. */
export type Planned =
  | {
      readonly state: 'todo'
      readonly kit: string
      readonly kept: number
      /** What the last run said of it, perhaps under another id: it stays when this one does not come to it. */
      readonly before?: number
    }
  | { readonly state: 'told'; readonly report: number; readonly row?: number }
  /** Outside the filters: what the last run said of it stays. */
  | {
      readonly state: 'left'
      readonly place: string
      readonly kit?: string
      /** Whether it is left for want of the pieces that are asked for, and nothing else. */
      readonly lacks?: true
      readonly report?: number
      readonly row?: number
    }
  /** Of another shard. */
  | { readonly state: 'elsewhere' }

export type Spools = {
  readonly kept: Spool<Kept>
  readonly reports: Spool<KitReport>
  readonly rows: Spool<EntryRow>
}
