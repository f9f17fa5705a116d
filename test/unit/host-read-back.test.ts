// Our own files read back into memory that stays: each as it lies on the disk, whatever was read before it.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBack } from '../../src/host/read-back.ts'

const folder = mkdtempSync(join(tmpdir(), 'signakit-read-back-'))

describe('files read back', () => {
  it('are whole, and end where they end, whatever was read before', () => {
    for (const [index, size] of [3_000_000, 10, 0, 9_000_000, 1_048_577].entries()) {
      const bytes = Buffer.alloc(size, index + 1)
      writeFileSync(join(folder, 'a'), bytes)
      expect(Buffer.compare(readBack(join(folder, 'a')), bytes)).toBe(0)
    }
  })

  it('are those of the disk now', () => {
    const path = join(folder, 'b')
    writeFileSync(path, 'first')
    expect(Buffer.from(readBack(path)).toString()).toBe('first')
    writeFileSync(path, 'then')
    expect(Buffer.from(readBack(path)).toString()).toBe('then')
  })

  it('fail as files do', () => {
    expect(() => readBack(join(folder, 'none'))).toThrow(/ENOENT/)
  })
})
