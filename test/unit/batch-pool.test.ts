// The pool with real processes that hang, swell, fall, or never start: each costs its own kit, and nothing waits for ever.
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Job } from '../../src/batch/job.ts'
import { openPool } from '../../src/batch/pool.ts'
import { PLAIN } from '../../src/pipeline.ts'

const work = mkdtempSync(join(tmpdir(), 'signakit-pool-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const script = join(work, 'worker.cjs')
writeFileSync(
  script,
  `process.on('message', ({ key }) => {
  if (key === 'hang') for (;;) {}
  if (key === 'fall') process.exit(7)
  if (key === 'throw') return process.send({ bug: 'thrown' })
  if (key === 'swell') { globalThis.held = Buffer.alloc(300e6, 1); return }
  process.send({ answer: { report: { kit: key }, findings: [], removed: [] } })
})`,
)

const job = (key: string): Job => {
  const at = { file: 's.csv', line: 1, column: 1, length: 0 }
  const entry = { index: 0, file: 's.csv', origin: at, content: { kind: 'file' }, diagnostics: [] } as const
  return { entry, key, options: PLAIN, out: work }
}

const start = (file: string) => () => fork(file, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })

it('gives each kit its answer, or why there is none', { timeout: 60_000 }, async () => {
  const pool = openPool(2, { time: 3000, memory: 200 }, start(script))
  const keys = ['a', 'hang', 'fall', 'throw', 'swell', 'b']
  const made = await Promise.all(keys.map(key => pool.make(job(key))))
  const said = made.map(each => ('stop' in each ? each.stop.why : 'answer' in each ? each.answer.report.kit : 'left'))
  expect(said).toEqual(['a', 'time', 'crash', 'bug', 'memory', 'b'])
  await pool.close()
})

it('ends when no process ever starts', { timeout: 60_000 }, async () => {
  const pool = openPool(2, { time: 10_000, memory: 200 }, start(join(work, 'absent.cjs')))
  const made = await Promise.all(['a', 'b', 'c'].map(key => pool.make(job(key))))
  expect(made.map(each => 'stop' in each && each.stop.why)).toEqual(['crash', 'crash', 'crash'])
  await pool.close()
})
