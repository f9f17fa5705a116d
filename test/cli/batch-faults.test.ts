// A batch is stopped in every way that a machine knows; the next run gives, byte for byte, what an uninterrupted one gives.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  base,
  batch,
  childrenOf,
  folder,
  isMade,
  kitsOf,
  lives,
  row,
  rows,
  sheet,
  start,
  treeOf,
  until,
} from './batch-tool.ts'

afterAll(() => rmSync(base, { recursive: true, force: true }))

const IDS = ['a', 'b', 'c', 'd']
const ALL = rows(...IDS)

const end = (work: string): { readonly status?: string } =>
  JSON.parse(
    existsSync(join(work, 'sortie/run.end.json')) ? readFileSync(join(work, 'sortie/run.end.json'), 'utf8') : '{}',
  )

const hidden = (tree: object): readonly string[] => Object.keys(tree).filter(path => /(^|\/)\./.test(path))

describe.skipIf(process.platform !== 'linux')('a batch that is stopped', { timeout: 120_000 }, () => {
  let whole: ReturnType<typeof treeOf> = {}

  beforeAll(async () => {
    const work = folder('whole')
    sheet(work, ALL)
    const { status, said } = await batch(work)
    expect(status, said).toBe(0)
    whole = treeOf(join(work, 'sortie'))
    expect(Object.keys(whole).length).toBe(2 * IDS.length + 5)
    expect(hidden(whole)).toEqual([])
  }, 120_000)

  async function resumed(work: string): Promise<void> {
    const { status, said } = await batch(work)
    expect(status, said).toBe(0)
    expect(treeOf(join(work, 'sortie'))).toEqual(whole)
  }

  it('makes again the kit whose process was killed', async () => {
    const work = folder('worker')
    sheet(work, ALL)
    const run = start(work, ['s.csv', '--jobs', '1'])
    await until(isMade(work, 'a'))
    const [worker = 0] = childrenOf(run.child.pid)
    process.kill(worker, 'SIGKILL')
    const { status, said } = await run.ended
    expect(status, said).toBe(0)
    expect(treeOf(join(work, 'sortie'))).toEqual(whole)
  })

  it.each([
    ['while it plans', (work: string) => () => existsSync(join(work, 'sortie/.signakit/lock'))],
    ['before the first kit', (work: string) => () => existsSync(join(work, 'sortie/run.start.json'))],
    ['in the middle', (work: string) => isMade(work, 'b')],
  ])('killed %s, leaves whole files and no process, and is taken up', async (when, moment) => {
    const work = folder(`parent ${when}`)
    sheet(work, ALL)
    const run = start(work, ['s.csv', '--jobs', '2'])
    await until(moment(work))
    const workers = childrenOf(run.child.pid)
    run.child.kill('SIGKILL')
    await run.ended
    await until(() => !workers.some(lives))
    expect(end(work)).toEqual({})
    for (const [path, bytes] of Object.entries(treeOf(join(work, 'sortie')))) {
      if (path.endsWith('.svg')) expect(bytes === whole[path], path).toBe(true)
    }
    await resumed(work)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'asked by %s, finishes what is in hand and says how to go on',
    async signal => {
      const work = folder(signal)
      sheet(work, ALL)
      const run = start(work, ['s.csv', '--jobs', '1'])
      await until(isMade(work, 'a'))
      run.child.kill(signal)
      const { status, said } = await run.ended
      expect([status, end(work).status], said).toEqual([130, 'interrupted'])
      expect(said).toContain('signakit batch --resume --out ')
      const left = treeOf(join(work, 'sortie'))
      expect(hidden(left)).toEqual([])
      expect(left['batch.json']).toContain('"kit":"a"')
      expect(existsSync(join(work, 'sortie/d'))).toBe(false)
      const again = await batch(work, ['--resume', '--out', 'sortie'])
      expect(again.status, again.said).toBe(0)
      expect(kitsOf(join(work, 'sortie'))).toEqual(
        Object.fromEntries(Object.entries(whole).filter(([path]) => path.includes('/'))),
      )
      await resumed(work)
    },
  )

  it('asked twice, does not wait', async () => {
    const work = folder('twice')
    sheet(work, ALL)
    const run = start(work, ['s.csv', '--jobs', '1'])
    await until(isMade(work, 'a'))
    const workers = childrenOf(run.child.pid)
    run.child.kill('SIGINT')
    await until(() => run.child.exitCode !== null || !run.child.kill('SIGINT'), 5).catch(() => {})
    const { status } = await run.ended
    expect(status).toBe(130)
    await until(() => !workers.some(lives), 5)
    await resumed(work)
  })

  it('does not run twice in one folder, and takes over from the dead', async () => {
    const work = folder('lock')
    sheet(work, ALL)
    mkdirSync(join(work, 'sortie/.signakit'), { recursive: true })
    const lock = join(work, 'sortie/.signakit/lock')
    writeFileSync(lock, JSON.stringify({ pid: process.pid, host: hostname() }))
    const held = await batch(work)
    expect(held.status).toBe(3)
    expect(held.said).toContain(`processus ${process.pid} de ${hostname()}`)
    const shard = await batch(work, ['s.csv', '--shard', '1/2'])
    expect(shard.status, shard.said).toBe(3)
    // The same number, but another process: after a restart, as in a container.
    writeFileSync(lock, JSON.stringify({ pid: process.pid, host: hostname(), start: 'another boot 12' }))
    writeFileSync(join(work, 'sortie/.signakit/lock-spool-0'), 'of the dead')
    writeFileSync(join(work, 'sortie/.batch.json.999999999-1.tmp'), 'of the dead')
    await resumed(work)
  })

  it('refuses a file in the place of its folders in one sentence, and touches it not', async () => {
    const work = folder('places')
    sheet(work, ALL)
    writeFileSync(join(work, 'sortie'), 'mine')
    const out = await batch(work)
    expect([out.status, out.said.trim().split('\n').length], out.said).toEqual([3, 1])
    expect(readFileSync(join(work, 'sortie'), 'utf8')).toBe('mine')
    rmSync(join(work, 'sortie'))
    mkdirSync(join(work, 'sortie'))
    writeFileSync(join(work, 'sortie/.signakit'), 'mine')
    const inner = await batch(work)
    expect([inner.status, inner.said.trim().split('\n').length], inner.said).toEqual([3, 1])
    rmSync(join(work, 'sortie/.signakit'))
    // The kit alone is refused, the others are made.
    writeFileSync(join(work, 'sortie/b'), 'mine')
    const kit = await batch(work)
    expect(kit.status, kit.said).toBe(3)
    expect(readFileSync(join(work, 'sortie/b'), 'utf8')).toBe('mine')
    expect(
      ['a', 'c', 'd'].every(id => isMade(work, id)()),
      kit.said,
    ).toBe(true)
    rmSync(join(work, 'sortie/b'))
    await resumed(work)
  })

  it('writes and removes nothing through a link, whatever manifests and reports say', async () => {
    const work = folder('links')
    const outside = folder('outside')
    for (const name of ['keep.svg', '.x.999999999-1.tmp']) writeFileSync(join(outside, name), 'mine')
    const manifest = { schema: 1, kit: 'gone', pieces: [{ id: 'p', files: [{ path: 'keep.svg', format: 'svg' }] }] }
    writeFileSync(join(outside, 'manifest.json'), JSON.stringify(manifest))
    const before = treeOf(outside)
    sheet(work, rows('a', 'b'))
    mkdirSync(join(work, 'sortie/c'), { recursive: true })
    for (const id of ['b', 'gone']) symlinkSync(outside, join(work, 'sortie', id))
    const doctored = {
      ...manifest,
      kit: 'c',
      pieces: [{ id: 'p', files: [{ path: '../../../outside/keep.svg', format: 'svg' }] }],
    }
    writeFileSync(join(work, 'sortie/c/manifest.json'), JSON.stringify(doctored))
    const orphans = ['gone', '../outside', '..', 'c', '', 3, '/tmp']
    writeFileSync(join(work, 'sortie/batch.json'), `{\n"orphans": ${JSON.stringify(orphans)},\n"kits": [\n]\n}\n`)
    const { status, said } = await batch(work, ['s.csv', '--jobs', '1', '--prune'])
    expect(status, said).toBe(3)
    expect(said).toContain('un lien porte le nom du dossier')
    expect(isMade(work, 'a')()).toBe(true)
    expect(treeOf(outside)).toEqual(before)
  })

  it('survives reports and manifests that are damaged', async () => {
    const work = folder('damaged')
    sheet(work, ALL)
    await batch(work)
    const out = join(work, 'sortie')
    const json = readFileSync(join(out, 'batch.json'), 'utf8')
    const bad = [
      json.slice(0, json.length / 2),
      `"orphans": [[[,\n"diagnostics": {,\n{"diagnostics":[]}\n{"diagnostics":3,"kit":"a"}\n`,
      json.replaceAll('"pieces":[', '"pieces":[4,').replaceAll('"kit":"a"', '"kit":"../x"'),
      json.replaceAll('"origin":{', '"origin":3,"x":{'),
    ]
    const manifest = readFileSync(join(out, 'a/manifest.json'), 'utf8')
    const worse = [
      '[',
      manifest.replace('"diagnostics": [', '"diagnostics": [{"rule":"x","at":3},'),
      manifest.replace('"trim"', '"brim"'),
      '{}',
    ]
    for (const [index, text] of bad.entries()) {
      writeFileSync(join(out, 'batch.json'), text)
      writeFileSync(join(out, 'a/manifest.json'), worse[index] ?? '')
      const args = [
        's.csv',
        '--jobs',
        '1',
        '--force',
        ...(index === 0 ? ['--last-failed'] : index === 1 ? ['--prune'] : []),
      ]
      const { status, said } = await batch(work, args)
      expect([0, 1, 5], `${index}: ${said}`).toContain(status)
      expect(said).not.toContain('interne')
    }
    expect(treeOf(out)).toEqual(whole)
  })

  /** Root may mount; elsewhere there is no small disk to fill. */
  const small = folder('small')
  const canMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', small]).status === 0
  if (canMount) spawnSync('umount', [small])

  it.skipIf(!canMount)('stops on a full disk with one sentence, and goes on once there is room', async () => {
    const work = folder('full')
    sheet(work, ALL)
    mkdirSync(join(work, 'sortie'))
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', join(work, 'sortie')])
    try {
      const full = await batch(work)
      expect(full.status, full.said).toBe(3)
      expect(full.said.match(/le disque est plein/g), full.said).toHaveLength(1)
      expect(isMade(work, 'a')(), full.said).toBe(true)
      for (const [path, bytes] of Object.entries(kitsOf(join(work, 'sortie')))) {
        if (path.endsWith('.svg')) expect(bytes === whole[path], path).toBe(true)
      }
      expect(hidden(treeOf(join(work, 'sortie')))).toEqual([])
      spawnSync('mount', ['-o', 'remount,ro', join(work, 'sortie')])
      const forbidden = await batch(work)
      expect([forbidden.status, forbidden.said.trim().split('\n').length], forbidden.said).toEqual([3, 1])
      expect(forbidden.said).toContain('lecture seule')
      spawnSync('mount', ['-o', 'remount,rw,size=8m', join(work, 'sortie')])
      await resumed(work)
    } finally {
      spawnSync('umount', [join(work, 'sortie')])
    }
  })

  it('does not stop the others for two rows of one id', async () => {
    const work = folder('doubles')
    sheet(work, [...rows('a', 'b'), row('a', 'Une autre'), row('c')])
    const { status, said } = await batch(work)
    expect(status, said).toBe(5)
    expect(said.match(/duplicate-kit/g)?.length, said).toBeGreaterThanOrEqual(2)
    expect(['a', 'b', 'c'].map(id => isMade(work, id)())).toEqual([false, true, true])
  })
})
