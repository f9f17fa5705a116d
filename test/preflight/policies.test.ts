// What becomes of a finding: the stricter of printer, brand and kit wins, only the command line goes below them, locked
// rules are lowered by nobody, and the manifest says what the command line relaxed (CONTRACT §2).
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../src/host/world.ts'
import type { Manifest } from '../../src/model/manifest.ts'
import type { Policy } from '../../src/model/rule.ts'
import { type KitResult, prepare, readKit, write } from '../../src/pipeline.ts'
import { options } from '../golden/examples.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'signakit-policies-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Policies = Readonly<Record<string, Policy>>

/** Who says what; the pages are those of the rules' own folders. */
type Say = {
  readonly pages: readonly string[]
  readonly kit?: Policies
  readonly brand?: Policies
  readonly printer?: Policies
  readonly rule?: Policies
}

const flow = (value: unknown): string => JSON.stringify(value)

let count = 0

/** A project of its own, so that brand and printer can say what each test wants. */
function makeProject({ pages, kit = {}, brand = {}, printer = {} }: Say): string {
  const project = join(folder, `${++count}`)
  cpSync(join(here, 'chartes'), join(project, 'chartes'), { recursive: true })
  const pack = join(project, 'chartes/preuve/brand.yaml')
  writeFileSync(pack, `${readFileSync(pack, 'utf8')}rules: ${flow(brand)}\n`)
  mkdirSync(join(project, 'imprimeurs'))
  const shop = `id: atelier\ntitle: Atelier\nextends: standard\nrules: ${flow(printer)}\n`
  writeFileSync(join(project, 'imprimeurs/atelier.yaml'), shop)
  for (const page of pages) cpSync(join(here, page), join(project, page.replace('/', '-')))
  const pieces = pages.map((page, index) => ({
    produit: 'affiche-a4',
    id: `affiche-${index + 1}`,
    modele: page.replace('/', '-'),
  }))
  const structure = { nom: 'Les Lilas', type: 'creche', caf: '33', qr: 'https://exemple.fr/lilas' }
  const content = { structure, kit: { charte: 'preuve', imprimeur: 'atelier', pieces }, regles: kit }
  writeFileSync(join(project, 'signakit.yaml'), 'kit: {}\n')
  writeFileSync(join(project, 'kit.yaml'), flow(content))
  return project
}

type Came = { readonly said: readonly string[]; readonly files: readonly string[]; readonly manifest?: Manifest }

const saying = ({ diagnostics }: Pick<KitResult, 'diagnostics'>): readonly string[] =>
  diagnostics.filter(({ rule }) => rule !== 'brand-draft').map(({ severity, rule }) => `${severity} ${rule}`)

async function render(say: Say): Promise<Came> {
  const project = makeProject(say)
  const world = openWorld({})
  const wanted = { ...options, formats: ['pdf'] as const, rules: say.rule ?? {} }
  const { value, diagnostics } = readKit(join(project, 'kit.yaml'), undefined, wanted, world)
  if (!value) return { said: saying({ diagnostics }), files: [] }
  const out = join(project, 'sortie')
  const result = await write(await prepare(value, wanted, world), out, wanted, world)
  const files = readdirSync(join(out, value.id))
  return {
    said: saying(result),
    files: files.filter(name => name !== 'manifest.json').sort(),
    // Written by the code under test an instant ago.
    manifest: JSON.parse(readFileSync(join(out, value.id, 'manifest.json'), 'utf8')) as Manifest,
  }
}

const WRONG = 'safe-zone/bad-page.yaml'
const FAINT = 'text-contrast/bad-page.yaml'
const COVERED = 'qr-unreadable/bad-page.yaml'
const GOOD = 'safe-zone/good-page.yaml'

const written = (index: number): string => `les-lilas_affiche-${index}.pdf`

describe('without policies', () => {
  it('an error refuses its piece and leaves the others', async () => {
    const { said, files, manifest } = await render({ pages: [WRONG, GOOD] })
    expect(said).toEqual(['error safe-zone'])
    expect(files).toEqual([written(2)])
    expect(manifest?.pieces.map(({ status }) => status)).toEqual(['refused', 'ok'])
    expect(manifest).not.toHaveProperty('relaxed')
    expect(manifest?.diagnostics.map(({ rule }) => rule)).toEqual(['brand-draft'])
  })

  it('a warning is written down, and the piece with it', async () => {
    const { said, files, manifest } = await render({ pages: [FAINT] })
    expect(said).toEqual(['warning text-contrast'])
    expect(files).toEqual([written(1)])
    expect(manifest?.pieces[0]).toMatchObject({ status: 'warning', diagnostics: [{ rule: 'text-contrast' }] })
  })
})

describe('a kit', () => {
  it('raises a warning to a refusal', async () => {
    const { said, files } = await render({ pages: [FAINT, GOOD], kit: { 'text-contrast': 'refuser' } })
    expect(said).toEqual(['error text-contrast'])
    expect(files).toEqual([written(2)])
  })

  it('lowers what nobody else speaks of', async () => {
    const { said, files } = await render({
      pages: [WRONG, FAINT],
      kit: { 'safe-zone': 'avertir', 'text-contrast': 'ignorer' },
    })
    expect(said).toEqual(['warning safe-zone'])
    expect(files).toEqual([written(1), written(2)])
  })

  it('is set aside whole by `ecarter`', async () => {
    const { said, files, manifest } = await render({ pages: [WRONG, GOOD], kit: { 'safe-zone': 'ecarter' } })
    expect(said).toEqual(['error safe-zone'])
    expect(files).toEqual([])
    expect(manifest?.pieces.map(({ status }) => status)).toEqual(['refused', 'refused'])
  })
})

describe('the stricter wins', () => {
  it.each(['brand', 'printer'] as const)('a kit cannot go below its %s', async who => {
    const { said, files } = await render({
      pages: [WRONG],
      kit: { 'safe-zone': 'ignorer' },
      [who]: { 'safe-zone': 'refuser' },
    })
    expect(said).toEqual(['error safe-zone'])
    expect(files).toEqual([])
  })

  it('nor a brand below its kit', async () => {
    const { said } = await render({
      pages: [WRONG],
      brand: { 'safe-zone': 'ignorer' },
      kit: { 'safe-zone': 'avertir' },
    })
    expect(said).toEqual(['warning safe-zone'])
  })
})

describe('the command line', () => {
  it('alone relaxes what was asked for, and the manifest says so', async () => {
    const rule = { 'safe-zone': 'avertir' } as const
    const { said, files, manifest } = await render({ pages: [WRONG], printer: { 'safe-zone': 'ecarter' }, rule })
    expect(said).toEqual(['warning safe-zone'])
    expect(files).toEqual([written(1)])
    expect(manifest?.relaxed).toEqual(rule)
  })

  it('silences a rule only on demand', async () => {
    const { said, manifest } = await render({ pages: [FAINT], rule: { 'text-contrast': 'ignorer' } })
    expect(said).toEqual([])
    expect(manifest?.pieces[0]?.status).toBe('ok')
    expect(manifest?.relaxed).toEqual({ 'text-contrast': 'ignorer' })
  })
})

describe('a locked rule', () => {
  it.each(['brand', 'printer', 'rule'] as const)('is not lowered by the %s', async who => {
    const { said, files } = await render({ pages: [COVERED], [who]: { 'qr-unreadable': 'ignorer' } })
    expect(said).toContain('error qr-unreadable')
    expect(files).toEqual([])
  })

  it('makes a kit that would lower it wrong', async () => {
    const { said, files } = await render({ pages: [COVERED], kit: { 'qr-unreadable': 'avertir' } })
    expect(said).toEqual(['error locked-rule'])
    expect(files).toEqual([])
  })

  it('may set the kit aside', async () => {
    const { said, files } = await render({ pages: [COVERED, GOOD], kit: { 'qr-unreadable': 'ecarter' } })
    expect(said).toEqual(['error qr-unreadable'])
    expect(files).toEqual([])
  })
})
