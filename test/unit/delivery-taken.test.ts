// A kit whose folder another run takes while its files are made: what is named there is that run's, and none of it is touched.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WriteFailure } from '../../src/host/atomic.ts'
import { lostFailure } from '../../src/host/atomic.ts'
import { prepare, readKit, write } from '../../src/pipeline.ts'
import { options, world } from '../golden/examples.ts'
import { project } from './design-support.ts'

const KIT =
  'structure: { id: k, nom: Zoé, type: creche, caf: "33" }\nkit: { pieces: [plaque-200x150, plaque-300x200] }\n'
const THEIRS = '{ "schema": 1, "kit": "k", "pieces": [], "of": "the other run" }\n'

/** Delivers after a first run; `meanwhile` happens once all files are made, before the first of them has its name. */
async function delivered(meanwhile: (folder: string) => WriteFailure | undefined) {
  const root = project({ 'kit.yaml': KIT, 'signakit.yaml': 'kit: {}\n' })
  const folder = join(root, 'k')
  const { value } = readKit(join(root, 'kit.yaml'), undefined, options, world)
  if (!value) throw new Error('the kit is unreadable')
  const svg = { ...options, formats: ['svg'] as const }
  const prepared = await prepare(value, svg, world)
  await write(prepared, root, svg, world)
  const made = readdirSync(folder).sort()
  const result = await write(prepared, root, svg, world, { lost: () => meanwhile(folder) })
  return {
    result,
    made,
    left: readdirSync(folder).sort(),
    manifest: readFileSync(join(folder, 'manifest.json'), 'utf8'),
  }
}

const temporaries = (folder: string): readonly string[] => readdirSync(folder).filter(name => /^\..*\.svg\./.test(name))

describe('a folder that another run takes', () => {
  it('keeps that run’s manifest when a file of ours is gone before it has its name', async () => {
    const { result, made, left, manifest } = await delivered(folder => {
      const [first = ''] = temporaries(folder)
      rmSync(join(folder, first))
      writeFileSync(join(folder, 'manifest.json'), THEIRS)
      return undefined
    })
    expect(result).toMatchObject({ status: 'refused', files: [], failure: { code: 'ENOENT' }, broken: false })
    expect([left, manifest]).toEqual([made, THEIRS])
  })

  it('gets no file of ours once the run is known to have lost it', async () => {
    const { result, made, left, manifest } = await delivered(folder => {
      expect(temporaries(folder)).toHaveLength(2)
      writeFileSync(join(folder, 'manifest.json'), THEIRS)
      return lostFailure(folder)
    })
    expect(result).toMatchObject({ status: 'refused', files: [], failure: { code: 'ELOST' } })
    expect([left, manifest]).toEqual([made, THEIRS])
  })

  it('is written as ever while nobody takes it', async () => {
    const { result, made, left } = await delivered(() => undefined)
    expect([result.status, left]).toEqual(['complete', made])
  })
})
