// run.start.json, written before anything else, and run.end.json, written after: a missing end means a crash.
import { type WriteFailure, writeParts } from '../../host/atomic.ts'
import { removeFile } from '../../host/remove.ts'
import { canonicalJson } from '../../model/manifest.ts'
import type { World } from '../../model/world.ts'
import type { ReportFiles } from '../report-files.ts'
import type { Counts } from './batch-json.ts'

function write(path: string, value: object, { version }: World): WriteFailure | undefined {
  const written = writeParts(path, [canonicalJson({ schema: 1, signakit: version, ...value })])
  return !written.ok && 'failure' in written ? written.failure : undefined
}

/** `command` is what takes the run up again. */
export const writeStart = (
  { start }: ReportFiles,
  command: Readonly<Record<string, unknown>>,
  world: World,
): WriteFailure | undefined => write(start, { command }, world)

export type End = { readonly status: 'finished' | 'interrupted'; readonly counts: Counts }

export const writeEnd = ({ end }: ReportFiles, value: End, world: World): WriteFailure | undefined =>
  write(end, value, world)

/** The end of the last run is none of this one. */
export const removeEnd = ({ end }: ReportFiles): WriteFailure | undefined => removeFile(end)
