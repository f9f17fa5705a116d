// What a server must be to hold a queue: recent, alone, not a copy, with the database and the rights that the address asks for.
import type { Redis } from 'ioredis'
import type { Text } from '../../model/diagnostic.ts'
import type { QueueAddress } from './address.ts'
import { LISTENERS } from './names.ts'
import { clusterText, forgetsText, replicaText, tooOldText } from './server-texts.ts'

/** BullMQ needs streams and what came with Redis 6.2. */
const OLDEST = [6, 2] as const

/** Takes nothing away: writes, by a script, as everything in the queue does. */
const PROBE = "return redis.call('zrem', KEYS[1], '')"

export type Checked =
  | { readonly ok: true; readonly warning?: Text }
  /** It answers, and will never do. */
  | { readonly ok: false; readonly text: Text }

const isTooOld = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])
}

const field = (info: string, name: string): string | undefined => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1]

/** Host and port of the server that a replica copies; they are shown on terminals. */
function primaryOf(info: string): string | undefined {
  const [host = '', port = ''] = [field(info, 'master_host'), field(info, 'master_port')]
  return /^[\w.:-]{1,255}$/.test(host) && /^\d{1,5}$/.test(port) ? `${host}:${port}` : undefined
}

/** Throws what the server says when it refuses a command. */
export async function checkServer(redis: Redis, address: QueueAddress): Promise<Checked> {
  const info = await redis.info()
  const version = field(info, 'valkey_version') ?? field(info, 'redis_version') ?? '0'
  if (isTooOld(version)) return { ok: false, text: tooOldText(address, version) }
  if (field(info, 'redis_mode') === 'cluster') return { ok: false, text: clusterText(address) }
  if (field(info, 'role') === 'slave') return { ok: false, text: replicaText(address, primaryOf(info)) }
  // The client asks for its database by itself, and goes on in the first one when there is none such.
  await redis.select(address.database)
  await redis.eval(PROBE, 1, LISTENERS)
  const policy = field(info, 'maxmemory_policy')
  if (policy === undefined || policy === 'noeviction') return { ok: true }
  return { ok: true, warning: forgetsText(address, policy) }
}
