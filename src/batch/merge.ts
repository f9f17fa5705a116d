// The reports of the shards of one run → the reports of the whole run, in the order of its entries, as if it had been one.
import { dirname, relative, resolve, sep } from 'node:path'
import { type WriteFailure, writeTogether } from '../host/atomic.ts'
import { linesOfFile } from '../host/lines.ts'
import { removeFile } from '../host/remove.ts'
import type { KitReport, ReportDiagnostic } from '../model/kit-report.ts'
import type { World } from '../model/world.ts'
import type { Shard } from './filters.ts'
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
import { columnsOfHeader, errorColumns, errorsCsvHeader, errorsCsvLine } from './reports/errors-csv.ts'
import { readEnd, readStart, writeEnd, writeStart } from './reports/run-files.ts'
import { isFailed } from './reports/write-reports.ts'

type Part = { readonly index: number; readonly files: ReportFiles }

/** `2/8`, the folder that it is in, and what it was asked. */
export type Named = { readonly part: string; readonly folder: string; readonly command: string }

export type Merged =
  | { readonly state: 'merged'; readonly counts: Counts; readonly files: ReportFiles; readonly parts: number }
  | { readonly state: 'none' }
  /** Parts that are not there, or that did not come to their end. */
  | { readonly state: 'missing'; readonly count: number; readonly parts: readonly number[] }
  /** Parts of several cuts: the whole of one may be the past of another. */
  | { readonly state: 'mixed'; readonly parts: readonly string[] }
  /** One part, found more than once. */
  | { readonly state: 'twice'; readonly parts: readonly Named[] }
  /** Parts of runs that were not the same. */
  | { readonly state: 'different'; readonly parts: readonly Named[] }
  | { readonly state: 'failed'; readonly failure: WriteFailure }

type Found = { readonly shard: Shard; readonly files: ReportFiles }

const shardsIn = (folders: readonly string[], world: World): readonly Found[] =>
  folders.flatMap(folder =>
    world.list(folder).flatMap(name => {
      const shard = shardOfName(name)
      return shard ? [{ shard, files: reportFiles(folder, shard) }] : []
    }),
  )

const partsOf = (found: readonly Found[]): readonly Part[] =>
  found.map(({ shard, files }) => ({ index: shard.index, files })).sort((a, b) => a.index - b.index)

/** Where each part is, of the smallest cut first. */
const cutsOf = (found: readonly Found[]): readonly string[] =>
  found
    .toSorted((a, b) => a.shard.count - b.shard.count || a.shard.index - b.shard.index)
    .map(({ shard, files }) => `${shard.index}/${shard.count} (${files.json})`)

/** The reports of a part; of one that is in another folder than `out`, with the way to it. */
function* reportsOf({ json }: ReportFiles, out: string): Generator<KitReport> {
  const folder = relative(resolve(out), resolve(dirname(json)))
    .split(sep)
    .join('/')
  for (const line of linesOfFile(json)) {
    const report = kitOfLine(line)
    if (report) yield folder === '' ? report : { ...report, folder }
  }
}

/** Each part is in the order of its entries: the next of all is the first of one of them. */
function* inOrder(parts: readonly Part[], out: string): Generator<KitReport> {
  const heads = parts.map(({ files }) => {
    const told = reportsOf(files, out)
    return { told, next: told.next() }
  })
  for (;;) {
    const open = heads.filter(({ next }) => next.done !== true)
    const first = open.reduce<(typeof heads)[number] | undefined>(
      (best, each) =>
        best === undefined || (each.next.value?.index ?? 0) < (best.next.value?.index ?? 0) ? each : best,
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

type Merging = { readonly parts: readonly Part[]; readonly out: string; readonly counts: Counts }

function* jsonParts({ parts, out, counts }: Merging, version: string): Generator<string> {
  yield batchJsonStart({ version, counts, ...headsOf(parts) })
  let first = true
  for (const report of inOrder(parts, out)) {
    yield batchJsonKit(report, first)
    first = false
  }
  yield BATCH_JSON_END
}

function* csvParts({ parts, out }: Merging): Generator<string> {
  yield CSV_START + BATCH_CSV_HEADER
  for (const report of inOrder(parts, out)) yield* batchCsvLines(report)
}

function* errorParts({ parts, out }: Merging): Generator<string> {
  const headers = parts.map(({ files }) => columnsOfHeader(csvRecords(linesOfFile(files.errors)).next().value ?? ''))
  const columns = errorColumns(headers, false)
  yield CSV_START + errorsCsvHeader(columns)
  for (const report of inOrder(parts, out)) if (isFailed(report)) yield errorsCsvLine(columns, report)
}

const writeAll = (files: ReportFiles, merging: Merging, world: World): WriteFailure | undefined =>
  writeTogether([
    [files.errors, errorParts(merging)],
    [files.csv, csvParts(merging)],
    [files.json, jsonParts(merging, world.version)],
  ])

const isOfOneRun = (parts: readonly Named[]): boolean => new Set(parts.map(({ command }) => command)).size < 2

/** The words of its command, as typed. */
const wordsOf = (command: Readonly<Record<string, unknown>> | undefined): string =>
  Array.isArray(command?.arguments) ? command.arguments.join(' ') : ''

/** Merges the shards of the folders into the reports of `out`, and removes theirs from it. */
export function mergeShards(folders: readonly string[], out: string, world: World): Merged {
  const found = shardsIn(folders, world)
  const [count, ...others] = new Set(found.map(({ shard }) => shard.count))
  if (count === undefined) return { state: 'none' }
  if (others.length > 0) return { state: 'mixed', parts: cutsOf(found) }
  const parts = partsOf(found)
  const wanted = Array.from({ length: count }, (_, rank) => rank + 1)
  const ended = new Set(parts.filter(({ files }) => readEnd(files) === 'finished').map(({ index }) => index))
  const missing = wanted.filter(index => !ended.has(index))
  if (missing.length > 0) return { state: 'missing', count, parts: missing }
  const commands = parts.map(({ files }) => readStart(files))
  const named = parts.map(({ index, files }, rank) => ({
    part: `${index}/${count}`,
    folder: dirname(files.json),
    command: wordsOf(commands[rank]),
  }))
  const twice = named.filter(({ part }) => named.filter(other => other.part === part).length > 1)
  if (twice.length > 0) return { state: 'twice', parts: twice }
  const [command] = commands
  if (!command || !isOfOneRun(named)) return { state: 'different', parts: named }
  let counts = NO_COUNTS
  for (const report of inOrder(parts, out)) counts = counted(counts, report)
  const files = reportFiles(out)
  const failure =
    writeStart(files, command, world) ??
    writeAll(files, { parts, out, counts }, world) ??
    writeEnd(files, { status: 'finished', counts }, world)
  if (failure) return { state: 'failed', failure }
  // Those of other folders are still what tells of the kits there.
  const here = parts.filter(({ files: own }) => resolve(dirname(own.json)) === resolve(out))
  for (const { files: own } of here)
    for (const path of [own.json, own.csv, own.errors, own.start, own.end]) removeFile(path)
  return { state: 'merged', counts, files, parts: count }
}
