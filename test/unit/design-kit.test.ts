// A kit designed: its pieces and their ids, its slots, its wording, its files, its languages.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { designKit } from '../../src/design/design.ts'
import { openWorld } from '../../src/host/world.ts'
import { readKit } from '../../src/input/kit.ts'
import { designYaml, project, reference, rulesOf, slot } from './design-support.ts'

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1H0z"/></svg>'

const structure = (lines: string): string => `  nom: Les Petits Explorateurs\n  type: micro-creche\n${lines}`

const withCafs = (cafs: string) => designYaml({ structure: structure(`  caf: ${cafs}\n`), pieces: '[affiche-a3]' })

describe('the pieces of a kit', () => {
  const ids = (pieces: string) => designYaml({ pieces }).value?.pieces.map(({ id }) => id)

  it('are named after their product, their orientation, then numbered', () => {
    expect(ids('[affiche-a3, { produit: affiche-a3, orientation: paysage }, affiche-a3, affiche-a3]')).toEqual([
      'affiche-a3',
      'affiche-a3-paysage',
      'affiche-a3-2',
      'affiche-a3-3',
    ])
  })

  it('keep the ids that were chosen, and number around them', () => {
    expect(ids('[plaque-300x200, { produit: affiche-a3, id: plaque-300x200 }]')).toEqual([
      'plaque-300x200-2',
      'plaque-300x200',
    ])
  })

  it('do not turn a square or a disc', () => {
    expect(
      ids(
        '[{ produit: vitrophanie-150x150, orientation: portrait }, { produit: vitrophanie-ronde-150, orientation: portrait }]',
      ),
    ).toEqual(['vitrophanie-150x150', 'vitrophanie-ronde-150'])
  })

  it('are those of the brand when the kit lists none', () => {
    const designed = (type: string) =>
      designYaml({ structure: `  nom: A\n  type: ${type}\n  caf: "33"\n` }).value?.pieces.map(({ id }) => id)
    expect(designed('creche')).toEqual(['vitrophanie-a5', 'plaque-300x200', 'affiche-a3'])
    expect(designed('clas')).toEqual(['affiche-a3'])
  })

  it('refuse two of one chosen id: neither could be told from the other', () => {
    const designed = designYaml({ pieces: '[{ produit: affiche-a3, id: porte }, { produit: affiche-a4, id: porte }]' })
    expect(rulesOf(designed, 'error')).toEqual(['duplicate-piece'])
    expect(designed.value?.pieces).toEqual([])
  })

  it.each([
    ['Porte d’entrée', 'porte-d-entree'],
    ['../../x', 'x'],
    ['a/b', 'a-b'],
    ['a'.repeat(80), 'a'.repeat(60)],
  ])('refuse an id that cannot name a file: %s', (id, proposal) => {
    const designed = designYaml({ pieces: `[{ produit: affiche-a3, id: "${id}" }, affiche-a4]` })
    expect(designed.value?.pieces.map(piece => piece.id)).toEqual(['affiche-a4'])
    expect(designed.diagnostics.find(({ rule }) => rule === 'piece-id')).toMatchObject({
      piece: id,
      hint: { fr: `écrivez \`${proposal}\`` },
    })
  })

  it('tell in one run what is wrong with a piece and the files it lacks', () => {
    const designed = designYaml({
      structure: structure('  caf: "33"\n  partenaires: [{ nom: A, logo: absent.svg }]\n'),
      pieces: '[{ produit: plaque-300x200, matiere: bois }]',
    })
    expect(rulesOf(designed, 'error')).toEqual(['product-option', 'missing-asset'])
  })

  it('take their quantity from the kit, then from the command line', () => {
    const pieces = '[{ produit: affiche-a3, quantite: 4 }, affiche-a4]'
    const quantities = (options: Parameters<typeof designYaml>[1]) =>
      designYaml({ pieces }, options).value?.pieces.map(({ quantity }) => quantity)
    expect(quantities({})).toEqual([4, 1])
    expect(quantities({ pieces: [{ id: 'affiche-a4', quantity: 9 }] })).toEqual([9])
  })

  it('are those that `--piece` asks for, and an unknown one is told', () => {
    const designed = designYaml({ pieces: '[affiche-a3, affiche-a4]' }, { pieces: [{ id: 'affiche-a44' }] })
    expect(designed.diagnostics.find(({ rule }) => rule === 'unknown-piece')?.hint?.fr).toContain('affiche-a4')
    const asked = designYaml({ pieces: '[affiche-a3, affiche-a3, bois]' }, { pieces: [{ id: 'affiche-a3-2' }] })
    expect(asked.value?.pieces.map(({ id }) => id)).toEqual(['affiche-a3-2'])
    expect(asked.diagnostics.filter(({ piece }) => piece !== undefined)).toEqual([])
  })

  it('name their template; an unknown one is refused with those there are', () => {
    const designed = designYaml({ pieces: '[{ produit: affiche-a3, modele: acceuil }, affiche-a4]' })
    expect(designed.value?.pieces.map(({ template }) => template.id)).toEqual(['affiche'])
    expect(designed.diagnostics.find(({ rule }) => rule === 'unknown-template')).toMatchObject({ piece: 'affiche-a3' })
  })

  it('may use a template of the project, and no other', () => {
    const root = project({
      'modeles/nu.yaml': 'id: nu\ntitle: Nu\nroot: []\n',
      'modeles/faux.yaml': 'id: faux\ntitle: Faux\nroot: [{ txt: a }]\n',
    })
    const one = (modele: string) => designYaml({ root, pieces: `[{ produit: affiche-a3, modele: ${modele} }]` })
    expect(one('modeles/nu.yaml').value?.pieces[0]?.template).toMatchObject({
      id: 'nu',
      file: join(root, 'modeles/nu.yaml'),
    })
    expect(rulesOf(one('../nu.yaml'), 'error')).toEqual(['unknown-template'])
    expect(one('modeles/faux.yaml').diagnostics.find(({ severity }) => severity === 'error')?.at).toMatchObject({
      file: join(root, 'modeles/faux.yaml'),
      line: 3,
    })
  })
})

describe('the Cafs', () => {
  it.each([
    ['"33"', 'de la Caf de la Gironde', 'Caf de la Gironde'],
    ['"69"', 'de la Caf du Rhône', 'Caf du Rhône'],
    ['"89"', 'de la Caf de l’Yonne', 'Caf de l’Yonne'],
    ['"40"', 'de la Caf des Landes', 'Caf des Landes'],
    ['"75"', 'de la Caf de Paris', 'Caf de Paris'],
    ['"37"', 'de la Caf de Touraine', 'Caf de Touraine'],
    ['["33", "24"]', 'des Caf de la Gironde et de la Dordogne', 'Caf de la Gironde et de la Dordogne'],
    ['["01", "69", "38"]', 'des Caf de l’Ain, du Rhône et de l’Isère', 'Caf de l’Ain, du Rhône et de l’Isère'],
  ])('%s: %s', (cafs, of, name) => {
    const designed = withCafs(cafs)
    expect([slot(designed, 'caf.de'), slot(designed, 'caf.nom')]).toEqual([of, name])
  })

  it('give the territory without its article, for all 101', () => {
    for (const { code, article, territoire } of reference.cafs) {
      const bare = slot(withCafs(`"${code}"`), 'caf.territoire')
      expect(`${article}${article.endsWith('’') ? '' : ' '}${String(bare)}`, code).toBe(territoire)
    }
  })

  it('point at the kit’s line', () => {
    const [piece] = withCafs('"33"').value?.pieces ?? []
    const textes = piece?.slots.kind === 'record' ? piece.slots.fields.textes : undefined
    const said = textes?.kind === 'record' ? textes.fields['soutien-caf'] : undefined
    expect(said).toMatchObject({ value: 'de la Caf de la Gironde', at: { file: 'kit.yaml', line: 4 } })
  })
})

describe('the structure', () => {
  const one = (lines: string, path: string): unknown =>
    slot(designYaml({ structure: structure(`  caf: "33"\n${lines}`), pieces: '[affiche-a3]' }), path)

  it.each([
    [
      '{ voie: "12, rue des Tilleuls", code-postal: "33000", commune: Bordeaux }',
      '12, rue des Tilleuls, 33000 Bordeaux',
      '12, rue des Tilleuls',
    ],
    [
      '{ voie: "12, rue des Tilleuls,", complement: Bâtiment B, commune: Bordeaux }',
      '12, rue des Tilleuls, Bâtiment B, Bordeaux',
      '12, rue des Tilleuls',
    ],
    ['{ complement: Bâtiment B, code-postal: "33000" }', 'Bâtiment B, 33000', 'Bâtiment B'],
    ['{ commune: Bordeaux }', 'Bordeaux', undefined],
  ])('address %s: %s', (address, line, short) => {
    expect([
      one(`  adresse: ${address}\n`, 'structure.adresse.ligne'),
      one(`  adresse: ${address}\n`, 'structure.adresse.courte'),
    ]).toEqual([line, short])
  })

  it('that moves around gives its communes', () => {
    expect(one('  itinerant: true\n  communes: [Blaye, Bourg]\n', 'structure.adresse.ligne')).toBe('Blaye, Bourg')
  })

  it('without an address has no slot for it', () => {
    expect(one('', 'structure.adresse')).toBeUndefined()
  })

  it.each([
    ['Micro-crèche Les Lutins', 'micro-creche', true],
    ['MICRO CRECHE LES LUTINS', 'micro-creche', true],
    ['Les Lutins', 'micro-creche', false],
    ['Le Laep du mercredi', 'laep', true],
    ['Laepinière', 'laep', false],
    ['Accueils de loisirs du Grand-Pré', 'alsh', true],
    ['Relais petite enfance intercommunal', 'rpe', true],
  ])('%s says its type %s: %s', (nom, type, says) => {
    const designed = designYaml({ structure: `  nom: ${nom}\n  type: ${type}\n  caf: "33"\n`, pieces: '[affiche-a3]' })
    expect(slot(designed, 'structure.type-dans-nom')).toBe(says)
  })

  it.each([
    ['  site-web: https://exemple.fr/lutins/\n', 'https://exemple.fr/lutins/'],
    ['  site-web: exemple.fr/lutins\n', 'https://exemple.fr/lutins'],
    ['  site-web: https://exemple.fr\n  qr: https://autre.fr/x\n', 'https://autre.fr/x'],
    ['  site-web: https://exemple.fr\n  qr: non\n', undefined],
    ['', undefined],
  ])('code from %j: %s', (lines, payload) => {
    expect(one(lines, 'structure.qr')).toBe(payload)
  })

  it('shows its site without the protocol', () => {
    expect(one('  site-web: https://exemple.fr/lutins/\n', 'structure.site-web')).toBe('exemple.fr/lutins')
  })

  it('says its capacity, hours and figures, each line of hours with a capital', () => {
    const lines =
      '  capacite: 64 logements\n  horaires: [lundi, mardi]\n  chiffres: [{ valeur: "12", libelle: places }]\n'
    expect([
      one(lines, 'structure.capacite'),
      one(lines, 'structure.horaires'),
      one(lines, 'structure.chiffres'),
    ]).toEqual(['64 logements', ['Lundi', 'Mardi'], [{ valeur: '12', libelle: 'places' }]])
  })
})

describe('the brand’s texts', () => {
  it('are locked or open', () => {
    const locked = designYaml({ pieces: '[affiche-a3]', more: 'textes:\n  soutien: Grâce à nous\n' })
    expect(locked.diagnostics.find(({ rule }) => rule === 'locked-text')).toMatchObject({
      severity: 'error',
      at: { file: 'kit.yaml', line: 9 },
    })
    expect(locked.value?.pieces).toEqual([])
    const open = designYaml({ pieces: '[affiche-a3]', more: 'textes:\n  bienvenue: Entrez chez {structure.nom}\n' })
    expect(slot(open, 'textes.bienvenue')).toBe('Entrez chez Les Petits Explorateurs')
  })

  it.each([
    ['bienvenu: Entrez', 'unknown-text'],
    ['bienvenue: "{structure.nmo}"', 'text-slot'],
    ['bienvenue: "{sheet.width}"', 'text-slot'],
    ['bienvenue: "{textes.soutien}"', 'text-slot'],
    ['constructor: Entrez', 'unknown-text'],
  ])('refuse `%s`: %s', (line, rule) => {
    expect(rulesOf(designYaml({ pieces: '[affiche-a3]', more: `textes:\n  ${line}\n` }), 'error')).toEqual([rule])
  })

  it('leave out a sentence that names an empty slot', () => {
    expect(slot(designYaml({ pieces: '[affiche-a3]' }), 'textes.credit-photo')).toBeUndefined()
  })

  it('do not fill a slot that a user’s own words happen to spell', () => {
    const designed = designYaml({
      structure: '  nom: "Chez {caf.nom}"\n  type: creche\n  caf: "33"\n',
      pieces: '[affiche-a3]',
      more: 'textes:\n  bienvenue: "{structure.nom}"\n',
    })
    expect(slot(designed, 'textes.bienvenue')).toBe('Chez {caf.nom}')
  })
})

describe('the files a kit names', () => {
  const partners =
    '  partenaires:\n    - { nom: A, logo: logos/a.svg }\n    - { nom: B, logo: logos/absent.svg }\n    - nom: C\n'
  const written = (root: string, more = '') =>
    designYaml({ root, structure: structure(`  caf: "33"\n${partners}`), pieces: '[plaque-300x200]', more })

  it('refuse a piece whose partner’s logo is missing', () => {
    const designed = written(project({ 'logos/a.svg': LOGO }))
    expect(designed.value?.pieces).toEqual([])
    expect(designed.diagnostics.find(({ rule }) => rule === 'missing-asset')).toMatchObject({
      severity: 'error',
      piece: 'plaque-300x200',
      at: { file: 'kit.yaml' },
    })
  })

  it('set the partner in text with the policy `avertir`', () => {
    const designed = written(project({ 'logos/a.svg': LOGO }), 'regles: { missing-asset: avertir }\n')
    expect(slot(designed, 'structure.partenaires')).toEqual([
      { nom: 'A', logo: 'partenaires.0' },
      { nom: 'B' },
      { nom: 'C' },
    ])
    expect(Object.keys(designed.value?.pieces[0]?.logos ?? {})).toEqual(['partenaires.0'])
    expect(rulesOf(designed, 'warning')).toContain('missing-asset')
  })

  it('never leave the project', () => {
    const root = project({ 'kit/x': '', 'a.svg': LOGO })
    const designed = designYaml({
      root: join(root, 'kit'),
      structure: structure('  caf: "33"\n  partenaires:\n    - { nom: A, logo: ../a.svg }\n'),
      pieces: '[plaque-300x200]',
    })
    expect(rulesOf(designed, 'error')).toEqual(['missing-asset'])
  })

  it('tell a missing photo on the pieces that show it', () => {
    const designed = designYaml({
      structure: structure('  caf: "33"\n  photo: { fichier: absente.jpg }\n'),
      pieces: '[plaque-300x200, affiche-a3]',
    })
    const missing = designed.diagnostics.filter(({ rule }) => rule === 'missing-asset')
    expect(missing.map(({ piece }) => piece)).toEqual(['affiche-a3'])
    expect(designed.value?.pieces.map(({ id }) => id)).toEqual(['plaque-300x200'])
  })
})

describe('languages', () => {
  const langues = (list: string) => {
    const designed = designYaml({ kit: `  langues: ${list}\n`, pieces: '[affiche-a3]' })
    return [...rulesOf(designed, 'error'), ...rulesOf(designed, 'warning')].filter(rule => rule !== 'brand-draft')
  }

  it.each([
    ['[fr]', []],
    ['[fr, en]', ['language-unsupported', 'toubon-languages']],
    ['[fr, br]', ['language-unsupported']],
    ['[fr, en, de]', ['language-unsupported']],
    ['[fr, en, br]', ['language-unsupported', 'toubon-languages']],
  ])('%s', (list, rules) => {
    expect(langues(list)).toEqual(rules)
  })
})

describe('the examples', () => {
  const folder = new URL('../../examples/', import.meta.url).pathname
  const files = readdirSync(folder).filter(name => name.endsWith('.yaml'))

  it('are at least seventeen', () => {
    expect(files.length).toBeGreaterThanOrEqual(17)
  })

  it.each(files)('%s designs without a word but the draft’s', file => {
    const world = openWorld({})
    const bytes = readFileSync(join(folder, file))
    const kit = readKit({ file, folder, bytes }, { reference }, world)
    // A remark that the name of a Caf was made by rule is welcome.
    expect(kit.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([])
    if (!kit.value) throw new Error('no kit')
    const { value, diagnostics } = designKit(kit.value, {}, reference, world)
    // A size of one's own is remarked on, and may be.
    expect(diagnostics.filter(({ rule }) => rule !== 'free-size').map(({ rule }) => rule)).toEqual(['brand-draft'])
    expect(value?.pieces.length).toBe(kit.value.pieces?.length)
  })
})
