// batch.json, batch.csv and errors.csv, in the order of the entries, all three or none.
import { type WriteFailure, writeTogether } from '../../host/atomic.ts'
import type { KitReport } from '../../model/kit-report.ts'
import type { ReportFiles } from '../report-files.ts'
import { BATCH_CSV_HEADER, batchCsvLines } from './batch-csv.ts'
import { BATCH_JSON_END, type BatchHead, batchJsonKit, batchJsonStart } from './batch-json.ts'
import { CSV_START } from './csv-out.ts'
import { errorsCsvHeader, errorsCsvLine } from './errors-csv.ts'

export type Reports = {
  readonly head: BatchHead
  /** Columns of errors.csv. */
  readonly columns: readonly string[]
  /** In the order of the entries; asked for once for each file. */
  told(): Iterable<KitReport>
}

function* jsonParts({ head, told }: Reports): Generator<string> {
  yield batchJsonStart(head)
  let first = true
  for (const report of told()) {
    yield batchJsonKit(report, first)
    first = false
  }
  yield BATCH_JSON_END
}

function* csvParts({ told }: Reports): Generator<string> {
  yield CSV_START + BATCH_CSV_HEADER
  for (const report of told()) yield* batchCsvLines(report)
}

export const isFailed = ({ status }: KitReport): boolean => status === 'refused' || status === 'incomplete'

function* errorParts({ columns, told }: Reports): Generator<string> {
  yield CSV_START + errorsCsvHeader(columns)
  for (const report of told()) if (isFailed(report)) yield errorsCsvLine(columns, report)
}

/** What the disk refused, if it did: then the reports of the last run stay, all three. */
export const writeReports = (files: ReportFiles, reports: Reports): WriteFailure | undefined =>
  writeTogether([
    [files.errors, errorParts(reports)],
    [files.csv, csvParts(reports)],
    // Last: it is what the next run reads.
    [files.json, jsonParts(reports)],
  ])
