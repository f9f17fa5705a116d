// What the last run said, kit by kit: for what this one leaves alone, for --last-failed, for kits that no row makes any more.
import { linesOfFile } from '../host/lines.ts'
import type { Spool } from '../host/spool.ts'
import { sha256Of } from '../input/sha256.ts'
import type { Span } from '../model/diagnostic.ts'
import type { KitReport } from '../model/kit-report.ts'
import type { Shard } from './filters.ts'
import { rowKey, rowWord } from './places.ts'
import { reportFiles } from './report-files.ts'
import { kitOfLine, orphansOfLine } from './reports/batch-json.ts'
import { isFailed } from './reports/write-reports.ts'

/** By what a kit or a row is known again: its id, what its row says, and where it stands. */
export type Who = {
  readonly kit?: string | undefined
  readonly origin: Span
  readonly mends?: string | undefined
  readonly row?: KitReport['row'] | undefined
}

export type Previous = {
  /** Whether there was one. */
  readonly isKnown: boolean
  /** Ids of all kits that were written. */
  readonly kits: ReadonlySet<string>
  /** Ids of kits that no row made any more. */
  readonly orphans: ReadonlySet<string>
  /** Files of what failed. */
  readonly failedFiles: ReadonlySet<string>
  hasFailed(who: Who): boolean
  /** The number in the spool of what was said of a kit or a row. */
  find(who: Who): number | undefined
  ofKit(kit: string): number | undefined
  /** The number of what holds now of what was said under a number; see `afterCrash`. */
  now(number: number): number
  /** All that was said, in its order: numbers in the spool. */
  readonly all: readonly number[]
}

/** Rows that say the same under the same titles, wherever they stand. */
const contentKey = ({ titles, cells }: NonNullable<KitReport['row']>): string =>
  sha256Of(
    Buffer.from(
      JSON.stringify(titles.flatMap((title, rank) => ((cells[rank] ?? '') === '' ? [] : [title, cells[rank]]))),
    ),
  )

/** Its own place, then the one of the row that it mends. */
export const placesOf = ({ origin, mends = '' }: Who): readonly string[] => [
  rowKey(rowWord(origin)),
  ...(mends === '' ? [] : [rowKey(mends)]),
]

/** Reads batch.json; nothing when there is none. Reports are kept in the spool, not in memory. */
export function readPrevious(path: string, spool: Spool<KitReport>): Previous {
  const kits = new Set<string>()
  const orphans = new Set<string>()
  const failedFiles = new Set<string>()
  const all: number[] = []
  const byKit = new Map<string, number>()
  const failed = { kits: new Set<string>(), rows: new Map<string, number>(), places: new Map<string, number>() }
  for (const line of linesOfFile(path)) {
    for (const id of orphansOfLine(line) ?? []) orphans.add(id)
    const report = kitOfLine(line)
    if (!report) continue
    const number = spool.add(report)
    all.push(number)
    const { kit, pieces, row } = report
    if (kit !== undefined) byKit.set(kit, number)
    if (kit !== undefined && pieces.length > 0) kits.add(kit)
    if (!isFailed(report)) continue
    failedFiles.add(report.file)
    if (kit !== undefined) failed.kits.add(kit)
    if (row) failed.rows.set(contentKey(row), number)
    for (const place of placesOf(report)) failed.places.set(place, number)
  }
  const known = ({ kit, row }: Who): number | undefined =>
    (row && failed.rows.get(contentKey(row))) ?? (kit === undefined ? undefined : byKit.get(kit))
  const there = (who: Who): number | undefined => placesOf(who).flatMap(place => failed.places.get(place) ?? [])[0]
  return {
    isKnown: all.length > 0,
    kits,
    orphans,
    failedFiles,
    all,
    hasFailed: who =>
      (who.kit !== undefined && failed.kits.has(who.kit)) ||
      (who.row !== undefined && failed.rows.has(contentKey(who.row))) ||
      // Mended, it may have another id now: its place tells it, unless another row that is known has come there since.
      (known(who) === undefined && there(who) !== undefined),
    find: who => {
      const own = known(who)
      if (own !== undefined) return own
      const number = there(who)
      // One that has an id is found by it, wherever its row has gone.
      return number !== undefined && spool.read(number).kit === undefined ? number : undefined
    },
    ofKit: kit => byKit.get(kit),
    now: number => number,
  }
}

/**
 * What the last run said of what this one makes. A merge takes the reports of the parts together: made again, each finds its
 * own entries there, and the first part alone keeps what is of no entry.
 */
export function previousOf(out: string, shard: Shard | undefined, spool: Spool<KitReport>): Previous {
  const own = readPrevious(reportFiles(out, shard).json, spool)
  if (!shard || own.isKnown) return own
  const whole = readPrevious(reportFiles(out).json, spool)
  return shard.index === 1 ? whole : { ...whole, kits: new Set(), orphans: new Set(), all: [] }
}
