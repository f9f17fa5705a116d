// batch.json: the whole run for machines, one kit a line so that a hundred thousand can be read as a stream.

import type { KitReport, KitStatus, ReportDiagnostic } from '../../model/kit-report.ts'
import { canonicalLine } from '../../model/manifest.ts'
import { diagnosticsOfText, kitIdsOf, reportOfText } from '../read-back.ts'

export type Counts = {
  readonly kits: number
  readonly complete: number
  readonly incomplete: number
  readonly refused: number
  readonly closed: number
  /** Rows whose every count is nought. */
  readonly unordered: number
  readonly hidden: number
  readonly pieces: number
  readonly files: number
}

export const NO_COUNTS: Counts = {
  kits: 0,
  complete: 0,
  incomplete: 0,
  refused: 0,
  closed: 0,
  unordered: 0,
  hidden: 0,
  pieces: 0,
  files: 0,
}

/** A row that gives no kit is none. */
const NO_KIT: ReadonlySet<KitStatus> = new Set(['closed', 'unordered', 'hidden'])

export const counted = (before: Counts, { status, pieces }: KitReport): Counts => ({
  ...before,
  kits: before.kits + (NO_KIT.has(status) ? 0 : 1),
  [status]: before[status] + 1,
  pieces: before.pieces + pieces.filter(({ files }) => files.length > 0).length,
  files: before.files + pieces.reduce((sum, { files }) => sum + files.length, 0),
})

export type BatchHead = {
  readonly version: string
  readonly counts: Counts
  readonly diagnostics: readonly ReportDiagnostic[]
  /** Ids of kits of former runs that are in no row of this one. */
  readonly orphans: readonly string[]
}

/** Everything before the kits. */
export const batchJsonStart = ({ version, counts, diagnostics, orphans }: BatchHead): string =>
  [
    '{',
    '"schema": 1,',
    `"signakit": ${JSON.stringify(version)},`,
    `"counts": ${JSON.stringify(counts)},`,
    `"orphans": ${JSON.stringify(orphans)},`,
    `"diagnostics": ${JSON.stringify(diagnostics)},`,
    '"kits": [',
  ].join('\n')

/** Keys are sorted: this one comes first. */
const KIT_START = '{"diagnostics":'

/** One kit, on its line, the same whether it was made now or read back. */
export const batchJsonKit = (report: KitReport, first: boolean): string =>
  `${first ? '\n' : ',\n'}${canonicalLine(report)}`

export const BATCH_JSON_END = '\n]\n}\n'

/** A kit of a line of ours; undefined for any other line, a damaged one too. */
export const kitOfLine = (line: string): KitReport | undefined =>
  line.startsWith(KIT_START) ? reportOfText(line.replace(/,$/, '')) : undefined

/** What is said of the run as a whole, on a line of ours. */
export function diagnosticsOfLine(line: string): readonly ReportDiagnostic[] | undefined {
  const [, found] = /^"diagnostics": (\[.*\]),$/.exec(line) ?? []
  if (found === undefined) return undefined
  return diagnosticsOfText(found)
}

/** The orphans of a line of ours. */
export function orphansOfLine(line: string): readonly string[] | undefined {
  const [, found] = /^"orphans": (\[.*\]),$/.exec(line) ?? []
  return found === undefined ? undefined : kitIdsOf(found)
}
