// The folder where a run remembers what it does: nothing is left of it, nor of what was made to hold it.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { OWN_RUN } from '../../src/host/lock.ts'
import { holds, lostTo, openWorkspace } from '../../src/host/workspace.ts'

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

  it('that another run took is left to it, spools and all', () => {
    const out = join(base, 'taken')
    const workspace = opened(out)
    expect([workspace.lost(), holds(join(out, '.signakit'), OWN_RUN)]).toEqual([undefined, 'yes'])
    expect(lostTo(join(out, '.signakit'), OWN_RUN)).toBeUndefined()
    workspace.spool<string>().add('ours')
    rmSync(join(out, '.signakit/lock-spool-0'))
    const theirs = {
      lock: JSON.stringify({ pid: 1, host: 'une-autre-machine', run: 'r' }),
      'lock-spool-0': 'theirs',
    }
    for (const [name, words] of Object.entries(theirs)) writeFileSync(join(out, '.signakit', name), words)
    expect(workspace.lost()).toMatchObject({ code: 'ELOST', path: out })
    expect(lostTo(join(out, '.signakit'), OWN_RUN)).toMatchObject({ code: 'ELOST', path: out })
    workspace.close()
    for (const [name, words] of Object.entries(theirs))
      expect(readFileSync(join(out, '.signakit', name), 'utf8')).toBe(words)
  })

  it('whose lock is being written, or cannot be read, is not said to be lost', () => {
    const folder = join(base, 'unknown')
    mkdirSync(join(folder, 'lock.1-of-2'), { recursive: true })
    expect(holds(folder, OWN_RUN)).toBe('unknown')
    writeFileSync(join(folder, 'lock.2-of-2'), JSON.stringify({ pid: 1, host: 'a', run: OWN_RUN }))
    expect([holds(folder, OWN_RUN), holds(folder, 'another'), holds(join(folder, 'none'), OWN_RUN)]).toEqual([
      'yes',
      'unknown',
      'nobody',
    ])
    const none = join(folder, 'none')
    expect(lostTo(none, OWN_RUN, true)).toBeUndefined()
    expect(lostTo(none, OWN_RUN)).toMatchObject({ code: 'ELOST' })
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
