// The folder `.signakit` of an output: the lock of the run that writes there, and what it must remember on the disk.
import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type WriteFailure, writeFailure } from './atomic.ts'
import { errnoOf } from './errno.ts'
import { type Holder, type Lock, takeLock } from './lock.ts'
import { openSpool, type Spool } from './spool.ts'

export type Workspace = {
  /** A spool of its own, removed with the workspace. */
  spool<T>(): Spool<T>
  close(): void
}

export type OpenedWorkspace =
  | { readonly ok: true; readonly workspace: Workspace }
  /** Another run holds it. */
  | { readonly ok: false; readonly holder: Holder | undefined }
  | { readonly ok: false; readonly failure: WriteFailure }

/** Spools of a run that died are named after its lock, which this run now holds. */
function clearSpools(folder: string, prefix: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith(prefix)) rmSync(join(folder, name), { force: true })
}

function workspaceIn(folder: string, prefix: string, release: () => void): Workspace {
  const spools: Spool<unknown>[] = []
  return {
    spool: <T>() => {
      const spool = openSpool<T>(join(folder, `${prefix}${spools.length}`))
      spools.push(spool)
      return spool
    },
    close: () => {
      for (const spool of spools) spool.close()
      try {
        clearSpools(folder, prefix)
        release()
        // Not empty while a shard is still at work beside us.
        rmdirSync(folder)
      } catch (error) {
        if (errnoOf(error) === undefined) throw error
      }
    },
  }
}

function lockOrFailure(lock: string): Lock | { readonly ok: false; readonly failure: WriteFailure } {
  try {
    mkdirSync(dirname(lock), { recursive: true })
    return takeLock(lock)
  } catch (error) {
    return { ok: false, failure: writeFailure(error, lock) }
  }
}

/** Takes the lock of an output; `lock` is its path. */
export function openWorkspace(lock: string): OpenedWorkspace {
  const folder = dirname(lock)
  const taken = lockOrFailure(lock)
  if (!taken.ok) return taken
  const prefix = `${basename(lock)}-spool-`
  clearSpools(folder, prefix)
  return { ok: true, workspace: workspaceIn(folder, prefix, taken.release) }
}

/** A workspace of the machine's own, for a run that writes nothing where people look. */
export function temporaryWorkspace(): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'signakit-'))
  return workspaceIn(folder, 'spool-', () => {})
}
