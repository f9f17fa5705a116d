// Every rule of the product is put to the test: by the tables of its stage, or by a test that names it; none is left out.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkBrandFolder } from '../../src/cli/check-design.ts'
import { checkOrder } from '../../src/cli/check-order.ts'
import { type Ordered, orderOf } from '../../src/cli/press-job.ts'
import { readProfile } from '../../src/color/read-profile.ts'
import { readPdf } from '../../src/pdf-reader/read-pdf.ts'
import { prepare, readKit } from '../../src/pipeline.ts'
import { qrRules } from '../../src/preflight/checks/qr-rules.ts'
import { checks } from '../../src/preflight/checks.ts'
import { fileChecks } from '../../src/preflight/file-checks.ts'
import { gwgChecks, pressChecks } from '../../src/preflight/press-checks.ts'
import { rules } from '../../src/rules.ts'
import { emptyFolder } from '../fixtures/written-pdf.ts'
import { options, world } from '../golden/examples.ts'
import { baseDraft, PROFILE } from '../preflight/file/base-draft.ts'
import { flatMutations } from '../preflight/file/flat-mutations.ts'
import { mutations } from '../preflight/file/mutations.ts'
import { pressCases } from '../preflight/press/press-cases.ts'

const tests = fileURLToPath(new URL('..', import.meta.url))

function* sourcesOf(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* sourcesOf(path)
    else if (/\.(ts|txt|json|scenario)$/.test(entry.name)) yield path
  }
}

const words = new Set(
  [...sourcesOf(tests)].flatMap(path => readFileSync(path, 'utf8').match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? []),
)

/** Files that make a rule fire, alone, and whether there are files that come near without it. */
function tableOf(rule: string): { readonly bad: number; readonly good: number } | undefined {
  const listed = <T>(table: Readonly<Record<string, T>>): T | undefined =>
    Object.hasOwn(table, rule) ? table[rule] : undefined
  const press = listed(pressCases)
  if (press) return { bad: press.bad.length, good: press.good.length }
  if (Object.hasOwn(fileChecks, rule)) {
    const tables = [mutations, flatMutations.x1a, flatMutations.x3]
    // The sound file that mutations start from is the good one.
    return { bad: tables.reduce((sum, table) => sum + (listed(table)?.length ?? 0), 0), good: 1 }
  }
  if (!Object.hasOwn({ ...checks, ...qrRules }, rule)) return undefined
  const kits = readdirSync(join(tests, 'preflight', rule))
  return {
    bad: kits.filter(name => name === 'bad.yaml').length,
    good: kits.filter(name => name === 'good.yaml').length,
  }
}

describe('every rule', () => {
  it('of a face or of a PDF has a good file, and a bad one that it alone speaks of', () => {
    const lacking = Object.keys({ ...checks, ...qrRules, ...fileChecks, ...gwgChecks, ...pressChecks }).filter(rule => {
      const table = tableOf(rule)
      return !table || table.bad === 0 || table.good === 0
    })
    expect(lacking).toEqual([])
  })

  it('is named by a test', () => {
    expect(Object.keys(rules).filter(rule => !words.has(rule) && !tableOf(rule))).toEqual([])
  })
})

/** A kit in a project of its own, with the files it needs beside it. */
async function rulesOf(kit: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const folder = emptyFolder()
  for (const [name, content] of Object.entries({ 'kit.yaml': kit, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  copyFileSync(join(tests, 'preflight/image-resolution/photo.png'), join(folder, 'photo.png'))
  const { value, diagnostics } = readKit(join(folder, 'kit.yaml'), undefined, options, world)
  const prepared = value && (await prepare(value, options, world))
  return [...diagnostics, ...(prepared?.diagnostics ?? [])].map(({ rule }) => rule)
}

const page = (element: string): string => `id: page\ntitle: Essai\nroot:\n  - ${element}\n`

const kit = (structure: string, pieces: string): string =>
  `structure: { nom: Les Lilas, type: creche, caf: "33"${structure} }\nkit: { pieces: [${pieces}] }\n`

const QR = page('{ qr: "{structure.qr}", size: 60mm, position: absolute, left: 40mm, top: 40mm }')
const NAME = page('{ text: "{structure.nom}", style: nom, position: absolute, left: 20mm, top: 40mm, width: 150mm }')

describe('what kits are refused or warned for', () => {
  const address = (length: number): string => `https://exemple.fr/${'a'.repeat(length)}`

  it('qr-too-long', async () => {
    const pieces = '{ produit: affiche-a4, modele: page.yaml }'
    const [bad, good] = [400, 40].map(length => kit(`, qr: "${address(length)}"`, pieces))
    expect(await rulesOf(bad ?? '', { 'page.yaml': QR })).toContain('qr-too-long')
    expect(await rulesOf(good ?? '', { 'page.yaml': QR })).not.toContain('qr-too-long')
  })

  it('mixed-direction', async () => {
    const named = (nom: string): string =>
      kit('', '{ produit: affiche-a4, modele: page.yaml }').replace('Les Lilas', nom)
    expect(await rulesOf(named('Crèche שלום'), { 'page.yaml': NAME })).toContain('mixed-direction')
    expect(await rulesOf(named('Crèche'), { 'page.yaml': NAME })).not.toContain('mixed-direction')
  })

  it('holes-too-close', async () => {
    const fixed = (produit: string): string => kit('', `{ produit: ${produit}, fixation: 4-vis }`)
    expect(await rulesOf(fixed('plaque-100x2440'))).toContain('holes-too-close')
    expect(await rulesOf(fixed('plaque-300x200'))).not.toContain('holes-too-close')
  })

  it('logo-one-colour', async () => {
    const engraved = (matiere: string): string =>
      kit(', partenaires: [{ nom: Ville, logo: photo.png }]', `{ produit: plaque-300x200, matiere: ${matiere} }`)
    expect(await rulesOf(engraved('laiton-2'))).toContain('logo-one-colour')
    expect(await rulesOf(engraved('dibond-3'))).not.toContain('logo-one-colour')
  })

  const brand = readFileSync(join(tests, '../templates/brands/caf-maquette/brand.yaml'), 'utf8')
  const structure = 'structure: { nom: A, type: creche, caf: "33" }\n'

  /** With a brand of the kit's own: ours, changed. */
  const branded = (change: (yaml: string) => string, pieces = ''): Promise<readonly string[]> =>
    rulesOf(`${structure}kit: { charte: autre${pieces} }\n`, {
      'chartes/autre/brand.yaml': change(brand).replace('id: caf-maquette', 'id: autre'),
      'signakit.yaml': '{}\n',
    })

  it('missing-kit', async () => {
    const none = (yaml: string): string => yaml.replace(/\nkits:\n(?: .*\n)+/, '\n')
    expect(await branded(none)).toContain('missing-kit')
    expect(await branded(none, ', pieces: [affiche-a4]')).not.toContain('missing-kit')
  })

  it('missing-universe', async () => {
    const renamed = (yaml: string): string => yaml.replace('  petite-enfance:\n', '  tout-petits:\n')
    expect(await branded(renamed)).toContain('missing-universe')
    expect(await branded(same => same)).not.toContain('missing-universe')
  })
})

describe('what designs are told', () => {
  it('brand-logos', () => {
    const found = checkBrandFolder(join(tests, '../templates/brands/caf-maquette'), world)
    expect(found.map(({ rule }) => rule)).toContain('brand-logos')
  })
})

describe('what a printer gives', () => {
  it('output-profile', async () => {
    const ruleOf = async (bytes: Uint8Array) =>
      (await readProfile('x', bytes, { name: 'p.icc' })).diagnostics.map(({ rule }) => rule)
    expect(await ruleOf(PROFILE.subarray(0, 500))).toEqual(['output-profile'])
    expect(await ruleOf(PROFILE)).toEqual([])
  })
})

describe('what was ordered', () => {
  const read = readPdf(baseDraft().bytes())
  const found = (change: (ordered: Ordered) => Ordered, product = 'plaque-200x100'): readonly string[] => {
    if (!read.ok) throw new Error(read.reason)
    return checkOrder(read.pdf, change(orderOf({ printer: 'standard', product }, world))).map(({ rule }) => rule)
  }
  const printer =
    (change: (printer: NonNullable<Ordered['printer']>) => NonNullable<Ordered['printer']>) =>
    (ordered: Ordered): Ordered => ({ ...ordered, printer: ordered.printer && change(ordered.printer) })

  it('is what was handed over', () => {
    expect(found(same => same)).toEqual([])
  })

  it('ordered-size', () => {
    expect(found(same => same, 'plaque-300x200')).toEqual(['ordered-size'])
  })

  it('ordered-bleed', () => {
    expect(found(printer(each => ({ ...each, spec: { ...each.spec, bleed: [5, 5, 5, 5] } })))).toEqual([
      'ordered-bleed',
    ])
  })

  it('ordered-printer', () => {
    expect(found(printer(each => ({ ...each, file: { ...each.file, families: ['affiche'] } })))).toEqual([
      'ordered-printer',
    ])
    expect(found(printer(each => ({ ...each, file: { ...each.file, 'max-size': [90, 400] } })))).toEqual([
      'ordered-printer',
    ])
    expect(found(printer(each => ({ ...each, file: { ...each.file, 'max-size': [100, 200] } })))).toEqual([])
  })

  it('ordered-scale', () => {
    const above = (limit: number) =>
      printer(each => ({ ...each, spec: { ...each.spec, scale: { above: limit, factor: 10 } } }))
    expect(found(above(150))).toEqual(['ordered-scale'])
    expect(found(above(250))).toEqual([])
  })
})
