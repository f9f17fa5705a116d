// The connection to Redis or Valkey. Its libraries are loaded here and nowhere else, when a queue is asked for.
import type * as Bullmq from 'bullmq'
import type { Redis } from 'ioredis'
import { type Text, text } from '../../model/diagnostic.ts'
import type { QueueAddress } from './address.ts'
import { Health } from './health.ts'
import { checkServer } from './server-check.ts'
import { noServerText } from './server-texts.ts'

/** Why there is no queue: something to install, or a server that does not answer. */
export type Problem = { readonly kind: 'missing' | 'server'; readonly text: Text }

export type Link = {
  readonly redis: Redis
  readonly bullmq: typeof Bullmq
  /** Comes with the reason when the server is there and will not do any more. */
  readonly lost: Promise<Text>
  /** Whether it can be asked something now. */
  answers(): Promise<boolean>
  /** At once, without waiting for answers. */
  close(): void
}

export type Linked = { readonly ok: true; readonly link: Link } | { readonly ok: false; readonly problem: Problem }

/** Milliseconds. An address that swallows packets must not hold a run. */
const CONNECT = 5000
/** A server that went away without a word; longer than any blocking command of ours. */
const SILENCE = 30_000
const RETRY = { step: 200, longest: 5000 } as const

/** Those that package.json asks for: others may store kits in another way. */
const INSTALL = 'npm install bullmq@6.7.0 ioredis@5'
const MISSING: Text = text(
  `la file d’attente demande deux paquets\u00a0: ${INSTALL}`,
  `the queue needs two packages: ${INSTALL}`,
)

/** As Node says it of an import, and of a `require`, which the bundle may make of one. */
const ABSENT: readonly string[] = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND']

async function libraries() {
  try {
    const [bullmq, { Redis: Client }] = await Promise.all([import('bullmq'), import('ioredis')])
    return { bullmq, Client }
  } catch (error) {
    if (error instanceof Error && 'code' in error && ABSENT.includes(String(error.code))) return undefined
    throw error
  }
}

/**
 * Connects, once; later losses are waited out. `talk` is told of what the server should be set to, and when it goes away and
 * comes back.
 */
export async function link(address: QueueAddress, talk: (said: Text) => void): Promise<Linked> {
  const loaded = await libraries()
  if (!loaded) return { ok: false, problem: { kind: 'missing', text: MISSING } }
  const { bullmq, Client } = loaded
  let health: Health | undefined
  let last: unknown
  const redis = new Client(address.url, {
    lazyConnect: true,
    connectTimeout: CONNECT,
    socketTimeout: SILENCE,
    maxRetriesPerRequest: null,
    retryStrategy: times => (health ? Math.min(times * RETRY.step, RETRY.longest) : null),
    // Every refusal of every connection passes here; the name of a server that became a copy may lead to the new one.
    reconnectOnError: error => {
      health?.hear(error)
      return health !== undefined && /READONLY/.test(error.message)
    },
  })
  redis.on('error', error => {
    last = error
  })
  const refuse = (said: Text): Linked => {
    redis.disconnect()
    return { ok: false, problem: { kind: 'server', text: said } }
  }
  try {
    await redis.connect()
    const checked = await checkServer(redis, address)
    if (!checked.ok) return refuse(checked.text)
    if (checked.warning) talk(checked.warning)
  } catch (error) {
    return refuse(noServerText(last ?? error, address))
  }
  const watched = new Health(redis, address, talk)
  health = watched
  return {
    ok: true,
    link: {
      redis,
      bullmq,
      lost: watched.lost,
      answers: () => watched.answers(),
      close: () => {
        watched.close()
        redis.disconnect()
      },
    },
  }
}
