// run.start.json, written before anything else, and run.end.json, written after: a missing end means a crash.
import { z } from 'zod'
import { type WriteFailure, writeTogether } from '../../host/atomic.ts'
import { linesOfFile } from '../../host/lines.ts'
import { removeFile } from '../../host/remove.ts'
import { canonicalJson } from '../../model/manifest.ts'
import type { World } from '../../model/world.ts'
import type { ReportFiles } from '../report-files.ts'
import type { Counts } from './batch-json.ts'

const write = (path: string, value: object, { version }: World): WriteFailure | undefined =>
  writeTogether([[path, [canonicalJson({ schema: 1, signakit: version, ...value })]]])

/** `command` is what takes the run up again. */
export const writeStart = (
  { start }: ReportFiles,
  command: Readonly<Record<string, unknown>>,
  world: World,
): WriteFailure | undefined => write(start, { command }, world)

/** `remaining`: kits that an interrupted run has not taken up. */
export type End = {
  readonly status: 'finished' | 'interrupted'
  readonly counts: Counts
  readonly remaining?: number
  /** Of a part: the hash of all that the run has read, the entries of other parts too, and that of the tool. */
  readonly entries?: string
  readonly tool?: string
}

export const writeEnd = ({ end }: ReportFiles, value: End, world: World): WriteFailure | undefined =>
  write(end, value, world)

/** The end of the last run is none of this one. */
export const removeEnd = ({ end }: ReportFiles): WriteFailure | undefined => removeFile(end)

const commandSchema = z.looseObject({ command: z.record(z.string(), z.unknown()) })
const endSchema = z.object({
  status: z.enum(['finished', 'interrupted']),
  signakit: z.string().optional(),
  counts: z.record(z.string(), z.number()).optional(),
  entries: z.string().optional(),
  tool: z.string().optional(),
})

/** An end as it is read back: another version may have written it. */
export type Ended = z.infer<typeof endSchema>

function read(path: string): unknown {
  try {
    return JSON.parse([...linesOfFile(path)].join('\n'))
  } catch {
    return undefined
  }
}

/** The command of a run; undefined when there was none. */
export const readStart = ({ start }: ReportFiles): Readonly<Record<string, unknown>> | undefined =>
  commandSchema.safeParse(read(start)).data?.command

/** How a run ended; undefined when it did not. */
export const readEnd = ({ end }: ReportFiles): Ended | undefined => endSchema.safeParse(read(end)).data
