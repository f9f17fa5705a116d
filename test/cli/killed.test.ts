// A run that is killed at any moment, in the middle of a write as between two renames, leaves whole files that its manifest
// names; the next run takes up from there and gives what it would have given (CONTRACT §5).
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const killer = pathToFileURL(join(root, 'test/fixtures/kill-at.mjs')).href
const base = mkdtempSync(join(tmpdir(), 'signakit-killed-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

type Tree = ReadonlyMap<string, string>

/** Temporaries of a killed process are not files anybody takes for finished. */
const treeOf = (folder: string): Tree =>
  new Map(
    (existsSync(folder) ? readdirSync(folder).sort() : [])
      .filter(name => !name.startsWith('.'))
      .map(name => [name, readFileSync(join(folder, name), 'latin1')]),
  )

const kit = (nom: string, pieces: readonly string[]): string =>
  JSON.stringify({ structure: { id: 'lilas', nom, type: 'creche', caf: '33' }, kit: { pieces } })

/** The second run changes a file, adds one and removes one. */
const BEFORE = kit('Les Lilas', ['vitrophanie-a6', 'plaque-200x150'])
const AFTER = kit('Les Glycines', ['vitrophanie-a6', 'vitrophanie-150x150'])

function render(work: string, content: string, killAt?: number) {
  writeFileSync(join(work, 'kit.yaml'), content)
  const steps = killAt === undefined ? {} : { KILL_AT: String(killAt) }
  return spawnSync(
    process.execPath,
    ['--import', killer, join(root, 'bin/signakit.js'), 'render', 'kit.yaml', '--format', 'pdf'],
    { cwd: work, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: work, LANG: 'fr_FR.UTF-8', ...steps } },
  )
}

function named(tree: Tree): readonly string[] {
  // Its shape is what every test of the manifest holds it to.
  const { pieces } = JSON.parse(tree.get('manifest.json') ?? '{"pieces":[]}') as {
    pieces: readonly { readonly files: readonly { readonly path: string }[] }[]
  }
  return pieces.flatMap(({ files }) => files.map(({ path }) => path))
}

it('leaves whole files of its own, and is taken up again', { timeout: 600_000 }, () => {
  const work = join(base, 'whole')
  mkdirSync(work)
  const sortie = join(work, 'sortie/lilas')
  expect(render(work, BEFORE).status).toBe(0)
  const before = treeOf(sortie)
  cpSync(join(work, 'sortie'), join(base, 'before'), { recursive: true })
  const whole = render(work, AFTER)
  const after = treeOf(sortie)
  expect([...after.keys()]).toEqual(['lilas_vitrophanie-150x150.pdf', 'lilas_vitrophanie-a6.pdf', 'manifest.json'])
  const steps = Number(/steps (\d+)/.exec(whole.stderr)?.[1])
  expect(steps).toBeGreaterThan(10)

  for (let step = 1; step <= steps; step++) {
    rmSync(join(work, 'sortie'), { recursive: true })
    cpSync(join(base, 'before'), join(work, 'sortie'), { recursive: true })
    expect(render(work, AFTER, step).signal, `step ${step}`).toBe('SIGKILL')
    const left = treeOf(sortie)
    for (const [name, bytes] of left) {
      if (name === 'manifest.json') continue
      expect([before.get(name), after.get(name)].includes(bytes), `${name} at step ${step}`).toBe(true)
      expect(named(left), `step ${step}`).toContain(name)
    }
    const again = render(work, AFTER)
    expect([again.status, again.stderr.includes('foreign-file')], `step ${step}: ${again.stderr}`).toEqual([0, false])
    expect(treeOf(sortie)).toEqual(after)
  }
})
