// The lines of a file, one after the other, without holding it whole.
import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { errnoOf } from './errno.ts'

const CHUNK = 256 * 1024

/** None when the file is not there. A file of ours: its lines are as long as we made them. */
export function* linesOfFile(path: string): Generator<string> {
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return
  }
  try {
    const decoder = new StringDecoder('utf8')
    const buffer = Buffer.alloc(CHUNK)
    let rest = ''
    for (let length = readSync(handle, buffer); length > 0; length = readSync(handle, buffer)) {
      const lines = (rest + decoder.write(buffer.subarray(0, length))).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    if (rest !== '') yield rest
  } finally {
    closeSync(handle)
  }
}
