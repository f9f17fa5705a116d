// A server that anyone may have written to makes no worker read or write outside its folders, and no run believe anything.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Job } from '../../src/batch/job.ts'
import { readAddress } from '../../src/batch/queue/address.ts'
import { comparable, needed } from '../../src/batch/queue/compare.ts'
import { reach, startOf } from '../../src/batch/queue/reach.ts'
import { readOrder, readResult } from '../../src/batch/queue/wire.ts'
import { fenceWorld, mapPath } from '../../src/host/fence.ts'
import { openWorld } from '../../src/host/world.ts'
import { reportOfManifest } from '../../src/model/kit-report.ts'
import type { Manifest } from '../../src/model/manifest.ts'
import { PLAIN } from '../../src/pipeline.ts'
import { manifestPieceOf } from '../fixtures/manifest-piece.ts'

const base = realpathSync(mkdtempSync(join(tmpdir(), 'signakit-queue-')))
const root = join(base, 'srv')
mkdirSync(join(root, 'out/.signakit'), { recursive: true })
mkdirSync(join(base, 'ailleurs/.signakit'), { recursive: true })
writeFileSync(join(root, 'kits.csv'), 'nom\nLes Lilas\n')
writeFileSync(join(base, 'secret.yaml'), 'structure: { nom: secret }\n')
symlinkSync(base, join(root, 'sortie-par-lien'))
symlinkSync(join(base, 'secret.yaml'), join(root, 'lien.yaml'))

const world = openWorld()
const fence = { roots: [root], maps: [{ from: '/srv/caf', to: root }] }

const job: Job = {
  entry: {
    index: 0,
    file: '/srv/caf/kits.csv',
    origin: { file: 'kits.csv', sheet: '', cell: 'A2' },
    content: { kind: 'value', data: { structure: { nom: 'Les Lilas' } }, spans: {} },
    diagnostics: [],
  },
  key: 'a'.repeat(64),
  options: PLAIN,
  out: '/srv/caf/out',
}

describe('a worker', () => {
  it('makes what lies in its folders, under its own names', () => {
    expect(reach(job, fence, world)).toEqual({ ok: true, job: { ...job, out: join(root, 'out') } })
  })

  it.each([
    ['/etc', 'a folder of the system'],
    [join(base, 'ailleurs'), 'a folder beside its own'],
    ['/srv/caf/../../ailleurs', 'a way up'],
    ['/srv/caf/sortie-par-lien/ailleurs', 'a link that leads out'],
    ['/srv/caf/sans-lot', 'a folder where no run is'],
    ['out', 'a relative folder'],
    ['/srv/caf/out\0', 'a name with a NUL'],
  ])('does not write into %j: %s', out => {
    expect(reach({ ...job, out }, fence, world)).toMatchObject({ ok: false })
  })

  it.each(['/etc/passwd', '/srv/caf/../secret.yaml', '/srv/caf/lien.yaml', 'kits.csv'])('does not read %j', file => {
    expect(reach({ ...job, entry: { ...job.entry, file } }, fence, world)).toMatchObject({ ok: false })
  })

  it('does not take another project for that of the run', () => {
    expect(reach({ ...job, project: 'b'.repeat(64) }, fence, world)).toMatchObject({ ok: false })
  })

  it('drops what a run asked for that no longer holds the output, and obeys the one that does', () => {
    const [lock, by] = [join(root, 'out/.signakit/lock'), 'r1']
    expect(reach({ ...job, by }, fence, world)).toEqual({ ok: false, path: job.out, isOver: true })
    writeFileSync(lock, JSON.stringify({ pid: 1, host: 'a', run: 'r2' }))
    expect(reach({ ...job, by }, fence, world)).toEqual({ ok: false, path: job.out, isOver: true })
    // A part beside another.
    writeFileSync(`${lock}.2-of-3`, JSON.stringify({ pid: 1, host: 'a', run: by }))
    expect(reach({ ...job, by }, fence, world)).toMatchObject({ ok: true, job: { by } })
    writeFileSync(`${lock}.2-of-3`, '')
    expect(reach({ ...job, by }, fence, world)).toMatchObject({ ok: true })
    for (const path of [lock, `${lock}.2-of-3`]) rmSync(path)
  })

  it('reads nothing else while it makes a kit', () => {
    const fenced = fenceWorld(world, fence)
    expect(fenced.read('/etc/passwd')).toEqual({ ok: false, reason: 'outside' })
    expect(fenced.read('/srv/caf/lien.yaml')).toEqual({ ok: false, reason: 'outside' })
    expect(fenced.list('/etc')).toEqual([])
    expect(fenced.kind('/etc/passwd')).toBe('none')
    expect(fenced.read('/srv/caf/kits.csv')).toMatchObject({ ok: true })
    expect(fenced.read(world.own('package.json'))).toMatchObject({ ok: true })
  })
})

describe('an order', () => {
  it('is read back as it was written', () => {
    const order = JSON.parse(JSON.stringify({ job, run: 'r' }))
    expect(readOrder(order)).toEqual(order)
  })

  it.each([
    { job: { ...job, key: '../../etc' }, run: 'r' },
    { job: { ...job, options: { ...job.options, dpi: 1_000_000 } }, run: 'r' },
    { job: { ...job, options: { ...job.options, formats: ['exe'] } }, run: 'r' },
    { job: { ...job, shell: 'rm' }, run: 'r' },
    { run: 'r' },
    'r',
    null,
  ])('that is none of ours is not read (%#)', order => {
    expect(readOrder(order)).toBeUndefined()
  })
})

describe('an answer', () => {
  const report = {
    index: 0,
    file: '/srv/caf/kits.csv',
    origin: job.entry.origin,
    status: 'refused',
    kit: 'les-lilas',
    pieces: [],
    diagnostics: [],
  }
  const reads = { read: { 'logo.svg': 'missing' }, list: {}, kind: {} }
  const answer = (changed: object): string =>
    JSON.stringify({
      run: 'r',
      host: 'atelier',
      made: { answer: { report: { ...report, ...changed }, findings: [], removed: [], reads } },
    })

  it('is believed when it has our form and is of that entry', () => {
    expect(readResult(answer({}), job)).toMatchObject({ run: 'r' })
  })

  it('is understood whole, as a worker makes it of a manifest', () => {
    const manifest: Manifest = {
      schema: 1,
      signakit: '0.1.0',
      kit: 'k',
      structure: { nom: 'Les Lilas', commune: 'Bordeaux', caf: ['33'] },
      source: 'kits.csv',
      sourceSha256: 'c0',
      brand: { id: 'b', version: '1', status: 'draft', sha256: 'c1' },
      pieces: [manifestPieceOf()],
      diagnostics: [],
    }
    const own = reportOfManifest({ ...job.entry, mends: 'kits.csv:2' }, manifest)
    expect(readResult(answer(own), job)).toEqual(JSON.parse(answer(own)))
  })

  it.each([{ kit: '../../etc' }, { folder: '..' }, { index: 1 }, { status: 'fait' }, { pieces: [{}] }])(
    'is not, with %j',
    changed => {
      expect(readResult(answer(changed), job)).toBeUndefined()
    },
  )
})

describe('what was read', () => {
  const hash = 'a'.repeat(64)
  const reads = {
    read: { 'logo.svg': hash, 'absent.svg': 'missing', 'lien.svg': 'outside', 'photo.tif': 'too-large' },
    list: {},
    kind: { 'logo.svg': 'file' },
  }

  it('is compared but for what our own guards refuse everywhere', () => {
    expect(comparable(reads)).toEqual({ ...reads, read: { 'logo.svg': hash, 'absent.svg': 'missing' } })
  })

  it('is asked of a worker where there is something to have', () => {
    expect(needed(reads)).toEqual({ ...reads, read: { 'logo.svg': hash } })
  })
})

describe('paths', () => {
  it('follow the longest name that fits, whole names only', () => {
    const maps = [
      { from: '/srv', to: '/mnt' },
      { from: '/srv/caf', to: '/data' },
    ]
    expect(mapPath('/srv/caf/a', maps)).toBe('/data/a')
    expect(mapPath('/srv/cafard', maps)).toBe('/mnt/cafard')
    expect(mapPath('/autre', maps)).toBe('/autre')
  })

  it('start from the folder of the run only where they are relative', () => {
    expect(startOf(job, '/ici')).toEqual({})
    expect(startOf({ ...job, options: { ...PLAIN, brand: 'caf-maquette' } }, '/ici')).toEqual({})
    expect(startOf({ ...job, options: { ...PLAIN, brand: './charte' } }, '/ici')).toEqual({ cwd: '/ici' })
  })
})

describe('an address', () => {
  it.each([
    ['redis://a', 'redis://a:6379', 'redis://a:6379'],
    ['valkey://a:80/2', 'redis://a:80/2', 'valkey://a:80/2'],
    ['rediss://u:p%40ss@a:6380', 'rediss://u:p%40ss@a:6380', 'rediss://a:6380'],
    ['redis://[::1]:7000', 'redis://[::1]:7000', 'redis://[::1]:7000'],
  ])('%s', (written, url, shown) => {
    expect(readAddress(written, undefined)).toMatchObject({ url, shown })
  })

  it.each(['http://a', 'redis://', 'redis:a', 'redis://a/x', 'redis://a:99999'])('%s is none', written => {
    expect(readAddress(written, undefined)).toBeUndefined()
  })
})
