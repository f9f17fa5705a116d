// What a run does not speak of: kits and rows of files that it does not read stay in the reports as they were, and on the disk.
// An `errors.csv` given back speaks of its rows alone.
import { join } from 'node:path'
import type { Spool } from '../host/spool.ts'
import { type KitReport, reportOfManifest } from '../model/kit-report.ts'
import type { World } from '../model/world.ts'
import { coverer } from './covered.ts'
import type { Shard } from './filters.ts'
import { isOfFiles, unreportedKits } from './orphans.ts'
import { rowKey, sourceKey, sourceOfRow } from './places.ts'
import type { Plan } from './plan.ts'
import { type Previous, placesOf, readPrevious } from './previous.ts'
import { reportFiles } from './report-files.ts'
import { stampedManifest } from './up-to-date.ts'

export type Spoken = {
  /** Ids that its rows ask for. */
  readonly kits: ReadonlySet<string>
  /** Rows that rows of an `errors.csv` mend, as these say it. */
  readonly mended: ReadonlySet<string>
  /** Whether a file was read whole, for its own sake. */
  readonly covers: (file: string) => boolean
}

/** Whether what was said of a kit or a row still holds after a run that speaks of these. */
export function carrier({ kits, mended, covers }: Spoken, out: string, world: World): (report: KitReport) => boolean {
  const places = new Set([...mended].map(rowKey))
  return report => {
    const { kit, file, mends = '', pieces } = report
    if (covers(file) || (kit !== undefined && kits.has(kit))) return false
    if (placesOf(report).some(place => places.has(place))) return false
    // Of a row that never gave anything, the sheet that it comes from speaks.
    if (pieces.length === 0) return mends === '' || !covers(sourceOfRow(mends))
    // Whoever has taken the folder away wants the kit no more.
    return kit !== undefined && world.kind(join(out, kit, 'manifest.json')) === 'file'
  }
}

/** An `errors.csv` given back, and a file that could not be read, say nothing of what they do not name. */
function coveredBy({ corrections, diagnostics }: Plan, given: readonly string[], world: World): Spoken['covers'] {
  const unread = diagnostics.flatMap(({ severity, at }) => (severity === 'error' && at ? [at.file] : []))
  const silent = new Set([...corrections, ...unread].map(sourceKey))
  const covers = coverer(given, world)
  return file => covers(file) && !silent.has(sourceKey(file))
}

/** A kit by its id; a row that never became one by its place. */
const identityOf = (report: KitReport): string => report.kit ?? ` ${placesOf(report)[0]}`

/** A kit that no report names, from its own manifest, which knows its file and not its row. */
function reportOfFolder(folder: string, kit: string, world: World): KitReport | undefined {
  const manifest = stampedManifest(folder, kit, world)
  if (!manifest) return undefined
  const { source: file } = manifest
  return reportOfManifest({ index: 0, file, origin: { file, line: 1, column: 1, length: 0 } }, manifest)
}

export type Carrying = {
  readonly given: readonly string[]
  readonly out: string
  readonly shard: Shard | undefined
  readonly previous: Previous
  readonly reports: Spool<KitReport>
}

/** What was said of other files than those of this run: the numbers of the reports, in their order. */
export function* carriedOver(plan: Plan, carrying: Carrying, world: World): Generator<number> {
  const { given, out, shard, previous, reports } = carrying
  const { kits, mended } = plan
  const carries = carrier({ kits, mended, covers: coveredBy(plan, given, world) }, out, world)
  const known = new Set<string>()
  for (const number of previous.all) {
    const report = reports.read(number)
    if (!carries(report)) continue
    known.add(identityOf(report))
    yield previous.now(number)
  }
  // Shards leave what the whole run has told to the first of them.
  if (shard !== undefined && shard.index !== 1) return
  const whole = shard ? readPrevious(reportFiles(out).json, reports) : undefined
  for (const number of whole?.all ?? []) {
    const report = reports.read(number)
    if (carries(report) && !known.has(identityOf(report))) yield previous.now(number)
  }
  if (shard) return
  const isKnown = (kit: string): boolean => kits.has(kit) || previous.kits.has(kit) || previous.orphans.has(kit)
  for (const kit of unreportedKits(out, isKnown, world)) {
    const report = reportOfFolder(join(out, kit), kit, world)
    if (report && !isOfFiles(plan, report.file)) yield reports.add(report)
  }
}
