// The reports of the shards of one run → the reports of the whole run, in the order of its entries, as if it had been one.
import { dirname, relative, resolve, sep } from 'node:path'
import { type WriteFailure, writeTogether } from '../host/atomic.ts'
import { linesOfFile } from '../host/lines.ts'
import type { Holder } from '../host/lock.ts'
import type { KitReport, ReportDiagnostic } from '../model/kit-report.ts'
import type { World } from '../model/world.ts'
import { holdFolders } from './held-folders.ts'
import { hasMerged, removeMerged, removeRest } from './merged-parts.ts'
import { agrees, type Part, partsIn, type Ready, sumOf, type Unfit, weigh } from './parts.ts'
import { type ReportFiles, reportFiles } from './report-files.ts'
import { BATCH_CSV_HEADER, batchCsvLines } from './reports/batch-csv.ts'
import {
  BATCH_JSON_END,
  batchJsonKit,
  batchJsonStart,
  type Counts,
  diagnosticsOfLine,
  kitOfLine,
  NO_COUNTS,
  orphansOfLine,
} from './reports/batch-json.ts'
import { CSV_START, csvRecords } from './reports/csv-out.ts'
import { columnsOfHeader, errorColumns, errorsCsvHeader, errorsCsvLine } from './reports/errors-csv.ts'
import { readEnd, removeEnd, writeEnd, writeStart } from './reports/run-files.ts'
import { isFailed } from './reports/write-reports.ts'

export type Merged =
  | { readonly state: 'merged'; readonly counts: Counts; readonly files: ReportFiles; readonly parts: number }
  | Unfit
  /** Parts whose report does not tell the kits that their run has counted. */
  | { readonly state: 'damaged'; readonly parts: readonly string[] }
  /** A part is being made, or another merge is at work. */
  | { readonly state: 'held'; readonly folder: string; readonly holder: Holder | undefined }
  | { readonly state: 'failed'; readonly failure: WriteFailure }

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

/** Merges parts that are fit for it; the lock of their folders is held. */
function mergeReady({ parts, command }: Ready, out: string, world: World): Merged {
  const weighed = parts.map(part => ({ ...part, ...weigh(part.files) }))
  const damaged = weighed.filter(part => !agrees(part, readEnd(part.files)))
  if (damaged.length > 0) return { state: 'damaged', parts: damaged.map(({ files }) => files.json) }
  const counts = sumOf(weighed)
  const files = reportFiles(out)
  const failure =
    removeEnd(files) ??
    writeStart(files, command, world) ??
    writeAll(files, { parts, out, counts }, world) ??
    writeEnd(files, { status: 'finished', counts }, world) ??
    // Those of other folders are still what tells of the kits there.
    removeMerged(
      files,
      weighed.filter(({ files: own }) => resolve(dirname(own.json)) === resolve(out)),
    )
  return failure ? { state: 'failed', failure } : { state: 'merged', counts, files, parts: parts.length }
}

/** What a merge that was killed had told, once its parts are gone. */
function mergedBefore(files: ReportFiles, parts: number): Merged | undefined {
  const end = readEnd(files)
  if (parts === 0 || end?.status !== 'finished') return undefined
  return { state: 'merged', counts: { ...NO_COUNTS, ...end.counts }, files, parts }
}

function mergeHeld(folders: readonly string[], out: string, world: World): Merged {
  const rest = removeRest(reportFiles(out))
  const found = partsIn(folders, world)
  if (found.state === 'ready') return mergeReady(found, out, world)
  return (found.state === 'none' && mergedBefore(reportFiles(out), rest)) || found
}

/** Merges the shards of the folders into the reports of `out`, and removes theirs from it. */
export function mergeShards(folders: readonly string[], out: string, world: World): Merged {
  const found = partsIn(folders, world)
  // Of parts that are still being made, told at once, without keeping any of them from beginning.
  if (found.state !== 'ready' && !hasMerged(reportFiles(out))) return found
  const parts = found.state === 'ready' ? found.parts.map(({ files }) => dirname(files.json)) : []
  const held = holdFolders(out, parts)
  if (held.state !== 'ours') return held
  try {
    return mergeHeld(folders, out, world)
  } finally {
    held.release()
  }
}
