// The connection to Redis or Valkey. Its libraries are loaded here and nowhere else, when a queue is asked for.
import type * as Bullmq from 'bullmq'
import type { Redis } from 'ioredis'
import { type Text, text } from '../../model/diagnostic.ts'
import type { QueueAddress } from './address.ts'

/** Why there is no queue: something to install, or a server that does not answer. */
export type Problem = { readonly kind: 'missing' | 'server'; readonly text: Text }

export type Link = {
  readonly redis: Redis
  readonly bullmq: typeof Bullmq
  /** At once, without waiting for answers. */
  close(): void
}

export type Linked = { readonly ok: true; readonly link: Link } | { readonly ok: false; readonly problem: Problem }

/** Milliseconds. An address that swallows packets must not hold a run. */
const CONNECT = 5000
/** A server that went away without a word; longer than any blocking command of ours. */
const SILENCE = 30_000
const RETRY = { step: 200, longest: 5000 } as const

/** BullMQ needs streams and what came with Redis 6.2. */
const OLDEST = [6, 2] as const

const MISSING: Text = text(
  'la file d’attente demande deux paquets\u00a0: npm install bullmq ioredis',
  'the queue needs two packages: npm install bullmq ioredis',
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

const problem = (fr: string, en: string): Linked => ({ ok: false, problem: { kind: 'server', text: text(fr, en) } })

/** What a server or the network says, in words; the reply itself may hold what was sent, and is not shown. */
function refusal(error: unknown, shown: string): Linked {
  const said = error instanceof Error ? error.message : ''
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (/WRONGPASS|NOAUTH|NOPERM|invalid password|without any password/i.test(said)) {
    return problem(
      `${shown} refuse le nom ou le mot de passe de la file`,
      `${shown} refuses the name or the password of the queue`,
    )
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return problem(`la machine de ${shown} est inconnue`, `the host of ${shown} is unknown`)
  }
  const why = code === '' ? '' : ` (${code})`
  return problem(
    `aucun Redis ne répond à ${shown}${why}\u00a0: vérifiez la machine, le port, et redis:// ou rediss://`,
    `no Redis answers at ${shown}${why}: check the host, the port, and redis:// or rediss://`,
  )
}

const isTooOld = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])
}

const field = (info: string, name: string): string | undefined => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1]

/**
 * Connects, once; later losses are waited out. `talk` is told of what the server should be set to, and when it goes away and
 * comes back.
 */
export async function link(address: QueueAddress, talk: (said: Text) => void): Promise<Linked> {
  const loaded = await libraries()
  if (!loaded) return { ok: false, problem: { kind: 'missing', text: MISSING } }
  const { bullmq, Client } = loaded
  let isOpen = false
  let lost = false
  let last: unknown
  const redis = new Client(address.url, {
    lazyConnect: true,
    connectTimeout: CONNECT,
    socketTimeout: SILENCE,
    maxRetriesPerRequest: null,
    retryStrategy: times => (isOpen ? Math.min(times * RETRY.step, RETRY.longest) : null),
  })
  redis.on('error', error => {
    last = error
  })
  try {
    await redis.connect()
    const info = await redis.info()
    const version = field(info, 'valkey_version') ?? field(info, 'redis_version') ?? '0'
    if (isTooOld(version)) {
      redis.disconnect()
      return problem(
        `${address.shown} est un Redis ${version}\u00a0: il faut 6.2 ou plus`,
        `${address.shown} is Redis ${version}: 6.2 or later is needed`,
      )
    }
    const policy = field(info, 'maxmemory_policy')
    if (policy !== undefined && policy !== 'noeviction') {
      talk(
        text(
          `attention\u00a0: ${address.shown} peut perdre des kits (maxmemory-policy ${policy}\u202f; réglez noeviction)`,
          `warning: ${address.shown} may lose kits (maxmemory-policy ${policy}; set noeviction)`,
        ),
      )
    }
  } catch (error) {
    redis.disconnect()
    return refusal(last ?? error, address.shown)
  }
  isOpen = true
  redis.on('close', () => {
    if (lost || !isOpen) return
    lost = true
    talk(
      text(
        `${address.shown} ne répond plus\u00a0: on attend qu’il revienne`,
        `${address.shown} does not answer any more: waiting for it`,
      ),
    )
  })
  redis.on('ready', () => {
    if (lost) talk(text(`${address.shown} répond de nouveau`, `${address.shown} answers again`))
    lost = false
  })
  return {
    ok: true,
    link: {
      redis,
      bullmq,
      close: () => {
        isOpen = false
        redis.disconnect()
      },
    },
  }
}
