// What a run asked for before it was killed is not made beside a later run: its sheet may have been corrected since.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Queue } from 'bullmq'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { PREFIX, queueName } from '../../src/batch/queue/names.ts'
import { toolHash } from '../../src/batch/tool-hash.ts'
import { openWorld } from '../../src/host/world.ts'
import { oracle } from '../oracles.ts'
import { endAll, PASSWORD, type Started, start, until } from './live-tool.ts'
import { type Server, startRedis } from './redis.ts'

const redis = oracle('redis-server')
const base = mkdtempSync(join(tmpdir(), 'signakit-over-'))
const IDS = ['a', 'b', 'c', 'd']

const sheet = (name: string): void =>
  writeFileSync(
    join(base, 's.csv'),
    [
      'id;nom;type;caf;commune;pieces',
      ...IDS.map(id => `${id};${name} ${id};creche;33;Bordeaux;plaque-200x150`),
      '',
    ].join('\n'),
  )

let server: Server
const address = (): string => `redis://127.0.0.1:${server.port}`
const batch = (out: string, ...more: string[]): Started =>
  start(['batch', 's.csv', '--out', out, '--format', 'svg', ...more], { cwd: base })
const queued = (): Started => batch('sortie', '--queue', address())
const worker = (): Started => start(['worker', '--queue', address(), '--jobs', '1'], { cwd: base })

async function counts(): Promise<Readonly<Record<string, number>>> {
  const queue = new Queue(queueName(toolHash(openWorld())), {
    connection: { port: server.port, password: PASSWORD },
    prefix: PREFIX,
  })
  try {
    return await queue.getJobCounts('waiting', 'delayed', 'active')
  } finally {
    await queue.close()
  }
}

const structures = (out: string): readonly string[] =>
  IDS.map(id => {
    const svg = readdirSync(join(base, out, id)).find(name => name.endsWith('.svg')) ?? ''
    return readFileSync(join(base, out, id, svg), 'utf8')
  })

beforeAll(async () => {
  if (redis.missing) return
  mkdirSync(join(base, 'redis'))
  server = await startRedis(redis.path, join(base, 'redis'), PASSWORD)
}, 60_000)

afterEach(endAll)

afterAll(async () => {
  if (redis.missing) return
  await server.kill()
  rmSync(base, { recursive: true, force: true })
})

it.skipIf(redis.missing)(
  'the orders of a run that was killed are dropped, not made',
  { timeout: 240_000 },
  async () => {
    sheet('Crèche')
    const killed = queued()
    await until(() => killed.said().includes('aucun signakit worker n’écoute'))
    killed.child.kill('SIGKILL')
    await killed.ended()
    expect(await counts()).toMatchObject({ waiting: IDS.length })
    sheet('Maison')
    const run = queued()
    await until(() => run.said().includes('aucun signakit worker n’écoute'))
    expect(await counts()).toMatchObject({ waiting: 2 * IDS.length })
    const one = worker()
    expect(await run.ended(), `${run.said()}\n${one.said()}`).toBe(0)
    const local = batch('seul')
    expect(await local.ended(), local.said()).toBe(0)
    expect(structures('sortie')).toEqual(structures('seul'))
    const made = one.said().match(/\/sortie\/[a-d] {2}complet/g)
    expect(made?.sort(), one.said()).toEqual(IDS.map(id => `/sortie/${id}  complet`))
    expect(await counts()).toEqual({ waiting: 0, delayed: 0, active: 0 })
    expect(run.said()).not.toContain('ne voit pas')
    expect(existsSync(join(base, 'sortie/.signakit'))).toBe(false)
  },
)
