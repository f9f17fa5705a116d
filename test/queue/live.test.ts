// A batch made by workers over a real Redis: the same files as on one machine, whoever dies on the way.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { oracle } from '../oracles.ts'
import { freePort, type Server, startRedis } from './redis.ts'

const binary = fileURLToPath(new URL('../../bin/signakit.js', import.meta.url))
const redis = oracle('redis-server')
const base = mkdtempSync(join(tmpdir(), 'signakit-live-'))
const lot = join(base, 'lot')
const NAMES = ['Les Lilas', 'Les Glycines', 'Les Tilleuls', 'Les Érables', 'Les Chênes', '', 'Les Pins']
const PASSWORD = 'entre-nous'
const LIMIT = { timeout: 120_000 }

let server: Server
const running = new Set<ChildProcess>()

type Started = { readonly child: ChildProcess; said(): string; ended(): Promise<number | null> }

function start(args: readonly string[]): Started {
  const env = { PATH: process.env['PATH'], HOME: base, LANG: 'fr_FR.UTF-8', SIGNAKIT_QUEUE_PASSWORD: PASSWORD }
  const child = spawn(process.execPath, [binary, ...args], { cwd: lot, env, stdio: ['ignore', 'ignore', 'pipe'] })
  running.add(child)
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
  })
  const end = once(child, 'exit')
  return {
    child,
    said: () => said,
    ended: async () => {
      await end
      return child.exitCode
    },
  }
}

const address = (): string => `redis://127.0.0.1:${server.port}`
const batch = (out: string): Started =>
  start(['batch', 'kits.csv', '--out', out, '--format', 'svg', '--queue', address()])
const worker = (...more: string[]): Started => start(['worker', '--queue', address(), '--jobs', '1', ...more])

const tree = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .filter(name => statSync(join(folder, name)).isFile())
      .map(name => [name, readFileSync(join(folder, name), 'latin1')]),
  )

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(100)
}

/** Kits that are whole. */
const made = (out: string): number =>
  readdirSync(join(lot, 'seul')).filter(kit => existsSync(join(lot, out, kit, 'manifest.json'))).length

beforeAll(async () => {
  if (redis.missing) return
  mkdirSync(lot)
  mkdirSync(join(base, 'redis'))
  const rows = NAMES.map(nom => `${nom};micro-creche;33;Bordeaux;vitrophanie-a6`)
  writeFileSync(join(lot, 'kits.csv'), ['nom;type;caf;commune;pieces', ...rows, ''].join('\n'))
  const local = spawnSync(process.execPath, [binary, 'batch', 'kits.csv', '--out', 'seul', '--format', 'svg'], {
    cwd: lot,
  })
  expect(local.status).toBe(5)
  server = await startRedis(redis.path, join(base, 'redis'), PASSWORD)
}, 120_000)

afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})

afterAll(async () => {
  if (redis.missing) return
  await server.kill()
  rmSync(base, { recursive: true, force: true })
})

it.skipIf(redis.missing)('is the batch of one machine, though its worker comes late, elsewhere', LIMIT, async () => {
  const run = batch('tard')
  await until(() => run.said().includes('aucun signakit worker n’écoute'))
  const elsewhere = worker('--root', join(base, 'redis'))
  await until(() => run.said().includes(' ne voit pas '))
  const late = worker()
  expect(await run.ended()).toBe(5)
  expect(tree(join(lot, 'tard'))).toEqual(tree(join(lot, 'seul')))
  expect(readFileSync(join(lot, 'tard/run.start.json'), 'utf8')).not.toMatch(/redis|entre-nous/)
  expect(run.said() + late.said() + elsewhere.said()).not.toContain(PASSWORD)
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

it.skipIf(redis.missing)('says in one sentence that there is no queue', LIMIT, async () => {
  const nobody = start(['worker', '--queue', `redis://127.0.0.1:${await freePort()}`])
  const refused = start(['worker', '--queue', `redis://:faux@127.0.0.1:${server.port}`])
  expect([await nobody.ended(), await refused.ended()]).toEqual([3, 3])
  expect(nobody.said()).toMatch(/^erreur\u00a0: aucun Redis ne répond à redis:.*\n$/)
  expect(refused.said()).toMatch(/^erreur\u00a0: redis:.* refuse le nom ou le mot de passe de la file\n$/)
})
