// A worker whose brand is not the run's makes nothing of it: neither with another copy, nor with none, nor with another logo.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'bullmq'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { PREFIX, queueName } from '../../src/batch/queue/names.ts'
import type { Order, Result } from '../../src/batch/queue/wire.ts'
import { toolHash } from '../../src/batch/tool-hash.ts'
import { openWorld } from '../../src/host/world.ts'
import { oracle } from '../oracles.ts'
import { endAll, PASSWORD, type Started, start, until } from './live-tool.ts'
import { type Server, startRedis } from './redis.ts'

const redis = oracle('redis-server')
const base = mkdtempSync(join(tmpdir(), 'signakit-brand-'))
const [own, outs] = [join(base, 'atelier'), join(base, 'sorties')]
const LIMIT = { timeout: 240_000 }

const square = (side: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path fill="#000" d="M0 0h${side}v${side}H0z"/></svg>`

const brand = (welcome: string): string =>
  `id: caf-33
title: Caf de la Gironde
version: "1"
status: draft
extends: caf-maquette
texts:
  bienvenue: { fr: ${welcome} }
`

/** The folder of the run as another machine has it, with its own idea of a file, or without it. */
function copy(name: string, file: string, words?: string): string {
  const folder = join(base, name)
  cpSync(own, folder, { recursive: true })
  if (words === undefined) rmSync(join(folder, file), { recursive: true })
  else writeFileSync(join(folder, file), words)
  return folder
}

mkdirSync(join(own, 'chartes/caf-33/logos'), { recursive: true })
for (const folder of [outs, join(base, 'redis')]) mkdirSync(folder)
writeFileSync(join(own, 'chartes/caf-33/brand.yaml'), brand('Bonjour et bienvenue'))
writeFileSync(join(own, 'chartes/caf-33/logos/33.svg'), square(100))
const rows = ['Les Lilas', 'Les Glycines', 'Les Pins'].map(nom => `${nom};micro-creche;33;Bordeaux;vitrophanie-a6`)
writeFileSync(join(own, 'kits.csv'), ['nom;type;caf;commune;pieces', ...rows, ''].join('\n'))

let server: Server

const batch = (out: string, ...more: string[]): Started =>
  start(['batch', 'kits.csv', '--charte', 'caf-33', '--out', join(outs, out), '--format', 'svg', ...more], { cwd: own })
const queued = (out: string): Started => batch(out, '--queue', `redis://127.0.0.1:${server.port}`)
const worker = (folder: string): Started =>
  start(
    [
      ...['worker', '--queue', `redis://127.0.0.1:${server.port}`, '--jobs', '1', '--root', folder, '--root', outs],
      ...(folder === own ? [] : ['--map-path', `${own}=${folder}`]),
    ],
    { cwd: base },
  )

const files = (out: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(join(outs, out), { recursive: true, encoding: 'utf8' })
      .sort()
      .filter(name => /\.(svg|json)$/.test(name) && !name.startsWith('run.'))
      .map(name => [name, readFileSync(join(outs, out, name), 'utf8').replaceAll(`/${out}/`, '/')]),
  )

beforeAll(async () => {
  if (redis.missing) return
  server = await startRedis(redis.path, join(base, 'redis'), PASSWORD)
  const local = batch('seul')
  expect(await local.ended(), local.said()).toBe(0)
}, 60_000)

afterEach(endAll)

afterAll(async () => {
  if (redis.missing) return
  await server.kill()
  rmSync(base, { recursive: true, force: true })
})

it.skipIf(redis.missing).each([
  ['autre', 'chartes/caf-33/brand.yaml', brand('Salut les amis'), 'n’a pas le même'],
  ['sans', 'chartes', undefined, 'ne voit pas'],
  // The design asks whether there is a logo; what it looks like is read to draw it.
  ['logo', 'chartes/caf-33/logos/33.svg', square(50), 'n’a pas le même'],
])(
  '%s: the kits wait for a worker that has the brand, and the run says which has not',
  LIMIT,
  async (out, file, words, said) => {
    const other = worker(copy(`machine-${out}`, file, words))
    const run = queued(out)
    await until(() => run.said().includes(said) && other.said().includes('laisse'))
    expect(run.said()).toMatch(new RegExp(`le worker de \\S+ ${said}.*«\\u00a0${own}/chartes/caf-33/.*\\u00a0»`))
    expect(readdirSync(join(outs, out)).filter(name => name.startsWith('les-'))).toEqual([])
    // Looked at again and again, it is told once.
    await setTimeout(out === 'sans' ? 5000 : 0)
    expect(run.said().split(said)).toHaveLength(2)
    const good = worker(own)
    expect(await run.ended(), `${run.said()}\n${good.said()}`).toBe(0)
    expect(files(out)).toEqual(files('seul'))
  },
)

it.skipIf(redis.missing)('an answer made of other files is asked for again, not believed', LIMIT, async () => {
  // It does not look at what the order expects, as of a file that only drawing reads.
  const careless = new Worker<Order, Result>(
    queueName(toolHash(openWorld())),
    async ({ data: { job, run } }) => {
      const { index, file, origin } = job.entry
      const reads = { read: { 'chartes/caf-33/brand.yaml': 'f'.repeat(64) }, list: {}, kind: {} }
      const report = { index, file, origin, status: 'refused', pieces: [], diagnostics: [] } as const
      return { run, host: 'distraite', made: { answer: { report, findings: [], removed: [], reads } } }
    },
    { connection: { port: server.port, password: PASSWORD }, prefix: PREFIX },
  )
  const closed = new Promise<void>(done => careless.once('completed', () => void careless.close().then(done)))
  const run = queued('distrait')
  await closed
  await until(() => run.said().includes('le worker de distraite n’a pas le même'))
  const good = worker(own)
  expect(await run.ended(), `${run.said()}\n${good.said()}`).toBe(0)
  expect(files('distrait')).toEqual(files('seul'))
})

it.skipIf(redis.missing)(
  'the log of the worker has a line for each kit, and the run names the machine of a refused one',
  LIMIT,
  async () => {
    const long = `Les ${'Bougainvilliers '.repeat(30)}`
    writeFileSync(join(own, 'longs.csv'), readFileSync(join(own, 'kits.csv'), 'utf8').replace('Les Pins', long))
    const good = worker(own)
    const run = start(
      [
        ...['batch', 'longs.csv', '--charte', 'caf-33', '--out', join(outs, 'longs'), '--format', 'svg'],
        ...['--queue', `redis://127.0.0.1:${server.port}`],
      ],
      { cwd: own },
    )
    expect(await run.ended(), run.said()).toBe(5)
    const lines = good
      .said()
      .split('\n')
      .filter(line => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}/.test(line))
    const told = lines.map(line => line.slice(21).replace(/ {2}[\d,]+\u00a0s$/, '')).sort()
    expect(told).toEqual([
      expect.stringMatching(new RegExp(`^${outs}/longs/les-bougainvilliers-\\S+ {2}refusé \\([a-z-, ]+\\)$`)),
      `${outs}/longs/les-glycines-bordeaux  complet`,
      `${outs}/longs/les-lilas-bordeaux  complet`,
    ])
    expect(run.said()).toContain(`mm disponibles (sur la machine ${hostname()})`)
  },
)

it.skipIf(redis.missing)('what a file manager leaves in the brand during a run changes nothing', LIMIT, async () => {
  const run = queued('rangee')
  await until(() => run.said().includes('aucun signakit worker n’écoute'))
  const strays = ['.DS_Store', 'Thumbs.db', 'logos/._33.svg'].map(name => join(own, 'chartes/caf-33', name))
  for (const path of strays) writeFileSync(path, 'x')
  const good = worker(own)
  expect(await run.ended(), `${run.said()}\n${good.said()}`).toBe(0)
  expect(run.said() + good.said()).not.toContain('laisse')
  expect(files('rangee')).toEqual(files('seul'))
  for (const path of strays) rmSync(path)
})

it.skipIf(redis.missing)('a brand that is changed during a run ends it, and the next one is right', LIMIT, async () => {
  const path = join(own, 'chartes/caf-33/brand.yaml')
  const run = queued('changee')
  await until(() => run.said().includes('aucun signakit worker n’écoute'))
  writeFileSync(path, brand('Bien le bonjour'))
  const good = worker(own)
  expect(await run.ended(), `${run.said()}\n${good.said()}`).toBe(3)
  expect(run.said()).toContain(`«\u00a0${path}\u00a0» a changé pendant le lot`)
  expect(run.said()).toContain('signakit batch --resume')
  expect(run.said()).not.toContain('donnez-lui le même dossier')
  const [again, local] = [queued('changee'), batch('changee-seul')]
  expect([await again.ended(), await local.ended()], again.said() + good.said()).toEqual([0, 0])
  expect(files('changee')).toEqual(files('changee-seul'))
  writeFileSync(path, brand('Bonjour et bienvenue'))
})

it.skipIf(redis.missing)('a worker reads the brand again for the next run', LIMIT, async () => {
  const good = worker(own)
  const first = queued('avant')
  expect(await first.ended(), first.said()).toBe(0)
  writeFileSync(join(own, 'chartes/caf-33/brand.yaml'), brand('Entrez donc'))
  const [again, local] = [queued('apres'), batch('apres-seul')]
  expect([await again.ended(), await local.ended()], again.said() + good.said()).toEqual([0, 0])
  expect(files('avant')).toEqual(files('seul'))
  expect(files('apres')).toEqual(files('apres-seul'))
  expect(files('apres')).not.toEqual(files('seul'))
})
