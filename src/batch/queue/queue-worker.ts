// Makes the kits that runs of other machines ask for, by processes of this one, until it is told to leave.
import { setTimeout as wait } from 'node:timers/promises'
import type { Job as QueueJob } from 'bullmq'
import { isLost } from '../../host/atomic.ts'
import { type Fence, fenceWorld } from '../../host/fence.ts'
import type { Text } from '../../model/diagnostic.ts'
import type { World } from '../../model/world.ts'
import type { Job } from '../job.ts'
import type { Made, Pool } from '../pool.ts'
import { freshDiffer, whyOther } from './compare.ts'
import { announce, type Listener } from './listeners.ts'
import { PREFIX, queueName } from './names.ts'
import { ownPassedOnText, type PassedOn } from './passed-on.ts'
import { ATTEMPTS, KEPT } from './queue-request.ts'
import { answerFor, reach } from './reach.ts'
import type { Link } from './redis.ts'
import { type Order, OVER, readOrder } from './wire.ts'
import { failureOf, mayGoOn, nameOf, Refusing } from './write-elsewhere.ts'

/** Milliseconds. A worker that says nothing for so long is dead, and its kits go to others. */
const LOCK = 10_000
const STALLED = 5000
const MAX_STALLED = 3
/** A kit that is left to others is theirs a moment later, and this worker, which is always free, looks away for longer. */
const PAUSE = 200
const AWAY = 2000
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
  /** Why a kit is left to others. */
  readonly passed: (said: Text) => void
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

/** Another machine may do better: this one lacks memory. */
const isWorthAgain = (made: Made): boolean => 'stop' in made && made.stop.why === 'crash'

export function openQueueWorker(link: Link, request: WorkerRequest): QueueWorker {
  const { tool, fence, pool, world, listener } = request
  const { Worker, DelayedError, UnrecoverableError } = link.bullmq
  const queue = queueName(tool)
  const own = nameOf(listener)
  const refusing = new Refusing()
  const differ = freshDiffer(fenceWorld(world, fence))
  let active = 0
  let making = 0
  /** Kits that came out, and that the server has not heard of yet. */
  const untold = new Set<string>()

  const later = async (job: QueueJob, token: string | undefined): Promise<never> => {
    await job.moveToDelayed((job.processedOn ?? job.timestamp) + PAUSE, token)
    await wait(AWAY)
    throw new DelayedError()
  }

  const passOn = async (job: QueueJob, token: string | undefined, why: Omit<PassedOn, 'host'>): Promise<never> => {
    request.passed(ownPassedOnText(why))
    await job.updateProgress({ host: listener.host, ...why })
    return later(job, token)
  }

  /** For good: what a run that is over asked for is done again, or otherwise, by the next one. */
  const drop = async (job: QueueJob, path: string): Promise<never> => {
    await job.updateProgress({ host: listener.host, why: 'unseen', path } satisfies PassedOn)
    throw new UnrecoverableError(OVER)
  }

  /** Marked, so that this worker does not take it again while others may. */
  const leaveUnwritten = async (job: QueueJob, token: string | undefined, order: Order, code: string) => {
    await job.updateData({ ...order, tried: [...new Set([...(order.tried ?? []), own])] })
    return passOn(job, token, { why: 'unwritable', path: order.job.out, code })
  }

  const make = async (queued: QueueJob, token: string | undefined) => {
    const order = readOrder(queued.data)
    if (!order) throw new UnrecoverableError('unreadable order in the queue')
    const reached = reach(order.job, fence, world)
    if (!reached.ok && reached.isOver) return drop(queued, reached.path)
    if (!reached.ok) return passOn(queued, token, { why: 'unseen', path: reached.path })
    const other = order.expected && differ(order.expected)
    if (other) return passOn(queued, token, whyOther(other.path, other.now))
    const { out } = reached.job
    const { tried = [] } = order
    if (tried.includes(own) && (await mayGoOn(link, queue, tried))) return later(queued, token)
    const before = await refusing.still(out)
    if (before && (await mayGoOn(link, queue, [...tried, own], before))) {
      return leaveUnwritten(queued, token, order, before.code)
    }
    making++
    const made = await pool.make({ ...reached.job, run: order.run }).finally(() => {
      making--
    })
    if (isWorthAgain(made) && queued.attemptsMade + 1 < ATTEMPTS) throw new Error('to be tried again')
    const failure = failureOf(made)
    if (failure && isLost(failure)) return drop(queued, order.job.out)
    if (failure) refusing.add(out)
    if (failure && (await mayGoOn(link, queue, [...tried, own], failure))) {
      return leaveUnwritten(queued, token, order, failure.code)
    }
    if (queued.id !== undefined) untold.add(queued.id)
    request.made(made, order.job)
    const told = 'answer' in made ? { answer: answerFor(made.answer, reached.job, order.job) } : made
    return { run: order.run, host: listener.host, made: told }
  }

  const worker = new Worker(
    queue,
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
  worker.on('completed', ({ id }) => {
    if (id !== undefined) untold.delete(id)
  })
  const announced = announce(link.redis, { ...listener, queue })
  /** Once nothing is being made and nobody is there to be told. */
  const deserted = async (): Promise<number> => {
    while (making > 0 || (await link.answers())) await wait(LOOK)
    return untold.size
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
