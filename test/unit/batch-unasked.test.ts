// A run of one piece says of a kit's other pieces what the last run said: those that were refused stay in the reports, until they are mended.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readEntries } from '../../src/batch/entries.ts'
import { makeKit } from '../../src/batch/make.ts'
import { noteReads } from '../../src/batch/noted-world.ts'
import { runBatch } from '../../src/batch/run.ts'
import { openWorld } from '../../src/host/world.ts'
import { loadReference } from '../../src/input/reference.ts'
import { familyKeys, PLAIN } from '../../src/pipeline.ts'

const folder = mkdtempSync(join(tmpdir(), 'signakit-unasked-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sheet = join(folder, 's.csv')
const out = join(folder, 'sortie')

/** What a run says of the only kit, and the rules of its row in errors.csv. */
async function run(pieces: string, asked?: string): Promise<readonly unknown[]> {
  writeFileSync(sheet, `id;nom;type;caf;pieces\na;Les Lilas;creche;33;${pieces}\n`)
  const world = openWorld()
  const noted = noteReads(openWorld())
  const columns = { families: familyKeys(world), cafs: loadReference(world).cafs }
  const options = { ...PLAIN, formats: ['svg'] as const, ...(asked === undefined ? {} : { pieces: [{ id: asked }] }) }
  const result = await runBatch(
    {
      entries: () => readEntries([{ file: sheet, kind: 'table' }], { table: {}, columns }, world),
      command: {},
      given: [sheet],
      options,
      out,
      filters: {},
      onError: 'skip',
      prune: false,
    },
    { ahead: 1, make: async job => ({ answer: await makeKit(job, noted) }) },
    { found: () => {}, progress: () => {}, stopped: () => false },
    world,
  )
  const { complete, incomplete } = 'counts' in result ? result.counts : expect.fail(result.state)
  const [, row = ''] = readFileSync(join(out, 'errors.csv'), 'utf8').split('\r\n')
  return [complete, incomplete, row.split(';')[5]]
}

it('stays in the reports however often the other piece is made, and leaves them once mended', async () => {
  const bad = 'vitrophanie-a6 | plaque-30x20'
  const good = 'vitrophanie-a6 | plaque-200x150'
  expect(await run(bad)).toEqual([0, 1, 'size-units'])
  expect(await run(bad, 'vitrophanie-a6')).toEqual([0, 1, 'size-units'])
  expect(await run(bad, 'vitrophanie-a6')).toEqual([0, 1, 'size-units'])
  expect(await run(good, 'vitrophanie-a6')).toEqual([1, 0, undefined])
  expect(await run(good)).toEqual([1, 0, undefined])
})
