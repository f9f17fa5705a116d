// How a connection does once it was made: what is said when the server goes away and comes back, and when waiting is of no use.
import { setTimeout as wait } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { type Text, text } from '../../model/diagnostic.ts'
import type { QueueAddress } from './address.ts'
import { checkServer } from './server-check.ts'
import { hinderedText, refusedText } from './server-texts.ts'

/** Milliseconds. A failover makes a replica of a server for a while; what lasts longer does not mend itself. */
const PATIENCE = 30_000
/** Milliseconds without a word of what hindered the server, after which it is told again. */
const EPISODE = 60_000
/** Milliseconds. A server that takes longer for a ping does not answer. */
const ANSWER = 5000

export class Health {
  /** Comes when the server answers, and refuses what a queue needs, for too long. */
  readonly lost: Promise<Text>
  private state: 'well' | 'silent' | 'refusing' | 'closed' = 'well'
  private lose: (why: Text) => void = () => {}
  private timer: NodeJS.Timeout | undefined
  private readonly episodes = new Map<string, NodeJS.Timeout>()
  private readonly redis: Redis
  private readonly address: QueueAddress
  private readonly talk: (said: Text) => void

  constructor(redis: Redis, address: QueueAddress, talk: (said: Text) => void) {
    this.redis = redis
    this.address = address
    this.talk = talk
    this.lost = new Promise(resolve => {
      this.lose = resolve
    })
    redis.on('close', () => this.silent())
    redis.on('ready', () => void this.back())
    redis.on('error', error => this.hear(error))
  }

  /** Of any command, on any connection. */
  hear(error: unknown): void {
    const why = refusedText(error, this.address)
    if (why) this.refused(why)
    const hindered = hinderedText(error, this.address)
    if (hindered) this.hindered(hindered)
  }

  /** Whether it can be asked something now. */
  async answers(): Promise<boolean> {
    if (this.state !== 'well' || this.redis.status !== 'ready') return false
    const asked = this.redis.ping().then(
      () => true,
      () => false,
    )
    return Promise.race([asked, wait(ANSWER, false, { ref: false })])
  }

  close(): void {
    this.state = 'closed'
    clearTimeout(this.timer)
    for (const timer of this.episodes.values()) clearTimeout(timer)
  }

  /** Said once while it lasts. */
  private hindered(said: Text): void {
    const { episodes } = this
    if (this.state === 'closed') return
    if (episodes.has(said.fr)) episodes.get(said.fr)?.refresh()
    else {
      episodes.set(
        said.fr,
        setTimeout(() => episodes.delete(said.fr), EPISODE),
      )
      this.talk(said)
    }
  }

  private silent(): void {
    if (this.state !== 'well') return
    this.state = 'silent'
    const { shown } = this.address
    this.talk(
      text(
        `${shown} ne répond plus\u00a0: on attend qu’il revienne`,
        `${shown} does not answer any more: waiting for it`,
      ),
    )
  }

  /** It may have come back another: a copy, with a password, without its databases. */
  private async back(): Promise<void> {
    if (this.state === 'well') return
    try {
      const checked = await checkServer(this.redis, this.address)
      if (!checked.ok) this.refused(checked.text)
      else this.recovered()
    } catch (error) {
      // What is no refusal is a loss, of which the connection tells.
      this.hear(error)
    }
  }

  private recovered(): void {
    if (this.state === 'closed' || this.state === 'well') return
    this.state = 'well'
    clearTimeout(this.timer)
    this.timer = undefined
    const { shown } = this.address
    this.talk(text(`${shown} répond de nouveau`, `${shown} answers again`))
  }

  private refused(why: Text): void {
    if (this.state === 'closed' || this.state === 'refusing') return
    this.state = 'refusing'
    const seconds = PATIENCE / 1000
    this.talk(
      text(
        `attention\u00a0: ${why.fr}\u202f; on attend ${seconds}\u00a0s que cela change`,
        `warning: ${why.en}; waiting ${seconds} s for this to change`,
      ),
    )
    this.timer = setTimeout(() => void this.lastTry(why), PATIENCE)
  }

  /** Rights may have been given without the connection being lost. */
  private async lastTry(why: Text): Promise<void> {
    try {
      if (this.redis.status === 'ready' && (await checkServer(this.redis, this.address)).ok) this.recovered()
    } catch {
      // It still refuses.
    }
    if (this.state === 'refusing') this.lose(why)
  }
}
