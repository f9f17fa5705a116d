// A folder that one run at a time may write into: a lock file that says who holds it, and that a dead run cannot keep.
import { closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { errnoOf } from './errno.ts'
import { isRunning } from './running.ts'

export type Holder = { readonly pid: number; readonly host: string }

export type Lock =
  | { readonly ok: true; release(): void }
  /** Someone else is writing there. */
  | { readonly ok: false; readonly holder: Holder | undefined }

/** A holder shows that it lives by touching its lock; of another machine nothing else can be known. */
const BEAT_MS = 10_000
const DEAD_MS = 60_000

function holderOf(path: string): Holder | undefined {
  try {
    const { pid, host }: { pid?: unknown; host?: unknown } = JSON.parse(readFileSync(path, 'utf8'))
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : undefined
  } catch {
    return undefined
  }
}

function isDead(path: string, holder: Holder | undefined): boolean {
  if (holder?.host === hostname()) return holder.pid !== process.pid && !isRunning(holder.pid)
  try {
    return Date.now() - statSync(path).mtimeMs > DEAD_MS
  } catch {
    return true
  }
}

/** Creates the file unless it is there: the one step in which two runs cannot both succeed. */
function create(path: string): boolean {
  try {
    const handle = openSync(path, 'wx')
    writeSync(handle, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder))
    closeSync(handle)
    return true
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Takes the lock, from a dead run if need be. Throws what the disk says. The folder must exist. */
export function takeLock(path: string): Lock {
  if (!create(path)) {
    const holder = holderOf(path)
    if (!isDead(path, holder)) return { ok: false, holder }
    rmSync(path, { force: true })
    if (!create(path)) return { ok: false, holder: holderOf(path) }
  }
  const beat = setInterval(() => {
    try {
      const now = new Date()
      utimesSync(path, now, now)
    } catch {
      // A disk that does not answer for a moment: the next beat will tell.
    }
  }, BEAT_MS)
  beat.unref()
  return {
    ok: true,
    release: () => {
      clearInterval(beat)
      rmSync(path, { force: true })
    },
  }
}
