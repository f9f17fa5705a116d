// Options of batch that are the workers' where there is a queue: typed beside --queue, they would do nothing.
import { text } from '../model/diagnostic.ts'
import { UsageError } from './usage-error.ts'

const OF_WORKERS = { jobs: '--jobs', kitTimeout: '--kit-timeout', kitMemory: '--kit-memory' } as const

/** @param sourceOf where the value of an option comes from, as commander says it */
export function refuseDutiesOfWorkers(sourceOf: (name: string) => string | undefined): void {
  const typed = Object.entries(OF_WORKERS).flatMap(([name, flag]) => (sourceOf(name) === 'cli' ? [flag] : []))
  if (typed.length === 0 || sourceOf('queue') !== 'cli') return
  const all = typed.join(', ')
  throw new UsageError(
    text(
      `${all}\u00a0: avec --queue, ce sont les workers qui fabriquent les kits, et chacun a ses réglages`,
      `${all}: with --queue, the workers make the kits, and each has its own settings`,
    ),
    text(
      `donnez-les à signakit worker\u00a0: signakit worker --queue … ${typed[0]} …`,
      `give them to signakit worker: signakit worker --queue … ${typed[0]} …`,
    ),
  )
}
