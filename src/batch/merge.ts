// The reports of the shards of one run → the reports of the whole run, in the order of its entries, as if it had been one.
import { type WriteFailure, writeTogether } from '../host/atomic.ts'
import { linesOfFile } from '../host/lines.ts'
import { removeFile } from '../host/remove.ts'
import type { KitReport, ReportDiagnostic } from '../model/kit-report.ts'
import type { World } from '../model/world.ts'
import { type ReportFiles, reportFiles, shardOfName } from './report-files.ts'
import { BATCH_CSV_HEADER, batchCsvLines } from './reports/batch-csv.ts'
import {
  BATCH_JSON_END,
  batchJsonKit,
  batchJsonStart,
  type Counts,
  counted,
  diagnosticsOfLine,
  kitOfLine,
  NO_COUNTS,
  orphansOfLine,
} from './reports/batch-json.ts'
import { CSV_START, csvRecords } from './reports/csv-out.ts'
import { readEnd, readStart, writeEnd, writeStart } from './reports/run-files.ts'
import { isFailed } from './reports/write-reports.ts'

type Part = { readonly index: number; readonly files: ReportFiles }

export type Merged =
  | { readonly state: 'merged'; readonly counts: Counts; readonly files: ReportFiles; readonly parts: number }
  | { readonly state: 'none' }
  /** Parts that are not there, or that did not come to their end. */
  | { readonly state: 'missing'; readonly count: number; readonly parts: readonly number[] }
  /** Parts of runs that were not the same. */
  | { readonly state: 'different' }
  | { readonly state: 'failed'; readonly failure: WriteFailure }

/** The shards found in the folders; those of the largest number of parts, when there are several kinds. */
function partsIn(
  folders: readonly string[],
  world: World,
): { readonly count: number; readonly parts: readonly Part[] } {
  const found = folders.flatMap(folder =>
    world.list(folder).flatMap(name => {
      const shard = shardOfName(name)
      return shard ? [{ shard, files: reportFiles(folder, shard) }] : []
    }),
  )
  const count = Math.max(0, ...found.map(({ shard }) => shard.count))
  const parts = found
    .filter(({ shard }) => shard.count === count)
    .map(({ shard, files }) => ({ index: shard.index, files }))
  return { count, parts: parts.sort((a, b) => a.index - b.index) }
}

function* reportsOf({ json }: ReportFiles): Generator<KitReport> {
  for (const line of linesOfFile(json)) {
    const report = kitOfLine(line)
    if (report) yield report
  }
}

/** A report, and its line of errors.csv when it has one. */
type Told = { readonly report: KitReport; readonly error: string | undefined }

function* toldOf(files: ReportFiles): Generator<Told> {
  const errors = csvRecords(linesOfFile(files.errors))
  errors.next()
  for (const report of reportsOf(files)) {
    yield { report, error: isFailed(report) ? errors.next().value : undefined }
  }
}

/** Each part is in the order of its entries: the next of all is the first of one of them. */
function* inOrder(parts: readonly Part[]): Generator<Told> {
  const heads = parts.map(({ files }) => {
    const told = toldOf(files)
    return { told, next: told.next() }
  })
  for (;;) {
    const open = heads.filter(({ next }) => next.done !== true)
    const first = open.reduce<(typeof heads)[number] | undefined>(
      (best, each) =>
        best === undefined || (each.next.value?.report.index ?? 0) < (best.next.value?.report.index ?? 0) ? each : best,
      undefined,
    )
    if (!first || first.next.done === true) return
    yield first.next.value
    first.next = first.told.next()
  }
}

function headsOf(parts: readonly Part[]) {
  const orphans = new Set<string>()
  const diagnostics = new Map<string, ReportDiagnostic>()
  for (const { files } of parts) {
    for (const line of linesOfFile(files.json)) {
      for (const each of diagnosticsOfLine(line) ?? []) diagnostics.set(JSON.stringify(each), each)
      for (const each of orphansOfLine(line) ?? []) orphans.add(each)
      if (kitOfLine(line)) break
    }
  }
  return { orphans: [...orphans].sort(), diagnostics: [...diagnostics.values()] }
}

function* jsonParts(parts: readonly Part[], counts: Counts, version: string): Generator<string> {
  yield batchJsonStart({ version, counts, ...headsOf(parts) })
  let first = true
  for (const { report } of inOrder(parts)) {
    yield batchJsonKit(report, first)
    first = false
  }
  yield BATCH_JSON_END
}

function* csvParts(parts: readonly Part[]): Generator<string> {
  yield CSV_START + BATCH_CSV_HEADER
  for (const { report } of inOrder(parts)) yield* batchCsvLines(report)
}

function* errorParts(parts: readonly Part[]): Generator<string> {
  const [first] = parts
  // The header, with its mark, as every part has it.
  if (first) yield csvRecords(linesOfFile(first.files.errors)).next().value ?? ''
  for (const { error } of inOrder(parts)) if (error !== undefined) yield error
}

const writeAll = (files: ReportFiles, parts: readonly Part[], counts: Counts, world: World): WriteFailure | undefined =>
  writeTogether([
    [files.errors, errorParts(parts)],
    [files.csv, csvParts(parts)],
    [files.json, jsonParts(parts, counts, world.version)],
  ])

/** Merges the shards of the folders into the reports of `out`, and removes theirs. */
export function mergeShards(folders: readonly string[], out: string, world: World): Merged {
  const { count, parts } = partsIn(folders, world)
  if (parts.length === 0) return { state: 'none' }
  const wanted = Array.from({ length: count }, (_, rank) => rank + 1)
  const ended = new Set(parts.filter(({ files }) => readEnd(files) === 'finished').map(({ index }) => index))
  const missing = wanted.filter(index => !ended.has(index))
  if (missing.length > 0) return { state: 'missing', count, parts: missing }
  const commands = parts.map(({ files }) => readStart(files))
  const [command] = commands
  if (!command || parts.length > count || new Set(commands.map(each => JSON.stringify(each))).size > 1) {
    return { state: 'different' }
  }
  let counts = NO_COUNTS
  for (const { report } of inOrder(parts)) counts = counted(counts, report)
  const files = reportFiles(out)
  const failure =
    writeStart(files, command, world) ??
    writeAll(files, parts, counts, world) ??
    writeEnd(files, { status: 'finished', counts }, world)
  if (failure) return { state: 'failed', failure }
  for (const { files: own } of parts)
    for (const path of [own.json, own.csv, own.errors, own.start, own.end]) removeFile(path)
  return { state: 'merged', counts, files, parts: count }
}
