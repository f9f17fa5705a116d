// The names under which a batch is known in Redis.
import { createHash } from 'node:crypto'
import type { Job } from '../job.ts'

/** All our keys start with it. */
export const PREFIX = 'signakit'

/** A worker of another version would draw other kits: it listens to another queue. */
export const queueName = (tool: string): string => tool.slice(0, 16)

/** Who listens, to which queue: a sorted set by the second they were last heard of. */
export const LISTENERS = `${PREFIX}:workers`

/** Written to see whether there is room. */
export const ROOM = `${PREFIX}:room`

/** One kit of one output. Kit files are told apart by their place: their content is not in the key. */
export function jobId({ entry, key, out }: Job): string {
  const where = createHash('sha256')
    .update(JSON.stringify([out, entry.file, entry.origin]))
    .digest('hex')
  return `k-${key.slice(0, 32)}-${where.slice(0, 16)}`
}
