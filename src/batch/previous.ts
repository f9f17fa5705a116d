// What the last run said, kit by kit: for what this one leaves alone, for --last-failed, for kits that no row makes any more.
import { linesOfFile } from '../host/lines.ts'
import type { Spool } from '../host/spool.ts'
import type { KitReport } from '../model/kit-report.ts'
import { placeWord } from './places.ts'
import { kitOfLine, orphansOfLine } from './reports/batch-json.ts'

/** A kit by its id; a row that never became one by its place. */
export const identityOf = ({ kit, origin }: Pick<KitReport, 'kit' | 'origin'>): string => kit ?? ` ${placeWord(origin)}`

export type Previous = {
  /** Whether there was one. */
  readonly isKnown: boolean
  /** Ids of all kits that were written, orphans included. */
  readonly kits: ReadonlySet<string>
  /** Whether a kit or a row failed: a row that was mended may have another id now, and is known by its place. */
  hasFailed(kit: string | undefined, origin: KitReport['origin']): boolean
  /** What was said of a kit or a row. */
  report(identity: string): KitReport | undefined
}

/** Reads batch.json; nothing when there is none. Reports are kept in the spool, not in memory. */
export function readPrevious(path: string, spool: Spool<KitReport>): Previous {
  const kits = new Set<string>()
  const failed = new Set<string>()
  const numbers = new Map<string, number>()
  for (const line of linesOfFile(path)) {
    for (const id of orphansOfLine(line) ?? []) kits.add(id)
    const report = kitOfLine(line)
    if (!report) continue
    const identity = identityOf(report)
    numbers.set(identity, spool.add(report))
    if (report.status === 'refused' || report.status === 'incomplete') {
      failed.add(identity)
      failed.add(identityOf({ origin: report.origin }))
    }
    if (report.kit !== undefined && report.pieces.length > 0) kits.add(report.kit)
  }
  return {
    isKnown: numbers.size > 0,
    kits,
    hasFailed: (kit, origin) => (kit !== undefined && failed.has(kit)) || failed.has(identityOf({ origin })),
    report: identity => {
      const number = numbers.get(identity)
      return number === undefined ? undefined : spool.read(number)
    },
  }
}
