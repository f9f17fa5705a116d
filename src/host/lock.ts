// A folder that one run at a time may write into: a lock file that says who holds it, and that a dead run cannot keep.
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { errnoOf } from './errno.ts'
import { isRunning, numberingOf, startOf } from './running.ts'

export type Holder = {
  readonly pid: number
  readonly host: string
  /** Where `pid` counts, see `numberingOf`. */
  readonly numbering?: string
  /** Tells a process from a later one of the same number. */
  readonly start?: string
  /** `OWN_RUN` of that process. */
  readonly run?: string
}

/** What the locks of this process are known by, to those who work for its run in other processes and on other machines. */
export const OWN_RUN = randomUUID()

export type Lock =
  | {
      readonly ok: true
      /** Whether another run took it: one that was held up for too long is taken for dead, and may wake up later. Asks the disk. */
      lost(): boolean
      release(): void
    }
  /** Someone else is writing there. */
  | { readonly ok: false; readonly holder: Holder | undefined }

/** A holder shows that it lives by writing its lock again; of another machine nothing else can be known. */
const BEAT_MS = 10_000
const DEAD_MS = 60_000

/** What the disk takes for now: it dated the lock, and the clocks of two machines never agree. */
function diskNow(path: string): number {
  const probe = `${path}.now-${randomUUID()}`
  try {
    writeFileSync(probe, '.')
    return statSync(probe).mtimeMs
  } finally {
    rmSync(probe, { force: true })
  }
}

export function holderOf(path: string): Holder | undefined {
  try {
    const said: Partial<Record<keyof Holder, unknown>> = JSON.parse(readFileSync(path, 'utf8'))
    const { pid, host, numbering, start, run } = said
    if (typeof pid !== 'number' || typeof host !== 'string') return undefined
    return {
      pid,
      host,
      ...(typeof numbering === 'string' ? { numbering } : {}),
      ...(typeof start === 'string' ? { start } : {}),
      ...(typeof run === 'string' ? { run } : {}),
    }
  } catch {
    return undefined
  }
}

/** Whether its process can be asked whether it lives: not across machines, nor containers, that merely share a name. */
export const isHere = ({ host, numbering }: Holder): boolean => host === hostname() && numbering === numberingOf()

function lives({ pid, start }: Holder): boolean {
  const now = startOf(pid)
  return isRunning(pid) && (start === undefined || now === undefined || start === now)
}

/** Whether nobody holds a lock any more. */
export function isDead(path: string, holder: Holder | undefined = holderOf(path)): boolean {
  if (holder && isHere(holder)) return !lives(holder)
  const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  return touched === undefined || diskNow(path) - touched > DEAD_MS
}

/** Whose the lock is; what a disk that does not answer holds is nobody's to say. */
function whose(path: string, mark: string): 'own' | 'other' | 'unknown' {
  try {
    return readFileSync(path, 'utf8') === mark ? 'own' : 'other'
  } catch (error) {
    // Whoever took it may have done its work since, and be gone.
    return isMissing(error) ? 'other' : 'unknown'
  }
}

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')

/** Milliseconds that a lock is away at most, when a run finds that it moved a live one, see `removeDead`. */
const AWAY_MS = 200

/** Asked twice before anything is given up. */
export function surely(isSo: () => boolean): boolean {
  if (!isSo()) return false
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, AWAY_MS)
  return isSo()
}

/** Written, so that the disk dates it: a date that is set is that of this machine. A lock that was taken over is let be. */
function beat(path: string, mark: string): void {
  const handle = openSync(path, 'r+')
  try {
    if (readFileSync(handle, 'utf8') !== mark) return
    writeSync(handle, mark, 0)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function ownMark(): string {
  const numbering = numberingOf()
  const start = startOf(process.pid)
  const mark: Holder = {
    pid: process.pid,
    host: hostname(),
    ...(numbering === undefined ? {} : { numbering }),
    ...(start === undefined ? {} : { start }),
    run: OWN_RUN,
  }
  return JSON.stringify(mark)
}

/** Creates the file unless it is there: the one step in which two runs cannot both succeed. */
function create(path: string): boolean {
  let handle: number
  try {
    handle = openSync(path, 'wx')
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false
    throw error
  }
  try {
    writeSync(handle, ownMark())
    return true
  } catch (error) {
    // A full disk: a lock that names nobody would hold the folder although nobody is there.
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
}

/** Takes a dead lock away. Two runs may see it dead at once: one that finds it has moved a live one puts it back. */
function removeDead(path: string): void {
  const aside = `${path}.dead-${process.pid}`
  try {
    renameSync(path, aside)
    if (!isDead(aside)) linkSync(aside, path)
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(errnoOf(error) ?? '')) throw error
  }
  rmSync(aside, { force: true, recursive: true })
}

/**
 * Takes the lock, from a dead run if need be. Throws what the disk says. The folder must exist.
 *
 * @param whenLost hears once, within a beat, that another run took it
 */
export function takeLock(path: string, whenLost: () => void = () => {}): Lock {
  if (!create(path)) {
    const holder = holderOf(path)
    if (!isDead(path, holder)) return { ok: false, holder }
    removeDead(path)
    if (!create(path)) return { ok: false, holder: holderOf(path) }
  }
  const mark = ownMark()
  let isLost = false
  const lost = (): boolean => {
    if (!isLost && surely(() => whose(path, mark) === 'other')) {
      isLost = true
      clearInterval(timer)
      whenLost()
    }
    return isLost
  }
  // A process that was held up beats as soon as it goes on.
  const timer = setInterval(() => {
    try {
      if (!lost()) beat(path, mark)
    } catch {
      // A disk that does not answer for a moment: the next beat will tell.
    }
  }, BEAT_MS)
  timer.unref()
  return {
    ok: true,
    lost,
    release: () => {
      clearInterval(timer)
      if (whose(path, mark) === 'own') rmSync(path, { force: true })
    },
  }
}
