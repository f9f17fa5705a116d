// The pool with real processes that hang, swell, fall, or never start: each costs its own kit, and nothing waits for ever.
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { execute } from '../../src/batch/execute.ts'
import type { Job } from '../../src/batch/job.ts'
import type { Kept } from '../../src/batch/planned.ts'
import { type Made, openPool } from '../../src/batch/pool.ts'
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
  process.send({ answer: { report: { kit: key, status: 'complete' }, findings: [], removed: [] } })
})`,
)

const job = (key: string): Job => {
  const at = { file: 's.csv', line: 1, column: 1, length: 0 }
  const entry = { index: 0, file: 's.csv', origin: at, content: { kind: 'file' }, diagnostics: [] } as const
  return { entry, key, options: PLAIN, out: work }
}

const start = (file: string) => () => fork(file, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })

const word = (made: Made): string | undefined =>
  'stop' in made ? made.stop.why : 'answer' in made ? made.answer.report.kit : 'left'

it('gives each kit its answer, or why there is none', { timeout: 60_000 }, async () => {
  const pool = openPool(2, { time: 60_000, memory: 200 }, start(script))
  const made = await Promise.all(['a', 'fall', 'throw', 'swell', 'b'].map(key => pool.make(job(key))))
  expect(made.map(word)).toEqual(['a', 'crash', 'bug', 'memory', 'b'])
  await pool.close()
})

it('gives up a kit that takes too long, and goes on with another process', { timeout: 60_000 }, async () => {
  const pool = openPool(1, { time: 4000, memory: 200 }, start(script))
  expect(word(await pool.make(job('hang')))).toBe('time')
  expect(word(await pool.make(job('a')))).toBe('a')
  await pool.close()
})

it('ends when no process ever starts', { timeout: 60_000 }, async () => {
  const pool = openPool(2, { time: 10_000, memory: 200 }, start(join(work, 'absent.cjs')))
  const made = await Promise.all(['a', 'b', 'c'].map(key => pool.make(job(key))))
  expect(made.map(each => 'stop' in each && each.stop.why)).toEqual(['crash', 'crash', 'crash'])
  await pool.close()
})

it('makes ten thousand kits, each once, never more in hand than asked', { timeout: 120_000 }, async () => {
  const COUNT = 10_000
  const pool = openPool(2, { time: 60_000, memory: 500 }, start(script))
  let inHand = 0
  let most = 0
  let read = 0
  let ahead = 0
  const made: string[] = []
  const todo = function* (): Generator<Kept> {
    for (let index = 0; index < COUNT; index++) {
      read++
      ahead = Math.max(ahead, read - made.length)
      const { entry } = job('')
      yield { entry: { ...entry, index }, kit: `k${index}`, root: '/' }
    }
  }
  await execute({
    todo: todo(),
    maker: {
      ahead: 4,
      make: async each => {
        most = Math.max(most, ++inHand)
        const answer = await pool.make(each)
        inHand--
        return answer
      },
    },
    jobOf: ({ entry, kit }) => ({ ...job(kit), entry }),
    upToDate: undefined,
    done: ({ kept, answer, made: isMade }) => {
      expect([answer.report.kit, isMade]).toEqual([kept.kit, true])
      made.push(kept.kit)
    },
    goesOn: () => true,
  })
  await pool.close()
  expect(new Set(made).size).toBe(COUNT)
  expect([made.length, inHand, most]).toEqual([COUNT, 0, 4])
  // Entries are read from the disk as they are handed out, not all before.
  expect(ahead).toBeLessThanOrEqual(5)
})
