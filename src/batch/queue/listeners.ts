// Which workers listen, and for which version of the tool: what a run says when its kits wait for nobody.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { LISTENERS } from './names.ts'

export type Listener = {
  /** The queue it listens to. */
  readonly queue: string
  readonly version: string
  readonly host: string
  readonly pid: number
  readonly jobs: number
}

/** They are shown on terminals. */
const word = z.string().regex(/^[\w.+-]{1,255}$/)

const listenerSchema = z.object({
  queue: word,
  version: word,
  host: word,
  pid: z.number(),
  jobs: z.number(),
})

/** Seconds: how often a worker says that it is there, and when it is taken for gone. */
const BEAT = 3
const GONE = 12

/** By the server's clock: those of several machines never agree. */
async function now(redis: Redis): Promise<number> {
  const [seconds] = await redis.time()
  return Number(seconds)
}

/** Says that a worker is there until it is told to stop. */
export function announce(redis: Redis, listener: Listener): { stop(): Promise<void> } {
  const member = JSON.stringify(listener)
  const beat = async (): Promise<void> => {
    await redis.zadd(LISTENERS, await now(redis), member)
  }
  // A lost connection is told of elsewhere, and the next beat comes soon.
  const said = (): void => void beat().catch(() => {})
  said()
  const timer = setInterval(said, BEAT * 1000)
  return {
    stop: async () => {
      clearInterval(timer)
      await redis.zrem(LISTENERS, member).catch(() => 0)
    },
  }
}

export async function listeners(redis: Redis): Promise<readonly Listener[]> {
  const oldest = (await now(redis)) - GONE
  await redis.zremrangebyscore(LISTENERS, '-inf', `(${oldest}`)
  const found = await redis.zrangebyscore(LISTENERS, oldest, '+inf', 'LIMIT', 0, 1000)
  return found.flatMap(member => {
    try {
      return listenerSchema.parse(JSON.parse(member))
    } catch {
      return []
    }
  })
}
