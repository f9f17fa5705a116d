// The cost of each part of print truth, in one warm process.
import { spread } from '../statistics.mjs'
import { range, table } from '../table.mjs'

const TIMES = 12

async function time(run) {
  const start = performance.now()
  await run()
  return performance.now() - start
}

export async function parts({ root }) {
  const api = await import('../../dist/bench/parts.cjs')
  const rows = []
  for (const { title, runs } of await api.parts(root)) {
    for (const run of runs) await time(run)
    const times = []
    for (let turn = 0; turn < TIMES; turn += 1) for (const run of runs) times.push(await time(run))
    rows.push([title, range(spread(times), 1)])
  }
  return { section: table(['', 'ms'], rows), figures: {} }
}
