// Brands: ours, a copy, what extends what, the hash of a pack, and every path that must not leave it.
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { draftWarning, findBrand } from '../../src/design/brand.ts'
import { missingLogos } from '../../src/design/missing-logos.ts'
import { openWorld } from '../../src/host/world.ts'
import { brandOf, designYaml, project, reference, rulesOf, slot } from './design-support.ts'

const find = (root: string, written = 'la-notre') =>
  findBrand({ written, folder: root, root, project: root }, openWorld({}))

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1H0z"/></svg>'

const brand = (lines: string): string => `id: la-notre\ntitle: La nôtre\nextends: caf-maquette\n${lines}`

const pack = (lines: string, more: Readonly<Record<string, string>> = {}): string =>
  project({ 'chartes/la-notre/brand.yaml': brand(lines), ...more })

const problems = (root: string) => find(root).diagnostics.filter(({ severity }) => severity === 'error')

describe('the brand we ship', () => {
  it('is sound, and a draft', () => {
    const { value, diagnostics } = find(project({}), 'caf-maquette')
    expect(diagnostics).toEqual([])
    expect(value?.spec).toMatchObject({ id: 'caf-maquette', status: 'draft' })
  })

  it('has the universe and the pictogram of every type of structure', () => {
    const { spec } = brandOf()
    for (const { cle, univers } of reference.types) expect(spec.universes[univers], cle).toBeDefined()
  })

  it('warns on every run', () => {
    expect(rulesOf(designYaml({ pieces: '[affiche-a3]' }), 'warning')).toContain('brand-draft')
  })
})

describe('the warning of a draft', () => {
  it('says that the logo is missing, or only that the Caf has not approved', () => {
    expect(draftWarning(undefined, false).message.fr).toContain('ce logo n’est pas celui de la Caf')
    expect(draftWarning(undefined, true).message.fr).toContain('avant que la Caf l’ait validée')
    expect(draftWarning(undefined, true).message.fr).not.toContain('logo')
  })
})

describe('a brand that extends ours', () => {
  it('writes only its differences', () => {
    const root = pack('version: "7"\nstatus: official\ncolors: { jonquille: { cmyk: [0, 10, 90, 0] } }\n')
    const { value, diagnostics } = find(root)
    expect(diagnostics).toEqual([])
    const own = brandOf().spec
    expect(value?.spec).toMatchObject({ id: 'la-notre', version: '7', status: 'official', styles: own.styles })
    expect(value?.spec.colors.jonquille).toEqual({
      ink: { kind: 'cmyk', c: 0, m: 10, y: 90, k: 0 },
      screen: own.colors.jonquille?.screen,
    })
    expect(value?.spec.folders).toEqual([join(root, 'chartes/la-notre'), ...own.folders])
  })

  it('wins file by file: pictograms, templates, logos', () => {
    const template = 'id: vitrophanie\ntitle: La nôtre\nroot: []\n'
    const root = pack('version: "1"\n', {
      'chartes/la-notre/pictograms/creche.svg': LOGO,
      'chartes/la-notre/vitrophanie.yaml': template,
      'chartes/la-notre/logos/33.svg': LOGO,
    })
    const { pictograms } = brandOf('la-notre', root).spec
    expect(pictograms.creche).toBe(join(root, 'chartes/la-notre/pictograms/creche.svg'))
    expect(pictograms.laep).toBe(brandOf().spec.pictograms.laep)
    const designed = designYaml(
      { root, pieces: '[vitrophanie-a5, affiche-a3]' },
      { brand: join(root, 'chartes/la-notre') },
    )
    expect(designed.value?.pieces.map(piece => piece.template.file)).toEqual([
      join(root, 'chartes/la-notre/vitrophanie.yaml'),
      designYaml({ pieces: '[affiche-a3]' }).value?.pieces[0]?.template.file,
    ])
    expect(designed.value?.pieces[0]?.logos.caf).toEqual({
      path: join(root, 'chartes/la-notre/logos/33.svg'),
      root: join(root, 'chartes/la-notre'),
    })
  })

  it('may keep our name', () => {
    const root = project({
      'chartes/caf-maquette/brand.yaml': 'id: caf-maquette\ntitle: Copie\nextends: caf-maquette\nversion: "2"\n',
    })
    expect(find(root, 'caf-maquette').value?.spec).toMatchObject({ title: 'Copie', version: '2' })
  })

  it('replaces the forms of a text together', () => {
    const root = pack(
      'texts: { bienvenue: { fr: { one: "Une Caf", many: "Des Caf" } }, soutien: { locked: true, fr: { masculine: "Soutenu", feminine: "Soutenue" } } }\n',
    )
    const kit = '  charte: la-notre\n'
    const write = (structure: string) =>
      designYaml({ root, pieces: '[affiche-a3]', structure }, { brand: join(root, 'chartes/la-notre') })
    const one = write('  nom: A\n  type: micro-creche\n  caf: "33"\n')
    const two = write('  nom: A\n  type: rpe\n  caf: ["33", "24"]\n')
    expect(kit).toContain('la-notre')
    expect([slot(one, 'textes.bienvenue'), slot(one, 'textes.soutien')]).toEqual(['Une Caf', 'Soutenue'])
    expect([slot(two, 'textes.bienvenue'), slot(two, 'textes.soutien')]).toEqual(['Des Caf', 'Soutenu'])
  })
})

describe('what is wrong with a brand', () => {
  it.each([
    ['extends-unknown', 'extends: nulle-part', 'unknown-brand'],
    ['font-missing', 'fonts: { source-sans-3: { "700": fonts/absente.ttf } }', 'brand-file'],
    ['style-font', 'styles: { nom: { font: helvetica/700 } }', 'brand-reference'],
    [
      'sign-color',
      'universes: { loisirs: { sign: { shapes: [{ shape: disc, x: 0, r: 1, color: mauve }] } } }',
      'brand-reference',
    ],
    ['text-slot', 'texts: { bienvenue: { fr: "Bonjour {structure.nmo}" } }', 'text-slot'],
    ['text-item', 'texts: { bienvenue: { fr: "Bonjour {item.nom}" } }', 'text-slot'],
    ['text-other', 'texts: { bienvenue: { fr: "{textes.absent}" } }', 'text-slot'],
    ['text-circle', 'texts: { a: { fr: "{textes.b}" }, b: { fr: "{textes.a}" } }', 'text-slot'],
    ['no-default', 'templates: { affiche: { accueil: affiche.yaml } }', undefined],
    ['cmyk', 'colors: { jonquille: { cmyk: [0, 22, 190, 0] } }', 'wrong-value'],
    ['screen', 'colors: { jonquille: { screen: jaune } }', 'wrong-value'],
    ['unknown-key', 'colours: {}', 'unknown-key'],
    ['escape', 'logos: { caf: "../../../logos/{caf.code}.svg" }', 'wrong-value'],
    ['absolute', 'templates: { affiche: /etc/passwd }', 'wrong-value'],
  ])('%s is told at its line', (_, line, rule) => {
    const root = line.startsWith('extends')
      ? project({ 'chartes/la-notre/brand.yaml': `id: la-notre\ntitle: La nôtre\n${line}\n` })
      : pack(`${line}\n`)
    const found = problems(root)
    expect(new Set(found.map(({ rule: id }) => id))).toEqual(new Set(rule === undefined ? ['brand-reference'] : [rule]))
    for (const { at } of found) expect(at).toMatchObject({ file: join(root, 'chartes/la-notre/brand.yaml') })
  })

  it('tells brands that extend each other, with the way round', () => {
    const root = project({
      'chartes/a/brand.yaml': 'id: a\nextends: b\n',
      'chartes/b/brand.yaml': 'id: b\nextends: c\n',
      'chartes/c/brand.yaml': 'id: c\nextends: a\n',
    })
    const found = find(root, 'a').diagnostics
    expect(found).toMatchObject([
      { rule: 'brand-extends-cycle', at: { file: join(root, 'chartes/c/brand.yaml'), line: 2 } },
    ])
    expect(found[0]?.message.fr).toContain('a/brand.yaml → b/brand.yaml → c/brand.yaml → a/brand.yaml')
  })

  it('refuses a file of the pack that is a link to outside', () => {
    const root = pack('version: "1"\n', { 'secret.svg': LOGO })
    symlinkSync(join(root, 'secret.svg'), join(root, 'chartes/la-notre/lien.svg'))
    expect(problems(root)).toMatchObject([{ rule: 'brand-file' }])
  })

  it('proposes the nearest name', () => {
    const [found] = find(project({}), 'caf-maquete').diagnostics
    expect(found).toMatchObject({ rule: 'unknown-brand', hint: { fr: expect.stringContaining('caf-maquette') } })
  })
})

describe('the hash of a pack', () => {
  const files = { 'chartes/la-notre/logos/33.svg': LOGO }
  const hash = (root: string) => find(root).value?.spec.sha256

  it('does not depend on where the pack lies', () => {
    expect(hash(pack('version: "1"\n', files))).toBe(hash(pack('version: "1"\n', files)))
  })

  it('changes with any file, but not with what file managers leave', () => {
    const root = pack('version: "1"\n', files)
    const before = hash(root)
    writeFileSync(join(root, 'chartes/la-notre/.DS_Store'), 'x')
    expect(hash(root)).toBe(before)
    writeFileSync(join(root, 'chartes/la-notre/logos/34.svg'), LOGO)
    expect(hash(root)).not.toBe(before)
  })
})

describe('the logos of the Cafs', () => {
  it('lists those a pack lacks', () => {
    const root = pack('version: "1"\n', {
      'chartes/la-notre/logos/33.svg': LOGO,
      'chartes/la-notre/logos/2A.svg': LOGO,
    })
    const missing = missingLogos(brandOf('la-notre', root), reference, openWorld({}))
    expect(missing).toHaveLength(99)
    expect(missing.map(({ caf }) => caf.code)).not.toContain('33')
    expect(missing[0]).toMatchObject({ caf: { code: '01' }, path: 'logos/01.svg' })
  })

  it('are never replaced in an official brand', () => {
    const root = pack('version: "1"\nstatus: official\n', { 'chartes/la-notre/logos/34.svg': LOGO })
    const more = 'regles: { missing-caf-logo: ignorer, missing-asset: avertir }\n'
    const designed = designYaml({ root, pieces: '[affiche-a3]', more }, { brand: join(root, 'chartes/la-notre') })
    expect(designed.value?.pieces).toEqual([])
    expect(rulesOf(designed, 'error')).toEqual(['missing-caf-logo'])
  })
})
