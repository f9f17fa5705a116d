// The folder where a run remembers what it does: nothing is left of it, nor of what was made to hold it.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openWorkspace } from '../../src/host/workspace.ts'

const base = mkdtempSync(join(tmpdir(), 'signakit-workspace-'))
afterAll(() => rmSync(base, { recursive: true }))

function opened(out: string) {
  const result = openWorkspace(join(out, '.signakit/lock'))
  if (!result.ok) throw new Error('held')
  return result.workspace
}

describe('a workspace', () => {
  it('goes with the folders that were made to hold it', () => {
    const workspace = opened(join(base, 'a/b/sortie'))
    workspace.spool<string>().add('kept')
    workspace.close()
    expect(existsSync(join(base, 'a'))).toBe(false)
    expect(existsSync(base)).toBe(true)
  })

  it('leaves a folder where something was written, or that was there before', () => {
    const full = opened(join(base, 'full/sortie'))
    writeFileSync(join(base, 'full/sortie/batch.json'), '{}')
    full.close()
    expect(existsSync(join(base, 'full/sortie/.signakit'))).toBe(false)
    expect(existsSync(join(base, 'full/sortie/batch.json'))).toBe(true)
    mkdirSync(join(base, 'empty'))
    opened(join(base, 'empty')).close()
    expect(existsSync(join(base, 'empty'))).toBe(true)
  })

  it('is held by one run', () => {
    const out = join(base, 'held')
    const first = opened(out)
    expect(openWorkspace(join(out, '.signakit/lock')).ok).toBe(false)
    first.close()
    opened(out).close()
    expect(existsSync(out)).toBe(false)
  })
})
