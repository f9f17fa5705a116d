// Kits read as people write them: names, numbers, encodings, projects, --set; and never a crash.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openWorld } from '../../src/host/world.ts'
import { matchCaf, nearestCafs } from '../../src/input/caf-names.ts'
import { decode, UNREADABLE_RULES } from '../../src/input/decode.ts'
import { readKit } from '../../src/input/kit.ts'
import { projectSchema } from '../../src/input/kit-schema.ts'
import { findProject } from '../../src/input/project.ts'
import { loadReference, matchType, UNIVERSES } from '../../src/input/reference.ts'
import { slug } from '../../src/input/slug.ts'
import { readText } from '../input/bad-inputs.ts'

const world = openWorld()
const reference = loadReference(world)
const bytesOf = (source: string): Uint8Array => new TextEncoder().encode(source)

const read = (source: string, sets: readonly { path: string; value: string }[] = [], options = {}) =>
  readKit({ file: 'kit.yaml', folder: '/kits', bytes: bytesOf(source) }, { sets, reference, options }, world)

const BASE = 'structure:\n  nom: Les Lutins\n  type: creche\n  caf: "33"\n'
const structureOf = (lines: string) => read(`${BASE}${lines}`).value?.structure

describe('a kit', () => {
  it('is the same whatever the case, the accents and the dashes of its keys and choices', () => {
    const loose =
      'STRUCTURE:\n  Nom: Les Lutins\n  Nom court: Lutins\n  TYPE: Crèche\n  Caf: Gironde\n  code_postal_: x\n'
    expect(read(loose).diagnostics.map(({ rule }) => rule)).toEqual(['unknown-key'])
    const kit = read(
      'Structure:\n  NOM: A\n  nom_court: B\n  Type: Micro Crèche\n  caf: caf de gironde\nKIT:\n  Pièces: [{ Produit: p, Quantité: "2", Orientation: Paysage }]\n',
    ).value
    expect(kit?.structure).toEqual({ nom: 'A', 'nom-court': 'B', type: ['micro-creche'], caf: ['33'] })
    expect(kit?.pieces).toEqual([{ produit: 'p', quantite: 2, orientation: 'paysage' }])
  })

  it('keeps the text of what YAML would read as numbers, dates or booleans', () => {
    const structure = structureOf(
      '  telephone: 0556000000\n  lieu: 2026-01-01\n  gestionnaire: 012\n  adresse: { voie: 12, code-postal: 01000, commune: 0x1F }\n',
    )
    expect(structure).toMatchObject({
      telephone: '0556000000',
      lieu: '2026-01-01',
      gestionnaire: '012',
      adresse: { voie: '12', 'code-postal': '01000', commune: '0x1F' },
    })
    expect(read('structure:\n  nom: 123\n  type: creche\n  caf: 01\n').value?.structure).toMatchObject({
      nom: '123',
      caf: ['01'],
    })
    expect(read('structure:\n  nom: oui\n  type: creche\n  caf: 2a\n').value?.structure).toMatchObject({
      nom: 'oui',
      caf: ['2A'],
    })
  })

  it.each([
    ['oui', true],
    ['Oui', true],
    ['yes', true],
    ['true', true],
    ['vrai', true],
    ['non', false],
    ['no', false],
    ['false', false],
    ['off', false],
  ])('reads %s as an answer', (word, answer) => {
    expect(structureOf(`  itinerant: ${word}\n  communes: Blaye\n`)?.itinerant).toBe(answer)
  })

  it.each([
    ['non', false],
    ['aucun', false],
    ['exemple.fr/x', 'exemple.fr/x'],
    ['https://exemple.fr:8080/a?b=c', 'https://exemple.fr:8080/a?b=c'],
  ])('reads qr: %s', (word, qr) => {
    expect(structureOf(`  qr: ${word}\n`)?.qr).toBe(qr)
  })

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'htp://exemple.fr',
    'https://u:p@exemple.fr',
    'http://exemple',
    'exemple.fr/a b',
    'data:text/html,x',
  ])('refuses %s as a site', site => {
    expect(read(`${BASE}  site-web: "${site}"\n`).value).toBeUndefined()
  })

  it('takes one value for a list, and leaves out what is empty', () => {
    expect(structureOf('  horaires: le lundi\n  lieu:\n  labels: []\n  gestionnaire: "  "\n')).toBeUndefined()
    expect(structureOf('  horaires: le lundi\n  lieu:\n  gestionnaire: "  "\n')).toEqual({
      nom: 'Les Lutins',
      type: ['creche'],
      caf: ['33'],
      horaires: ['le lundi'],
    })
  })

  it('composes accents and removes what does not show', () => {
    const kit = read(`structure:\n  nom: "Cre\u0300che\u200B  l\u2019E\u0301te\u0301"\n  type: creche\n  caf: "33"\n`)
    expect(kit.value?.structure.nom).toBe('Crèche l’Été')
    expect(kit.diagnostics.map(({ rule }) => rule)).toEqual(['invisible-character'])
  })

  it('knows where each value was read', () => {
    const kit = read(`${BASE}  adresse: { Code Postal: "33 000" }\n`).value
    expect(kit?.structure.adresse?.['code-postal']).toBe('33000')
    expect(kit?.spans['structure.adresse.code-postal']).toEqual({ file: 'kit.yaml', line: 5, column: 27, length: 8 })
    expect(kit?.source).toMatchObject({ file: 'kit.yaml', folder: '/kits', root: '/kits' })
  })

  it('reads lengths in their units', () => {
    const kit = read(
      `${BASE}kit:\n  pieces: [{ produit: p, distance: 2,5 m, rayon-angles: 0.5 cm }]\n`.replace('2,5 m', '"2,5 m"'),
    ).value
    expect(kit?.pieces).toEqual([{ produit: 'p', distance: 2.5, 'rayon-angles': 5 }])
  })

  it('tells unknown Cafs and types even when keys are wrong too', () => {
    const rules = read('structure:\n  nmo: A\n  type: zut\n  caf: "99"\n').diagnostics.map(({ rule }) => rule)
    expect(rules.sort()).toEqual(['missing-key', 'unknown-caf', 'unknown-key', 'unknown-type'])
  })
})

describe('a name that Windows keeps for itself', () => {
  it('is refused where it is written', () => {
    const [found] = read('structure:\n  nom: Les Lutins\n  id: aux\n  type: creche\n  caf: "33"\n').diagnostics
    expect([found?.rule, found?.at && 'line' in found.at && found.at.line]).toEqual(['kit-id', 3])
  })
})

describe('the encoding of a kit', () => {
  it('is one: a line in another is told by its number, and nothing of it is guessed', () => {
    const lines = ['structure:', '  nom: Crèche de l’Étang', '  adresse: { commune: B\xe9ziers }']
    const bytes = Buffer.concat(lines.map((line, index) => Buffer.from(`${line}\n`, index === 2 ? 'latin1' : 'utf8')))
    const { value, diagnostics } = decode(bytes, 'kit.yaml')
    expect(value).toBeUndefined()
    expect(diagnostics.map(({ rule, at, message }) => [rule, at, message.fr])).toEqual([
      [
        'unknown-encoding',
        { file: 'kit.yaml', line: 3, column: 1, length: 0 },
        'la ligne 3 n’est pas en UTF-8, les autres le sont',
      ],
    ])
  })
})

describe('the id of a kit', () => {
  it.each([
    ['Les Petits Explorateurs', 'les-petits-explorateurs'],
    ['Crèche « L’Île aux Trésors »', 'creche-l-ile-aux-tresors'],
    ['Cœur & Ægir, Straße Łódź Øre đ', 'coeur-aegir-strasse-lodz-ore-d'],
    ['33-0142', '33-0142'],
    ['--a--', 'a'],
    [
      'Réseau d’écoute, d’appui et d’accompagnement des parents du Pays-Haut Maison de la famille',
      'reseau-d-ecoute-d-appui-et-d-accompagnement-des-parents-du-pays-haut-maison-de',
    ],
    ['a'.repeat(100), 'a'.repeat(80)],
    ['保育園', ''],
  ])('of %s is %s', (name, id) => {
    expect(slug(name)).toBe(id)
  })

  it('is a name every system takes, for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), name => {
        expect(slug(name)).toMatch(/^([a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?)?$/)
      }),
    )
  })

  it('comes from `id`, else from name, place and commune', () => {
    expect(read(`${BASE}  lieu: Site B\n  adresse: { commune: Bègles }\n`).value?.id).toBe('les-lutins-site-b-begles')
    expect(read(`${BASE}  id: 33/0142\n`).value?.id).toBe('33-0142')
  })
})

describe('--set', () => {
  it('wins over the file, in groups that exist or not, in lists and as lists', () => {
    const { value } = read(`${BASE}  partenaires: [{ nom: A }, { nom: B }]\n`, [
      { path: 'structure.nom', value: 'Les Farfadets' },
      { path: 'structure.Adresse.Code postal', value: '01000' },
      { path: 'structure.partenaires.1.nom', value: 'C' },
      { path: 'kit.pieces', value: '[vitrophanie-a5, { produit: affiche-a3, quantite: 2 }]' },
    ])
    expect(value?.structure).toMatchObject({
      nom: 'Les Farfadets',
      adresse: { 'code-postal': '01000' },
      partenaires: [{ nom: 'A' }, { nom: 'C' }],
    })
    expect(value?.pieces).toEqual([{ produit: 'vitrophanie-a5' }, { produit: 'affiche-a3', quantite: 2 }])
  })

  it('is where its mistakes are', () => {
    expect(read(BASE, [{ path: 'structure.nmo', value: 'x' }]).diagnostics).toEqual([
      expect.objectContaining({ rule: 'unknown-key', at: expect.objectContaining({ file: '--set structure.nmo=x' }) }),
    ])
    expect(read(BASE, [{ path: 'structure..nom', value: 'x' }]).diagnostics).toEqual([
      expect.objectContaining({ rule: 'set-path' }),
    ])
    expect(read(BASE, [{ path: 'structure.nom.fr', value: 'x' }]).value).toBeUndefined()
    expect(read(BASE, [{ path: '__proto__.x', value: 'x' }]).value).toBeUndefined()
  })

  it('can empty a value', () => {
    expect(read(`${BASE}  lieu: ici\n`, [{ path: 'structure.lieu', value: '' }]).value?.structure.lieu).toBeUndefined()
  })
})

describe('policies', () => {
  it('lower what is not locked', () => {
    const nc = `${BASE}  gestionnaire: NC\n`
    expect(read(nc).value).toBeUndefined()
    expect(read(`${nc}regles: { placeholder-value: avertir }\n`).value?.structure.gestionnaire).toBe('NC')
    expect(read(nc, [], { policies: { 'placeholder-value': 'avertir' } }).diagnostics).toEqual([
      expect.objectContaining({ severity: 'warning' }),
    ])
    expect(read(`${BASE}  zut: 1\n`, [], { policies: { 'unknown-key': 'ignorer' } }).value).toBeUndefined()
  })
})

describe('a project', () => {
  const root = mkdtempSync(join(tmpdir(), 'signakit-'))
  mkdirSync(join(root, 'a/b'), { recursive: true })
  writeFileSync(
    join(root, 'signakit.yaml'),
    'structure:\n  Caf: "33"\n  gestionnaire: Ville\n  adresse: { commune: Bordeaux }\n  partenaires: [{ nom: V, logo: logos/v.svg }]\nkit: { charte: chartes/mienne, imprimeur: standard }\n',
  )
  const folder = join(root, 'a/b')
  const project = findProject(folder, undefined, world).value

  it('is found in the nearest parent, and is the root of the paths', () => {
    expect(project?.folder).toBe(root)
    expect(findProject(tmpdir(), undefined, world)).toEqual({ diagnostics: [] })
  })

  it('gives what the kit leaves out, with its own places, and paths from where it is', () => {
    const source = 'structure:\n  nom: A\n  type: creche\n  adresse: { voie: 1 rue B }\n'
    const kit = readKit({ file: 'k.yaml', folder, bytes: bytesOf(source) }, { project, reference }, world).value
    expect(kit?.structure).toMatchObject({
      nom: 'A',
      caf: ['33'],
      gestionnaire: 'Ville',
      adresse: { voie: '1 rue B', commune: 'Bordeaux' },
    })
    expect(kit?.structure.partenaires).toEqual([{ nom: 'V', logo: '../../logos/v.svg' }])
    expect(kit).toMatchObject({ charte: '../../chartes/mienne', imprimeur: 'standard', source: { root } })
    expect(kit?.spans['structure.caf']).toMatchObject({ file: join(root, 'signakit.yaml'), line: 2 })
    expect(kit?.spans['structure.adresse.voie']).toMatchObject({ file: 'k.yaml', line: 4 })
  })

  it('loses to the kit', () => {
    const source = 'structure:\n  nom: A\n  type: creche\n  caf: "40"\n  partenaires: []\n'
    const kit = readKit({ file: 'k.yaml', folder, bytes: bytesOf(source) }, { project, reference }, world).value
    expect(kit?.structure).toMatchObject({ caf: ['40'], partenaires: [] })
  })

  it('may say nothing: it marks the root', () => {
    const quiet = join(root, 'muet.yaml')
    writeFileSync(quiet, '# nos kits\n\n')
    expect(findProject(folder, quiet, world)).toMatchObject({ diagnostics: [], value: { folder: root } })
  })

  it('named and missing is an error', () => {
    expect(findProject(folder, join(root, 'nope.yaml'), world).diagnostics).toEqual([
      expect.objectContaining({ rule: 'file-unreadable' }),
    ])
  })
})

describe('bytes', () => {
  const utf16 = (source: string, big: boolean): Uint8Array => {
    const bytes = Buffer.from(source, 'utf16le')
    return new Uint8Array(big ? bytes.swap16() : bytes)
  }
  const source = 'nom: Crèche de l’Été\n'

  it.each([
    ['UTF-8', bytesOf(source), []],
    ['UTF-8 with BOM', bytesOf(`\uFEFF${source}`), []],
    ['UTF-16 LE with BOM', utf16(`\uFEFF${source}`, false), ['le fichier est en UTF-16']],
    ['UTF-16 BE with BOM', utf16(`\uFEFF${source}`, true), ['le fichier est en UTF-16']],
    ['UTF-16 LE without BOM', utf16('nom: Crèche\n', false), ['le fichier est en UTF-16']],
    ['UTF-16 BE without BOM', utf16('nom: Crèche\n', true), ['le fichier est en UTF-16']],
    [
      'Windows-1252',
      Uint8Array.from(
        [...'nom: Cr']
          .map(c => c.charCodeAt(0))
          .concat(
            [0xe8],
            [...'che de l'].map(c => c.charCodeAt(0)),
            [0x92, 0xc9, 0x74, 0xe9, 0x0a],
          ),
      ),
      ['le fichier est en Windows-1252'],
    ],
  ])('in %s are read', (_, bytes, remarks) => {
    const { value, diagnostics } = decode(bytes, 'f')
    expect(source.startsWith(value?.slice(0, 11) ?? '?')).toBe(true)
    expect(value?.endsWith('\n')).toBe(true)
    expect(diagnostics.map(({ message }) => message.fr)).toEqual(remarks)
  })

  it('that cannot be a text give an unreadable rule', () => {
    for (const bytes of [bytesOf('%PDF-1.4'), Uint8Array.from([0, 0, 1, 2, 0]), new Uint8Array(11 * 1024 * 1024)]) {
      const { value, diagnostics } = decode(bytes, 'f')
      expect(value).toBeUndefined()
      expect(diagnostics.every(({ rule }) => UNREADABLE_RULES.has(rule))).toBe(true)
    }
  })

  it('of any kind never throw', () => {
    const kitish = fc
      .array(
        fc.constantFrom(
          'structure:\n',
          '  nom: ',
          'Les Lutins',
          '\n',
          '  type: creche\n',
          '  caf: "33"\n',
          'kit:\n',
          '  pieces: ',
          '[',
          ']',
          '{ ',
          ' }',
          'regles: ',
          '  adresse: ',
          'a: b',
          '\u0000',
          '\uFFFD',
          '&a ',
          '*a',
          '- ',
          '""',
          '~',
          '1e999',
          '-0',
          '__proto__: ',
        ),
        { maxLength: 40 },
      )
      .map(parts => bytesOf(parts.join('')))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), kitish), bytes => {
        const { value, diagnostics } = readKit({ file: 'k', folder: '/', bytes }, { reference }, world)
        expect(value !== undefined || diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })
})

describe('the reference', () => {
  it('holds the 101 Cafs, in typographic French', () => {
    expect(reference.cafs).toHaveLength(101)
    for (const caf of reference.cafs) {
      expect(caf.code).toMatch(/^(\d\d|2[AB]|97[12346])$/)
      expect(caf.nom).toBe(`Caf ${caf.territoire}`)
      expect(caf.nom.startsWith(`Caf ${caf.article}`)).toBe(true)
      expect(caf.nom).not.toContain("'")
    }
    expect(new Set(reference.cafs.map(({ nom }) => nom)).size).toBe(101)
    expect(reference.cafs.filter(({ verifie }) => !verifie).map(({ code }) => code)).toEqual([
      '09',
      '11',
      '30',
      '32',
      '40',
      '46',
      '48',
      '50',
      '58',
      '68',
      '89',
      '972',
      '976',
    ])
  })

  it('takes a plain text in the list of partners as the name of one', () => {
    const { value, diagnostics } = readText(
      'structure:\n  nom: A\n  type: creche\n  caf: "54"\n  partenaires:\n    - Grand Est\n    - { nom: Nancy }\n',
    )
    expect(diagnostics).toEqual([])
    expect(value?.structure.partenaires).toEqual([{ nom: 'Grand Est' }, { nom: 'Nancy' }])
  })

  it('finds each Caf by code, number, name and department, and by no other’s', () => {
    for (const caf of reference.cafs) {
      for (const name of [
        caf.code,
        caf.code.toLowerCase(),
        caf.nom,
        caf.nom.toUpperCase(),
        caf.territoire,
        caf.departement,
        ...(caf.numero ? [caf.numero] : []),
        `« ${caf.code} »`,
        ...(/^\d/.test(caf.code) ? [`CAF${caf.code}`, `Caf ${caf.code}`] : []),
      ]) {
        expect(matchCaf(reference, name)?.code, name).toBe(caf.code)
      }
    }
  })

  it.each([
    ['93', 'Seine St Denis', 'SEINE-ST.-DENIS (93)', '93 Seine Saint Denis', 'CAF n°93', 'Caf du 93'],
    ['972', '972 - Martinique', 'Martinique (972)', 'C.A.F. de la Martinique'],
    ['44', 'Loire Atlantique (44)', '44/Loire-Atlantique', 'Caisse d’allocations familiales de Loire Atlantique'],
    ['33', '331 - Gironde', '33 (Caf de la Gironde)', 'Département de la Gironde', 'Dépt 33'],
    ['2B', '20 Haute Corse', '2 B', 'Haute-Corse (2B)'],
    ['01', '1 - Ain', 'CAF DE L AIN'],
    ['37', '37 Indre et Loire', 'Touraine (37)'],
    ['75', 'CAF de Paris', 'Paris 75'],
    ['95', 'Val d Oise', 'Val dOise'],
  ])('finds the Caf of %s by a number and a name that agree, whatever their signs', (code, ...written) => {
    for (const each of written) expect(matchCaf(reference, each)?.code, each).toBe(code)
  })

  it('never guesses between two Cafs, and names them', () => {
    const near = (written: string) => {
      expect(matchCaf(reference, written), written).toBeUndefined()
      return nearestCafs(reference, written).map(({ code }) => code)
    }
    expect(near('20')).toEqual(['2A', '2B'])
    expect(near('Caf de Corse')).toEqual(['2A', '2B'])
    expect(near('20 - Corse')).toEqual(['2A', '2B'])
    expect(near('Rhin')).toEqual(['67', '68'])
    expect(near('Gironde - Bordeaux')).toEqual(['33'])
    expect(near('75011 Paris')).toEqual(['75'])
    expect(near('Belfort')).toEqual(['90'])
    expect(near('33 - Landes')).toEqual(['40', '33'])
    expect(near('Tarn-et-Garonne 81')).toEqual(['82', '81'])
    for (const nothing of ['', 'Caf', '99', '000', 'Caf de la Caf']) expect(near(nothing), nothing).toEqual([])
  })

  it('says both Cafs of a number and a name that disagree', () => {
    const [found] = read('structure:\n  nom: Les Lutins\n  type: creche\n  caf: 33 - Landes\n').diagnostics
    expect(found?.rule).toBe('unknown-caf')
    expect(found?.hint?.fr).toBe(
      'le numéro est celui de la « Caf de la Gironde », le nom celui de la « Caf des Landes » (40)\u00a0: gardez celui qui est juste',
    )
  })

  it('holds types whose names are all different, in known universes', () => {
    expect(reference.types.length).toBeGreaterThanOrEqual(24)
    const names = new Map<string, string>()
    for (const type of reference.types) {
      expect(UNIVERSES).toContain(type.univers)
      for (const name of [
        type.cle,
        type.libelle,
        type.pluriel,
        ...(type.abrege ? [type.abrege] : []),
        ...type.codes,
        ...type.aussi,
        ...type.anciens,
      ]) {
        expect(matchType(reference, name)?.type.cle, name).toBe(type.cle)
        names.set(name, type.cle)
        expect(name).not.toContain("'")
      }
    }
  })

  it('gives the projects’ schema to editors, described in French', () => {
    const schema = JSON.stringify(z.toJSONSchema(projectSchema, { target: 'draft-7', io: 'input' }))
    expect(schema).toContain('nom de la structure')
    expect(schema).toContain('"refuser"')
  })
})
