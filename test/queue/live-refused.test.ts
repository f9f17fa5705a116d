// Why there is no queue, in one sentence: packages, server, password, certificate; and what the libraries would say is not said.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it } from 'vitest'
import { oracle } from '../oracles.ts'
import { endAll, PASSWORD, root, start, until } from './live-tool.ts'
import { freePort, serversIn } from './redis.ts'

const redis = oracle('redis-server')
const base = mkdtempSync(join(tmpdir(), 'signakit-refused-'))
const LIMIT = { timeout: 120_000 }
const { serve, end } = serversIn(base, redis.path, PASSWORD)

afterEach(endAll)
afterAll(async () => {
  await end()
  rmSync(base, { recursive: true, force: true })
})

const worker = (address: string, env: Readonly<Record<string, string>> = {}) =>
  start(['worker', '--queue', address, '--jobs', '1', '--exit-when-idle', '1'], { cwd: base, env })

it.skipIf(redis.missing)('says that nobody answers, or that the password is refused', LIMIT, async () => {
  const { port } = await serve('password')
  const nobody = worker(`redis://127.0.0.1:${await freePort()}`)
  const refused = worker(`redis://:faux@127.0.0.1:${port}`)
  expect([await nobody.ended(), await refused.ended()]).toEqual([3, 3])
  expect(nobody.said()).toMatch(/^erreur\u00a0: aucun Redis ne répond à redis:.*\n$/)
  expect(refused.said()).toMatch(/^erreur\u00a0: redis:.* refuse le nom ou le mot de passe de la file\n$/)
})

it.skipIf(redis.missing)(
  'speaks for its libraries of a server without a password, or that forgets',
  LIMIT,
  async () => {
    const { port } = await serve('open', ['--maxmemory-policy', 'allkeys-lru'], '')
    const open = worker(`redis://127.0.0.1:${port}`)
    await until(() => open.said().includes('à l’écoute'))
    open.child.kill('SIGTERM')
    expect(await open.ended()).toBe(0)
    const [forgets, asks] = ['peut perdre des kits \\(maxmemory-policy allkeys-lru', 'ne demande pas de mot de passe']
    expect(open.said()).toMatch(new RegExp(asks))
    expect(open.said()).toMatch(new RegExp(forgets))
    const lines = open.said().trim().split('\n')
    expect(lines.filter(line => !/^(attention|worker|arrêt)/.test(line))).toEqual([])
    expect(lines.filter(line => line.startsWith('attention'))).toHaveLength(2)
  },
)

it('says which packages to install', LIMIT, async () => {
  // The tool as it is installed without its optional packages.
  const copy = join(base, 'tool')
  mkdirSync(join(copy, 'node_modules'), { recursive: true })
  for (const name of ['bin', 'dist', 'package.json']) cpSync(join(root, name), join(copy, name), { recursive: true })
  for (const name of ['templates', 'assets']) symlinkSync(join(root, name), join(copy, name))
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== 'bullmq' && name !== 'ioredis')
      symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name))
  }
  writeFileSync(join(base, 's.csv'), 'nom;type;caf\nLes Lilas;creche;33\n')
  const { peerDependencies: wanted } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(wanted.ioredis).toMatch(/^>=5.* <6$/)
  const run = start(['batch', 's.csv', '--queue', 'redis://127.0.0.1:1'], {
    cwd: base,
    binary: join(copy, 'bin/signakit.js'),
  })
  expect([await run.ended(), run.said()]).toEqual([
    2,
    `erreur\u00a0: la file d’attente demande deux paquets\u00a0: npm install bullmq@${wanted.bullmq} ioredis@5\n`,
  ])
})

it('says in the language of the run that a worker needs a queue', LIMIT, async () => {
  const [french, english] = [start(['worker'], { cwd: base }), start(['worker', '--lang', 'en'], { cwd: base })]
  expect([await french.ended(), await english.ended()]).toEqual([2, 2])
  expect(french.said()).toMatch(/^erreur\s: il manque l’option --queue\n/)
  expect(english.said()).toMatch(/^error: option --queue is missing\n/)
})

/** A server that speaks TLS needs a certificate, which nothing in Node makes. */
const certificate = spawnSync(
  'openssl',
  [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'],
    ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', join(base, 'key.pem'), '-out', join(base, 'cert.pem')],
  ],
  { stdio: 'ignore' },
)

it.skipIf(redis.missing || certificate.status !== 0)(
  'speaks rediss:// with a server whose certificate it trusts',
  LIMIT,
  async () => {
    const files = ['--tls-cert-file', join(base, 'cert.pem'), '--tls-key-file', join(base, 'key.pem')]
    const tls = await freePort()
    await serve('tls', ['--tls-port', String(tls), '--tls-auth-clients', 'no', ...files])
    const address = `rediss://127.0.0.1:${tls}`
    const [known, unknown] = [worker(address, { NODE_EXTRA_CA_CERTS: join(base, 'cert.pem') }), worker(address)]
    expect([await known.ended(), await unknown.ended()]).toEqual([0, 3])
    expect(known.said()).toContain(`worker à l’écoute de ${address}`)
    expect(unknown.said()).toMatch(/^erreur\u00a0: aucun Redis ne répond à rediss:.*redis:\/\/ ou rediss:\/\/\n$/)
  },
)
