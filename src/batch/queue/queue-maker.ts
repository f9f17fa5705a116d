// The kits of a run, made by whoever listens to the queue. What is asked is looked at again and again until it is answered: a
// server that was killed and came back, a worker that went away, an answer that got lost cost time, never a kit.
import { randomUUID } from 'node:crypto'
import { type Text, text } from '../../model/diagnostic.ts'
import type { Maker } from '../execute.ts'
import type { Job } from '../job.ts'
import type { Made, Stop } from '../pool.ts'
import { type Listener, listeners } from './listeners.ts'
import { jobId, PREFIX, queueName } from './names.ts'
import { startOf } from './reach.ts'
import type { Link } from './redis.ts'
import { MAX_JOB, type Order, readResult } from './wire.ts'

/** Kits in the queue at a time: enough for hundreds of processes, and a few MB of Redis. */
const AHEAD = 512
/** Milliseconds between two looks at the answers, and at who listens. */
const LOOK = 200
const WATCH = 2000
/** Looks at the listeners before it is said that there is none, and before the run gives up. */
const UNHEARD = 3
const GIVE_UP = 450

/** A worker that dies, or whose disk fails, leaves the kit to another, a little later. */
export const ATTEMPTS = 3
const BACK_OFF = 2000

/** Seconds. Answers that nobody reads, because their run was killed, go away by themselves. */
export const KEPT = { age: 86_400 } as const

/** Events that nobody reads. */
const EVENTS = 100

export type QueueCounts = {
  readonly waiting: number
  readonly active: number
  readonly delayed: number
  readonly workers: number
}

export type QueueMaker = Maker & {
  /** Takes back what nobody has begun; what is being made is waited for. */
  stop(): void
  /** Why it gave up, if it did. */
  lost(): Text | undefined
  counts(): Promise<QueueCounts>
  close(): Promise<void>
}

export type QueueRequest = {
  readonly tool: string
  /** The working folder of the run. */
  readonly cwd: string
  /** The address, as it may be shown. */
  readonly shown: string
  readonly talk: (said: Text) => void
}

type Asked = {
  readonly order: Order
  readonly done: (made: Made) => void
  state: 'adding' | 'added' | 'absent'
}

const FIELDS = ['timestamp', 'finishedOn', 'returnvalue', 'failedReason', 'progress'] as const

const stop = (why: Stop['why'], detail: string): Made => ({ stop: { why, detail } })

const wordOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

class Producer {
  private readonly asked = new Map<string, Asked>()
  private readonly said = new Set<string>()
  private readonly run = randomUUID()
  private readonly queue
  private readonly timers: NodeJS.Timeout[] = []
  private readonly link: Link
  private readonly request: QueueRequest
  private looking = false
  private watching = false
  private unheard = 0
  private ended = false
  private closed = false
  private gone: NodeJS.Timeout | undefined
  lost: Text | undefined

  constructor(link: Link, request: QueueRequest) {
    this.link = link
    this.request = request
    this.queue = new link.bullmq.Queue<Order>(queueName(request.tool), {
      connection: link.redis,
      prefix: PREFIX,
      skipVersionCheck: true,
      streams: { events: { maxLen: EVENTS } },
      defaultJobOptions: {
        attempts: ATTEMPTS,
        backoff: { type: 'exponential', delay: BACK_OFF },
        removeOnComplete: KEPT,
        removeOnFail: KEPT,
      },
    })
    // The connection tells of its own troubles.
    this.queue.on('error', () => {})
    this.timers.push(
      setInterval(() => void this.look(), LOOK),
      setInterval(() => void this.watch(), WATCH),
    )
    link.redis.on('close', () => {
      if (!this.closed) this.gone ??= setTimeout(() => this.giveUp('server'), GIVE_UP * WATCH)
    })
    link.redis.on('ready', () => {
      clearTimeout(this.gone)
      this.gone = undefined
    })
  }

  make(job: Job): Promise<Made> {
    if (this.ended) return Promise.resolve({ left: true })
    const order: Order = { job: { ...job, ...startOf(job, this.request.cwd) }, run: this.run }
    if (JSON.stringify(order).length > MAX_JOB) {
      return Promise.resolve(stop('memory', `more than ${MAX_JOB} bytes for the queue`))
    }
    return new Promise(done => {
      const id = jobId(job)
      const asked: Asked = { order, done, state: 'absent' }
      this.asked.set(id, asked)
      void this.add(id, asked)
    })
  }

  private async add(id: string, asked: Asked): Promise<void> {
    asked.state = 'adding'
    try {
      // The answer to another run, perhaps of other files, is none to this one.
      await this.queue.remove(id)
      await this.queue.add('kit', asked.order, { jobId: id })
      asked.state = 'added'
    } catch (error) {
      asked.state = 'absent'
      if (error instanceof Error && /OOM/.test(error.message)) {
        this.sayOnce(
          text(
            `${this.request.shown} est plein\u00a0: on attend qu’il s’y libère de la place`,
            `${this.request.shown} is full: waiting for room`,
          ),
        )
      }
    }
  }

  private settle(id: string, made: Made): void {
    const asked = this.asked.get(id)
    this.asked.delete(id)
    asked?.done(made)
    // Read: it need not be kept.
    this.queue.remove(id).catch(() => 0)
  }

  private async look(): Promise<void> {
    if (this.looking || this.asked.size === 0) return
    this.looking = true
    try {
      const all = [...this.asked]
      const added = all.filter(([, { state }]) => state === 'added')
      for (const [id, asked] of all) if (asked.state === 'absent' && !this.ended) void this.add(id, asked)
      const pipeline = this.link.redis.pipeline()
      for (const [id] of added) pipeline.hmget(this.queue.toKey(id), ...FIELDS)
      const answers = (await pipeline.exec()) ?? []
      for (const [index, [id, asked]] of added.entries()) {
        const [error, fields] = answers[index] ?? []
        if (!error && Array.isArray(fields)) this.read(id, asked, fields)
      }
    } catch {
      // The connection was closed: the next look tells, if there is one.
    }
    this.looking = false
  }

  private read(id: string, asked: Asked, fields: readonly unknown[]): void {
    const [timestamp, finished, returned, failed, progress] = fields.map(wordOf)
    if (timestamp === undefined) {
      // A server that was killed forgets its last second.
      if (this.ended) this.settle(id, { left: true })
      else void this.add(id, asked)
      return
    }
    if (finished === undefined) {
      this.sayUnreached(progress)
      return
    }
    if (returned === undefined) {
      this.settle(id, stop('crash', (failed ?? '').slice(0, 2000)))
      return
    }
    const result = readResult(returned, asked.order.job)
    if (!result) this.settle(id, stop('bug', 'unreadable answer in the queue'))
    else if (result.run === this.run) this.settle(id, result.made)
    else void this.add(id, asked)
  }

  private sayOnce(said: Text): void {
    if (this.said.has(said.fr)) return
    this.said.add(said.fr)
    this.request.talk(said)
  }

  /** A worker that does not see the folders of a kit leaves it to others, and says so in its progress. */
  private sayUnreached(progress: string | undefined): void {
    const [, host, path] =
      /^\{"host":"([\w.-]{1,255})","unseen":"([^"\\\p{Cc}]{1,4096})"\}$/u.exec(progress ?? '') ?? []
    if (host === undefined || path === undefined) return
    this.sayOnce(
      text(
        `le worker de ${host} ne voit pas ${path}\u00a0: montez-y le même dossier, puis --root ou --map-path`,
        `the worker of ${host} does not see ${path}: mount the same folder there, then --root or --map-path`,
      ),
    )
  }

  private async watch(): Promise<void> {
    if (this.watching || this.asked.size === 0) return
    this.watching = true
    try {
      const found = await listeners(this.link.redis)
      this.hear(found)
      if (this.ended) await this.takeBack()
    } catch {
      // The connection was closed.
    }
    this.watching = false
  }

  private hear(found: readonly Listener[]): void {
    const name = queueName(this.request.tool)
    if (found.some(({ queue }) => queue === name)) {
      this.unheard = 0
      this.said.clear()
      return
    }
    this.unheard++
    if (this.unheard >= GIVE_UP) this.giveUp('workers')
    else if (this.unheard >= UNHEARD) this.sayOnce(this.unheardText(found))
  }

  private unheardText(found: readonly Listener[]): Text {
    const { shown } = this.request
    const [other] = found
    if (other) {
      const who = `${other.host} (signakit ${other.version}, ${other.queue.slice(0, 8)})`
      const own = queueName(this.request.tool).slice(0, 8)
      return text(
        `aucun worker de cette version (${own}) n’écoute\u202f; celui de ${who} en est une autre\u00a0: installez la même des deux côtés`,
        `no worker of this version (${own}) listens; that of ${who} is another: install the same on both sides`,
      )
    }
    return text(
      `aucun signakit worker n’écoute\u00a0: lancez-en un\u00a0: signakit worker --queue ${shown}`,
      `no signakit worker listens: start one: signakit worker --queue ${shown}`,
    )
  }

  private giveUp(why: 'server' | 'workers'): void {
    const { shown } = this.request
    this.lost =
      why === 'server'
        ? text(`${shown} ne répond plus depuis un quart d’heure`, `${shown} has not answered for a quarter of an hour`)
        : text(
            `aucun worker n’écoute ${shown} depuis un quart d’heure`,
            `no worker has listened to ${shown} for a quarter of an hour`,
          )
    this.ended = true
    for (const [id, { done }] of this.asked) {
      done({ left: true })
      if (why === 'workers') this.queue.remove(id).catch(() => 0)
    }
    this.asked.clear()
  }

  private async takeBack(): Promise<void> {
    for (const [id] of [...this.asked]) {
      // What is being made is locked, and stays.
      const removed = await this.queue.remove(id)
      if (removed > 0) this.settle(id, { left: true })
    }
  }

  stop(): void {
    this.ended = true
    void this.takeBack().catch(() => {})
  }

  async counts(): Promise<QueueCounts> {
    const name = queueName(this.request.tool)
    const { waiting = 0, active = 0, delayed = 0 } = await this.queue.getJobCounts('waiting', 'active', 'delayed')
    const found = await listeners(this.link.redis)
    return { waiting, active, delayed, workers: found.filter(({ queue }) => queue === name).length }
  }

  async close(): Promise<void> {
    this.closed = true
    for (const timer of this.timers) clearInterval(timer)
    clearTimeout(this.gone)
    if (this.link.redis.status === 'ready') await this.queue.close().catch(() => {})
    this.link.close()
  }
}

export function openQueue(link: Link, request: QueueRequest): QueueMaker {
  const producer = new Producer(link, request)
  return {
    ahead: AHEAD,
    make: job => producer.make(job),
    stop: () => producer.stop(),
    lost: () => producer.lost,
    counts: () => producer.counts(),
    close: () => producer.close(),
  }
}
