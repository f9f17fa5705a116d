// What a plan decides before anything is made: which rows the filters leave, which kits are still asked for, when to stop.
import { afterAll, describe, expect, it } from 'vitest'
import type { Filters } from '../../src/batch/filters.ts'
import { type Plan, planBatch } from '../../src/batch/plan.ts'
import { readPrevious } from '../../src/batch/previous.ts'
import { temporaryWorkspace } from '../../src/host/workspace.ts'
import { openWorld } from '../../src/host/world.ts'
import type { Entry } from '../../src/model/entry.ts'
import { PLAIN } from '../../src/pipeline.ts'
import { read } from '../fixtures/memory-table.ts'

const world = openWorld()
const workspace = temporaryWorkspace()
afterAll(() => workspace.close())

const TITLES = 'id | nom | type | caf | commune | statut'
const ROWS = [
  'a | Les Lilas | crèche | 33 | Bordeaux | ',
  'b | Le Parc | crèche | 33 | Pessac | ',
  'c | La Ruche | crèche | 99 | Pessac | ',
]

async function* all(entries: readonly Entry[], given: (index: number) => void): AsyncGenerator<Entry> {
  for (const entry of entries) {
    given(entry.index)
    yield entry
  }
}

type Scene = { readonly hidden?: readonly number[]; readonly stopAt?: number; readonly rows?: readonly string[] }

async function plan(filters: Filters = {}, { hidden = [], stopAt, rows = ROWS }: Scene = {}): Promise<Plan> {
  const { entries } = await read([TITLES, ...rows].join('\n'), { hidden })
  let last = -1
  const spools = { kept: workspace.spool<never>(), reports: workspace.spool<never>(), rows: workspace.spool<never>() }
  return planBatch(
    all(entries, index => {
      last = index
    }),
    {
      options: PLAIN,
      filters,
      previous: readPrevious('/nowhere', spools.reports),
      spools,
      world,
      stopped: () => stopAt !== undefined && last >= stopAt,
      tell: () => {},
    },
  )
}

const states = ({ entries }: Plan): readonly string[] => entries.map(({ state }) => state)
const where = (column: string, value: string) => ({ column, operator: '=', value }) as const

describe('filters that leave nothing', () => {
  it.each<[Filters, string | undefined]>([
    [{ only: ['z'] }, 'only'],
    [{ only: ['a', 'z'] }, 'only'],
    [{ where: [where('quartier', 'Nord')] }, 'where'],
    [{ where: [where('commune', 'Talence')] }, 'together'],
    [{ only: ['a'], where: [where('commune', 'Pessac')] }, 'together'],
    [{ lastFailed: true }, 'no-run'],
    [{ only: ['a'] }, undefined],
    [{ where: [where('commune', 'Pessac')] }, undefined],
    [{ limit: 1 }, undefined],
    // The other part has it.
    [{ only: ['a'], shard: { index: 2, count: 2 } }, undefined],
    [{}, undefined],
  ])('%j: %s', async (filters, why) => {
    expect((await plan(filters)).unanswered?.why).toBe(why)
  })

  it('are no mistake when it is a refused row that they leave', async () => {
    const { unanswered, refused, entries } = await plan({ only: ['c'] })
    expect([unanswered, refused, entries.map(({ state }) => state)]).toEqual([undefined, 1, ['left', 'left', 'told']])
  })
})

describe('kits that are still asked for', () => {
  it('are those of rows that are refused, filtered out, of another shard, or hidden', async () => {
    const filters = { where: [where('commune', 'Bordeaux')], shard: { index: 1, count: 2 } }
    expect([...(await plan(filters, { hidden: [3] })).kits].sort()).toEqual(['a', 'b', 'c'])
  })

  it('are not those of closed structures', async () => {
    const closed = 'd | Le Four | crèche | 33 | Pessac | fermée'
    const planned = await plan({}, { rows: [...ROWS, closed] })
    expect([states(planned).length, planned.kits.has('d'), planned.knowsAll]).toEqual([4, false, true])
  })
})

it('stops where it is when someone asks', async () => {
  const { stopped, entries } = await plan({}, { stopAt: 1 })
  expect([stopped, entries.length]).toEqual([true, 2])
})
