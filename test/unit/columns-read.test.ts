// Titles → paths and rows → values: what each way of keeping a sheet gives, and what is said of it.
import { describe, expect, it } from 'vitest'
import { openWorld } from '../../src/host/world.ts'
import { cafsInConflict, matchCaf, nearestCafs } from '../../src/input/caf-names.ts'
import { diagnose } from '../../src/input/diagnose.ts'
import { overlay } from '../../src/input/overlay.ts'
import { loadReference } from '../../src/input/reference.ts'
import { openTable } from '../../src/input/table/open-table.ts'
import type { Table } from '../../src/input/table/table.ts'
import { text } from '../../src/model/diagnostic.ts'
import { PLAIN, readEntry } from '../../src/pipeline.ts'
import { cellsOf, dataOf, findings, optionsOf, type Read, read, readSheet, tableOf } from '../fixtures/memory-table.ts'
import { odsOf, written, xlsxOf } from '../fixtures/tables.ts'

const at = (cell: string) => ({ file: 'structures.csv', sheet: '', cell })

const COMMON = 'nom | type | caf'
const ROW = 'Les Lutins | crèche | 33'

/** The structure of the only row. */
async function structureOf(titles: string, cells: string, map?: string): Promise<unknown> {
  const [data] = dataOf(await read(`${COMMON} | ${titles}\n${ROW} | ${cells}`, map === undefined ? {} : { map }))
  return Object(data).structure
}

async function kitOf(titles: string, cells: string): Promise<unknown> {
  const [data] = dataOf(await read(`${COMMON} | ${titles}\n${ROW} | ${cells}`))
  return Object(data).kit
}

const LUTINS = { nom: 'Les Lutins', type: ['crèche'], caf: ['33'] }

describe('a title is known', () => {
  it.each([
    ['structure.adresse.commune', { adresse: { commune: 'Blaye' } }],
    ['adresse.commune', { adresse: { commune: 'Blaye' } }],
    ['COMMUNE', { adresse: { commune: 'Blaye' } }],
    ['Ville', { adresse: { commune: 'Blaye' } }],
    ['ADR_COMMUNE', { adresse: { commune: 'Blaye' } }],
    ['coordonnees.commune', { adresse: { commune: 'Blaye' } }],
    ['libelleCommuneEtablissement', { adresse: { commune: 'Blaye' } }],
    ['\uFEFFCommune *', { adresse: { commune: 'Blaye' } }],
    ['Nom de la⏎commune', { adresse: { commune: 'Blaye' } }],
    ['Commune (lieu d’accueil)', { adresse: { commune: 'Blaye' } }],
    ['Capacité (places)', { capacite: 'Blaye' }],
    ['Nom court', { 'nom-court': 'Blaye' }],
    ['Mél', { courriel: 'Blaye' }],
  ])('%s', async (title, value) => {
    expect(await structureOf(title, 'Blaye')).toEqual({ ...LUTINS, ...value })
  })
})

describe('several columns join into one value', () => {
  it.each([
    ['ADR_NUMERO | ADR_NOMVOIE', '12 | rue des Lilas', '12 rue des Lilas'],
    ['nomVoie | typeVoie | numeroVoie', 'DES LILAS | RUE | 12', '12 RUE DES LILAS'],
    ['N° de voie | Bis ter | Type de voie | Nom de la voie', '12 | bis | rue | des Lilas', '12 bis rue des Lilas'],
    ['N° de voie | Nom de la voie', ' | rue des Lilas', 'rue des Lilas'],
    ['N° de voie | Adresse', '12 | 12 rue des Lilas', '12 rue des Lilas'],
    ['N° de voie | Adresse', '1 | 12 rue des Lilas', '1 12 rue des Lilas'],
    ['ADR_NUMERO | ADR_NOMVOIE', '8 | 8 mai 1945', '8 8 mai 1945'],
    ['ADR_NUMERO | ADR_NOMVOIE', '19 | 19 MARS 1962', '19 19 MARS 1962'],
    ['ADR_NUMERO | ADR_NOMVOIE', '11 | 11-Novembre', '11 11-Novembre'],
    ['ADR_NUMERO | ADR_NOMVOIE', '8 | 8 rue du 8 mai 1945', '8 rue du 8 mai 1945'],
    ['ADR_NUMERO | ADR_NOMVOIE', '8 | 8 mail des Lilas', '8 mail des Lilas'],
  ])('%s', async (titles, cells, voie) => {
    expect(await structureOf(titles, cells)).toEqual({ ...LUTINS, adresse: { voie } })
  })

  it('a post code and a town in one cell are two', async () => {
    const adresse = { 'code-postal': '33390', commune: 'Blaye' }
    expect(await structureOf('CP Ville', '33390 Blaye')).toEqual({ ...LUTINS, adresse })
  })
})

describe('lists', () => {
  it.each([
    ['Partenaires', 'Ville de Blaye ; Msa', { partenaires: [{ nom: 'Ville de Blaye' }, { nom: 'Msa' }] }],
    [
      'Partenaires | Logos',
      'Blaye ; Msa | a.svg ; b.svg',
      {
        partenaires: [
          { nom: 'Blaye', logo: 'a.svg' },
          { nom: 'Msa', logo: 'b.svg' },
        ],
      },
    ],
    [
      'Partenaire 1 | Logo 1 | Partenaire 3',
      'Blaye | a.svg | Msa',
      { partenaires: [{ nom: 'Blaye', logo: 'a.svg' }, { nom: 'Msa' }] },
    ],
    ['Horaires', 'lundi, mardi⏎jeudi', { horaires: ['lundi, mardi', 'jeudi'] }],
    ['Itinérant | Communes', 'oui | Blaye, Bourg', { itinerant: 'oui', communes: ['Blaye', 'Bourg'] }],
  ])('%s', async (titles, cells, value) => {
    expect(await structureOf(titles, cells)).toEqual({ ...LUTINS, ...value })
  })

  it('as many logos as partners, or none is taken', async () => {
    const found = await read(`${COMMON} | Partenaires | Logos\n${ROW} | Blaye ; Msa | a.svg`)
    expect(findings(found)).toEqual(['wrong-value@E2'])
  })
})

describe('pieces', () => {
  it.each([
    [
      'Vitrophanie A5 | Plaque 300 x 200 | affiche-a3',
      '2 | x | 0',
      [
        { produit: 'vitrophanie-a5', quantite: '2' },
        { produit: 'plaque-300x200', quantite: '1' },
      ],
    ],
    [
      'pieces',
      'vitrophanie-a5 ; plaque-300x200 × 2',
      [{ produit: 'vitrophanie-a5' }, { produit: 'plaque-300x200', quantite: '2' }],
    ],
    [
      'Pièces',
      '2 vitrophanies A5 et 1 x plaque 300 x 200',
      [
        { produit: 'vitrophanie-a5', quantite: '2' },
        { produit: 'plaque-300x200', quantite: '1' },
      ],
    ],
    [
      'Pièces',
      'plaque 300 x 200 portrait x 2⏎affiche-a3 (4), vitrophanie ronde 150*3',
      [
        { produit: 'plaque-300x200', orientation: 'portrait', quantite: '2' },
        { produit: 'affiche-a3', quantite: '4' },
        { produit: 'vitrophanie-ronde-150', quantite: '3' },
      ],
    ],
    ['Produit | Quantité', 'plaque-29,7x42 cm | 3', [{ produit: 'plaque-29,7x42-cm', quantite: '3' }]],
    ['Pièces', 'panneau-a5 × 2', [{ produit: 'panneau-a5', quantite: '2' }]],
    [
      'Pièces | Pose | Fixation | Qté',
      'vitrophanie-a5 ; plaque-300x200 × 2 | exterieur | 4-vis | 5',
      [
        { produit: 'vitrophanie-a5', pose: 'exterieur', quantite: '5' },
        { produit: 'plaque-300x200', quantite: '2', fixation: '4-vis' },
      ],
    ],
    ['Vitrophanie A5', '2,5', [{ produit: 'vitrophanie-a5', quantite: '2,5' }]],
  ])('%s: %s', async (titles, cells, pieces) => {
    expect(await kitOf(titles, cells)).toEqual({ pieces })
  })

  it('brand, printer and policies go by row', async () => {
    const [data] = dataOf(
      await read(`${COMMON} | charte | imprimeur | règles\n${ROW} | caf-33 | atelier | text-contrast: avertir`),
    )
    expect(data).toEqual({
      structure: LUTINS,
      kit: { charte: 'caf-33', imprimeur: 'atelier' },
      regles: { 'text-contrast': 'avertir' },
    })
  })

  it('piece-option: what applies to no piece is refused', async () => {
    expect(findings(await read(`${COMMON} | Pose\n${ROW} | exterieur`))).toEqual(['piece-option@D2'])
    expect(findings(await read(`${COMMON} | Pièces | Pose\n${ROW} | plaque-a5 | exterieur`))).toEqual([
      'piece-option@E2',
    ])
    expect(findings(await read(`${COMMON} | Pièces | Pose\n${ROW} | vitrophanie-a5 | exterieur`))).toEqual([])
    const { entries } = await read(`${COMMON} | Pièces | Quantité\n${ROW} | 2 affiches A3 et 1 plaque A5 | 3`)
    expect(entries.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message.fr))).toEqual([
      '`quantite`\u00a0: «\u00a03\u00a0» ne s’applique à rien, les pièces de la ligne disent déjà la leur',
    ])
  })

  it('names that are sure are read, with what they say of the piece', async () => {
    const of = async (title: string) => kitOf(title, '2')
    const piece = (produit: string, more: object = {}) => ({ pieces: [{ produit, quantite: '2', ...more }] })
    expect(await of('Vitro A5')).toEqual(piece('vitrophanie-a5'))
    expect(await of('Nb de posters A3')).toEqual(piece('affiche-a3'))
    expect(await of('Affiche (A3)')).toEqual(piece('affiche-a3'))
    expect(await of('Plaque A5 (nb)')).toEqual(piece('plaque-a5'))
    expect(await of('Vitrophanie A5 ext.')).toEqual(piece('vitrophanie-a5', { pose: 'exterieur' }))
    expect(await of('Vitrophanie A5 (extérieur)')).toEqual(piece('vitrophanie-a5', { pose: 'exterieur' }))
    expect(await kitOf('pieces', 'vitrophanie A5 recto-verso ; plaque 300x200 (dibond)')).toEqual({
      pieces: [{ produit: 'vitrophanie-a5', pose: 'recto-verso' }, { produit: 'plaque 300x200 (dibond)' }],
    })
    // Inside and outside are two pieces, not one said twice.
    expect(await kitOf('Vitrophanie A5 | Vitrophanie A5 extérieur', '1 | 1')).toMatchObject({
      pieces: [{}, { pose: 'exterieur' }],
    })
  })

  it.each([
    'Vitro',
    'Plaque',
    'Nb affiches',
    'Sticker A5',
    'Panneau 300x200',
    'Plaque PVC 300x200',
    'Vitrophanie A5 (livrées)',
    'Affiche A3 (extérieur)',
  ])('order-unread: %s is not read, and no row loses its count', async title => {
    const found = await read(`${COMMON} | ${title}\n${ROW} | 2\n${ROW} | 0\n${ROW} | `)
    expect(findings(found)).toEqual(['column-unknown@D1', 'order-unread@D2', 'order-missing@D4'])
    expect(found.entries.map(({ skipped }) => skipped)).toEqual([undefined, 'unordered', undefined])
    const left = await read(`${COMMON} | ${title}\n${ROW} | 2`, { map: `${JSON.stringify(title)}: ignorer` })
    expect(findings(left)).toEqual([])
  })

  it('a title that begins like a product and counts nothing is only listed', async () => {
    expect(findings(await read(`${COMMON} | Affiches posées le\n${ROW} | 12/03/2026`))).toEqual([])
  })

  it('order-missing: the brand’s pieces never take the place of an order', async () => {
    const titles = `${COMMON} | Vitrophanie A5 | Plaque A5`
    const found = await read(`${titles}\n${ROW} | 0 | 0\n${ROW} | non | \n${ROW} | | \n${ROW} | 1 | `)
    expect(found.entries.map(({ skipped }) => skipped)).toEqual(['unordered', 'unordered', undefined, undefined])
    expect(findings(found)).toEqual(['order-missing@D4'])
    // A sheet without a column for each product leaves its pieces to the brand, unless its row says that there are none.
    const listed = await read(`${COMMON} | pieces\n${ROW} | \n${ROW} | aucune`)
    expect(listed.entries.map(({ skipped }) => skipped)).toEqual([undefined, 'unordered'])
    expect(findings(listed)).toEqual([])
  })

  it('an empty word for a count is one', async () => {
    expect(findings(await read(`${COMMON} | Plaque A5\n${ROW} | NC`))).toEqual(['placeholder-value@D2'])
  })
})

describe('the header', () => {
  const rows = `${COMMON}\n${ROW}`

  it('is found below titles and blank lines', async () => {
    const found = await read(`Structures 2026 | | \n | | \n${rows}`)
    expect(found.entries.map(({ origin }) => origin)).toEqual([{ file: 'structures.csv', sheet: '', cell: 'A4' }])
    expect(findings(found)).toEqual([])
  })

  it('header-choice: two rows of titles, one is read, and which is said', async () => {
    const found = await read(`EQUIP_NOM | EQUIP_TYPE | caf\nNom | Type | Caf\n${ROW}`)
    expect(findings(found)).toEqual(['header-choice@A1'])
    expect(found.entries).toHaveLength(1)
  })

  it('header-missing: none of the words of the first rows is a title', async () => {
    expect(findings(await read('Les Lutins | Blaye'))).toEqual(['header-missing@A1'])
    expect(findings(await read(''))).toEqual(['header-missing@A1'])
    expect(findings(await read(`${'rien |\n'.repeat(20)}${rows}`))).toEqual(['header-missing@A1'])
    expect(findings(await read(`${'rien |\n'.repeat(19)}${rows}`))).toEqual([])
  })

  it('column-missing: no kit without a name', async () => {
    const found = await read('type | caf\ncrèche | 33')
    expect(findings(found)).toEqual(['column-missing@A1'])
    expect(found.entries).toEqual([])
    // The title that says most of a name is proposed, never the first one for being first.
    const hintOf = async (titles: string) =>
      (await read(`${titles}\nx | y | 33`)).said.find(({ rule }) => rule === 'column-missing')?.hint?.fr
    expect(await hintOf('N° dossier | Libellé maison | caf')).toContain('`Libellé maison: nom`')
    expect(await hintOf('N° dossier | Suivi | caf')).toContain('`Titre de la colonne: nom`')
  })

  it('duplicate-column: which of two is right is not guessed', async () => {
    expect(findings(await read(`${COMMON} | Ville | VILLE\n${ROW} | Blaye | Bourg`))).toEqual(['duplicate-column@E1'])
  })

  it('a second column gives what the surer one leaves empty, and must agree with it', async () => {
    const of = (cells: string) => read(`${COMMON} | Ville | Commune\n${ROW} | ${cells}`)
    const [alone, same, other] = [await of('Blaye | '), await of('BLAYE CEDEX | Blaye'), await of('Bourg | Blaye')]
    expect(dataOf(alone)).toEqual([{ structure: { ...LUTINS, adresse: { commune: 'Blaye' } } }])
    expect(alone.entries[0]?.content).toMatchObject({ spans: { 'structure.adresse.commune': at('D2') } })
    expect(dataOf(same)).toEqual([{ structure: { ...LUTINS, adresse: { commune: 'Blaye' } } }])
    expect([alone, same, other].map(findings)).toEqual([[], [], ['address-contradiction@D2']])
    const names = await read(`nom | Raison sociale | type | caf\nLes Lutins | Association Les Lutins | crèche | 33`)
    expect(findings(names)).toEqual(['two-values@B2'])
    const nameless = await read('nom | Raison sociale | type | caf\n | Association Les Lutins | crèche | 33')
    expect(findings(nameless)).toEqual(['two-values@B2'])
  })

  it('words between brackets that change the sense of a title are never passed over', async () => {
    const of = async (title: string) => findings(await read(`${COMMON} | ${title}\n${ROW} | Blaye`))
    for (const note of ['obligatoire', 'facultatif', 'ex. : Blaye', 'de la structure', '50 caractères max']) {
      expect(await of(`Commune (${note})`), note).toEqual([])
    }
    expect(await of('Commune (INSEE)')).toEqual(['column-guess@D1'])
    expect(await of('Commune (gestionnaire)')).toEqual(['column-ambiguous@D1'])
    expect(await of('Horaires (vacances scolaires)')).toEqual(['column-ambiguous@D1'])
    // Never ahead of a title that says it without them, whatever its name.
    const found = await read(
      `Nom de la structure | Nom (ancien) | Nom (affiché) | type | caf\nLutins | Nains | L | crèche | 33`,
    )
    expect(dataOf(found)).toEqual([{ structure: { ...LUTINS, nom: 'Lutins' } }])
  })

  it('column-guess: what is likely is taken, and said', async () => {
    const found = await read('nom | type | Dépt\nLes Lutins | crèche | 33')
    expect(findings(found)).toEqual(['column-guess@C1'])
    expect(dataOf(found)).toEqual([{ structure: LUTINS }])
    expect(findings(await read(`${COMMON} | Dépt\n${ROW} | 40`))).toEqual([])
  })

  it('column-guess: the cells tell which', async () => {
    const found = await read(`${COMMON} | Contact\n${ROW} | lutins@exemple.fr`)
    expect(findings(found)).toEqual(['column-guess@D1'])
    expect(dataOf(found)).toEqual([{ structure: { ...LUTINS, courriel: 'lutins@exemple.fr' } }])
  })

  it('column-ambiguous: two meanings and nothing to tell them apart', async () => {
    const found = await read(`${COMMON} | Nombre\n${ROW} | 12`)
    expect(findings(found)).toEqual(['column-ambiguous@D1'])
    expect(dataOf(found)).toEqual([{ structure: LUTINS }])
  })

  it('column-unknown: a near miss is proposed', async () => {
    const { said } = await read(`${COMMON} | Télephonne\n${ROW} | 05`)
    expect(said.map(({ rule, hint }) => [rule, hint?.fr])).toContainEqual([
      'column-unknown',
      'vouliez-vous dire `telephone`\u202f? `--map`\u00a0: `Télephonne: telephone`',
    ])
  })

  it('column-untitled: filled cells under no title', async () => {
    expect(findings(await read(`${COMMON} | \n${ROW} | Blaye`))).toEqual(['column-untitled@D1'])
    expect(findings(await read(`${COMMON} | \n${ROW} | `))).toEqual([])
  })

  it('column-unmapped: what is not read is listed once, with the reason', async () => {
    const { said } = await read(`${COMMON} | Directrice | Latitude | Couleur des murs\n${ROW} | Mme X | 45 | bleu`)
    expect(said.map(({ rule }) => rule)).toEqual(['column-unmapped'])
    expect(said[0]?.message.fr).toContain('D «\u00a0Directrice\u00a0» (une personne')
    expect(said[0]?.message.fr).toContain('F «\u00a0Couleur des murs\u00a0» (titre inconnu)')
  })
})

it('what a row orders does not count where --set gives the pieces', async () => {
  const rows = cellsOf(`${COMMON} | Affiche A3 | Vitro\n${ROW} | |\n${ROW} | 0 |\n${ROW} | 1 | 2`)
  const [own, given] = await Promise.all(
    [false, true].map(givenPieces => readSheet(tableOf(rows), { ...optionsOf(), givenPieces })),
  )
  expect(
    [own, given].map(each => each?.entries.map(({ skipped, diagnostics }) => skipped ?? diagnostics[0]?.rule)),
  ).toEqual([
    ['order-missing', 'unordered', 'order-unread'],
    [undefined, undefined, undefined],
  ])
})

describe('--map', () => {
  it.each([
    ['Zone: adresse.commune', 'Zone', 'Blaye', { adresse: { commune: 'Blaye' } }],
    ['commune: Zone', 'Zone', 'Blaye', { adresse: { commune: 'Blaye' } }],
    ['adresse.voie: [N, V]', 'V | N', 'rue des Lilas | 12', { adresse: { voie: '12 rue des Lilas' } }],
    ['horaires: [Matin, Soir]', 'Matin | Soir', '8 h-12 h | 14 h-18 h', { horaires: ['8 h-12 h', '14 h-18 h'] }],
    ['Ville: ignorer', 'Ville', 'Blaye', {}],
    ['colonne E: ignorer', 'Ville | Ville', 'Blaye | Bourg', { adresse: { commune: 'Blaye' } }],
    ['Ami: partenaires.1.nom', 'Ami', 'Msa', { partenaires: [{ nom: 'Msa' }] }],
  ])('%s', async (map, titles, cells, value) => {
    expect(await structureOf(titles, cells, map)).toEqual({ ...LUTINS, ...value })
  })

  it.each([
    ['Vile: commune', 'column-map@colonnes.yaml:1'],
    ['Ville: comune', 'column-map@colonnes.yaml:1'],
    ['commune: [Ville, Rien]', 'column-map@colonnes.yaml:1'],
    ['Ville: commune\ncommune: Ville', 'column-map@colonnes.yaml:2'],
    ['commune: nom', 'column-map@colonnes.yaml:1'],
  ])('column-map: %s is refused at its line', async (map, finding) => {
    const titles = map === 'commune: nom' ? 'commune' : 'Ville'
    const found = await read(`${COMMON} | ${titles}\n${ROW} | Blaye`, { map })
    expect(findings(found)).toEqual([finding])
    expect(found.entries).toEqual([])
  })

  const others = [
    { index: 0, title: 'Zone' },
    { index: 1, title: 'N' },
  ]

  // The sheet has `nom | type | caf | Ville`.
  it.each([
    ['is silent where another column gives the value', 'Zone: commune', []],
    ['is silent of what is left out', 'Zone: ignorer', []],
    ['is told where its value is missing', 'Zone: telephone', ['column-absent@A1']],
    ['is told where a part of its value is missing', 'adresse.voie: [N, Ville]', ['column-absent@A1']],
    ['is told of a product', 'N: vitrophanie-a5', ['column-absent@A1']],
    ['is refused where no sheet has it', 'Zonne: telephone', ['column-map@colonnes.yaml:1']],
    [
      'is refused where a sheet has one of two',
      'adresse.voie: [N, Rien]',
      ['column-map@colonnes.yaml:1', 'column-absent@A1'],
    ],
    ['reads either way', 'telephone: Zone', ['column-absent@A1']],
  ])('for several sheets, a line %s: %s', async (_, map, said) => {
    const rows = cellsOf(`${COMMON} | Ville\n${ROW} | Blaye`)
    const found = await readSheet(tableOf(rows), { ...optionsOf(map), others })
    expect(findings(found).filter(each => !each.startsWith('column-unmapped'))).toEqual(said)
    expect(found.entries.length).toBe(said.some(each => each.startsWith('column-map')) ? 0 : 1)
  })
})

describe('rows', () => {
  it('row-left-out: totals, notes and repeated titles are no kits, and are said', async () => {
    const found = await read(
      `${COMMON} | places\n${ROW} | 12\nTOTAL GÉNÉRAL | | | 12\n${COMMON} | places\nTotal Jeunes | alsh | 33 | 8\nSource : Caf, 2026 | | | `,
    )
    expect(findings(found)).toEqual(['row-left-out@A3', 'row-left-out@A4', 'row-left-out@A6'])
    expect(found.entries.map(({ row }) => row?.cells[0])).toEqual(['Les Lutins', 'Total Jeunes'])
  })

  it('row-left-out: legends and sums below a gap are no kits, and are said with their words', async () => {
    const found = await read(
      `${COMMON} | places | commune\n${ROW} | 12 | Blaye\n\n | | | P = plaque | V = vitro\n\n | | | 12 | 4`,
    )
    expect(findings(found)).toEqual(['D4', 'D6'].map(cell => `row-left-out@${cell}`))
    expect(found.said.map(({ message }) => message.fr)[0]).toBe(
      'ligne 4 laissée de côté («\u00a0P = plaque\u00a0»)\u00a0: une note, pas une structure',
    )
    expect(found.entries).toHaveLength(1)
  })

  it('with a name, an id or an amount alone are never passed over, whatever the gap above them', async () => {
    const found = await read(
      `${COMMON} | id | plaque a5\n${ROW} | 1 | 1\n\nRPE : Pessac\nRPE : Talence\n\n12 structures\n\n | | | 102 | 1\n\n | | | | 4`,
    )
    expect(findings(found).filter(each => each.startsWith('row-left-out'))).toEqual([])
    expect(found.entries).toHaveLength(6)
  })

  it('of small titles under a gap are not made into kits', async () => {
    const found = await read(
      'nom | commune\nLes Lutins | Bordeaux\nLes Chats | Pessac\n\ncommune | nom\nTalence | Les Loups',
    )
    expect(findings(found)).toEqual(['row-left-out@A5', 'second-table@A5'])
    expect(found.entries).toHaveLength(3)
  })

  it('that have moved are known by their id only where it stands first', async () => {
    const moved = await read(`nom | id | caf\nLes | Lutins | 12 | 33`)
    expect(findings(moved)).toEqual(['extra-cells@D2'])
    expect(dataOf(moved)).toEqual([{ structure: {} }])
    const first = await read(`id | nom | caf\n12 | Les | Lutins | 33`)
    expect(dataOf(first)).toEqual([{ structure: { id: '12' } }])
  })

  it('of a name alone stay structures, and so does a row without its name', async () => {
    const found = await read(
      `${COMMON} | places | commune\n${ROW} | 12 | Blaye\n\nM.A.M.\nLa Maison bleue\n3 Pommes\n\n | laep | 33 | 12 | Blaye\n12`,
    )
    expect(findings(found)).toEqual([])
    expect(found.entries).toHaveLength(6)
  })

  it('second-table: rows under other titles are refused for that alone, and told at the titles', async () => {
    const found = await read(
      `${COMMON} | commune | adresse\n${ROW} | Blaye | 1 rue X\n\nÀ Libourne\nNom | Type | Caf | Adresse | Ville | Tél\n${ROW} | 1 rue Y | Libourne | 0556000000\n${ROW} | 2 rue Y | Libourne | 0556000000`,
    )
    expect(findings(found)).toEqual(['row-left-out@A4', 'row-left-out@A5', 'second-table@A5', 'second-table@A5'])
    expect(found.entries.map(({ row }) => row?.titles.at(-1))).toEqual(['adresse', 'Tél', 'Tél'])
    expect(found.entries.map(({ content }) => content.kind === 'value' && content.data !== undefined)).toEqual([
      true,
      false,
      false,
    ])
  })

  it('under the same titles in other words go on, even after a second table', async () => {
    const found = await read(
      `${COMMON} | commune\n${ROW} | Blaye\nType | Nom | Caf | Ville\nlaep | B | 33 | Blaye\nNom de la structure | Type de structure | N° Caf | Ville\n${ROW} | Bourg`,
    )
    expect(findings(found)).toEqual(['header-choice@A1', 'row-left-out@A3', 'second-table@A3'])
    expect(found.entries).toHaveLength(3)
  })

  it('of the first of two tables are read, even when the second has more titles', async () => {
    const found = await read(
      `${COMMON}\n${ROW}\n\nTél | Nom | Type | Caf | Adresse | Ville | Horaires\n0556000000 | B | laep | 33 | 1 rue X | Blaye |`,
    )
    expect(findings(found)).toEqual(['row-left-out@A4', 'second-table@A4'])
    expect(found.entries).toHaveLength(2)
  })

  it('are skipped when they are hidden or closed', async () => {
    const found = await read(
      `${COMMON} | statut\n${ROW} | ouverte\n${ROW} | Fermé définitivement\n${ROW} | \n\n${ROW} | fermée`,
      {
        hidden: [4],
      },
    )
    expect(found.entries.map(({ skipped }) => skipped)).toEqual([undefined, 'closed', 'hidden', 'closed'])
    expect(found.entries.map(({ index }) => index)).toEqual([0, 1, 2, 3])
  })

  it('status-doubt: closed for a time, or on a date, is not closed', async () => {
    const found = await read(`${COMMON} | État | Date de fermeture\n${ROW} | fermée en août | \n${ROW} | | 31/08/2024`)
    expect(findings(found)).toEqual(['status-doubt@D2', 'status-doubt@E3'])
    expect(found.entries.map(({ skipped }) => skipped)).toEqual([undefined, undefined])
  })

  it('status-doubt: a status that is neither, and row-shifted: one that is another value', async () => {
    const of = async (status: string) => findings(await read(`${COMMON} | statut\n${ROW} | ${status}`))
    for (const open of ['ouverte', 'En activité', 'A', 'Ouvert toute l’année']) expect(await of(open)).toEqual([])
    for (const doubt of ['associatif', '0', '1', 'non', '01/02/2026'])
      expect(await of(doubt)).toEqual(['status-doubt@D2'])
    for (const other of ['plaque-300x200', '33000', '05 56 00 00 00', 'a@b.fr'])
      expect(await of(other)).toEqual(['row-shifted@D2'])
  })

  it('of errors.csv are read again: its report is left out, its guards are taken away', async () => {
    const found = await read(
      `${COMMON} | pièces | regles | messages | cellules\n'@Lutins | crèche | 33 | plaque-a5 | lost-zero | il manque… | E4`,
    )
    expect(findings(found)).toEqual([])
    expect(found.said).toEqual([])
    expect(dataOf(found)).toEqual([
      { structure: { ...LUTINS, nom: '@Lutins' }, kit: { pieces: [{ produit: 'plaque-a5' }] } },
    ])
    expect(found.entries[0]?.row?.titles).toEqual(['nom', 'type', 'caf', 'pièces'])
  })

  it('of errors.csv are read again when columns were added after its report', async () => {
    const found = await read(
      `${COMMON} | adresse | regles | messages | cellules | origine | Code postal | Commune\n${ROW} | 1 rue B | lost-zero | il manque… | E4 | structures.csv:2 | 33000 | Bordeaux`,
    )
    expect(findings(found)).toEqual([])
    expect(dataOf(found)).toEqual([
      { structure: { ...LUTINS, adresse: { voie: '1 rue B', 'code-postal': '33000', commune: 'Bordeaux' } } },
    ])
    const [entry] = found.entries
    expect(entry?.mends).toBe('structures.csv:2')
    expect(entry?.row?.titles).toEqual(['nom', 'type', 'caf', 'adresse', 'Code postal', 'Commune'])
    expect(entry?.row?.cells).toEqual([...cellsOf(ROW).flat(), '1 rue B', '33000', 'Bordeaux'])
  })

  describe('row-broken: cut by a line break without quotes', () => {
    const titles = 'nom;type;caf;adresse;cp;commune;pieces'
    const whole = 'Les Lutins;crèche;33;1 rue X;33390;Blaye;plaque-a5'
    const cut = 'Le Nid;crèche;33;12 rue B\nBât. 2;33000;Bordeaux;plaque-a5'
    const names = ({ entries }: Read) =>
      entries.map(entry => [entry.row?.cells[0], ...entry.diagnostics.map(({ rule }) => rule)])
    const readCsv = async (...lines: readonly string[]) => {
      const file = written('rows.csv', `${[titles, ...lines].join('\r\n')}\r\n`)
      const { value } = await openTable(file, {}, openWorld({}))
      if (!value) throw new Error('no table')
      return readSheet(value)
    }

    it('is one row, refused at the cell that is cut', async () => {
      const found = await readCsv(cut, whole)
      expect(findings(found)).toEqual(['row-broken@D2'])
      expect(names(found)).toEqual([['Le Nid', 'row-broken'], ['Les Lutins']])
      const [entry] = found.entries
      expect(entry?.row?.cells[3]).toBe('12 rue B\nBât. 2')
      expect(entry && readEntry(entry, PLAIN, openWorld({})).diagnostics).toEqual([])
      // Given back as it is, its line break is between quotes.
      const quoted = 'Le Nid;crèche;33;"12 rue B\nBât. 2";33000;Bordeaux;plaque-a5'
      expect(findings(await readCsv(quoted))).toEqual([])
    })

    it('by a lone CR, by several breaks, in a file of such rows, under a town that a Caf is called after', async () => {
      expect(findings(await readCsv('Le Nid;crèche;33;12 rue B;33000;Bor\rdeaux;plaque-a5'))).toEqual(['row-broken@F2'])
      const breaks = 'Le Nid;crèche;33;12 rue B\nBât. 2\nporte 3;33000;Bordeaux;plaque-a5'
      expect(findings(await readCsv(breaks, cut, cut, whole))).toEqual([
        'row-broken@D2',
        'row-broken@D5',
        'row-broken@D7',
      ])
      expect(findings(await readCsv('Le Nid;crèche;75;12 rue B\nBât. 2;75012;Paris;plaque-a5'))).toEqual([
        'row-broken@D2',
      ])
    })

    it('in the first or the last cell of a row, among rows that are even', async () => {
      const first = 'Le\nNid;crèche;33;1 rue B;33390;Blaye;plaque-a5'
      expect(findings(await readCsv(first, whole))).toEqual(['row-broken@A2'])
      expect(findings(await readCsv('Les Lutins;crèche;33;1 rue X;33390;Blaye;', first))).toEqual(['row-broken@A3'])
      expect(findings(await readCsv(whole, `${whole}\nvitrophanie-a5`))).toEqual(['row-broken@G3'])
      // Nothing tells which of the two rows the line belongs to.
      expect(findings(await readCsv(whole, first, whole))).toEqual(['row-broken@G2', 'row-broken@A4'])
      expect(findings(await readCsv(whole, `${cut}\nvitrophanie-a5`, whole))).toEqual([
        'row-broken@D3',
        'row-broken@A6',
      ])
    })

    it('is not what rows are that lack their last cells, nor notes', async () => {
      const short = 'Le Nid;crèche;33;12 rue B'
      expect(findings(await readCsv(short, short, short, short))).toEqual([])
      expect(findings(await readCsv(whole, short, short, whole))).toEqual([])
      // `--set` may give the Caf of all.
      const bare = 'Le Nid;crèche;;12 rue B'
      expect(findings(await readCsv(bare, bare, bare, bare))).toEqual([])
      expect(findings(await readCsv('Le Nid;crè\nche;33;12 rue B;33000;Bordeaux'))).toEqual([])
      expect(findings(await readCsv('Le Nid;crè\nche;33;12 rue B;33000;Bordeaux;plaque-a5'))).toEqual(['row-broken@B2'])
      expect(findings(await readCsv(whole, 'Le Pré;crèche;33', 'Le Nid;crèche;33;12 rue B;33390', whole))).toEqual([])
      expect(findings(await readCsv(whole, whole, 'Source : Caf de la Gironde'))).toEqual(['row-left-out@A4'])
      expect(findings(await readCsv(whole, 'Total', whole))).toEqual(['row-left-out@A3'])
    })
  })

  describe('column-hidden: read as the others are, and said', () => {
    const saidOf = async (name: string, workbook: Uint8Array) => {
      const { value } = await openTable(written(name, workbook), {}, openWorld({}))
      if (!value) throw new Error('no table')
      const { said } = await readSheet(value)
      return said.filter(({ rule }) => rule === 'column-hidden').map(({ at, message }) => [at, message.fr])
    }
    const titles = ['nom', 'type', 'caf', 'commune', 'notes', 'horaires']
    const cells = ['Les Lutins', 'crèche', '33', 'Blaye', 'à voir', 'lundi']

    it.each([
      ['', undefined],
      ['<cols><col min="1" max="5" width="9"/></cols>', undefined],
      ['<cols><col min="5" max="5" hidden="1"/></cols>', undefined],
      ['<cols><col min="6" max="16384" hidden="1"/></cols>', ['F1', 'F « horaires »']],
      [
        '<cols><col min="4" max="5" hidden="true"/><col min="6" max="6" width="0"/></cols>',
        ['D1', 'D « commune » ; F « horaires »'],
      ],
    ])('in an XLSX: %s', async (cols, found) => {
      const row = (texts: readonly string[]): string =>
        `<row>${texts.map(each => `<c t="inlineStr"><is><t>${each}</t></is></c>`).join('')}</row>`
      const sheet = `${cols}<sheetData>${row(titles)}${row(cells)}</sheetData>`
      expect(await saidOf('masquees.xlsx', xlsxOf({ sheets: { Feuil1: sheet } }))).toEqual(
        found === undefined
          ? []
          : [
              [
                { file: expect.any(String), sheet: 'Feuil1', cell: found[0] },
                `colonnes masquées, lues comme les autres : ${found[1]}`,
              ],
            ],
      )
    })

    it.each([
      ['<table:table-column table:number-columns-repeated="6"/>', undefined],
      [
        '<table:table-column table:number-columns-repeated="5"/><table:table-column table:visibility="collapse" table:number-columns-repeated="16379"/>',
        'F1',
      ],
      [
        '<table:table-column/><table:table-column-group table:display="false"><table:table-column table:number-columns-repeated="2"/></table:table-column-group><table:table-column/>',
        'B1',
      ],
    ])('in an ODS: %s', async (columns, cell) => {
      const row = (texts: readonly string[]): string =>
        `<table:table-row>${texts.map(each => `<table:table-cell office:value-type="string"><text:p>${each}</text:p></table:table-cell>`).join('')}</table:table-row>`
      const tables = `<table:table table:name="Feuil1">${columns}${row(titles)}${row(cells)}</table:table>`
      const found = await saidOf('masquees.ods', odsOf({ tables }))
      expect(found.map(([at]) => Object(at).cell)).toEqual(cell === undefined ? [] : [cell])
    })
  })

  it('column-untitled: a first value far below, once for its column', async () => {
    const far = `${COMMON} | | adresse\n${`${ROW}\n`.repeat(60)}`
    const late = `${ROW} | rare | 1 rue X | au-delà\n${ROW} | autre | | plus loin`
    const workbook = await read(`${far}${late}`, { sheet: 'Structures' })
    expect(findings(workbook)).toEqual(['column-untitled@D62', 'column-untitled@F62'])
    const csv = await read(`${far}${ROW} | rare | 1 rue X\n${ROW} | autre`)
    expect(findings(csv)).toEqual(['column-untitled@D62'])
    expect(findings(await read(`${far}${late}`, { sheet: 'Structures', hidden: [62, 63] }))).toEqual([])
    expect(findings(await read(`${far}${late}`, { sheet: 'Structures', map: 'colonne D: ignorer' }))).toEqual([
      'column-untitled@F62',
    ])
  })

  it('extra-cells: a CSV whose row has moved is refused', async () => {
    expect(findings(await read(`${COMMON}\n${ROW} | plus`))).toEqual(['extra-cells@D2'])
    expect(findings(await read(`${COMMON} |\n${ROW} | plus`))).toEqual(['column-untitled@D1'])
    expect(findings(await read(`${COMMON}\n${ROW}\n${ROW}\n${ROW} | plus`))).toEqual(['extra-cells@D4'])
    const far = `${COMMON}\n${`${ROW}\n`.repeat(60)}Les | Lutins | crèche | 33`
    expect(findings(await read(far))).toEqual(['extra-cells@D62'])
  })

  it('extra-cells, row-shifted: a row that has moved says so, and nothing of the cells that it moved', async () => {
    const titles = `${COMMON} | adresse | cp | commune | statut`
    const sound = `${ROW} | 1 rue X | 33390 | Blaye | ouverte\n`.repeat(3)
    const moved = `${ROW} | 12 | rue des LILAS | 33390 | Blaye`
    const found = await read(`${titles}\n${sound}${moved}\n${moved} | ouverte`)
    expect(findings(found)).toEqual(['row-shifted@F5', 'extra-cells@H6'])
    const [row] = found.entries.slice(-1)
    expect(row && readEntry(row, PLAIN, openWorld({})).diagnostics).toEqual([])
    // A post code that is wrong for another reason has no other beside it.
    expect(findings(await read(`${titles}\n${ROW} | 1 rue X | inconnu | Blaye | ouverte`))).toEqual([])
  })

  it('row-shifted is not said of a post code beside its town, nor of a workbook, whose cells do not move', async () => {
    const beside = await read(`${COMMON} | cp | code insee\n${ROW} | 33000 Bordeaux | 33063`)
    expect(findings(beside)).not.toContain('row-shifted@E2')
    const titles = `${COMMON} | adresse | cp | commune`
    const moved = `${ROW} | 12 | rue des LILAS | 33390`
    expect(findings(await read(`${titles}\n${moved}`))).toEqual(['row-shifted@F2'])
    expect(findings(await read(`${titles}\n${moved}`, { sheet: 'Feuil1' }))).not.toContain('row-shifted@F2')
  })

  it('mixed-encoding: a status of guessed letters closes nothing', async () => {
    const table = tableOf(cellsOf(`${COMMON} | statut\n${ROW} | fermée`))
    const told = text('une lettre devinée', 'a guessed letter')
    const guessed: Table = {
      ...table,
      async *rows() {
        for await (const row of table.rows()) {
          if ('rule' in row || row.number === 1) yield row
          else yield { ...row, diagnostics: [diagnose('mixed-encoding', at('D2'), told)] }
        }
      },
    }
    const [closed] = (await readSheet(table)).entries
    expect(closed?.skipped).toBe('closed')
    const [refused] = (await readSheet(guessed)).entries
    expect(refused?.skipped).toBeUndefined()
    expect(refused?.diagnostics.map(({ rule }) => rule)).toContain('mixed-encoding')
  })

  it('of cells without end are read to their end', async () => {
    const [signs, words] = ['('.repeat(1_000_000), 'a '.repeat(500_000)]
    const { cafs } = loadReference(openWorld())
    expect(matchCaf({ cafs }, signs)).toBeUndefined()
    expect(cafsInConflict({ cafs }, signs)).toBeUndefined()
    expect(nearestCafs({ cafs }, signs)).toEqual([])
    const { entries } = await read(`${COMMON} | places | commune\n${ROW} | 12 | Blaye\n\n | | | ${words} | ${words}`)
    expect(entries.length).toBeGreaterThan(0)
  })

  it('a product that is none is told at the title that names it', async () => {
    const { entries } = await read(`${COMMON} | Plaque 30x20 cm\n${ROW} | 2`)
    const spans = entries.map(({ content }) => content.kind === 'value' && content.spans['kit.pieces.0.produit'])
    expect(spans).toEqual([at('D1')])
  })

  it('keep every text as it is written: cells are data', async () => {
    const nasty = [
      '=HYPERLINK("http://x")',
      '<b>Lutins</b>',
      '../../etc/passwd',
      '*alias',
      '{ a: b }',
      '01000',
      '__proto__',
    ]
    const found = await read(`${COMMON}\n${nasty.map(nom => `${nom} | crèche | 33`).join('\n')}`)
    expect(dataOf(found)).toEqual(nasty.map(nom => ({ structure: { ...LUTINS, nom } })))
  })

  it('say where each value is, and where an empty one would be', async () => {
    const found = await read(
      `${COMMON} | N° de voie | Nom de voie | Commune | Pièces\n${ROW} | 12 | rue | | plaque-a5 × 2`,
      {
        sheet: 'Feuille1',
      },
    )
    const [entry] = found.entries
    const spans = entry?.content.kind === 'value' ? entry.content.spans : {}
    const cell = (name: string) => ({ file: 'structures.xlsx', sheet: 'Feuille1', cell: name })
    expect(spans['structure.adresse.voie']).toEqual(cell('D2'))
    expect(spans['structure.adresse.voie#key']).toEqual(cell('D1'))
    expect(spans['structure.adresse.commune#key']).toEqual(cell('F2'))
    expect(spans['kit.pieces.0.quantite']).toEqual(cell('G2'))
    expect(spans['structure.type.0']).toEqual(cell('B2'))
    expect(entry?.row).toEqual({
      letters: ['A', 'B', 'C', 'D', 'E', 'F', 'G'],
      titles: ['nom', 'type', 'caf', 'N° de voie', 'Nom de voie', 'Commune', 'Pièces'],
      cells: ['Les Lutins', 'crèche', '33', '12', 'rue', '', 'plaque-a5 × 2'],
      number: 2,
    })
  })
})

describe('what a formula has not given', () => {
  it('refuses the row where it is read, and nowhere else', async () => {
    const at = (cell: string) => ({ file: 'structures.xlsx', sheet: 'Feuil1', cell })
    const lost = (cell: string) =>
      ({ rule: 'formula-without-value', severity: 'error', message: { fr: '', en: '' }, at: at(cell) }) as const
    const table = tableOf(cellsOf(`${COMMON} | total | commune\n${ROW} | | `), { sheet: 'Feuil1' })
    const withFindings: Table = {
      ...table,
      async *rows() {
        for await (const row of table.rows()) {
          yield 'rule' in row || row.number < 2 ? row : { ...row, diagnostics: [lost('D2'), lost('E2'), lost('H2')] }
        }
      },
    }
    expect(findings(await readSheet(withFindings))).toEqual(['formula-without-value@E2'])
  })
})

describe('an empty cell', () => {
  it('is where a value is missing, in a project too', async () => {
    const { entries } = await read('nom | type | caf | commune\nLes Lutins | | | Blaye\n | crèche | 33 | Blaye')
    const found = entries.flatMap(entry => readEntry(entry, PLAIN, openWorld()).diagnostics)
    expect(found.map(({ rule, at, message }) => [rule, at && 'cell' in at && at.cell, message.fr])).toEqual([
      ['missing-key', 'B2', '`type` est vide'],
      ['missing-key', 'C2', '`caf` est vide'],
      ['missing-key', 'A3', '`nom` est vide'],
    ])
    const over = overlay(
      { data: { kit: { charte: 'c' } }, spans: {}, sources: () => undefined },
      { data: { structure: {} }, spans: { 'structure.nom#key': at('A3') }, sources: () => undefined },
    )
    expect(over.spans['structure.nom#key']).toEqual(at('A3'))
  })
})

describe('an amount', () => {
  it('is printed as its sheet shows it, and comes back so in errors.csv; other numbers are their figures', async () => {
    const titles = `${COMMON} | partenaire 1 | montant 1 | chiffre 1 | places | cp`
    const table = tableOf(cellsOf(`${titles}\n${ROW} | Ville | 1234,5 | 1200 | 1200 | 33000`), { sheet: 'Feuil1' })
    const shown = [
      [4, '1\u202f234,50 €'],
      [5, '1\u202f200'],
      [6, '1\u202f200'],
      [7, '33\u202f000'],
    ] as const
    const withAmounts: Table = {
      ...table,
      async *rows() {
        for await (const row of table.rows()) yield 'rule' in row ? row : { ...row, amounts: new Map(shown) }
      },
    }
    const sheet = await readSheet(withAmounts)
    expect(dataOf(sheet)).toEqual([
      {
        structure: {
          ...LUTINS,
          partenaires: [{ nom: 'Ville', montant: '1\u202f234,50 €' }],
          chiffres: [{ valeur: '1\u202f200' }],
          capacite: '1200',
          adresse: { 'code-postal': '33000' },
        },
      },
    ])
    expect(sheet.entries[0]?.row?.cells.slice(4)).toEqual(['1\u202f234,50 €', '1\u202f200', '1200', '33000'])
  })
})
