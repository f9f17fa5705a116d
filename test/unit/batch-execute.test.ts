// What a run says of kits that the machine, not their data, stopped: each by its rule, and the others are made.
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/batch/execute.ts'
import type { Kept } from '../../src/batch/planned.ts'
import type { Stop } from '../../src/batch/pool.ts'
import { PLAIN } from '../../src/pipeline.ts'

const keptOf = (index: number): Kept => ({
  entry: {
    index,
    file: 's.csv',
    origin: { file: 's.csv', sheet: '', cell: `A${index + 2}` },
    content: { kind: 'value', data: {}, spans: {} },
    diagnostics: [],
  },
  kit: `k${index}`,
  root: '/',
})

const STOPS: readonly Stop[] = [
  { why: 'crash', detail: 'SIGSEGV' },
  { why: 'time', detail: '2.5 s' },
  { why: 'memory', detail: '2048 MB' },
  { why: 'bug', detail: 'TypeError: x' },
  { why: 'crash', detail: 'SIGKILL: the end' },
  { why: 'crash', detail: '' },
  { why: 'bug', detail: 'unreadable answer in the queue' },
]

describe('a kit that is stopped', () => {
  it('is refused by the rule of what stopped it, with its cell; the detail is only told', async () => {
    const said: unknown[] = []
    const files: string[] = []
    await execute({
      todo: STOPS.map((_, index) => keptOf(index)),
      maker: { make: job => Promise.resolve({ stop: STOPS[job.entry.index] ?? expect.fail() }), ahead: 2 },
      jobOf: ({ entry }) => ({ entry, key: String(entry.index), options: PLAIN, out: '/out' }),
      upToDate: undefined,
      done: ({ answer: { report, findings } }) => {
        const [finding] = findings
        said[report.index] = [finding?.rule, finding?.at, finding?.label?.fr, report.fault, report.status]
        files.push(JSON.stringify(report))
      },
      goesOn: () => true,
    })
    const at = (cell: string) => ({ file: 's.csv', sheet: '', cell })
    expect(said).toEqual([
      ['kit-crashed', at('A2'), 'arrêté par le signal SIGSEGV', 'bug', 'refused'],
      ['kit-too-long', at('A3'), 'plus de 2,5\u00a0s (--kit-timeout)', 'bug', 'refused'],
      ['kit-too-large', at('A4'), 'plus de 2048\u00a0Mo (--kit-memory)', 'bug', 'refused'],
      ['kit-crashed', at('A5'), 'TypeError: x', 'bug', 'refused'],
      [
        'kit-crashed',
        at('A6'),
        'arrêté par le système (SIGKILL), souvent faute de mémoire\u00a0: the end',
        'bug',
        'refused',
      ],
      ['kit-crashed', at('A7'), undefined, 'bug', 'refused'],
      ['kit-crashed', at('A8'), 'réponse illisible dans la file d’attente', 'bug', 'refused'],
    ])
    expect(files.join('')).not.toMatch(/SIG|TypeError/)
  })

  it('is not followed by others once the run is to stop', async () => {
    let made = 0
    await execute({
      todo: [0, 1, 2].map(keptOf),
      maker: { make: () => Promise.resolve({ stop: STOPS[0] ?? expect.fail() }), ahead: 1 },
      jobOf: ({ entry }) => ({ entry, key: '', options: PLAIN, out: '/out' }),
      upToDate: undefined,
      done: () => {
        made++
      },
      goesOn: () => made === 0,
    })
    expect(made).toBe(1)
  })
})
