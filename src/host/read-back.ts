// Reads our own files back, one after another, into memory that stays: the system takes longer to hand out a fresh
// megabyte than to fill it.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Nearly all of our files are smaller; a larger one is read into memory of its own. */
const MOST_KEPT = 8 * 1024 * 1024

const STEP = 1024 * 1024

let kept = new Uint8Array(0)

function room(size: number): Uint8Array {
  if (size > MOST_KEPT) return new Uint8Array(size)
  if (kept.length < size) kept = new Uint8Array(Math.ceil(size / STEP) * STEP)
  return kept
}

/** The bytes of a file, which are those of another as soon as this is called again: look, keep nothing. */
export function readBack(path: string): Uint8Array {
  const handle = openSync(path, 'r')
  try {
    const { size } = fstatSync(handle)
    const bytes = room(size)
    let filled = 0
    while (filled < size) {
      const count = readSync(handle, bytes, filled, size - filled, filled)
      if (count === 0) break
      filled += count
    }
    return bytes.subarray(0, filled)
  } finally {
    closeSync(handle)
  }
}
