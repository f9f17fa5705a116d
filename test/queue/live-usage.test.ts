// Mistakes of a command line that would be met only kit after kit, or not at all, are told before anything is connected to.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it } from 'vitest'
import { endAll, start } from './live-tool.ts'

const base = mkdtempSync(join(tmpdir(), 'signakit-usage-'))
const NOBODY = 'redis://127.0.0.1:1'
writeFileSync(join(base, 's.csv'), 'nom;type;caf\nLes Lilas;creche;33\n')

afterEach(endAll)
afterAll(() => rmSync(base, { recursive: true, force: true }))

it.each([
  ['--root', '/nexiste/pas'],
  ['--map-path', '/srv/caf=/nexiste/pas'],
])('a worker whose folder %s does not exist does not start', async (option, value) => {
  const run = start(['worker', '--queue', NOBODY, option, value], { cwd: base })
  expect(await run.ended(), run.said()).toBe(2)
  expect(run.said()).toContain(
    `${option}\u00a0: le dossier «\u00a0/nexiste/pas\u00a0» n’existe pas sur cette machine\n`,
  )
})

it.each([
  ['--jobs', '2'],
  ['--kit-timeout', '30'],
  ['--kit-memory', '1024'],
])('%s is not taken by a batch whose kits others make', async (option, value) => {
  const run = start(['batch', 's.csv', '--queue', NOBODY, option, value], { cwd: base })
  expect([await run.ended(), run.said()]).toEqual([2, expect.stringContaining(`signakit worker --queue … ${option} …`)])
})
