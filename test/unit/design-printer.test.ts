// Printer profiles: ours, a project's, what extends what, and what is refused before anything is printed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { idsIn } from '../../src/design/lookup.ts'
import { findPrinter, PRINTERS } from '../../src/design/printer.ts'
import { openWorld } from '../../src/host/world.ts'
import { designYaml, project, rulesOf } from './design-support.ts'

const find = (written: string, root = project({})) =>
  findPrinter({ written, folder: root, root, project: root }, openWorld({}))

const problems = (written: string, root: string) =>
  find(written, root).diagnostics.map(({ rule, at }) => ({ rule, at }))

describe('the standard profile', () => {
  const spec = find('standard').value?.spec

  it('says 3 mm of bleed, 5 mm safe, FOGRA39 at 300 %', () => {
    expect(spec).toMatchObject({ id: 'standard', bleed: [3, 3, 3, 3], safe: 5, minLine: 0.088, minText: 1.764 })
    expect(spec?.output).toMatchObject({
      standard: 'x4',
      maxInk: 300,
      condition: { identifier: 'FOGRA39' },
      outlineText: false,
    })
    expect(spec?.output.blackOverprint).toEqual({ text: 4.233, line: 0.706 })
  })

  it('names each plate and its ISO 19593-1 step', () => {
    const plates = Object.entries(spec?.output.plates ?? {}).map(([role, { name, step }]) => [
      role,
      name,
      step?.group,
      step?.type,
    ])
    expect(plates).toEqual([
      ['white', 'White', 'White', undefined],
      ['cut', 'CutContour', 'Structural', 'Cutting'],
      ['kiss-cut', 'KissCut', 'Structural', 'PartialCutting'],
      ['drill', 'Drill', 'Structural', 'Drilling'],
      ['varnish', 'Varnish', 'Varnish', undefined],
      ['braille', 'Braille', 'Braille', undefined],
      ['engrave', 'Engrave', undefined, undefined],
    ])
  })
})

describe('a project’s printer', () => {
  it.each(['non', 'false', '{ text: 0, line: 0 }'])('switches the overprint of black off with %s', written => {
    const root = project({ 'imprimeurs/a.yaml': `id: a\ntitle: A\nextends: standard\nblack-overprint: ${written}\n` })
    expect(find('a', root).value?.spec.output.blackOverprint).toEqual({ text: 0, line: 0 })
  })

  it('chooses the perceptual intent and its own limit of ink', () => {
    const root = project({
      'imprimeurs/a.yaml': 'id: a\ntitle: A\nextends: standard\nintent: perceptual\nmax-ink: 280\n',
    })
    expect(find('a', root).value?.spec.output).toMatchObject({ intent: 'perceptual', maxInk: 280 })
  })

  it('writes only its differences', () => {
    const root = project({
      'imprimeurs/atelier.yaml':
        'id: atelier\ntitle: Atelier\nextends: standard\nbleed: [5, 5, 10, 5]\nplates: { white: { name: RDG_WHITE } }\n',
    })
    const { value, diagnostics } = find('Atelier', root)
    expect(diagnostics).toEqual([])
    expect(value?.spec).toMatchObject({ id: 'atelier', bleed: [5, 5, 10, 5], safe: 5 })
    expect(value?.spec.output.plates.white).toMatchObject({ name: 'RDG_WHITE', layer: 'Blanc de soutien' })
    expect(value?.spec.sha256).not.toBe(find('standard').value?.spec.sha256)
  })

  it('may keep the name of ours and start from it', () => {
    const root = project({ 'imprimeurs/standard.yaml': 'id: standard\ntitle: Le nôtre\nextends: standard\nsafe: 8\n' })
    expect(find('standard', root).value?.spec).toMatchObject({ title: 'Le nôtre', safe: 8, bleed: [3, 3, 3, 3] })
  })

  it('is found by its path, inside the project only', () => {
    const root = project({ 'a/presse.yaml': 'id: presse\ntitle: Presse\nextends: standard\n' })
    expect(find('a/presse.yaml', root).value?.spec.id).toBe('presse')
    expect(problems('../presse.yaml', join(root, 'a'))).toMatchObject([{ rule: 'unknown-printer' }])
  })

  it.each([
    ['plates: { white: { name: CutContour } }', 'printer-plate'],
    ['plates: { white: { name: cutcontour } }', 'printer-plate'],
    ['plates: { drill: { name: Black } }', 'printer-plate'],
    ['plates: { drill: { name: All } }', 'printer-plate'],
    ['plates: { drill: { name: "Perçage" } }', 'printer-plate'],
    ['profile: nulle-part.icc', 'printer-profile'],
    ['extends: nulle-part', 'unknown-printer'],
    ['extends: atelier', 'brand-extends-cycle'],
    ['blede: 3', 'unknown-key'],
    ['plates: { white: { step: { group: White, type: Cutting } } }', 'wrong-value'],
    ["file-name: '{kit}'", 'wrong-value'],
    ["file-name: '{kit}_{piece}_{format}'", 'wrong-value'],
    ["file-name: '../{kit}_{piece}'", 'wrong-value'],
    ["file-name: '{kit} é {piece}'", 'wrong-value'],
    ['sources: { fond-perdu: 3 mm }', 'unknown-key'],
    ['sources: { bleed: { from: fiche, date: hier } }', 'wrong-value'],
    ['kind: boutique', 'wrong-value'],
  ])('with `%s` is refused where it is written: %s', (line, rule) => {
    const base = line.startsWith('extends') ? '' : 'extends: standard\n'
    const root = project({ 'imprimeurs/atelier.yaml': `id: atelier\ntitle: Atelier\n${base}${line}\n` })
    const { value } = find('atelier', root)
    expect(value).toBeUndefined()
    const place = { file: join(root, 'imprimeurs/atelier.yaml'), line: base === '' ? 3 : 4 }
    expect(problems('atelier', root)).toMatchObject([{ rule, at: place }])
  })

  it('tells two profiles that extend each other', () => {
    const root = project({
      'imprimeurs/a.yaml': 'id: a\ntitle: A\nextends: b\n',
      'imprimeurs/b.yaml': 'id: b\ntitle: B\nextends: a\n',
    })
    expect(problems('a', root)).toMatchObject([{ rule: 'brand-extends-cycle', at: { line: 3 } }])
  })

  const naming = (profile: string): string => `id: atelier\ntitle: A\nextends: standard\nprofile: '${profile}'\n`

  it.each([
    '/etc/passwd',
    '/etc/passwd.txt',
    '../../.ssh/id_rsa',
    'own:../package.json',
    'own:../../x.icc',
    'own:/x.icc',
  ])('cannot name %s as a profile', profile => {
    const root = project({ 'imprimeurs/atelier.yaml': naming(profile) })
    expect(problems('atelier', root)).toMatchObject([{ rule: 'wrong-value', at: { line: 4 } }])
  })

  it.each(['/nulle/part.icc', '../absent.icc', 'absent.ICM'])('says that %s is not there', profile => {
    const root = project({ 'imprimeurs/atelier.yaml': naming(profile) })
    expect(problems('atelier', root)).toMatchObject([{ rule: 'printer-profile', at: { line: 4 } }])
  })

  it.each([
    ['beside it', (): string => 'fogra.icc'],
    ['above it, in its project', (): string => '../profils/fogra.icc'],
    ['by its full path, in a folder of the system', (root: string): string => join(root, 'profils/fogra.icc')],
  ])('finds its profile %s, and says which by its hash', (_, profileIn) => {
    const root = project({ 'imprimeurs/fogra.icc': 'un profil', 'profils/fogra.icc': 'un profil' })
    writeFileSync(join(root, 'imprimeurs/atelier.yaml'), naming(profileIn(root)))
    const { value, diagnostics } = find('atelier', root)
    expect(diagnostics).toEqual([])
    const sha256 = createHash('sha256').update('un profil').digest('hex')
    expect(value?.spec.profile).toMatchObject({ file: 'fogra.icc', sha256, at: { line: 4 } })
    expect(value?.spec.output.profile).toBe(`atelier/fogra.icc ${sha256.slice(0, 8)}`)
  })

  it('does not wait for a pipe, nor read ten megabytes and more', () => {
    const root = project({ 'imprimeurs/lourd.icc': new Uint8Array(10_000_001) })
    spawnSync('mkfifo', [join(root, 'imprimeurs/tube.icc')])
    for (const [name, words] of [
      ['tube', 'illisible'],
      ['lourd', 'trop lourd'],
    ] as const) {
      writeFileSync(join(root, `imprimeurs/${name}.yaml`), naming(`${name}.icc`).replace('id: atelier', `id: ${name}`))
      const [problem] = find(name, root).diagnostics
      expect(problem?.rule).toBe('printer-profile')
      expect(problem?.message.fr).toContain(words)
    }
  })
})

describe('the shipped profiles', () => {
  const ids = idsIn(openWorld({}).own(PRINTERS), openWorld({}), 'file')

  it.each(ids)('%s is sound, and each of its figures has a source of its own', id => {
    const { value, diagnostics } = find(id)
    expect(diagnostics).toEqual([])
    const own = value?.figures.filter(({ profile }) => profile === id) ?? []
    expect(own.filter(({ from }) => from === undefined).map(({ figure }) => figure)).toEqual([])
    if (value?.file.kind === 'shop') expect(own.filter(({ date }) => date === undefined)).toEqual([])
  })

  it('of shops mark what is not published, and RIP presets what they name', () => {
    expect(find('saxoprint').value?.spec.gaps).toEqual([
      'min-line',
      'min-text',
      'profile',
      'max-ink',
      'plates',
      'white',
      'marks',
    ])
    expect(find('rip-roland').value?.spec).toMatchObject({
      gaps: [],
      output: { plates: { white: { name: 'RDG_WHITE' }, cut: { name: 'PerfCutContour' } } },
    })
  })
})

describe('figures that a shop has not published', () => {
  const note = (files: Readonly<Record<string, string>>, printer: string) =>
    designYaml({
      root: project(files),
      kit: `  imprimeur: ${printer}\n`,
      pieces: '[affiche-a3, affiche-a4]',
    }).diagnostics.filter(({ rule }) => rule === 'printer-gap')

  it('are said once for a kit, whatever the number of pieces', () => {
    const [only, ...others] = note({}, 'saxoprint')
    expect(others).toEqual([])
    expect(only).toMatchObject({ severity: 'note', message: { fr: expect.stringContaining('`max-ink`') } })
    expect(only).not.toHaveProperty('piece')
  })

  it('stand no more once a profile of one’s own gives them', () => {
    const own = 'id: mon-saxoprint\ntitle: Saxoprint\nextends: saxoprint\nmax-ink: 280\n'
    const [only] = note({ 'imprimeurs/mon-saxoprint.yaml': own }, 'mon-saxoprint')
    expect(only?.message.fr).not.toContain('`max-ink`')
    expect(only?.message.fr).toContain('`min-line`')
  })

  it('are nobody’s in a profile that is no shop’s: its defaults are its choice', () => {
    const own = 'id: atelier\ntitle: Atelier\nextends: standard\nbleed: 5\n'
    expect(note({ 'imprimeurs/atelier.yaml': own }, 'atelier')).toEqual([])
    expect(note({}, 'rip-roland')).toEqual([])
  })

  it('come from the nearest file that writes them, with the source written there', () => {
    const own =
      'id: atelier\ntitle: Atelier\nextends: standard\nbleed: 5\nsources: { bleed: { from: sa fiche, date: "2026-11" } }\n'
    const figures = find('atelier', project({ 'imprimeurs/atelier.yaml': own })).value?.figures ?? []
    expect(figures.find(({ figure }) => figure === 'bleed')).toEqual({
      figure: 'bleed',
      profile: 'atelier',
      from: 'sa fiche',
      date: '2026-11',
    })
    expect(figures.find(({ figure }) => figure === 'safe')?.profile).toBe('standard')
    const silent = 'id: atelier\ntitle: Atelier\nextends: standard\nbleed: 5\n'
    const bleed = find('atelier', project({ 'imprimeurs/atelier.yaml': silent })).value?.figures[0]
    expect(bleed).toEqual({ figure: 'bleed', profile: 'atelier' })
  })
})

describe('which printer makes which piece', () => {
  const files = {
    'imprimeurs/affiches.yaml':
      'id: affiches\ntitle: Affiches\nextends: standard\nfamilies: [affiche]\nbleed: 2\nmax-size: [300, 420]\n',
    'imprimeurs/reste.yaml': 'id: reste\ntitle: Reste\nextends: standard\nbleed: 4\n',
  }
  const pieces = '[vitrophanie-a5, affiche-a3, affiche-a4]'

  it('takes one per family and `autres` for the rest; a piece may name its own', () => {
    const root = project(files)
    const kit = '  imprimeur: { affiche: affiches, autres: reste }\n'
    const own = '[vitrophanie-a5, affiche-a3, { produit: affiche-a4, imprimeur: standard }]'
    const { value } = designYaml({ root, kit, pieces: own })
    expect(value?.pieces.map(({ printer }) => [printer.id, printer.bleed[0]])).toEqual([
      ['reste', 4],
      ['affiches', 2],
      ['standard', 3],
    ])
  })

  it('lets the command line win over all', () => {
    const { value } = designYaml({ root: project(files), kit: '  imprimeur: reste\n', pieces }, { printer: 'standard' })
    expect(value?.pieces.map(({ printer }) => printer.id)).toEqual(['standard', 'standard', 'standard'])
  })

  it('refuses what the printer does not make', () => {
    const designed = designYaml({
      root: project(files),
      kit: '  imprimeur: affiches\n',
      pieces: '[vitrophanie-a5, affiche-a3, affiche-a2]',
    })
    expect(designed.value?.pieces.map(({ id }) => id)).toEqual(['affiche-a3'])
    expect(rulesOf(designed, 'error')).toEqual(['printer-product', 'printer-product'])
  })

  it('refuses a family that does not exist: its printer would be forgotten', () => {
    const designed = designYaml({ kit: '  imprimeur: { afiche: standard }\n', pieces: '[affiche-a3]' })
    expect(designed.diagnostics.find(({ rule }) => rule === 'printer-family')).toMatchObject({
      at: { file: 'kit.yaml', length: 'afiche'.length },
      hint: { fr: expect.stringContaining('affiche') },
    })
  })

  it('proposes the nearest name', () => {
    const designed = designYaml({ kit: '  imprimeur: standart\n', pieces: '[affiche-a3]' })
    expect(designed.diagnostics.find(({ rule }) => rule === 'unknown-printer')).toMatchObject({
      at: { file: 'kit.yaml' },
      hint: { fr: expect.stringContaining('standard') },
    })
  })
})

describe('a printer without white ink', () => {
  const root = project({
    'imprimeurs/pont.yaml': 'id: pont\ntitle: Imprimerie du Pont\nextends: standard\nwhite: { plate: none }\n',
    'imprimeurs/rip.yaml': 'id: rip\ntitle: Atelier\nextends: standard\nwhite: { plate: rip }\n',
  })
  const asked = (piece: string, printer = 'pont') =>
    designYaml({ root, kit: `  imprimeur: ${printer}\n`, pieces: `[{ produit: vitrophanie-a5${piece} }]` })

  it.each([
    ['', 'vitrophanie-a5'],
    [', pose: extérieur', 'extérieur'],
    [', pose: recto-verso', 'recto-verso'],
    [', support: electrostatique, pose: exterieur', 'electrostatique'],
  ])('refuses by name what needs white, at the line to edit: %s', (piece, word) => {
    const { value, diagnostics } = asked(piece)
    expect(value?.pieces).toEqual([])
    const [found] = diagnostics.filter(({ severity }) => severity === 'error')
    expect(found).toMatchObject({ rule: 'printer-white', at: { file: 'kit.yaml', length: word.length } })
    expect(found?.message.fr).toMatch(/^Imprimerie du Pont n’imprime pas de blanc\u00a0: une vitrophanie/)
    expect(found?.hint?.fr).toBe(
      'possible sans blanc\u00a0: `pose: exterieur` et `support: blanc`\u202f; ou choisissez un imprimeur qui a l’encre blanche',
    )
  })

  it.each([', pose: exterieur, support: blanc', ', pose: exterieur, support: micro-perfore'])('takes %s', piece => {
    expect(rulesOf(asked(piece), 'error')).toEqual([])
  })

  it('is not one that makes the white itself', () => {
    expect(rulesOf(asked('', 'rip'), 'error')).toEqual([])
  })
})
