// Temporaries that a killed process left behind: they are nobody's, and no kit is whole beside them.
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isLive } from './atomic.ts'
import { isRunning, shortStartOf } from './running.ts'
import { type Owner, ownerOf } from './temporary-name.ts'

/** Where the system does not tell one process from a later one of its number, its file is left alone for a while. */
const OLD_MS = 3_600_000

/** Of a process that writes here no more; the folder must not be one where other machines write at the same time. */
function isLeft(path: string, { pid, start }: Owner): boolean {
  const own = shortStartOf(pid)
  // After a restart, a dead process may have had our number.
  if (pid === process.pid && start === own) return !isLive(path)
  if (start !== undefined && own !== undefined) return start !== own || !isRunning(pid)
  return !isRunning(pid) || Date.now() - statSync(path).mtimeMs > OLD_MS
}

/**
 * Removes them from one folder. Nothing is thrown: what cannot be removed will be told when the folder is written to.
 *
 * @param of the names of the files that are ours to write, where others write theirs at the same time; without it, all are
 */
export function removeLeftovers(folder: string, of?: ReadonlySet<string>): void {
  try {
    for (const name of readdirSync(folder)) {
      const owner = ownerOf(name)
      const path = join(folder, name)
      if (owner && (of?.has(owner.of) ?? true) && isLeft(path, owner)) rmSync(path, { force: true })
    }
  } catch {
    // No folder, no leftovers.
  }
}
