// A file of JSON values, written once and read back by number: what a long run must remember and memory should not hold.
import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'

/** Written together, so that ten thousand small values are not ten thousand calls. */
const CHUNK = 256 * 1024

export type Spool<T> = {
  /** The number to read it back by. */
  add(value: T): number
  read(number: number): T
  readonly length: number
  close(): void
}

/** Throws what the disk says. The values are trusted: this process wrote them. */
export function openSpool<T>(path: string): Spool<T> {
  const handle = openSync(path, 'w+')
  const offsets: number[] = [0]
  let pending: Buffer[] = []
  let [waiting, written] = [0, 0]
  const flush = (): void => {
    const bytes = Buffer.concat(pending)
    pending = []
    waiting = 0
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, written + at)
    written += bytes.length
  }
  return {
    add: value => {
      const bytes = Buffer.from(JSON.stringify(value))
      pending.push(bytes)
      waiting += bytes.length
      offsets.push((offsets.at(-1) ?? 0) + bytes.length)
      if (waiting >= CHUNK) flush()
      return offsets.length - 2
    },
    read: number => {
      const [start = 0, end = 0] = offsets.slice(number, number + 2)
      if (end > written) flush()
      const bytes = Buffer.alloc(end - start)
      readSync(handle, bytes, 0, bytes.length, start)
      // Written by `add` above, as a T.
      return JSON.parse(bytes.toString('utf8')) as T
    },
    get length() {
      return offsets.length - 1
    },
    close: () => {
      ftruncateSync(handle, 0)
      closeSync(handle)
    },
  }
}
