// Whether a process of this machine lives, and which one it is: numbers are given again, after a restart even the same one.
import { readFileSync } from 'node:fs'
import { errnoOf } from './errno.ts'

/** Of /proc/<pid>/stat, after the name in brackets: the state first, the start twenty fields on (proc(5)). */
function statOf(pid: number): { readonly state: string; readonly start: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', start: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // A process of someone else may not be asked, but it is there.
    if (errnoOf(error) === 'ESRCH') return false
  }
  // Ended, and nobody has asked for its code yet: it does nothing any more.
  return statOf(pid)?.state !== 'Z'
}

/** When a process started, as a word that no other process of that number has; undefined where the system does not tell. */
export function startOf(pid: number): string | undefined {
  const start = statOf(pid)?.start
  if (start === undefined || start === '') return undefined
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${start}`
  } catch {
    return undefined
  }
}
