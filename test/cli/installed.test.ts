// The tool as npm lays it out: what V8 compiled is kept beside the code, and nothing depends on it.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'signakit-installed-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const SHIPPED = ['package.json', 'bin', 'dist', 'templates', 'assets']
const NOT_SHIPPED = [join(root, 'dist/compiled'), join(root, 'dist/bench')]

const KIT = `structure: { id: lilas, nom: Les Lilas, type: creche, caf: '33' }
kit: { pieces: [plaque-200x150] }
`

let tool = base
let count = 0
beforeEach(() => {
  tool = join(base, `${++count}`)
  mkdirSync(tool)
  for (const name of SHIPPED)
    cpSync(join(root, name), join(tool, name), { recursive: true, filter: path => !NOT_SHIPPED.includes(path) })
  symlinkSync(join(root, 'node_modules'), join(tool, 'node_modules'))
  writeFileSync(join(tool, 'kit.yaml'), KIT)
})

const compiled = (): string => join(tool, 'dist/compiled')

const signakit = (...words: readonly string[]) =>
  spawnSync(process.execPath, [join(tool, 'bin/signakit.js'), ...words], {
    cwd: tool,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: tool, LANG: 'fr_FR.UTF-8' },
  })

/** Renders the kit, and returns the bytes of its PDF. */
function render(): Buffer {
  const { status, stderr } = signakit('render', 'kit.yaml', '--format', 'pdf')
  expect(stderr).not.toContain('erreur')
  expect(status).toBe(0)
  return readFileSync(join(tool, 'sortie/lilas/lilas_plaque-200x150.pdf'))
}

describe('an installation', { timeout: 120_000 }, () => {
  it('keeps what V8 compiled, starts with it, and draws the same', () => {
    const first = render()
    const [name = '', ...others] = readdirSync(compiled())
    expect(name).toContain(process.version)
    expect(others).toEqual([])
    const kept = readFileSync(join(compiled(), name))
    expect(render()).toEqual(first)
    // Taken, so not written again.
    expect(readFileSync(join(compiled(), name)).equals(kept)).toBe(true)
  })

  it('reads its script byte by byte: the letters of its regular expressions are escaped like those of its strings', () => {
    const scripts = readdirSync(join(tool, 'dist')).filter(name => /\.c?js$/.test(name))
    expect(scripts.length).toBeGreaterThanOrEqual(3)
    for (const name of scripts) expect(readFileSync(join(tool, 'dist', name), 'latin1')).not.toMatch(/[^\0-\x7F]/)
  })

  it('works where nothing can be kept', () => {
    writeFileSync(compiled(), 'no folder')
    render()
    expect(readFileSync(compiled(), 'utf8')).toBe('no folder')
  })

  it('does not trust what was kept and is damaged', () => {
    const first = render()
    const [name = ''] = readdirSync(compiled())
    const path = join(compiled(), name)
    for (const damage of [Buffer.alloc(0), Buffer.alloc(1_000_000), Buffer.from('no code')]) {
      writeFileSync(path, damage)
      expect(render()).toEqual(first)
      expect(readFileSync(path).length).toBeGreaterThan(damage.length)
    }
  })

  it('reads its own templates as they are now, though the build knew them otherwise', () => {
    const before = render()
    const template = join(tool, 'templates/brands/caf-maquette/plaque.yaml')
    const text = readFileSync(template, 'utf8')
    expect(text).toContain('\n  nom: 3.5u\n')
    writeFileSync(template, text.replace('  nom: 3.5u', '  nom: 2.5u'))
    expect(render()).not.toEqual(before)
    writeFileSync(template, text.replace('title: Plaque', 'titre: Plaque'))
    const { status, stderr } = signakit('render', 'kit.yaml')
    expect(status).toBe(1)
    expect(stderr).toContain('plaque.yaml:')
    expect(stderr).toContain('`titre`')
  })
})
