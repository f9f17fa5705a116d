// Whether a process of this machine lives.
import { errnoOf } from './errno.ts'

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of someone else may not be asked, but it is there.
    return errnoOf(error) !== 'ESRCH'
  }
}
