// The same sheet gives the same files, whatever the number of processes, the time zone, the language and the place.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { base, folder, rows, sheet, start, treeOf } from './batch-tool.ts'

afterAll(() => rmSync(base, { recursive: true, force: true }))

const RUNS = [
  { jobs: '1', TZ: 'UTC', LANG: 'C' },
  { jobs: '2', TZ: 'Pacific/Chatham', LANG: 'en_US.UTF-8' },
  { jobs: '4', TZ: 'America/St_Johns', LANG: 'fr_FR.UTF-8' },
] as const

it('gives equal trees with 1, 2 and 4 processes, in three zones and languages', { timeout: 300_000 }, async () => {
  const trees: object[] = []
  for (const { jobs, ...env } of RUNS) {
    // One after the other, in folders of different lengths.
    const work = folder(`jobs-${'x'.repeat(Number(jobs))}`)
    sheet(work, rows('a', 'b', 'c', 'd'))
    const { status, said } = await start(work, ['s.csv', '--jobs', jobs, '--dpi', '72'], env, 'pdf,png').ended
    expect(status, said).toBe(0)
    trees.push(treeOf(join(work, 'sortie')))
  }
  const [first = {}, ...others] = trees
  expect(Object.keys(first).length).toBe(4 * 3 + 5)
  for (const other of others) expect(other).toEqual(first)
})
