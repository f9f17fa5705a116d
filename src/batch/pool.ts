// Processes that make kits side by side. A kit that crashes, hangs or swells costs that kit and its process, not the run.
import type { ChildProcess } from 'node:child_process'
import { memoryOf, startWorker } from '../host/processes.ts'
import type { Answer, Job } from './job.ts'

export type Limits = {
  /** Milliseconds for one kit. */
  readonly time: number
  /** MB of resident memory for one process. */
  readonly memory: number
}

/** What stopped a kit. `detail` is for whoever reports a bug, `host` the machine, when it is another. */
export type Stop = {
  readonly why: 'crash' | 'time' | 'memory' | 'bug'
  readonly detail: string
  readonly host?: string
}

export type Made =
  | { readonly answer: Answer }
  | { readonly stop: Stop }
  /** Handed out and taken back: the run was stopped before anyone began it. */
  | { readonly left: true }

type Message = { readonly answer: Answer } | { readonly bug: string }

type Task = { readonly job: Job; readonly done: (made: Made) => void; tries: number }

type Worker = {
  readonly child: ChildProcess
  /** The end of what it wrote on stderr. */
  said: string
  task?: Task
  timer?: NodeJS.Timeout
  /** Why we ended it. */
  ended?: Stop['why']
}

/** How often memory is looked at, in milliseconds. */
const WATCH = 500
const SAID = 2000
/** A process may be killed for reasons that are not the kit's: the machine lacked memory, someone was tidying up. */
const TRIES = 2
/** Milliseconds for an idle process to leave when it is told to. */
const LEAVE = 5000

export type Pool = {
  /** Makes a kit as soon as a process is free. */
  make(job: Job): Promise<Made>
  /** Ends the processes once they are idle. */
  close(): Promise<void>
  /** Ends them at once; nothing half-written has its final name. */
  kill(): void
}

export function openPool(size: number, limits: Limits, start: typeof startWorker = startWorker): Pool {
  const waiting: Task[] = []
  const workers = new Set<Worker>()
  let closed = false

  const finish = (worker: Worker, made: Made): void => {
    const { task } = worker
    clearTimeout(worker.timer)
    delete worker.task
    task?.done(made)
    feed()
  }

  const end = (worker: Worker, why: Stop['why']): void => {
    worker.ended = why
    worker.child.kill('SIGKILL')
  }

  /** Of a kit that took too much, the limit is what there is to know. */
  const stopOf = (why: Stop['why'], detail: string): Stop => {
    if (why === 'time') return { why, detail: `${limits.time / 1000} s` }
    return { why, detail: why === 'memory' ? `${limits.memory} MB` : detail }
  }

  const lost = (worker: Worker, code: number | null, signal: string | null): void => {
    if (!workers.delete(worker)) return
    const { task, ended: why = 'crash', said } = worker
    clearTimeout(worker.timer)
    if (task) {
      const detail = `${signal ?? `exit ${code}`}${said === '' ? '' : `: ${said.trim()}`}`
      const heap = /heap out of memory|Reached heap limit/.test(said)
      if (why === 'crash' && !heap && task.tries < TRIES && !closed) waiting.unshift(task)
      else task.done({ stop: stopOf(heap ? 'memory' : why, detail) })
    }
    feed()
  }

  const open = (): Worker | undefined => {
    const child = started()
    if (!child) return undefined
    const worker: Worker = { child, said: '' }
    child.stderr?.on('data', (chunk: Buffer) => {
      worker.said = (worker.said + chunk.toString('utf8')).slice(-SAID)
    })
    child.on('message', (message: Message) => {
      finish(worker, 'answer' in message ? message : { stop: { why: 'bug', detail: message.bug } })
    })
    child.on('error', error => {
      worker.said += error.message
      // A process that could not start has no exit.
      if (child.pid === undefined) setImmediate(lost, worker, null, null)
    })
    child.on('exit', (code, signal) => {
      const { stderr } = child
      // What it said last is still on its way.
      if (!stderr || stderr.closed) lost(worker, code, signal)
      else stderr.once('close', () => lost(worker, code, signal))
    })
    workers.add(worker)
    return worker
  }

  /** Nothing where the system has no room for one more process: another may yet take the kit; without any, nobody will. */
  const started = (): ChildProcess | undefined => {
    try {
      return start(limits.memory)
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error
      if (workers.size === 0) waiting.shift()?.done({ stop: { why: 'crash', detail: error.message } })
      return undefined
    }
  }

  const give = (worker: Worker, task: Task): void => {
    task.tries++
    worker.task = task
    worker.timer = setTimeout(() => end(worker, 'time'), limits.time)
    // A process that has just gone away is heard of by its exit.
    worker.child.send(task.job, () => {})
  }

  const feed = (): void => {
    while (waiting.length > 0 && !closed) {
      const idle = [...workers].find(({ task, ended }) => task === undefined && ended === undefined)
      const worker = idle ?? (workers.size < size ? open() : undefined)
      const task = worker && waiting.shift()
      if (!worker || !task) return
      give(worker, task)
    }
  }

  const watch = setInterval(() => {
    for (const worker of workers) {
      const { pid } = worker.child
      const taken = pid === undefined || worker.ended ? undefined : memoryOf(pid)
      if (taken !== undefined && taken > limits.memory) end(worker, 'memory')
    }
  }, WATCH)
  watch.unref()

  const gone = (worker: Worker): Promise<void> =>
    new Promise(resolve => {
      if (!workers.has(worker)) resolve()
      else worker.child.once('exit', () => resolve())
    })

  return {
    make: job =>
      new Promise(done => {
        waiting.push({ job, done, tries: 0 })
        feed()
      }),
    close: async () => {
      closed = true
      clearInterval(watch)
      const all = [...workers].map(gone)
      for (const { child } of workers) if (child.connected) child.disconnect()
      const late = setTimeout(() => {
        for (const { child } of workers) child.kill('SIGKILL')
      }, LEAVE)
      await Promise.all(all)
      clearTimeout(late)
    },
    kill: () => {
      closed = true
      clearInterval(watch)
      for (const { child } of workers) child.kill('SIGKILL')
    },
  }
}
