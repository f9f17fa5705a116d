// The kits of a run, made by whoever listens to the queue. What is asked is looked at again and again until it is answered: a
// server that was killed and came back, a worker that went away, an answer that got lost cost time, never a kit.
import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Text } from '../../model/diagnostic.ts'
import type { Job } from '../job.ts'
import type { Made } from '../pool.ts'
import { type Answer, FIELDS, readAnswer, saidBy } from './answer.ts'
import { comparable, whyOther } from './compare.ts'
import { listeners } from './listeners.ts'
import { jobId, PREFIX, queueName } from './names.ts'
import { baseOf, OwnFiles } from './own-files.ts'
import { passedOnText, readPassedOn } from './passed-on.ts'
import { ATTEMPTS, BACK_OFF, KEPT, type QueueCounts, type QueueMaker, type QueueRequest } from './queue-request.ts'
import { changedText, leftText, lostText } from './queue-texts.ts'
import { startOf } from './reach.ts'
import type { Link } from './redis.ts'
import { GIVE_UP, Silence } from './silence.ts'
import { MAX_JOB, type Order } from './wire.ts'
import { failureOf } from './write-elsewhere.ts'

/** Kits in the queue at a time: enough for hundreds of processes, and a few MB of Redis. */
const AHEAD = 512
/** Milliseconds between two looks at the answers, and at who listens. */
const LOOK = 200
const WATCH = 2000

/** Times that a worker is not believed when it says that the run is over: a shared disk may show what was there a moment ago. */
const DROPS = 3

/** Times that a kit is asked for again because its files were not the run's. */
const MAX_OTHERS = 3

/** Events that nobody reads. */
const EVENTS = 100

type Asked = {
  order: Order
  readonly done: (made: Made) => void
  /** Answers of which some file was not the run's. */
  others: number
  /** Times that a worker took the run for over. */
  drops: number
  state: 'adding' | 'added' | 'absent' | 'dropped'
}

class Producer {
  private readonly asked = new Map<string, Asked>()
  private readonly said = new Set<string>()
  private readonly files: OwnFiles
  private readonly run = randomUUID()
  private readonly queue
  private readonly timers: NodeJS.Timeout[] = []
  private readonly link: Link
  private readonly request: QueueRequest
  private looking = false
  private watching = false
  private readonly silence: Silence
  private ended = false
  private stopping = false
  private closed = false
  private gone: NodeJS.Timeout | undefined
  lost: Text | undefined

  constructor(link: Link, request: QueueRequest) {
    this.link = link
    this.request = request
    this.files = new OwnFiles(request)
    this.silence = new Silence(link.redis, request)
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
      if (!this.closed) this.gone ??= setTimeout(() => this.giveUp(lostText('server', request.shown)), GIVE_UP * WATCH)
    })
    link.redis.on('ready', () => {
      clearTimeout(this.gone)
      this.gone = undefined
    })
    void link.lost.then(why => this.giveUp(why))
  }

  make(job: Job): Promise<Made> {
    if (this.ended) return Promise.resolve({ left: true })
    const order: Order = {
      job: { ...job, ...startOf(job, this.request.cwd) },
      run: this.run,
      ...this.files.expected(job),
    }
    if (JSON.stringify(order).length > MAX_JOB) {
      return Promise.resolve({ stop: { why: 'memory', detail: `more than ${MAX_JOB} bytes for the queue` } })
    }
    return new Promise(done => {
      const id = jobId(job)
      const asked: Asked = { order, done, others: 0, drops: 0, state: 'absent' }
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
    } catch {
      // The connection tells why.
      asked.state = 'absent'
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
        if (error || !Array.isArray(fields)) continue
        this.read(id, asked, fields)
        // The run hears of each before the next is read: one may end it.
        await setImmediate()
      }
    } catch {
      // The connection was closed: the next look tells, if there is one.
    }
    this.looking = false
  }

  private read(id: string, asked: Asked, fields: readonly unknown[]): void {
    // Between two answers the run may have been let go of: nobody awaits this one.
    if (this.asked.get(id) !== asked) return
    const answer = readAnswer(fields, asked.order.job, this.run)
    if (answer.state === 'made') {
      const made = this.judged(answer, asked)
      if (!made) void this.add(id, asked)
      // Of a run that has stopped, what no disk took is still to be done.
      else this.settle(id, this.ended && failureOf(made) ? { left: true } : saidBy(made, answer.host))
    } else if (answer.state === 'awaited') {
      const passed = readPassedOn(answer.progress)
      if (passed?.why === 'other' && asked.order.expected) this.files.suspect(passed, asked.order.expected)
      else if (passed) this.sayOnce(passedOnText(passed))
    } else if (this.ended) this.settle(id, { left: true })
    else if (answer.state === 'dropped') this.dropped(asked, answer.progress)
    else void this.add(id, asked)
  }

  /**
   * A kit that was made from other files than the run's is asked for again, with what these answer here, so that no such worker
   * takes it. Files that change all the time are given up; when it is the run's own that changed, so is the run.
   *
   * @returns nothing when it is asked for again
   */
  private judged({ made, host = '' }: Extract<Answer, { state: 'made' }>, asked: Asked): Made | undefined {
    const reads = 'answer' in made && made.answer.reads ? comparable(made.answer.reads) : undefined
    const base = baseOf(asked.order.job)
    const other = reads && this.files.differ(reads, base)
    if (!reads || !other) return made
    // The worker read what is here now: it is here that something changed.
    if (!this.ended && !this.files.now().differ(reads, base)) this.abandon(changedText(other.path))
    if (this.ended) return { left: true }
    this.sayOnce(passedOnText({ host, ...whyOther(other.path, other.then) }))
    asked.others++
    if (asked.others > MAX_OTHERS) return { stop: { why: 'bug', detail: `${host}: ${other.path}` } }
    asked.order = { ...asked.order, expected: this.files.again(reads, base) }
    return undefined
  }

  /** Asked for again at the next watch. */
  private dropped(asked: Asked, progress: string | undefined): void {
    asked.state = 'dropped'
    asked.drops++
    const passed = readPassedOn(progress)
    if (passed && asked.drops >= DROPS) this.sayOnce(passedOnText(passed))
  }

  private sayOnce(said: Text): void {
    if (this.said.has(said.fr)) return
    this.said.add(said.fr)
    this.request.talk(said)
  }

  private async watch(): Promise<void> {
    if (this.watching || this.asked.size === 0) return
    this.watching = true
    try {
      const { lost, said, over } = await this.silence.hear(await listeners(this.link.redis))
      if (over) this.said.delete(over.fr)
      if (said) this.sayOnce(said)
      if (lost) this.abandon(lost)
      const changed = this.ended ? undefined : this.files.lookInto(passed => this.sayOnce(passedOnText(passed)))
      if (changed !== undefined) this.abandon(changedText(changed))
      for (const asked of this.asked.values()) if (asked.state === 'dropped') asked.state = 'absent'
      if (this.ended) await this.takeBack()
    } catch {
      // The connection was closed.
    }
    this.watching = false
  }

  private abandon(why: Text): void {
    for (const id of this.asked.keys()) this.queue.remove(id).catch(() => 0)
    this.giveUp(why)
  }

  private giveUp(why: Text): void {
    this.lost = why
    this.ended = true
    this.letGo()
  }

  /** Nothing is waited for any more. */
  private letGo(): void {
    for (const { done } of this.asked.values()) done({ left: true })
    this.asked.clear()
  }

  /** What is asked of a server that does not answer cannot be taken back, nor its answers be heard. */
  private async leaveIfSilent(): Promise<void> {
    if (this.asked.size === 0 || (await this.link.answers()) || this.asked.size === 0) return
    this.request.talk(leftText(this.request.shown))
    this.letGo()
  }

  private async takeBack(): Promise<void> {
    for (const [id] of [...this.asked]) {
      // What is being made is locked, and stays.
      const removed = await this.queue.remove(id)
      if (removed > 0) this.settle(id, { left: true })
    }
  }

  stop(): void {
    if (this.stopping) return
    this.stopping = true
    this.ended = true
    void this.takeBack().catch(() => {})
    void this.leaveIfSilent()
    this.timers.push(setInterval(() => void this.leaveIfSilent(), WATCH))
  }

  async counts(): Promise<QueueCounts | undefined> {
    if (!(await this.link.answers())) return undefined
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
