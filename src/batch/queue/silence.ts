// Nobody listens to the queue of a run: told after a few looks, and left after a quarter of an hour.
import type { Redis } from 'ioredis'
import type { Text } from '../../model/diagnostic.ts'
import type { Listener } from './listeners.ts'
import { queueName, ROOM } from './names.ts'
import { lostText, unheardText } from './queue-texts.ts'

/** Looks at the listeners, one every two seconds, before it is said that there is none, and before the run gives up. */
const UNHEARD = 3
export const GIVE_UP = 450

/** `over`: what was said and is no longer true, so that it may be said again. */
export type Heard = { readonly said?: Text; readonly over?: Text; readonly lost?: Text }

const isFull = (error: unknown): boolean => error instanceof Error && /\bOOM\b/.test(error.message)

export class Silence {
  private looks = 0
  /** Of `looks`, when the server was last without room. */
  private lastFull = 0
  private told: Text | undefined
  private readonly redis: Redis
  private readonly shown: string
  private readonly tool: string

  constructor(redis: Redis, { shown, tool }: { readonly shown: string; readonly tool: string }) {
    this.redis = redis
    this.shown = shown
    this.tool = tool
  }

  async hear(found: readonly Listener[]): Promise<Heard> {
    const { shown, tool } = this
    if (found.some(({ queue }) => queue === queueName(tool))) return this.broken()
    this.looks++
    if (this.looks < UNHEARD) return {}
    // Where there is no room, workers cannot say that they listen, and the connection tells why.
    const full = await this.redis.set(ROOM, '', 'PX', 1).then(() => false, isFull)
    if (this.looks >= GIVE_UP) return { lost: lostText(full ? 'room' : 'workers', shown) }
    if (full) this.lastFull = this.looks
    // Once there is room again, they are given the time to say it.
    if (this.looks - this.lastFull < UNHEARD) return {}
    this.told = unheardText(shown, tool, found)
    return { said: this.told }
  }

  private broken(): Heard {
    const { told } = this
    this.looks = 0
    this.lastFull = 0
    this.told = undefined
    return told ? { over: told } : {}
  }
}
