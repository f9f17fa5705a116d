// Shards of several cuts in one folder: which of them is the run cannot be known, and nothing is merged.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { mergeShards } from '../../src/batch/merge.ts'
import { openWorld } from '../../src/host/world.ts'

const base = mkdtempSync(join(tmpdir(), 'signakit-merge-'))
afterAll(() => rmSync(base, { recursive: true }))

it('names the parts of both cuts, and leaves them', () => {
  const names = ['batch.1-of-2.json', 'batch.1-of-3.json', 'batch.2-of-2.json']
  for (const name of names) writeFileSync(join(base, name), '{}')
  const parts = ['1/2', '2/2', '1/3'].map(part => `${part} (${join(base, `batch.${part.replace('/', '-of-')}.json`)})`)
  expect(mergeShards([base], base, openWorld())).toEqual({ state: 'mixed', parts })
  expect(readdirSync(base).sort()).toEqual(names)
})
