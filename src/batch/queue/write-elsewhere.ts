// A kit that this machine cannot write is left to the workers that have not tried yet, as long as there are any.
import { join } from 'node:path'
import type { WriteFailure } from '../../host/atomic.ts'
import { discard, stage } from '../../host/staged.ts'
import type { Made } from '../pool.ts'
import { reportFiles } from '../report-files.ts'
import { type Listener, listeners } from './listeners.ts'
import type { Link } from './redis.ts'

/** A shared disk that is full is full for all: so many have tried, and the run is told. */
const ENOUGH = 3
const OF_ALL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT'])

/** Bytes: enough to ask a disk for room, and for no time. */
const PROBE = 64 * 1024

export const nameOf = ({ host, pid }: Pick<Listener, 'host' | 'pid'>): string => `${host}:${pid}`

export const failureOf = (made: Made): WriteFailure | undefined => ('answer' in made ? made.answer.failure : undefined)

/** Whether another worker of that queue may still do better than those that have tried. */
export async function mayGoOn(
  link: Link,
  queue: string,
  tried: readonly string[],
  failure?: WriteFailure,
): Promise<boolean> {
  if (failure && OF_ALL.has(failure.code) && tried.length >= ENOUGH) return false
  const found = await listeners(link.redis)
  return found.some(each => each.queue === queue && !tried.includes(nameOf(each)))
}

/** The folders of runs that said no, asked again before a kit is made for nothing. */
export class Refusing {
  private readonly outs = new Set<string>()

  add(out: string): void {
    this.outs.add(out)
  }

  /** What the folder still says to a small file; undefined when it takes it, or has never said no. */
  async still(out: string): Promise<WriteFailure | undefined> {
    if (!this.outs.has(out)) return undefined
    const asked = stage(join(reportFiles(out).work, 'essai'), [new Uint8Array(PROBE)])
    const failure = asked.ok ? await asked.staged.kept : asked.failure
    if (asked.ok) discard([asked.staged])
    if (!failure) this.outs.delete(out)
    return failure
  }
}
