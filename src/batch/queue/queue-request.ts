// What a run brings to its queue, and what it may ask of it.
import type { Text } from '../../model/diagnostic.ts'
import type { Maker } from '../execute.ts'
import type { Expected, Job } from '../job.ts'
import type { Comparison } from '../noted-world.ts'

/** A worker that dies, or whose disk fails, leaves the kit to another, a little later. */
export const ATTEMPTS = 3
export const BACK_OFF = 2000

/** Seconds. Answers that nobody reads, because their run was killed, go away by themselves. */
export const KEPT = { age: 86_400 } as const

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
  /** Undefined while the server does not answer. */
  counts(): Promise<QueueCounts | undefined>
  close(): Promise<void>
}

export type QueueRequest = {
  readonly tool: string
  /** The working folder of the run. */
  readonly cwd: string
  /** The address, as it may be shown. */
  readonly shown: string
  readonly talk: (said: Text) => void
  /** What the files of a kit answer here, as far as they are known before it is made. */
  readonly expected: (job: Job) => Expected | undefined
  /** This machine's files as they are now, to be compared with those of workers: what they answer once is remembered. */
  readonly files: () => Comparison
}
