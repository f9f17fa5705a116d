// Nothing stale is left in the output, and nothing that is not ours is touched (CONTRACT §5).
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'signakit-stale-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

let work = base
let count = 0
beforeEach(() => {
  work = join(base, `${++count}`)
  mkdirSync(work)
})

const STICKER = 'vitrophanie-a6'
const PLAQUE = 'plaque-200x150'

type Kit = { readonly name?: string; readonly pieces?: readonly string[] }

/** The id stays whatever the name: it is the same kit that is mended. */
function writeKit({ name = 'Les Lilas', pieces = [STICKER, PLAQUE] }: Kit = {}): void {
  const structure = { id: 'lilas', nom: name, type: 'creche', caf: '33' }
  writeFileSync(join(work, 'kit.yaml'), JSON.stringify({ structure, kit: { pieces } }))
}

type Ran = { readonly status: number | null; readonly stderr: string }

function render(...options: readonly string[]): Ran {
  const formats = options.includes('--format') ? [] : ['--format', 'pdf']
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/signakit.js'), 'render', 'kit.yaml', ...formats, ...options],
    { cwd: work, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: work, LANG: 'fr_FR.UTF-8' } },
  )
  return { status, stderr: stderr.replaceAll('\u00a0', ' ') }
}

const out = (): string => join(work, 'sortie/lilas')

const files = (): readonly string[] => readdirSync(out()).sort()

const ours = (piece: string, format = 'pdf'): string => `lilas_${piece}.${format}`

type Entry = { readonly id: string; readonly status: string; readonly files: readonly { readonly path: string }[] }

/** Pieces of the manifest as `id status file…`. */
function manifest(): readonly string[] {
  // Its shape is what the tests below hold it to.
  const { pieces } = JSON.parse(readFileSync(join(out(), 'manifest.json'), 'utf8')) as { pieces: readonly Entry[] }
  return pieces.map(({ id, status, files: written }) => [id, status, ...written.map(({ path }) => path)].join(' '))
}

/** Far beyond what an A6 sticker holds. */
const LONG = Array.from({ length: 12 }, () => 'Interdépartementale').join(' ')

describe('a kit that is rendered, spoilt and mended', { timeout: 120_000 }, () => {
  it('loses the files of the pieces that are refused, and gets them back', () => {
    writeKit()
    expect(render().status).toBe(0)
    expect(files()).toEqual([ours(PLAQUE), ours(STICKER), 'manifest.json'])

    writeKit({ name: LONG })
    const spoilt = render()
    expect(spoilt.status).toBe(1)
    expect(spoilt.stderr).toContain('[text-overflow]')
    for (const piece of [STICKER, PLAQUE])
      expect(spoilt.stderr).toContain(`retiré : sortie/lilas/${ours(piece)}, la pièce est refusée`)
    expect(files()).toEqual(['manifest.json'])
    expect(manifest()).toEqual([`${PLAQUE} refused`, `${STICKER} refused`])

    writeKit()
    const mended = render()
    expect(mended.status).toBe(0)
    expect(mended.stderr).not.toContain('retiré')
    expect(files()).toEqual([ours(PLAQUE), ours(STICKER), 'manifest.json'])
    expect(manifest()).toEqual([`${PLAQUE} ok ${ours(PLAQUE)}`, `${STICKER} ok ${ours(STICKER)}`])
  })

  it('loses the pieces and the formats that are no longer asked for', () => {
    writeKit()
    expect(render('--format', 'pdf,svg').status).toBe(0)
    expect(files()).toHaveLength(5)
    const fewer = render()
    expect(fewer.stderr).toContain(`retiré : sortie/lilas/${ours(PLAQUE, 'svg')}`)
    expect(files()).toEqual([ours(PLAQUE), ours(STICKER), 'manifest.json'])
    writeKit({ pieces: [PLAQUE] })
    expect(render().stderr).toContain(`retiré : sortie/lilas/${ours(STICKER)}, la pièce n’est plus demandée`)
    expect(files()).toEqual([ours(PLAQUE), 'manifest.json'])
    expect(manifest()).toEqual([`${PLAQUE} ok ${ours(PLAQUE)}`])
  })

  it('loses a piece whose product exists no more', () => {
    writeKit()
    render()
    writeKit({ pieces: ['vitrophanie-a66', PLAQUE] })
    const { status, stderr } = render()
    expect(status).toBe(1)
    expect(stderr).toContain(`retiré : sortie/lilas/${ours(STICKER)}`)
    expect(files()).not.toContain(ours(STICKER))
  })
})

describe('--piece', { timeout: 120_000 }, () => {
  const touched = (name: string): readonly [number, string] => {
    const path = join(out(), name)
    return [statSync(path).mtimeMs, readFileSync(path, 'latin1')]
  }

  it('leaves the other pieces and their entries as they are', () => {
    writeKit()
    render()
    const [before, entries] = [touched(ours(PLAQUE)), manifest()]
    expect(render('--piece', STICKER).status).toBe(0)
    expect(touched(ours(PLAQUE))).toEqual(before)
    expect(manifest()).toEqual(entries)
  })

  it('leaves them even when they would now be refused', () => {
    writeKit({ pieces: [STICKER, 'affiche-a3'] })
    render()
    const before = touched(ours(STICKER))
    writeKit({ name: LONG, pieces: [STICKER, 'affiche-a3'] })
    const { stderr } = render('--piece', 'affiche-a3')
    expect(stderr).not.toContain(`retiré : sortie/lilas/${ours(STICKER)}`)
    expect(touched(ours(STICKER))).toEqual(before)
    expect(manifest()).toContain(`${STICKER} ok ${ours(STICKER)}`)
  })
})

describe('what is not ours', { timeout: 120_000 }, () => {
  it('stays, whatever its name', () => {
    writeKit()
    render()
    const foreign = ['notes.txt', 'lilas_affiche-a3.pdf', 'bon-de-commande.pdf', 'lilas_plaque-200x150.pdf.bak']
    for (const name of foreign) writeFileSync(join(out(), name), name)
    writeFileSync(join(work, 'sortie/autre.pdf'), 'autre')
    writeKit({ pieces: [STICKER] })
    render()
    expect(files()).toEqual([...foreign, ours(STICKER), 'manifest.json'].sort())
    for (const name of foreign) expect(readFileSync(join(out(), name), 'utf8')).toBe(name)
    expect(existsSync(join(work, 'sortie/autre.pdf'))).toBe(true)
  })

  it('stays, even when a manifest says it is', () => {
    writeKit()
    render()
    mkdirSync(join(out(), 'sous'))
    const victims = [join(work, 'victime.pdf'), join(work, 'sortie/victime.pdf'), join(out(), 'sous/victime.pdf')]
    for (const victim of victims) writeFileSync(victim, 'précieux')
    writeKit({ pieces: [PLAQUE] })
    const manifestPath = join(out(), 'manifest.json')
    const sound = readFileSync(manifestPath, 'utf8')
    for (const path of [
      '../victime.pdf',
      '../../victime.pdf',
      'sous/victime.pdf',
      victims[0] ?? '',
      '..\\victime.pdf',
    ]) {
      writeFileSync(manifestPath, sound.replaceAll(ours(STICKER), JSON.stringify(path).slice(1, -1)))
      expect(readFileSync(manifestPath, 'utf8')).toContain('victime')
      expect(render('--format', 'svg').stderr, path).not.toContain('victime')
    }
    for (const victim of victims) expect(readFileSync(victim, 'utf8')).toBe('précieux')
  })

  it('stays, when the manifest is another kit’s or is none', () => {
    for (const content of ['[]', '{"schema":1,"kit":"autre","pieces":[{"id":"x","files":[{"path":"lilas_x.pdf"}]}]}']) {
      writeKit({ pieces: [PLAQUE] })
      mkdirSync(out(), { recursive: true })
      rmSync(join(out(), ours(PLAQUE)), { force: true })
      writeFileSync(join(out(), 'manifest.json'), content)
      writeFileSync(join(out(), 'lilas_x.pdf'), 'précieux')
      expect(render().status).toBe(0)
      expect(readFileSync(join(out(), 'lilas_x.pdf'), 'utf8')).toBe('précieux')
      expect(manifest()).toEqual([`${PLAQUE} ok ${ours(PLAQUE)}`])
    }
  })

  it('is not replaced under our name either, unless asked', () => {
    writeKit({ pieces: [PLAQUE, STICKER] })
    mkdirSync(out(), { recursive: true })
    const file = join(out(), ours(PLAQUE))
    writeFileSync(file, 'approuvé')
    const kept = render()
    expect(kept.status).toBe(1)
    expect(kept.stderr).toContain('[foreign-file]')
    expect(readFileSync(file, 'utf8')).toBe('approuvé')
    expect(files()).toContain(ours(STICKER))
    expect(render('--force').status).toBe(0)
    expect(readFileSync(file, 'latin1')).toMatch(/^%PDF/)
  })

  it('stays, and so does what is ours, when the brand is unknown', () => {
    writeKit()
    render()
    const before = files()
    const refused = render('--charte', 'inconnue')
    expect(refused.status).toBe(1)
    expect(refused.stderr).not.toContain('retiré')
    expect(files()).toEqual(before)
  })

  it('is told from what an interrupted run left, whole files that it had written', async () => {
    writeKit({ pieces: [PLAQUE, STICKER] })
    const child = spawn(
      process.execPath,
      [join(root, 'bin/signakit.js'), 'render', 'kit.yaml', '--format', 'pdf,svg,png'],
      { cwd: work, stdio: 'ignore', env: { PATH: process.env['PATH'], HOME: work, LANG: 'fr_FR.UTF-8' } },
    )
    const ended = once(child, 'exit')
    // The moment its first file has its name.
    while (child.exitCode === null && !existsSync(join(out(), ours(PLAQUE)))) await setTimeout(1)
    child.kill('SIGINT')
    await ended
    expect(files().filter(name => name.endsWith('.tmp'))).toEqual([])
    const again = render('--format', 'pdf,svg,png')
    expect(again.stderr).not.toContain('[foreign-file]')
    expect(again.status).toBe(0)
    expect(files()).toHaveLength(7)
  })
})
