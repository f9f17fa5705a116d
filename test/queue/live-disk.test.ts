// A disk that says no to a worker: the words and the code of a run on one machine when it says so to all, another worker when
// it says so to one.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { oracle } from '../oracles.ts'
import { endAll, PASSWORD, start, until } from './live-tool.ts'
import { type Server, startRedis } from './redis.ts'

const redis = oracle('redis-server')
const base = mkdtempSync(join(tmpdir(), 'signakit-disk-'))
const [lot, readOnly] = [join(base, 'lot'), join(base, 'lecture')]
const LIMIT = { timeout: 240_000 }
const COUNT = 12

for (const folder of [lot, readOnly, join(lot, 'petit'), join(base, 'redis')]) mkdirSync(folder)
const rows = Array.from({ length: COUNT }, (_, row) => `Les Lilas ${row + 1};micro-creche;33;Bordeaux;vitrophanie-a6`)
writeFileSync(join(lot, 'kits.csv'), ['nom;type;caf;commune;pieces', ...rows, ''].join('\n'))

const mounted: string[] = []
const mount = (folder: string, ...args: string[]): boolean => {
  const done = spawnSync('mount', [...args, folder]).status === 0
  if (done) mounted.push(folder)
  return done
}
/** Only root may mount. */
const canMount =
  !redis.missing &&
  mount(join(lot, 'petit'), '-t', 'tmpfs', '-o', 'size=3m', 'none') &&
  mount(readOnly, '--bind', lot) &&
  spawnSync('mount', ['-o', 'remount,ro,bind', readOnly]).status === 0

let server: Server

const batch = (out: string, ...more: string[]) =>
  start(['batch', 'kits.csv', '--out', out, '--queue', `redis://127.0.0.1:${server.port}`, ...more], { cwd: lot })
const worker = (...more: string[]) =>
  start(['worker', '--queue', `redis://127.0.0.1:${server.port}`, '--jobs', '1', ...more], { cwd: lot })

beforeAll(async () => {
  if (canMount) server = await startRedis(redis.path, join(base, 'redis'), PASSWORD)
}, 60_000)

afterEach(endAll)

afterAll(async () => {
  if (canMount) await server.kill()
  for (const folder of mounted.toReversed()) spawnSync('umount', ['-l', folder])
  rmSync(base, { recursive: true, force: true })
})

it.skipIf(!canMount)('ends the run as on one machine when it is full', LIMIT, async () => {
  const making = worker()
  const run = batch('petit', '--format', 'pdf')
  expect(await run.ended(), run.said()).toBe(3)
  expect(run.said()).toContain('le disque est plein')
  expect(run.said()).toMatch(/interrompu, .*kits? reste(nt)? à faire/)
  // What was asked after the disk had spoken is still to be done, not refused.
  expect(run.said()).toMatch(/, 1.refusé, /)
  expect(run.said()).not.toMatch(/erreur interne|unreadable/)
  expect(making.said()).not.toContain('laisse ces kits')
  const empty = readdirSync(join(lot, 'petit'), { withFileTypes: true }).filter(
    each => each.isDirectory() && readdirSync(join(lot, 'petit', each.name)).length === 0,
  )
  expect(empty.map(({ name }) => name)).toEqual([])
})

it.skipIf(!canMount)('leaves the kits to another worker when one alone may only read', LIMIT, async () => {
  const reader = worker('--root', readOnly, '--map-path', `${lot}=${readOnly}`)
  const writer = worker()
  await until(() => [reader, writer].every(each => each.said().includes('à l’écoute')))
  const run = batch('sortie', '--format', 'svg')
  expect(await run.ended(), run.said()).toBe(0)
  expect(reader.said()).toMatch(
    /ce worker ne peut pas écrire dans «\u00a0.*sortie\u00a0»\u00a0: le disque est en lecture seule/,
  )
  expect(run.said()).toMatch(
    /le worker de \S+ ne peut pas écrire dans «\u00a0.*sortie\u00a0»\u00a0: le disque est en lecture seule/,
  )
  const kits = readdirSync(join(lot, 'sortie')).filter(name => name.startsWith('les-lilas'))
  expect(kits).toHaveLength(COUNT)
  for (const kit of kits) {
    expect(JSON.parse(readFileSync(join(lot, 'sortie', kit, 'manifest.json'), 'utf8'))).toMatchObject({ kit })
  }
})
