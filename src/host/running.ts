// Whether a process of this machine lives, and which one it is: numbers are given again, after a restart even the same one.
import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
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

/**
 * Where a process number means one process: this run of the machine, and in it this container, which has numbers of its own
 * (pid_namespaces(7)). Machines and containers often share a name, so that a name alone does not tell. Undefined where the
 * system does not say.
 */
export function numberingOf(): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return undefined
  }
}

/** When a process started, as a word that no other process of that number has; undefined where the system does not tell. */
export function startOf(pid: number): string | undefined {
  const start = statOf(pid)?.start
  const numbering = numberingOf()
  return start === undefined || start === '' || numbering === undefined ? undefined : `${numbering} ${start}`
}

/** The same, short enough for the name of a file. */
export function shortStartOf(pid: number): string | undefined {
  const start = startOf(pid)
  return start === undefined ? undefined : createHash('sha256').update(start).digest('hex').slice(0, 8)
}
