// The name of a file that is not whole yet: hidden, beside the one it will be, and told apart by the process that writes it.
import { shortStartOf } from './running.ts'

export type Owner = {
  /** The name that the file will have, perhaps cut short. */
  readonly of: string
  readonly pid: number
  /** See `shortStartOf`; undefined where the system does not tell. */
  readonly start?: string
}

/** Room for the rest: a name has 255 bytes at most on the usual disks. */
const KEPT = 100

const NO_START = 'x'

let own: string | undefined

/** `.name.pid-start-n.tmp`. @param count differs for each temporary of a process */
export function temporaryName(name: string, count: number): string {
  own ??= `${process.pid}-${shortStartOf(process.pid) ?? NO_START}`
  return `.${name.slice(0, KEPT)}.${own}-${count}.tmp`
}

const TEMPORARY = /^\.(.*)\.(\d+)-(x|[0-9a-f]{8})-\d+\.tmp$/

/** Who writes a file of that name; undefined when it is no temporary of ours. */
export function ownerOf(name: string): Owner | undefined {
  const [, of, pid, start] = TEMPORARY.exec(name) ?? []
  if (of === undefined || pid === undefined || start === undefined) return undefined
  return { of, pid: Number(pid), ...(start === NO_START ? {} : { start }) }
}
