// A batch is stopped in every way that a machine knows; the next run gives, byte for byte, what an uninterrupted one gives.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { numberingOf } from '../../src/host/running.ts'
import { manifestFileOf, manifestPieceOf } from '../fixtures/manifest-piece.ts'
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

/** As a run of this very process marks its lock, but for when it started. */
const HERE = { pid: process.pid, host: hostname(), numbering: numberingOf() }
const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
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

  /** Beside a sheet, what an uninterrupted run has left. */
  function finished(work: string): void {
    sheet(work, ALL)
    cpSync(join(base, 'whole/sortie'), join(work, 'sortie'), { recursive: true })
  }

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

  it('killed while it plans, before the first kit and in the middle, leaves whole files and no process, and is taken up', async () => {
    const work = folder('parent')
    sheet(work, ALL)
    const moments = [
      () => existsSync(join(work, 'sortie/.signakit/lock')),
      () => existsSync(join(work, 'sortie/run.start.json')),
      isMade(work, 'b'),
    ]
    for (const [index, moment] of moments.entries()) {
      const run = start(work, ['s.csv', '--jobs', '2'])
      await until(moment)
      const workers = childrenOf(run.child.pid)
      run.child.kill('SIGKILL')
      await run.ended
      await until(() => !workers.some(lives))
      expect(end(work), `${index}`).toEqual({})
      for (const [path, bytes] of Object.entries(treeOf(join(work, 'sortie')))) {
        if (path.endsWith('.svg')) expect(bytes === whole[path], path).toBe(true)
      }
      // Of the run that was killed: the next moment is one of its own.
      rmSync(join(work, 'sortie/run.start.json'), { force: true })
      rmSync(join(work, 'sortie/.signakit'), { recursive: true, force: true })
    }
    await resumed(work)
  })

  it('asked by a signal, finishes what is in hand and says how to go on; asked twice, does not wait', async () => {
    const work = folder('signals')
    sheet(work, ALL)
    const twice = start(work, ['s.csv', '--jobs', '1'])
    await until(isMade(work, 'a'))
    const workers = childrenOf(twice.child.pid)
    twice.child.kill('SIGINT')
    await until(() => twice.child.exitCode !== null || !twice.child.kill('SIGINT'), 5).catch(() => {})
    const asked = await twice.ended
    expect(asked.status).toBe(130)
    expect(asked.said).toContain('signakit batch --resume --out ')
    await until(() => !workers.some(lives), 5)

    const run = start(work, ['s.csv', '--jobs', '1'])
    await until(isMade(work, 'c'))
    run.child.kill('SIGTERM')
    const { status, said } = await run.ended
    expect([status, end(work).status], said).toEqual([130, 'interrupted'])
    expect(said).toContain('interruption demandée')
    expect(said).toContain('signakit batch --resume --out ')
    expect(said).toMatch(/interrompu, \d\u00a0kits? restent? à faire|interrompu, 1\u00a0kit reste à faire/)
    const left = treeOf(join(work, 'sortie'))
    expect(hidden(left)).toEqual([])
    expect(left['batch.json']).toContain('"kit":"a"')
    expect(existsSync(join(work, 'sortie/f'))).toBe(false)
    const again = await batch(work, ['--resume', '--out', 'sortie'])
    expect(again.status, again.said).toBe(0)
    const { 'run.start.json': _, ...told } = treeOf(join(work, 'sortie'))
    expect({ ...told, 'run.start.json': whole['run.start.json'] }).toEqual(whole)
  })

  it('asked while it reads its rows, stops there: nothing is made', async () => {
    const work = folder('reading')
    sheet(
      work,
      Array.from({ length: 20_000 }, (_, index) => row(`n-${index}`)),
    )
    const run = start(work, ['s.csv', '--jobs', '1'])
    await until(() => existsSync(join(work, 'sortie/.signakit/lock')))
    run.child.kill('SIGINT')
    const { status, said } = await run.ended
    expect([status, said], said).toEqual([130, 'interrompu pendant la lecture\u00a0: rien n’a été fabriqué\n'])
    expect(treeOf(work)).toEqual({ 's.csv': readFileSync(join(work, 's.csv'), 'latin1') })
  })

  it('does not run twice in one folder, and takes over from the dead', async () => {
    const work = folder('lock')
    finished(work)
    mkdirSync(join(work, 'sortie/.signakit'), { recursive: true })
    const lock = join(work, 'sortie/.signakit/lock')
    writeFileSync(lock, JSON.stringify(HERE))
    const held = await batch(work)
    expect(held.status).toBe(3)
    expect(held.said).toContain(`processus ${process.pid} de ${hostname()}`)
    const shard = await batch(work, ['s.csv', '--shard', '1/2'])
    expect(shard.status, shard.said).toBe(3)
    // The same number, but another process: after a restart, as in a container.
    writeFileSync(lock, JSON.stringify({ ...HERE, start: 'another boot 12' }))
    writeFileSync(join(work, 'sortie/.signakit/lock-spool-0'), 'of the dead')
    writeFileSync(join(work, 'sortie/.batch.json.999999999-0123abcd-1.tmp'), 'of the dead')
    await resumed(work)
  })

  /** A run that is held up in the middle of a kit, as by `docker pause`: all its processes, before the kit has a name. */
  async function heldUp(work: string): Promise<ReturnType<typeof start>> {
    const run = start(work, ['s.csv', '--jobs', '1'])
    await until(isMade(work, 'b'))
    const all = [run.child.pid ?? 0, ...childrenOf(run.child.pid)]
    const isBefore = (): boolean => {
      for (const pid of all) process.kill(pid, 'SIGSTOP')
      const files = Object.keys(treeOf(join(work, 'sortie')))
      const halves = files.filter(path => path.endsWith('.svg') && !isMade(work, dirname(path))())
      if (halves.every(path => path.includes('/.')) && !files.some(path => path.includes('/.manifest'))) return true
      for (const pid of all) process.kill(pid, 'SIGCONT')
      return false
    }
    await until(isBefore)
    return run
  }

  it.each(['is still at work', 'has finished'])(
    'held up until another took its folder, stops and touches nothing of it: the other %s',
    async how => {
      const work = folder(`held-up-${how}`)
      sheet(work, ALL)
      const out = join(work, 'sortie')
      const lock = join(out, '.signakit/lock')
      const run = await heldUp(work)
      const kits = childrenOf(run.child.pid)
      // Of a machine that has not been heard of for long.
      const foreign = JSON.stringify({ pid: 1, host: 'une-autre-machine' })
      writeFileSync(lock, foreign)
      utimesSync(lock, new Date(0), new Date(0))
      sheet(
        work,
        IDS.map(id => row(id, `Maison ${id}`)),
      )
      const other = await batch(work)
      expect(other.status, other.said).toBe(0)
      // Another machine cannot tell whose they are, and clears them away.
      for (const path of hidden(treeOf(out))) rmSync(join(out, path))
      const theirs = treeOf(out)
      if (how === 'is still at work') {
        mkdirSync(join(out, '.signakit'), { recursive: true })
        writeFileSync(lock, foreign)
      }
      for (const pid of [run.child.pid ?? 0, ...kits]) process.kill(pid, 'SIGCONT')
      const { status, said } = await run.ended
      expect(status, said).toBe(3)
      expect(said).toContain('un autre lot a pris ce dossier')
      expect(said.match(/erreur/g), said).toHaveLength(1)
      const { '.signakit/lock': held, ...left } = treeOf(out)
      expect([left, held]).toEqual([theirs, how === 'is still at work' ? foreign : undefined])
      rmSync(lock, { force: true })
      sheet(work, ALL)
      await resumed(work)
    },
  )

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
    // The kit alone is refused, the others are right.
    finished(work)
    for (const id of ['b', 'c']) rmSync(join(work, 'sortie', id), { recursive: true })
    writeFileSync(join(work, 'sortie/b'), 'mine')
    const kit = await batch(work)
    expect(kit.status, kit.said).toBe(3)
    expect(readFileSync(join(work, 'sortie/b'), 'utf8')).toBe('mine')
    expect(isMade(work, 'c')(), kit.said).toBe(true)
    rmSync(join(work, 'sortie/b'))
    await resumed(work)
  })

  it('writes and removes nothing through a link, whatever manifests and reports say', async () => {
    const work = folder('links')
    const outside = folder('outside')
    for (const name of ['keep.svg', '.x.999999999-0123abcd-1.tmp']) writeFileSync(join(outside, name), 'mine')
    const pieceWith = (path: string) => manifestPieceOf({ files: [manifestFileOf(path)] })
    const manifest = { schema: 1, kit: 'gone', pieces: [pieceWith('keep.svg')] }
    writeFileSync(join(outside, 'manifest.json'), JSON.stringify(manifest))
    const before = treeOf(outside)
    sheet(work, rows('a', 'b'))
    mkdirSync(join(work, 'sortie/c'), { recursive: true })
    for (const id of ['b', 'gone']) symlinkSync(outside, join(work, 'sortie', id))
    const doctored = { ...manifest, kit: 'c', pieces: [pieceWith('../../../outside/keep.svg')] }
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
    finished(work)
    const out = join(work, 'sortie')
    const json = readFileSync(join(out, 'batch.json'), 'utf8')
    // Lines are read one by one: the damages of several files stand in one.
    const bad = [
      json.slice(0, json.length / 2),
      `"orphans": [[[,\n"diagnostics": {,\n{"diagnostics":[]}\n{"diagnostics":3,"kit":"a"}\n`,
      json.replaceAll('"pieces":[', '"pieces":[4,').replaceAll('"kit":"a"', '"kit":"../x"'),
      json.replaceAll('"origin":{', '"origin":3,"x":{'),
    ]
    writeFileSync(join(out, 'batch.json'), bad.join('\n'))
    const worse: Readonly<Record<string, (manifest: string) => string>> = {
      a: () => '[',
      b: manifest => manifest.replace('"diagnostics": [', '"diagnostics": [{"rule":"x","at":3},'),
      c: manifest => manifest.replace('"trim"', '"brim"'),
      d: () => '{}',
      e: manifest => manifest.slice(0, manifest.length / 2),
    }
    for (const [id, change] of Object.entries(worse)) {
      const path = join(out, id, 'manifest.json')
      writeFileSync(path, change(readFileSync(path, 'utf8')))
    }
    // Files whose manifest says nothing are not ours any more: --force takes them back.
    const { status, said } = await batch(work, ['s.csv', '--jobs', '1', '--force', '--prune'])
    expect(status, said).toBe(0)
    expect(said).not.toContain('interne')
    expect(said).toContain('6\u00a0faits maintenant')
    const { 'run.start.json': _, ...told } = treeOf(out)
    expect({ ...told, 'run.start.json': whole['run.start.json'] }).toEqual(whole)
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
})
