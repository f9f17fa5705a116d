// A batch made by workers over a real Redis: the same files as on one machine, whoever dies on the way.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { oracle } from '../oracles.ts'
import { endAll, PASSWORD, type Started, start, until } from './live-tool.ts'
import { type Server, startRedis } from './redis.ts'

const redis = oracle('redis-server')
const base = mkdtempSync(join(tmpdir(), 'signakit-live-'))
const lot = join(base, 'lot')
const NAMES = ['Les Lilas', 'Les Glycines', '', 'Les Pins', 'Les Érables']
const LIMIT = { timeout: 240_000 }

let server: Server

const address = (): string => `redis://127.0.0.1:${server.port}`
const batch = (out: string, ...more: string[]): Started =>
  start(['batch', 'kits.csv', '--out', out, '--format', 'svg', '--queue', address(), ...more], { cwd: lot })
const worker = (...more: string[]): Started =>
  start(['worker', '--queue', address(), '--jobs', '1', ...more], { cwd: lot })

const tree = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .filter(name => statSync(join(folder, name)).isFile())
      .map(name => [name, readFileSync(join(folder, name), 'latin1')]),
  )

/** Kits that are whole. */
const made = (out: string): number =>
  readdirSync(join(lot, 'seul')).filter(kit => existsSync(join(lot, out, kit, 'manifest.json'))).length

/** The folder of the run as another machine sees it, under another name; only root may mount it so. */
const elsewhere = join(base, 'ailleurs')
let canMount = false

beforeAll(async () => {
  if (redis.missing) return
  for (const folder of [lot, elsewhere, join(base, 'redis')]) mkdirSync(folder)
  const rows = NAMES.map(nom => `${nom};micro-creche;33;Bordeaux;vitrophanie-a6`)
  writeFileSync(join(lot, 'kits.csv'), ['nom;type;caf;commune;pieces', ...rows, ''].join('\n'))
  const local = start(['batch', 'kits.csv', '--out', 'seul', '--format', 'svg', '--jobs', '1'], { cwd: lot })
  server = await startRedis(redis.path, join(base, 'redis'), PASSWORD)
  expect(await local.ended()).toBe(5)
  canMount = spawnSync('mount', ['--bind', lot, elsewhere]).status === 0
}, 120_000)

afterEach(endAll)

afterAll(async () => {
  if (redis.missing) return
  await server.kill()
  if (canMount) spawnSync('umount', [elsewhere])
  rmSync(base, { recursive: true, force: true })
})

async function client<T>(use: (redis: Redis) => Promise<T>): Promise<T> {
  const opened = new Redis(server.port, '127.0.0.1', { password: PASSWORD })
  try {
    return await use(opened)
  } finally {
    opened.disconnect()
  }
}

it.skipIf(redis.missing)(
  'that waits for nobody says which version listens, and is taken back by Ctrl-C',
  LIMIT,
  async () => {
    const other = JSON.stringify({ queue: 'f'.repeat(16), version: '0.0.9', host: hostname(), pid: 1, jobs: 1 })
    await client(async opened => opened.zadd('signakit:workers', Number((await opened.time())[0]) + 3600, other))
    const run = batch('tard')
    await until(() => run.said().includes('(signakit 0.0.9, ffffffff) en est une autre'))
    run.child.kill('SIGINT')
    expect(await run.ended(), run.said()).toBe(130)
    expect(run.said()).toContain('signakit batch --resume --out tard --queue redis://127.0.0.1')
    const left = await client(async opened => {
      await opened.zrem('signakit:workers', other)
      return opened.keys('signakit:*:k-*')
    })
    expect(left).toEqual([])
    expect(made('tard')).toBe(0)
    expect(JSON.parse(readFileSync(join(lot, 'tard/run.end.json'), 'utf8'))).toMatchObject({
      status: 'interrupted',
      remaining: 4,
    })
  },
)

it.skipIf(redis.missing)('is the batch of one machine, though its worker comes late, elsewhere', LIMIT, async () => {
  const run = batch('tard', '--dashboard', '0')
  await until(() => run.said().includes('aucun signakit worker n’écoute'))
  const [page = ''] = /http:\S+/.exec(run.said()) ?? []
  const blind = worker('--root', join(base, 'redis'))
  await until(() => run.said().includes(' ne voit pas '))
  const shown = await fetch(page)
  expect([shown.status, (await fetch(page.replace(/jeton=.*/, 'jeton=x'))).status]).toEqual([200, 403])
  expect(await shown.text()).toMatch(
    /kits à faire<\/th><td class="n">4<.*refusées à la lecture<\/th><td class="n">1<.*workers à l’écoute<\/th><td class="n">1</s,
  )
  // The page of another run has its port.
  const taken = batch('pris', '--dashboard', new URL(page).port)
  expect([await taken.ended(), taken.said()], taken.said()).toEqual([
    2,
    expect.stringMatching(/^erreur\u00a0: --dashboard\u00a0: le port \d+ est déjà pris, ou interdit\n$/),
  ])
  const late = canMount ? worker('--root', elsewhere, '--map-path', `${lot}=${elsewhere}`) : worker()
  expect(await run.ended(), run.said()).toBe(5)
  expect(tree(join(lot, 'tard'))).toEqual(tree(join(lot, 'seul')))
  expect(readFileSync(join(lot, 'tard/run.start.json'), 'utf8')).not.toMatch(/redis|entre-nous/)
  expect(run.said() + late.said() + blind.said()).not.toContain(PASSWORD)
  late.child.kill('SIGTERM')
  expect(await late.ended()).toBe(0)
})

it.skipIf(redis.missing)('loses nothing when a worker and Redis are killed in the middle', LIMIT, async () => {
  const workers = [worker(), worker()]
  const run = batch('mort')
  await until(() => made('mort') > 0)
  workers[0]?.child.kill('SIGKILL')
  await server.kill()
  await until(() => run.said().includes('ne répond plus'))
  await server.start()
  expect(await run.ended()).toBe(5)
  expect(run.said()).toContain('répond de nouveau')
  expect(tree(join(lot, 'mort'))).toEqual(tree(join(lot, 'seul')))
})
