// What the record of a job in the queue says: made, still to come, or of no use to this run.
import { text } from '../../model/diagnostic.ts'
import type { Job } from '../job.ts'
import type { Made } from '../pool.ts'
import { OVER, readResult } from './wire.ts'

/** The fields of a job's record that tell how it is, in the order that `readAnswer` takes them. */
export const FIELDS = ['timestamp', 'finishedOn', 'returnvalue', 'failedReason', 'progress'] as const

export type Answer =
  | { readonly state: 'made'; readonly made: Made; readonly host?: string }
  | { readonly state: 'awaited'; readonly progress: string | undefined }
  /** A server that was killed forgets its last second. */
  | { readonly state: 'forgotten' }
  /** Of another run, perhaps of other files. */
  | { readonly state: 'foreign' }
  /** A worker took the run for over: to be asked for again by one that is not. */
  | { readonly state: 'dropped'; readonly progress: string | undefined }

const wordOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const broken = (why: 'crash' | 'bug', detail: string): Answer => ({
  state: 'made',
  made: { stop: { why, detail } },
})

/** @param run the id of the run that asks */
export function readAnswer(fields: readonly unknown[], job: Job, run: string): Answer {
  const [timestamp, finished, returned, failed, progress] = fields.map(wordOf)
  if (timestamp === undefined) return { state: 'forgotten' }
  if (finished === undefined) return { state: 'awaited', progress }
  if (returned === undefined && failed === OVER) return { state: 'dropped', progress }
  if (returned === undefined) return broken('crash', (failed ?? '').slice(0, 2000))
  const result = readResult(returned, job)
  if (!result) return broken('bug', 'unreadable answer in the queue')
  return result.run === run ? { state: 'made', made: result.made, host: result.host } : { state: 'foreign' }
}

/** What went wrong elsewhere is told with the machine: it may be the machine's fault. */
export function saidBy(made: Made, host: string | undefined): Made {
  if (host === undefined || 'left' in made) return made
  if ('stop' in made) return { stop: { ...made.stop, host } }
  const { answer } = made
  if (answer.report.status === 'complete') return made
  const [fr, en] = [`sur la machine ${host}`, `on the machine ${host}`]
  const findings = answer.findings.map(each => {
    const { severity, label } = each
    if (severity !== 'error') return each
    return { ...each, label: label ? text(`${label.fr} (${fr})`, `${label.en} (${en})`) : text(fr, en) }
  })
  return { answer: { ...answer, findings } }
}
