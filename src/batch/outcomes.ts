// What came of each entry of a run so far, and whether it is of any use to go on.
import type { WriteFailure } from '../host/atomic.ts'
import type { KitReport } from '../model/kit-report.ts'
import type { Done } from './execute.ts'
import type { Spools } from './planned.ts'
import { type Counts, NO_COUNTS } from './reports/batch-json.ts'

/** What concerns the disk, or the whole output, and no kit. */
const OF_THE_DISK: ReadonlySet<string> = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
  'ESTALE',
  'ENODEV',
  'ENXIO',
  'ELOST',
])

/** When no process makes anything any more, no kit is at fault, and ten thousand more would end the same way. */
const CRASHES = 8

/** What came of each entry, by its rank. */
export class Outcomes {
  counts: Counts = NO_COUNTS
  made = 0
  failed = 0
  /** Of the whole disk: it would say the same of the next kit. */
  failure: WriteFailure | undefined
  /** Kits one after the other of which none came to an end. */
  private crashes = 0
  readonly faults: ('file' | 'bug')[] = []
  readonly removed: string[] = []
  private readonly reports = new Map<number, number>()
  private readonly spools: Spools

  constructor(spools: Spools) {
    this.spools = spools
  }

  /** `report` is what is told of the kit: with what the last run said of pieces that this one leaves aside. */
  add({ kept, answer, made, stop }: Done, report = answer.report): void {
    const { removed, failure } = answer
    const { entry, lieu } = kept
    this.reports.set(entry.index, this.spools.reports.add(lieu === undefined ? report : { ...report, lieu }))
    this.removed.push(...removed)
    // Of those that are complete: the others are told as what they are.
    if (made && report.status === 'complete') this.made++
    if (answer.report.status !== 'complete') this.failed++
    if (report.fault) this.faults.push(report.fault)
    if (failure && OF_THE_DISK.has(failure.code)) this.failure ??= failure
    if (made) this.crashes = stop === 'crash' ? this.crashes + 1 : 0
  }

  get isHopeless(): boolean {
    return this.failure !== undefined || this.crashes >= CRASHES
  }

  of(index: number): KitReport | undefined {
    const number = this.reports.get(index)
    return number === undefined ? undefined : this.spools.reports.read(number)
  }
}
