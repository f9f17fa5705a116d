// The reports of parts that have been merged, until they are removed: a merge that is killed meanwhile leaves word of them, so
// that the next one takes them neither for a run of their own nor for one of which parts are missing.
import { basename, dirname, join } from 'node:path'
import { type WriteFailure, writeTogether } from '../host/atomic.ts'
import { linesOfFile } from '../host/lines.ts'
import { removeFile } from '../host/remove.ts'
import { type Part, weigh } from './parts.ts'
import { type ReportFiles, reportFiles, shardOfName } from './report-files.ts'

/** Of the whole run, beside its lock. */
const wordOf = ({ work }: ReportFiles): string => join(work, 'merged')

const LINE = /^([0-9a-f]{64}) (batch\.\d+-of-\d+\.json)$/

/** The report last: it is what the part is found by. */
function removePart({ json, csv, errors, start, end }: ReportFiles): void {
  for (const path of [csv, errors, start, end, json]) removeFile(path)
}

/** Removes the reports of these, of which the word tells until it is done. They are in the folder of the whole run's. */
export function removeMerged(
  whole: ReportFiles,
  parts: readonly (Part & { readonly sha256: string })[],
): WriteFailure | undefined {
  const lines = parts.map(({ files, sha256 }) => `${sha256} ${basename(files.json)}\n`)
  const failure = writeTogether([[wordOf(whole), lines]])
  if (failure) return failure
  for (const { files } of parts) removePart(files)
  return removeFile(wordOf(whole))
}

const linesIn = (whole: ReportFiles) =>
  [...linesOfFile(wordOf(whole))].flatMap(line => {
    const [, sha256, name = ''] = LINE.exec(line) ?? []
    const shard = shardOfName(name)
    return shard ? [{ sha256, files: reportFiles(dirname(whole.json), shard) }] : []
  })

export const hasMerged = (whole: ReportFiles): boolean => linesIn(whole).length > 0

/** Goes on where a killed merge was removing; a part that has been made again since stays. How many parts it had merged. */
export function removeRest(whole: ReportFiles): number {
  const merged = linesIn(whole)
  // Without its report, the rest of a part is what was left to remove, or what a run has just begun.
  for (const { files, sha256 } of merged) if (weigh(files).sha256 === sha256) removePart(files)
  removeFile(wordOf(whole))
  return merged.length
}
