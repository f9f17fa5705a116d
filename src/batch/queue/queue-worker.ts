// Makes the kits that runs of other machines ask for, by processes of this one, until it is told to leave.
import { setTimeout as wait } from 'node:timers/promises'
import type { Job as QueueJob } from 'bullmq'
import type { Fence } from '../../host/fence.ts'
import type { World } from '../../model/world.ts'
import type { Job } from '../job.ts'
import type { Made, Pool } from '../pool.ts'
import { announce, type Listener } from './listeners.ts'
import { PREFIX, queueName } from './names.ts'
import { ATTEMPTS, KEPT } from './queue-maker.ts'
import { answerFor, reach } from './reach.ts'
import type { Link } from './redis.ts'
import { readOrder } from './wire.ts'

/** Milliseconds. A worker that says nothing for so long is dead, and its kits go to others. */
const LOCK = 10_000
const STALLED = 5000
const MAX_STALLED = 3
/** A kit whose folders are not seen from here waits a while for a worker that sees them. */
const UNSEEN = 3000
/** Milliseconds between two looks at a server that keeps a worker from leaving. */
const LOOK = 500

export type WorkerRequest = {
  readonly tool: string
  readonly listener: Omit<Listener, 'queue'>
  readonly fence: Fence
  readonly pool: Pool
  readonly world: World
  /** Each kit that came out, under its id or its place in the queue. */
  readonly made: (made: Made, job: Job) => void
  /** A folder of a kit that is not seen from here. */
  readonly unseen: (path: string) => void
  /** Whether kits are being made, when it changes. */
  readonly busy: (busy: boolean) => void
}

export type QueueWorker = {
  /**
   * Finishes the kits being made, takes no other.
   *
   * @returns how many were made without anyone hearing of it, because the server does not answer
   */
  leave(): Promise<number>
}

/** Another machine may do better: this one lacks memory or room. */
function isWorthAgain(made: Made): boolean {
  if ('stop' in made) return made.stop.why === 'crash'
  return 'answer' in made && made.answer.report.fault === 'file'
}

export function openQueueWorker(link: Link, request: WorkerRequest): QueueWorker {
  const { tool, fence, pool, world, listener } = request
  const { Worker, DelayedError, UnrecoverableError } = link.bullmq
  let active = 0
  let making = 0

  const toLater = async (job: QueueJob, path: string, token: string | undefined): Promise<never> => {
    request.unseen(path)
    await job.updateProgress({ host: listener.host, unseen: path })
    await job.moveToDelayed((job.processedOn ?? job.timestamp) + UNSEEN, token)
    throw new DelayedError()
  }

  const make = async (queued: QueueJob, token: string | undefined) => {
    const order = readOrder(queued.data)
    if (!order) throw new UnrecoverableError('unreadable order in the queue')
    const reached = reach(order.job, fence, world)
    if (!reached.ok) return toLater(queued, reached.path, token)
    making++
    const made = await pool.make(reached.job).finally(() => {
      making--
    })
    if (isWorthAgain(made) && queued.attemptsMade + 1 < ATTEMPTS) throw new Error('to be tried again')
    request.made(made, order.job)
    const told = 'answer' in made ? { answer: answerFor(made.answer, reached.job, order.job) } : made
    return { run: order.run, made: told }
  }

  const worker = new Worker(
    queueName(tool),
    async (job, token) => {
      active++
      if (active === 1) request.busy(true)
      try {
        return await make(job, token)
      } finally {
        active--
        if (active === 0) request.busy(false)
      }
    },
    {
      connection: link.redis,
      prefix: PREFIX,
      skipVersionCheck: true,
      concurrency: listener.jobs,
      lockDuration: LOCK,
      stalledInterval: STALLED,
      maxStalledCount: MAX_STALLED,
      removeOnComplete: KEPT,
      removeOnFail: KEPT,
    },
  )
  // The connection tells of its own troubles; a kit whose lock was lost is made by another worker, the same.
  worker.on('error', () => {})
  const announced = announce(link.redis, { ...listener, queue: queueName(tool) })
  /** Once nothing is being made and nobody is there to be told. */
  const deserted = async (): Promise<number> => {
    while (making > 0 || (await link.answers())) await wait(LOOK)
    return active
  }
  const ended = async (): Promise<number> => {
    await announced.stop()
    await worker.close()
    return 0
  }
  return {
    leave: async () => {
      const unheard = await Promise.race([ended(), deserted()])
      await pool.close()
      link.close()
      return unheard
    },
  }
}
