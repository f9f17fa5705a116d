// The lines of a file, one after the other, without holding it whole.
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { errnoOf } from './errno.ts'

const CHUNK = 256 * 1024

/** Characters. A file of ours has no such line: one that is longer was not written by us, and is passed over. */
const MAX_LINE = 16 * 1024 * 1024

function openFile(path: string): number | undefined {
  try {
    // A pipe would keep us waiting for ever.
    return statSync(path).isFile() ? openSync(path, 'r') : undefined
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return undefined
  }
}

/** None when the file is not there, or is none. */
export function* linesOfFile(path: string): Generator<string> {
  const handle = openFile(path)
  if (handle === undefined) return
  try {
    const decoder = new StringDecoder('utf8')
    const buffer = Buffer.alloc(CHUNK)
    let parts: string[] = []
    let waiting = 0
    for (let length = readSync(handle, buffer); length > 0; length = readSync(handle, buffer)) {
      const [first = '', ...others] = decoder.write(buffer.subarray(0, length)).split('\n')
      waiting += first.length
      if (waiting <= MAX_LINE) parts.push(first)
      else parts = []
      const last = others.pop()
      if (last === undefined) continue
      if (waiting <= MAX_LINE) yield parts.join('')
      yield* others
      parts = [last]
      waiting = last.length
    }
    if (waiting > 0 && waiting <= MAX_LINE) yield parts.join('')
  } finally {
    closeSync(handle)
  }
}
