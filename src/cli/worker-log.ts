// The log of a worker: one line for each kit that it has had in hand, with the time, the kit, what came of it and how long it took.
import { join } from 'node:path'
import type { Job } from '../batch/job.ts'
import { placeWord } from '../batch/places.ts'
import type { Made, Pool } from '../batch/pool.ts'
import { detailText } from '../batch/stop-detail.ts'
import { wallClock } from '../host/clock.ts'
import { type Text, text } from '../model/diagnostic.ts'
import type { KitReport } from '../model/kit-report.ts'
import { printable } from '../report/display.ts'
import { secondsText } from './measures.ts'

const STATUS: Readonly<Record<KitReport['status'], Text | undefined>> = {
  complete: text('complet', 'complete'),
  incomplete: text('incomplet', 'incomplete'),
  refused: text('refusé', 'refused'),
  hidden: undefined,
  closed: undefined,
  unordered: undefined,
}

function statusOf(made: Made): Text {
  if ('left' in made) return text('laissé', 'left')
  if ('stop' in made) {
    const said = detailText(made.stop)
    return said ? text(`abandonné\u00a0: ${said.fr}`, `given up: ${said.en}`) : text('abandonné', 'given up')
  }
  const { report, failure } = made.answer
  if (failure) return text(`non écrit\u00a0: ${failure.message.fr}`, `not written: ${failure.message.en}`)
  const status = STATUS[report.status] ?? text(report.status, report.status)
  const rules = [...new Set(report.diagnostics.flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : [])))]
  return rules.length === 0 ? status : text(`${status.fr} (${rules.join(', ')})`, `${status.en} (${rules.join(', ')})`)
}

/** The folder of the kit, or that of the run and the row. */
const whereOf = (made: Made, { out, entry }: Job): string =>
  'answer' in made && made.answer.report.kit !== undefined
    ? join(out, made.answer.report.kit)
    : `${out}  ${placeWord(entry.origin)}`

const lineOf = (made: Made, job: Job, milliseconds: number): Text => {
  const [status, time, where] = [statusOf(made), secondsText(milliseconds), whereOf(made, job)]
  const [fr, en] = [status.fr, status.en].map(words => printable(`${where}  ${words}`.replaceAll('\n', ' ')))
  return text(`${wallClock()}  ${fr}  ${time.fr}`, `${wallClock()}  ${en}  ${time.en}`)
}

/** A pool that tells of each kit that comes out of it. */
export const logged = (pool: Pool, talk: (said: Text) => void): Pool => ({
  ...pool,
  make: async job => {
    const started = performance.now()
    const made = await pool.make(job)
    talk(lineOf(made, job, performance.now() - started))
    return made
  },
})
