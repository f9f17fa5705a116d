// The same input gives the same bytes, whatever the run, the clock, the time zone, the locale and the other kits (CONTRACT §8).
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'signakit-bytes-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** Mirrored, drilled, with codes and a photo. */
const EXAMPLES = ['micro-creche', 'photo']

type Environment = Readonly<Record<string, string>>

const QUIET: Environment = { TZ: 'UTC', LANG: 'C' }

let count = 0

/** The files of one run, by path in the output folder. */
function render(examples: readonly string[], environment: Environment, out = join(work, `${++count}`)) {
  const kits = examples.map(name => join(root, 'examples', `${name}.yaml`))
  return renderFiles(kits, environment, out, work)
}

function renderFiles(kits: readonly string[], environment: Environment, out: string, cwd: string) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/signakit.js'), 'render', ...kits, '-o', out, '--format', 'pdf,svg,png', '--dpi', '40'],
    { cwd, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: work, ...environment } },
  )
  expect(status, stderr).toBe(0)
  return filesOf(out)
}

function filesOf(out: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(name => /\.\w+$/.test(name))
  return new Map(names.sort().map(name => [name, readFileSync(join(out, name))]))
}

const digests = (files: ReadonlyMap<string, Buffer>): Readonly<Record<string, string>> =>
  Object.fromEntries([...files].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]))

describe('the same bytes', { timeout: 300_000 }, () => {
  const out = join(work, 'first')
  const first = render(EXAMPLES, QUIET, out)
  const wanted = digests(first)

  it('are compared on every format and on manifests', () => {
    const kinds = Object.keys(wanted).map(name => name.slice(name.lastIndexOf('.') + 1))
    expect([...new Set(kinds)].sort()).toEqual(['json', 'pdf', 'png', 'svg'])
    expect(kinds.length).toBeGreaterThan(15)
  })

  it('come of a second run, over the files of a first one', () => {
    expect(digests(render(EXAMPLES, QUIET, out))).toEqual(wanted)
  })

  const elsewhere: readonly Environment[] = [
    { TZ: 'Pacific/Auckland', LANG: 'fr_FR.UTF-8' },
    { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  ]
  it.each(elsewhere)('come under $TZ and $LANG', environment => {
    expect(digests(render(EXAMPLES, environment))).toEqual(wanted)
  })

  it('come in another order, and alone', () => {
    expect(digests(render([...EXAMPLES].reverse(), QUIET))).toEqual(wanted)
    const [alone = ''] = EXAMPLES
    const files = digests(render([alone], QUIET))
    expect(Object.keys(files).length).toBeGreaterThan(5)
    expect(wanted).toMatchObject(files)
  })

  it('come wherever the kit lies, manifest and its places included', () => {
    const [here, there] = [join(work, 'ici'), join(work, 'ailleurs/plus/loin')]
    for (const folder of [here, there]) {
      mkdirSync(folder, { recursive: true })
      copyFileSync(join(root, 'examples/nom-long.yaml'), join(folder, 'kit.yaml'))
    }
    const one = renderFiles([join(here, 'kit.yaml')], QUIET, join(work, 'un'), work)
    const other = renderFiles(['kit.yaml'], QUIET, join(work, 'autre'), there)
    expect([...one.values()].join('')).toContain('"line"')
    expect(digests(other)).toEqual(digests(one))
  })

  it('but for the dates that SOURCE_DATE_EPOCH sets, and the identifiers that come of them', () => {
    const dated = render(EXAMPLES, { ...QUIET, SOURCE_DATE_EPOCH: '1700000000' })
    expect([...dated.keys()]).toEqual([...first.keys()])
    for (const [name, bytes] of dated) {
      if (name.endsWith('.json')) continue
      const before = first.get(name) ?? Buffer.alloc(0)
      if (!name.endsWith('.pdf')) expect(bytes.equals(before), name).toBe(true)
      else {
        expect(bytes.equals(before), name).toBe(false)
        expect(bytes.toString('latin1')).toContain('D:20231114221320Z')
        expect(undated(bytes), name).toBe(undated(before))
      }
    }
  })
})

/** A PDF without what depends on its date, as a digest: a difference would be megabytes long. */
const undated = (pdf: Buffer): string =>
  createHash('sha256')
    .update(
      pdf
        .toString('latin1')
        .replace(/D:\d{14}Z?/g, 'D:')
        .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, 'T')
        .replace(/uuid:[0-9a-f-]{36}/g, 'uuid:')
        .replace(/\/ID \[[^\]]*\]/g, '/ID'),
    )
    .digest('hex')
