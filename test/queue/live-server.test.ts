// A server that goes away, that only copies another, that lacks the database or the rights: said in one sentence, and left.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { oracle } from '../oracles.ts'
import { endAll, PASSWORD, type Started, start, until } from './live-tool.ts'
import { type Server, serversIn } from './redis.ts'

const redis = oracle('redis-server')
const base = mkdtempSync(join(tmpdir(), 'signakit-server-'))
const LIMIT = { timeout: 180_000 }
const { serve, end } = serversIn(base, redis.path, PASSWORD)

beforeAll(() => {
  writeFileSync(
    join(base, 'kits.csv'),
    'nom;type;caf;commune;pieces\nLes Lilas;micro-creche;33;Bordeaux;vitrophanie-a6\n',
  )
})
afterEach(endAll)
afterAll(async () => {
  await end()
  rmSync(base, { recursive: true, force: true })
})

type Env = Readonly<Record<string, string>>

const addressOf = ({ port }: Server, path = ''): string => `redis://127.0.0.1:${port}${path}`
const worker = (address: string, env: Env = {}): Started =>
  start(['worker', '--queue', address, '--jobs', '1'], { cwd: base, env })
const batch = (address: string, env: Env = {}, out = 'sortie'): Started =>
  start(['batch', 'kits.csv', '--out', out, '--format', 'svg', '--queue', address], { cwd: base, env })

async function ask<T>({ port }: Server, use: (redis: Redis) => Promise<T>, password = PASSWORD): Promise<T> {
  const opened = new Redis(port, '127.0.0.1', { password })
  try {
    return await use(opened)
  } finally {
    opened.disconnect()
  }
}

/** What was said, with plain spaces. */
const told = (run: Started): string => run.said().replaceAll(/[\u00a0\u202f]/g, ' ')

describe.skipIf(redis.missing)('a batch and a worker', () => {
  it('end at the first signal while the server is away', LIMIT, async () => {
    const server = await serve('away')
    const run = batch(addressOf(server), {}, 'absent')
    await until(() => run.said().includes('aucun signakit worker'))
    const idle = worker(addressOf(server), {})
    await until(() => idle.said().includes('à l’écoute'))
    await server.kill()
    await until(() => [run, idle].every(each => each.said().includes('ne répond plus')))
    run.child.kill('SIGINT')
    idle.child.kill('SIGTERM')
    expect([await run.ended(), await idle.ended()], run.said() + idle.said()).toEqual([130, 0])
    expect(told(run)).toMatch(/interrompu[\s\S]*pour continuer :.*--resume --out absent/)
    expect(told(idle)).toMatch(/worker arrêté : \d kit/)
  })

  it('finish the kit in hand, and say that nobody heard of it', LIMIT, async () => {
    const server = await serve('unheard')
    const listening = worker(addressOf(server))
    await until(() => listening.said().includes('à l’écoute'))
    const run = batch(addressOf(server), {}, 'inoui')
    const busy = async (opened: Redis): Promise<void> => {
      while ((await opened.keys('signakit:*:active')).length === 0) await setTimeout(20)
    }
    await ask(server, busy)
    await server.kill()
    for (const each of [run, listening]) each.child.kill('SIGTERM')
    expect([await run.ended(), await listening.ended()], run.said() + listening.said()).toEqual([130, 0])
    expect(told(listening)).toMatch(
      /ne répond pas : 1 kit de ce worker sans réponse[\s\S]*worker arrêté : 1 kit traité/,
    )
    expect(readdirSync(join(base, 'inoui'), { recursive: true }).join(' ')).toContain('manifest.json')
  })

  it('refuse a copy, and leave a server that becomes one', LIMIT, async () => {
    const [first, second] = [await serve('first'), await serve('second')]
    const listening = worker(addressOf(first), {})
    await until(() => listening.said().includes('à l’écoute'))
    await ask(second, opened => opened.config('SET', 'masterauth', PASSWORD))
    await ask(second, opened => opened.call('REPLICAOF', '127.0.0.1', String(first.port)))
    const refused = [worker(addressOf(second)), batch(addressOf(second))]
    for (const each of refused) {
      expect(await each.ended(), each.said()).toBe(3)
      expect(told(each)).toMatch(
        new RegExp(`^erreur : redis:.* est une réplique en lecture seule : .*\\(127.0.0.1:${first.port}\\)\\n$`),
      )
    }
    await ask(first, opened => opened.call('REPLICAOF', '127.0.0.1', String(second.port)))
    expect(await listening.ended(), listening.said()).toBe(3)
    expect(told(listening)).toMatch(
      /attention : .*réplique.*on attend 30 s[\s\S]*erreur : .*réplique[\s\S]*worker arrêté/,
    )
  })

  it('say what of the address or of the account is refused', LIMIT, async () => {
    const server = await serve('rights')
    const rights = '~signakit:* +@all -@dangerous'.split(' ')
    await ask(server, async opened => {
      await opened.call('ACL', 'SETUSER', 'court', 'on', '>court', ...rights)
      await opened.call('ACL', 'SETUSER', 'juste', 'on', '>juste', ...rights, '+info')
      await opened.call('ACL', 'SETUSER', 'ailleurs', 'on', '>ailleurs', '~autre:*', '+@all')
    })
    const account = (name: string) => `redis://${name}:${name}@127.0.0.1:${server.port}`
    const none = { SIGNAKIT_QUEUE_PASSWORD: '' }
    const runs: readonly (readonly [Started, RegExp])[] = [
      [batch(addressOf(server, '/99')), /^erreur : la base 99 n’existe pas dans ce Redis \(redis:[^ ]*\/99\)\n$/],
      [worker(addressOf(server, '/99')), /^erreur : la base 99 n’existe pas dans ce Redis/],
      [worker(addressOf(server), none), /^erreur : .* demande un mot de passe : .*SIGNAKIT_QUEUE_PASSWORD\n$/],
      [worker(account('court')), /^erreur : .* n’a pas le droit de lancer INFO : il lui faut ~signakit.*\+info\n$/],
      [worker(account('ailleurs')), /^erreur : .* n’a pas le droit d’écrire sous signakit:\* : il lui faut/],
    ]
    for (const [run, said] of runs) {
      expect(await run.ended(), run.said()).toBe(3)
      expect(told(run)).toMatch(said)
    }
    // The rights that are named are enough.
    const [run, right] = [batch(account('juste'), {}, 'juste'), worker(account('juste'))]
    expect(await run.ended(), run.said() + right.said()).toBe(0)
  })

  it('leave a server that comes back with a password', LIMIT, async () => {
    const server = await serve('secret', [], '')
    const none = { SIGNAKIT_QUEUE_PASSWORD: '' }
    const [run, listening] = [batch(addressOf(server, '/1'), none, 'secret'), worker(addressOf(server), none)]
    await until(() => run.said().includes('aucun signakit worker') && listening.said().includes('à l’écoute'))
    await server.kill()
    await server.start(['--requirepass', 'nouveau'])
    expect(await listening.ended(), listening.said()).toBe(3)
    expect(told(listening)).toMatch(/attention : .* demande un mot de passe[\s\S]*erreur : .*SIGNAKIT_QUEUE_PASSWORD/)
    expect(await run.ended(), run.said()).toBe(3)
    expect(told(run)).toMatch(/erreur : .*SIGNAKIT_QUEUE_PASSWORD[\s\S]*pour continuer/)
  })

  it('wait for room, and do not take silence for absence', LIMIT, async () => {
    const server = await serve('full')
    const listening = worker(addressOf(server))
    await until(() => listening.said().includes('à l’écoute'))
    await ask(server, opened => opened.config('SET', 'maxmemory', '1'))
    const run = batch(addressOf(server), {}, 'full')
    await until(() => run.said().includes('est plein'))
    // Longer than a worker that says nothing is taken for there.
    await setTimeout(22_000)
    await ask(server, opened => opened.config('SET', 'maxmemory', '0'))
    expect(await run.ended(), run.said()).toBe(0)
    expect(run.said()).not.toContain('aucun signakit worker')
    expect(listening.said()).toContain('est plein')
  })

  it('say that the server cannot write, and that rights were taken away', LIMIT, async () => {
    const server = await serve('hindered')
    await ask(server, opened => opened.call('ACL', 'SETUSER', 'retire', 'on', '>retire', '~*', '+@all'))
    const other = worker(`redis://retire:retire@127.0.0.1:${server.port}`)
    const listening = worker(addressOf(server))
    await until(() => [other, listening].every(each => each.said().includes('à l’écoute')))
    await ask(server, opened => opened.call('ACL', 'SETUSER', 'retire', '-@write'))
    // A folder takes no file of that name: the next save fails, and Redis refuses to write from then on.
    mkdirSync(join(base, 'hindered/dump.rdb/x'), { recursive: true })
    await ask(server, async opened => {
      await opened.config('SET', 'save', '3600 1000000')
      await opened.bgsave()
    })
    await until(() => listening.said().includes('MISCONF'))
    await ask(server, opened => opened.config('SET', 'stop-writes-on-bgsave-error', 'no'))
    expect(await batch(addressOf(server), {}, 'hindered').ended()).toBe(0)
    expect(await other.ended(), other.said()).toBe(3)
    expect(told(other)).toMatch(
      /attention : .* n’a pas le droit de lancer .*on attend 30 s[\s\S]*erreur : .*il lui faut/,
    )
  })

  it('do not take a cluster for a server', LIMIT, async () => {
    const server = await serve('cluster', ['--cluster-enabled', 'yes'])
    const run = worker(addressOf(server))
    expect(await run.ended(), run.said()).toBe(3)
    expect(told(run)).toMatch(/^erreur : .* est une grappe/)
  })
})
