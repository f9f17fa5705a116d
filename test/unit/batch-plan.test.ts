// What a plan decides before anything is made: which rows the filters leave, which kits are still asked for, when to stop.
import { afterAll, describe, expect, it } from 'vitest'
import type { Filters } from '../../src/batch/filters.ts'
import { type Plan, planBatch } from '../../src/batch/plan.ts'
import type { Kept, Spools } from '../../src/batch/planned.ts'
import { readPrevious } from '../../src/batch/previous.ts'
import { temporaryWorkspace } from '../../src/host/workspace.ts'
import { openWorld } from '../../src/host/world.ts'
import type { Entry } from '../../src/model/entry.ts'
import { PLAIN } from '../../src/pipeline.ts'
import { read } from '../fixtures/memory-table.ts'

const world = openWorld()
const workspace = temporaryWorkspace()
afterAll(() => workspace.close())

const spools: Spools = { kept: workspace.spool(), reports: workspace.spool(), rows: workspace.spool() }
const kept = ({ entries }: Plan): readonly Kept[] =>
  entries.flatMap(each => (each.state === 'todo' ? [spools.kept.read(each.kept)] : []))

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

type Scene = {
  readonly hidden?: readonly number[]
  readonly stopAt?: number
  readonly titles?: string
  readonly rows?: readonly string[]
}

async function plan(
  { pieces, ...filters }: Filters = {},
  { hidden = [], stopAt, titles = TITLES, rows = ROWS }: Scene = {},
): Promise<Plan> {
  const { entries } = await read([titles, ...rows].join('\n'), { hidden })
  let last = -1
  return planBatch(
    all(entries, index => {
      last = index
    }),
    {
      options: { ...PLAIN, ...(pieces ? { pieces } : {}) },
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

describe('what was probably meant', () => {
  it.each<[Filters, readonly string[]]>([
    [{ where: [where('comune', 'Pessac')] }, ['commune']],
    [{ where: [where('commune', 'Pesac')] }, ['Pessac']],
    [{ where: [{ column: 'nom', operator: '~', value: 'lila' }] }, []],
    [{ where: [where('nom', 'Lilas')] }, ['Les Lilas']],
    [{ only: ['aa'] }, []],
  ])('%j: %s', async (filters, near) => {
    const { unanswered } = await plan(filters)
    const missed =
      unanswered?.why === 'where'
        ? unanswered.columns
        : unanswered?.why === 'together'
          ? unanswered.unmet.map(({ values }) => values)
          : unanswered?.why === 'only'
            ? unanswered.ids
            : []
    expect(missed.flatMap(each => each.near)).toEqual(near)
  })

  it('is all that there is, when that is little', async () => {
    expect((await plan({ where: [where('commune', 'Toulouse')] })).unanswered).toMatchObject({
      why: 'together',
      unmet: [{ values: { near: [], all: ['Bordeaux', 'Pessac'] } }],
    })
  })
})

describe('--piece', () => {
  const scene = {
    titles: 'id | nom | type | caf | pieces',
    rows: [
      'a | Les Lilas | crèche | 33 | vitrophanie-a5 ; plaque-300x200 × 2',
      'b | Le Parc | crèche | 33 | vitrophanie-a5',
      'c | La Ruche | crèche | 33 | plaqe-300x200',
      'd | Le Four | crèche | 99 | vitrophanie-a5',
    ],
  }
  const asked = (...ids: readonly string[]): Filters => ({ pieces: ids.map(id => ({ id })) })
  const lacking = ({ entries }: Plan) => entries.map(each => each.state === 'left' && each.lacks === true)

  it('leaves kits that have none of the pieces, and says so; a refused row is told, whatever it would have made', async () => {
    const planned = await plan(asked('Plaque 300 × 200'), scene)
    // The third is misspelt: it is to be made, and will be refused for its own word.
    expect([states(planned), lacking(planned)]).toEqual([
      ['todo', 'left', 'todo', 'told'],
      [false, true, false, false],
    ])
    expect([planned.unanswered, planned.refused]).toEqual([undefined, 1])
  })

  it('asks of each kit those of the pieces that it has', async () => {
    const planned = await plan(asked('plaque-300x200', 'vitrophanie-a5'), scene)
    expect(states(planned)).toEqual(['todo', 'todo', 'todo', 'told'])
    expect(kept(planned).map(each => each.asked)).toEqual([
      undefined,
      [{ id: 'vitrophanie-a5' }],
      [{ id: 'plaqe-300x200' }],
    ])
  })

  it('counts for --limit, and leaves nothing together with others', async () => {
    expect(states(await plan({ ...asked('plaque-300x200'), limit: 1 }, scene))).toEqual([
      'todo',
      'left',
      'left',
      'left',
    ])
    const { unanswered } = await plan({ ...asked('plaque-300x200'), only: ['b'] }, scene)
    expect(unanswered?.why).toBe('together')
  })

  it('does not name rows that other filters leave', async () => {
    const whole = { ...scene, rows: scene.rows.slice(0, 2) }
    expect(lacking(await plan({ ...asked('plaque-300x200'), only: ['a'] }, whole))).toEqual([false, false])
    expect(lacking(await plan({ ...asked('plaque-300x200'), limit: 1 }, whole))).toEqual([false, false])
  })

  it('of two rows with one id, tells one once', async () => {
    const rows = ['a | Les Lilas | crèche | 33 | vitrophanie-a5', 'a | Le Parc | crèche | 33 | plaque-300x200']
    const { entries } = await plan(asked('plaque-300x200'), { ...scene, rows })
    const [left, told] = entries
    expect([left?.state, told?.state, left && 'report' in left]).toEqual(['left', 'told', false])
  })

  it('of a piece that no kit has is a mistake, whatever else is asked', async () => {
    const { unanswered } = await plan(asked('vitrophanie-a5', 'plaqu-300x200'), scene)
    expect(unanswered).toMatchObject({ why: 'pieces', pieces: [{ word: 'plaqu-300x200', near: ['plaque-300x200'] }] })
  })

  it('of rows that are all refused says nothing of their pieces', async () => {
    const planned = await plan(asked('affiche-a3'), { ...scene, rows: scene.rows.slice(3) })
    expect([planned.unanswered, planned.refused]).toEqual([undefined, 1])
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
