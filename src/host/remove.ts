// Removes a file of ours, or says why it cannot.
import { rmSync } from 'node:fs'
import { type WriteFailure, writeFailure } from './atomic.ts'

export function removeFile(path: string): WriteFailure | undefined {
  try {
    rmSync(path, { force: true })
    return undefined
  } catch (error) {
    return writeFailure(error, path)
  }
}
