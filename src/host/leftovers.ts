// Temporaries that a killed process left behind: they are nobody's, and no kit is whole beside them.
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isLive } from './atomic.ts'
import { isRunning } from './running.ts'

/** `.name.pid-n.tmp`, as host/atomic names them. */
const TEMPORARY = /^\..*\.(\d+)-\d+\.tmp$/

/** Of another machine on a shared disk, a process cannot be asked whether it lives: its file is left alone for a while. */
const OLD_MS = 3_600_000

function isDead(path: string, pid: number): boolean {
  // After a restart, a dead process may have had our number.
  if (pid === process.pid) return !isLive(path)
  return !isRunning(pid) || Date.now() - statSync(path).mtimeMs > OLD_MS
}

/** Removes them from one folder. Nothing is thrown: what cannot be removed will be told when the folder is written to. */
export function removeLeftovers(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const [, pid] = TEMPORARY.exec(name) ?? []
      const path = join(folder, name)
      if (pid !== undefined && isDead(path, Number(pid))) rmSync(path, { force: true })
    }
  } catch {
    // No folder, no leftovers.
  }
}
