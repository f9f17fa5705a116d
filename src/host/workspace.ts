// The folder `.signakit` of an output: the lock of the run that writes there, and what it must remember on the disk.
import { existsSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { linkFailure, lostFailure, makeFolder, type WriteFailure, writeFailure } from './atomic.ts'
import { errnoOf } from './errno.ts'
import { type Holder, holderOf, isDead, isHere, surely, takeLock } from './lock.ts'
import { openSpool, type Spool } from './spool.ts'

export type Workspace = {
  /** A spool of its own, removed with the workspace. */
  spool<T>(): Spool<T>
  /** Why nothing may be written there any more: another run took the output, this one having been held up for too long. */
  lost(): WriteFailure | undefined
  close(): void
}

export type OpenedWorkspace =
  | { readonly ok: true; readonly workspace: Workspace }
  /** Another run holds it. */
  | { readonly ok: false; readonly holder: Holder | undefined }
  | { readonly ok: false; readonly failure: WriteFailure }

/** Whether it is this very process that holds a folder. */
export const isThisProcess = (holder: Holder | undefined): boolean =>
  holder !== undefined && isHere(holder) && holder.pid === process.pid

/** Spools of a run that died are named after its lock, which this run now holds. */
function clearSpools(folder: string, prefix: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith(prefix)) rmSync(join(folder, name), { force: true })
}

type Hold = { lost(): boolean; release(): void }

/** @param made folders that were not there before, from the outermost on: a run that wrote nothing leaves none behind */
function workspaceIn(folder: string, prefix: string, hold: Hold, made: readonly string[] = []): Workspace {
  const spools: Spool<unknown>[] = []
  return {
    spool: <T>() => {
      const spool = openSpool<T>(join(folder, `${prefix}${spools.length}`))
      spools.push(spool)
      return spool
    },
    lost: () => (hold.lost() ? lostFailure(dirname(folder)) : undefined),
    close: () => {
      try {
        // Of this name, they are those of the run that took the folder.
        const isOurs = !hold.lost()
        hold.release()
        for (const spool of spools) spool.close()
        if (isOurs) clearSpools(folder, prefix)
        // Not empty while a shard is still at work beside us.
        rmdirSync(folder)
        // The first that holds something ends it.
        for (const path of made.toReversed()) if (path !== folder) rmdirSync(path)
      } catch (error) {
        if (errnoOf(error) === undefined) throw error
      }
    },
  }
}

/** `lock` of a whole run, `lock.2-of-8` of a shard. */
const LOCK = /^lock(?:\.\d+-of-(\d+))?$/

/** Shards of as many parts write side by side, each its own kits; any two other runs would write the same ones. */
function heldByOther(folder: string, own: string): { readonly holder: Holder | undefined } | undefined {
  const [, count] = LOCK.exec(own) ?? []
  for (const name of readdirSync(folder)) {
    const found = LOCK.exec(name)
    if (!found || name === own || (count !== undefined && found[1] === count)) continue
    const path = join(folder, name)
    const holder = holderOf(path)
    if (!isDead(path, holder)) return { holder }
    // Of a run that died, and whose part no other run may ever take up.
    rmSync(path, { force: true })
    clearSpools(folder, spoolPrefix(name))
  }
  return undefined
}

const spoolPrefix = (lock: string): string => `${lock}-spool-`

/**
 * Whether a run still holds an output, for those who work for it elsewhere.
 *
 * @param folder the folder of its locks
 * @param run `OWN_RUN` of its process
 */
export function holds(folder: string, run: string): 'yes' | 'other' | 'nobody' | 'unknown' {
  let [unknown, other] = [false, false]
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (!LOCK.test(name)) continue
      const holder = holderOf(path)
      if (holder?.run === run) return 'yes'
      other ||= holder !== undefined
      unknown ||= holder === undefined && existsSync(path)
    }
  } catch (error) {
    unknown = !['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')
  }
  if (unknown) return 'unknown'
  return other ? 'other' : 'nobody'
}

/**
 * Why a kit gets no names any more: another run holds the output, or has held it and left.
 *
 * @param outlives whether its maker may outlive the run, and nobody then holds the output: what is in hand is finished
 */
export const lostTo = (folder: string, run: string, outlives = false): WriteFailure | undefined =>
  surely(() => ['other', ...(outlives ? [] : ['nobody'])].includes(holds(folder, run)))
    ? lostFailure(dirname(folder))
    : undefined

/** Takes the lock of an output; `lock` is its path. `whenLost` hears that another run took it. */
export function openWorkspace(lock: string, whenLost?: () => void): OpenedWorkspace {
  const [folder, name] = [dirname(lock), basename(lock)]
  const link = linkFailure(folder)
  if (link) return { ok: false, failure: link }
  try {
    const made = makeFolder(folder)
    const taken = takeLock(lock, whenLost)
    if (!taken.ok) return taken
    const other = heldByOther(folder, name)
    if (other) {
      taken.release()
      return { ok: false, ...other }
    }
    clearSpools(folder, spoolPrefix(name))
    return { ok: true, workspace: workspaceIn(folder, spoolPrefix(name), taken, made) }
  } catch (error) {
    return { ok: false, failure: writeFailure(error, lock) }
  }
}

/** A workspace of the machine's own, for a run that writes nothing where people look. */
export function temporaryWorkspace(): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'signakit-'))
  return workspaceIn(folder, 'spool-', { lost: () => false, release: () => {} })
}
