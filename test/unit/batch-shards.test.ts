// A run in parts whose sheet changes meanwhile, or of which some kits are made again after they were merged: nothing is made by
// nobody, and the reports agree with the folder.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { BatchResult } from '../../src/batch/batch-request.ts'
import type { Filters } from '../../src/batch/filters.ts'
import { mergeShards } from '../../src/batch/merge.ts'
import { runWork, sheetOf, type Work, workIn, world } from '../fixtures/small-batch.ts'

const base = mkdtempSync(join(tmpdir(), 'signakit-shards-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const work = (name: string): Work => workIn(base, name)

const write = ({ sheet }: Work, ids: readonly string[]): void =>
  writeFileSync(sheet, sheetOf(Object.fromEntries(ids.map(id => [id, `Crèche ${id}`]))))

/** Parts of one run say the same words. */
function run(place: Work, filters: Filters): Promise<BatchResult> {
  const { shard: _, ...others } = filters
  return runWork(place, filters, [JSON.stringify(others)])
}

const part = (place: Work, index: number, filters: Filters = {}): Promise<BatchResult> =>
  run(place, { ...filters, shard: { index, count: 2 } })

const merge = (...places: readonly Work[]) =>
  mergeShards(
    places.map(({ out }) => out),
    places[0]?.out ?? '',
    world,
  )

/** The kits that the order names, in its order. */
const ordered = ({ out }: Work, name = 'batch.csv'): readonly (string | undefined)[] =>
  readFileSync(join(out, name), 'utf8')
    .split('\r\n')
    .slice(1, -1)
    .map(line => line.split(';')[1])

const endOf = ({ out }: Work, index: number): { readonly entries?: string; readonly tool?: string } =>
  JSON.parse(readFileSync(join(out, `run.end.${index}-of-2.json`), 'utf8'))

describe('a sheet that changes between its parts', () => {
  it('names the part to be run again, and is whole once it has been', async () => {
    const place = work('changed')
    write(place, ['a', 'b', 'c', 'd'])
    await part(place, 1)
    write(place, ['new', 'a', 'b', 'c', 'd'])
    await part(place, 2)
    // A disk that counts in seconds would call them of one age.
    utimesSync(join(place.out, 'run.end.1-of-2.json'), 1e9, 1e9)
    const before = readdirSync(place.out).sort()
    expect(merge(place)).toMatchObject({ state: 'changed', parts: [{ part: '1/2' }], last: { part: '2/2' } })
    expect(readdirSync(place.out).sort()).toEqual(before)
    await part(place, 1)
    expect(merge(place)).toMatchObject({ state: 'merged', counts: { complete: 5 } })
    expect(ordered(place)).toEqual(['new', 'a', 'b', 'c', 'd'])
  })

  it('sees a row that only says another thing, and not where the sheet lies', async () => {
    const [here, there] = [work('here'), work('there')]
    for (const place of [here, there]) write(place, ['a', 'b'])
    await part(here, 1)
    await part(there, 2)
    expect(endOf(here, 1).entries).toMatch(/^[0-9a-f]{64}$/)
    expect(endOf(there, 2)).toMatchObject({ entries: endOf(here, 1).entries, tool: endOf(here, 1).tool })
    cpSync(here.out, join(base, 'kept'), { recursive: true })
    expect(merge(here, there)).toMatchObject({ state: 'merged', counts: { complete: 2 } })
    writeFileSync(there.sheet, readFileSync(there.sheet, 'utf8').replace('Crèche a', 'Crèche A'))
    await part(there, 2)
    rmSync(here.out, { recursive: true })
    cpSync(join(base, 'kept'), here.out, { recursive: true, preserveTimestamps: true })
    expect(merge(here, there)).toMatchObject({ state: 'changed' })
  })

  it('tells parts of two tools', async () => {
    const place = work('tools')
    write(place, ['a', 'b'])
    await part(place, 1)
    await part(place, 2)
    const path = join(place.out, 'run.end.1-of-2.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace(endOf(place, 1).tool ?? '?', 'f'.repeat(64)))
    expect(merge(place)).toMatchObject({
      state: 'tools',
      parts: [
        { part: '1/2', version: world.version },
        { part: '2/2', version: world.version },
      ],
    })
  })
})

describe('parts of which some kits are made again after they were merged', () => {
  it('leave all the others in the reports', async () => {
    const place = work('again')
    write(place, ['a', 'b', 'c', 'd', 'bad'])
    const both = async (filters: Filters = {}) => {
      const results = [await part(place, 1, filters), await part(place, 2, filters)]
      return [results, merge(place)] as const
    }
    const [, first] = await both()
    const counts = { complete: 4, refused: 1 }
    expect(first).toMatchObject({ state: 'merged', counts })
    const told = ['batch.json', 'batch.csv', 'errors.csv'].map(name => readFileSync(join(place.out, name), 'utf8'))
    // Another sheet's kit, of which no part speaks: it is kept once, and is no orphan of any.
    const other = { sheet: join(base, 'again', 'o.csv'), out: place.out }
    write(other, ['z'])
    await run(other, {})
    const [, again] = await both({ only: ['b'] })
    expect(again).toMatchObject({ state: 'merged', counts: { complete: 5, refused: 1 } })
    expect(ordered(place)).toEqual(['a', 'b', 'c', 'd', 'z'])
    rmSync(join(place.out, 'z'), { recursive: true })
    const [[one], last] = await both({ lastFailed: true })
    expect(one).toMatchObject({ state: 'finished', plan: { refused: 1 } })
    expect(last).toMatchObject({ state: 'merged', counts })
    const now = ['batch.json', 'batch.csv', 'errors.csv'].map(name => readFileSync(join(place.out, name), 'utf8'))
    expect(now).toEqual(told)
  })
})
