// Each repair: what a cell becomes and why, what is said of it, and the like that stays as it is.
import { describe, expect, it } from 'vitest'
import { cellOf, sheetEdits } from '../../src/cli/fix/sheet-edits.ts'
import { openWorld } from '../../src/host/world.ts'
import { addedColumns } from '../../src/input/columns/added-columns.ts'
import { entriesOf } from '../../src/input/columns/entries-of.ts'
import { columnsOf } from '../../src/input/columns/map-columns.ts'
import { isAllCapitals, lowerCapitals } from '../../src/input/columns/repair/capitals.ts'
import { repairs } from '../../src/input/columns/repairs.ts'
import { ungarble } from '../../src/input/ungarble.ts'
import { PLAIN, readEntry } from '../../src/pipeline.ts'
import { cellsOf, findings, optionsOf, read, tableOf } from '../fixtures/memory-table.ts'

const TITLES = 'nom | type | caf | adresse | cp | commune | tel | places | horaires | id | site web'
const GOOD =
  'Les Lutins | crèche | 33 | 3 rue du Four | 33390 | Blaye | 05 56 00 00 00 | 12 | du lundi au vendredi | 33-1 | '

const ROW = {
  nom: 'Les Lutins',
  type: 'crèche',
  caf: '33',
  adresse: '3 rue du Four',
  cp: '33390',
  commune: 'Blaye',
  tel: '05 56 00 00 00',
  places: '12',
  horaires: 'lundi',
  id: '33-1',
  site: '',
}

type Cells = Partial<typeof ROW>

const rowOf = (cells: Cells): readonly string[] => Object.values({ ...ROW, ...cells })

/** The cells that change, by the title of their column. */
async function mended(cells: Cells, titles = TITLES): Promise<Readonly<Record<string, string>>> {
  const [header = []] = cellsOf(titles)
  const rows = [header, rowOf(cells).slice(0, header.length)]
  const { value: map } = await columnsOf(tableOf(rows), optionsOf())
  if (!map) throw new Error('no map')
  const [, row = []] = rows
  const names = [...header, ...addedColumns(map).map(({ title }) => title)]
  return Object.fromEntries(
    repairs({ number: 2, cells: row }, map).map(({ index, after }) => [names[index] ?? '', after]),
  )
}

async function said(cells: Cells): Promise<readonly string[]> {
  const [header = []] = cellsOf(TITLES)
  const rules: string[] = []
  for await (const each of entriesOf(tableOf([header, rowOf(cells)]), optionsOf(), 0)) {
    rules.push(...('rule' in each ? [each.rule] : each.diagnostics.map(({ rule }) => rule)))
  }
  return rules
}

describe('a sound row', () => {
  it('has nothing to mend, and nothing is said of it', async () => {
    expect(await mended({})).toEqual({})
    expect(findings(await read(`${TITLES}\n${GOOD}`))).toEqual([])
  })
})

const CASES: readonly (readonly [string, Cells, Readonly<Record<string, string>>, readonly string[]])[] = [
  ['lost-zero: a post code', { caf: '01', cp: '1000', commune: 'Bourg' }, { cp: '01000' }, []],
  ['lost-zero: a phone', { tel: '556000000' }, { tel: '0556000000' }, []],
  ['garbled-text', { nom: 'CrÃ¨che lâ€™Ã®le' }, { nom: 'Crèche l’île' }, []],
  ['placeholder-value: a word', { places: 'NC' }, { places: '' }, []],
  ['placeholder-value: zeros', { tel: '0000000000' }, { tel: '' }, []],
  ['all-capitals', { commune: 'BLAYE' }, { commune: 'Blaye' }, ['all-capitals']],
  ['latin-9-text', { nom: 'Crèche du C½ur' }, {}, ['latin-9-text']],
  ['latin-9-text: a first letter', { nom: 'L’¼il' }, {}, ['latin-9-text']],
  ['untidy-text: spaces', { nom: '  Les   Lutins ' }, { nom: 'Les Lutins' }, ['untidy-text']],
  ['untidy-text: an apostrophe', { nom: "L'Île" }, { nom: 'L’Île' }, ['untidy-text']],
  ['date-in-text: a range of places', { places: '12-janv' }, { places: '12-1' }, ['date-in-text']],
  ['date-in-text: a date in full', { places: '12/01/2026' }, { places: '12-1' }, ['date-in-text']],
  ['date-in-text: hours', { horaires: '08-déc' }, { horaires: '8-12' }, ['date-in-text']],
  ['date-in-text: a serial number, whose text is not known', { horaires: '45231' }, {}, ['date-in-text']],
  ['boolean-in-text: a town', { commune: 'faux' }, { commune: 'Faux' }, ['boolean-in-text']],
  ['boolean-in-text: a town, in an export', { commune: 'FAUX' }, { commune: 'Faux' }, ['boolean-in-text']],
  ['boolean-in-text: a name, whose text is not known', { nom: 'VRAI' }, {}, ['boolean-in-text']],
  ['a town as it is written', { commune: 'Faux' }, {}, []],
  ['date-in-text: a name', { nom: '01/02/2026' }, {}, ['date-in-text']],
  ['formula-text', { nom: '=HYPERLINK("http://x.fr";"Les Lutins")' }, { nom: 'Les Lutins' }, ['formula-text']],
  ['formula-text: the quotes that keep zeros', { cp: '="33390"' }, { cp: '33390' }, []],
  ['formula-text: an apostrophe that keeps zeros', { tel: "'0556000000" }, { tel: '0556000000' }, []],
  ['formula-text: a sum of cells', { nom: '=A1+B1' }, {}, ['formula-text']],
  ['decimal-figure', { places: '12.0' }, { places: '12' }, ['decimal-figure']],
  [
    'decimal-figure: figures that a kit refuses',
    { cp: '33390.0', tel: '556000000,0' },
    { cp: '33390', tel: '0556000000' },
    [],
  ],
  ['scientific-notation: whole', { tel: '5,56000001E+08' }, { tel: '0556000001' }, []],
  ['scientific-notation: figures are lost', { tel: '5,56E+08' }, {}, []],
  [
    'address-in-one-cell',
    { adresse: '13 RUE DES LILAS 33000 BORDEAUX', cp: '', commune: '' },
    { adresse: '13 rue des Lilas', cp: '33000', commune: 'Bordeaux' },
    ['all-capitals', 'address-in-one-cell'],
  ],
  [
    'address-in-one-cell: the post code twice, and in its column',
    { adresse: '13 rue des Lilas 33000 33000 Bordeaux', cp: '33000', commune: 'Bordeaux' },
    { adresse: '13 rue des Lilas' },
    ['address-in-one-cell'],
  ],
  [
    'address-in-one-cell: the other way round',
    { adresse: '13 rue des Lilas, Bordeaux (33000)', cp: '-', commune: '' },
    { adresse: '13 rue des Lilas', cp: '33000', commune: 'Bordeaux' },
    ['address-in-one-cell'],
  ],
  [
    'address-in-one-cell: the post code before the town',
    { cp: '', commune: '33000 BORDEAUX' },
    { cp: '33000', commune: 'Bordeaux' },
    ['all-capitals', 'address-in-one-cell'],
  ],
  [
    'address-contradiction: the post code before the town',
    { commune: '33000 Bordeaux' },
    {},
    ['address-contradiction'],
  ],
  [
    'hours-code',
    { horaires: 'Mo-Fr 07:30-12:00,13:30-18:00; Sa,Su off' },
    { horaires: 'du lundi au vendredi, de 7 h 30 à 12 h et de 13 h 30 à 18 h ; fermé : samedi et dimanche' },
    ['hours-code'],
  ],
  ['hours-code: a part of the day', { horaires: '0,3125' }, { horaires: '7 h 30' }, ['hours-code']],
  ['hours-code: noon, as another spreadsheet writes it', { horaires: '.5' }, { horaires: '12 h' }, ['hours-code']],
  ['hours-code: not understood whole', { horaires: 'Mo-Fr 08:00-18:00; SH off' }, {}, ['hours-code']],
  [
    'address-contradiction: another town of the same post code',
    { adresse: '13 rue X 33390 Cars' },
    {},
    ['address-contradiction'],
  ],
  [
    'address-in-one-cell: the same town, in other words',
    { adresse: '13 rue X 75012 Paris', caf: '75', cp: '75012', commune: 'Paris 12e arrondissement' },
    { adresse: '13 rue X' },
    ['address-in-one-cell'],
  ],
  ['address-contradiction', { adresse: '13 rue X 33000 Bordeaux' }, {}, ['address-contradiction']],
]

describe('a cell to mend', () => {
  it.each(CASES)('%s', async (_, cells, after, rules) => {
    expect(await mended(cells)).toEqual(after)
    expect(await said(cells)).toEqual(rules)
  })

  it.each(CASES)('%s: once mended, nothing is left to mend', async (_, cells) => {
    const once = await mended(cells)
    expect(await mended({ ...cells, ...once })).toEqual({})
  })

  it('an address without columns for its parts gains them', async () => {
    expect(await mended({ adresse: '13 rue X 33000 BORDEAUX' }, 'nom | type | caf | adresse')).toEqual({
      adresse: '13 rue X',
      'Code postal': '33000',
      Commune: 'Bordeaux',
    })
  })

  describe('whose parts have nowhere to go', () => {
    const whole = 'Les Lutins | crèche | 33 | 13 rue X 33000 Bordeaux'
    const edits = async (lines: string, sheet = ''): Promise<readonly string[]> => {
      const table = tableOf(cellsOf(lines), { sheet })
      const { value: map } = await columnsOf(table, optionsOf())
      if (!map) throw new Error('no map')
      return (await sheetEdits(table, map, new Set())).edits.map(edit => `${cellOf(edit)} ${edit.after}`)
    }
    const made = (...columns: readonly [string, string]): readonly string[] => [
      `${columns[0]}1 Code postal`,
      `${columns[1]}1 Commune`,
      'D2 13 rue X',
      `${columns[0]}2 33000`,
      `${columns[1]}2 Bordeaux`,
    ]

    it('gains columns after the report of errors.csv', async () => {
      const report = 'regles | messages | cellules | origine'
      const lines = `nom | type | caf | adresse | ${report}\n${whole} | unknown-type | type inconnu | B2 | structures.csv:2`
      expect(await edits(lines)).toEqual(made('I', 'J'))
    })

    it('gains columns after the last cell of a workbook, however far below', async () => {
      const far = `${'Le Nid | crèche | 33 | 1 rue B\n'.repeat(60)}Le Nid | crèche | 33 | 1 rue B | à voir | Cars`
      expect(await edits(`nom | type | caf | adresse\n${whole}\n${far}`, 'Structures')).toEqual(made('G', 'H'))
    })

    it('stays whole in a CSV where cells stand beyond the header', async () => {
      expect(await edits(`nom | type | caf | adresse\n${whole}\nLe Nid | crèche | 33 | 1 rue B | Bât. 2`)).toEqual([])
    })

    it('stays whole, a town with its post code too, when a cell stands where they would go', async () => {
      const table = tableOf(cellsOf(`nom | type | caf | commune\nLes Lutins | crèche | 33 | 33000 Bordeaux`))
      const { value: map } = await columnsOf(table, optionsOf())
      if (!map) throw new Error('no map')
      const row = ['Les Lutins', 'crèche', '33', '33000 Bordeaux']
      expect(repairs({ number: 2, cells: row }, map).map(({ after }) => after)).toEqual(['Bordeaux', '33000'])
      expect(repairs({ number: 2, cells: [...row, 'à voir'] }, map)).toEqual([])
    })
  })
})

describe('a post code of four figures', () => {
  it.each([
    // The first zero, where it gives a department of the row's Cafs.
    ['01', '1000', '01000'],
    ['Caf de l’Ain', '1000', '01000'],
    ['13 ; 06', '6000', '06000'],
    // A figure is missing elsewhere: none is guessed.
    ['75', '7500', undefined],
    ['13', '1300', undefined],
    ['2A', '2000', undefined],
    ['974', '9740', undefined],
    ['Gironde', '3300', undefined],
    // Nothing tells: it is proposed, and said to be checked.
    ['', '1000', '01000'],
  ])('of Caf %s, %s', async (caf, cp, after) => {
    expect((await mended({ caf, cp }))['cp']).toBe(after)
  })

  it('is said to lack a figure, and which department was expected', async () => {
    const of = async (caf: string, cp: string) => {
      const { entries } = await read(`${TITLES}\n${rowOf({ caf, cp }).join(' | ')}`)
      return entries.flatMap(entry =>
        readEntry(entry, PLAIN, openWorld()).diagnostics.map(({ rule, hint }) => [rule, hint?.fr]),
      )
    }
    expect(await of('33', '3300')).toEqual([['wrong-value', 'attendu\u00a0: cinq chiffres, 33… d’après la Caf']])
    expect(await of('2A', '2000')).toEqual([['wrong-value', 'attendu\u00a0: cinq chiffres, 20… d’après la Caf']])
    expect((await of('01', '1000')).map(([rule]) => rule)).toEqual(['lost-zero'])
    const others = [
      ['33', '59000'],
      ['2A', '20200'],
      ['2B', '20000'],
      ['971', '97150'],
      ['06', '98000'],
      ['33 ; 59', '59000'],
    ]
    const rules = await Promise.all(
      others.map(async ([caf = '', cp = '']) => (await of(caf, cp)).map(([rule]) => rule)),
    )
    expect(rules).toEqual([['postcode-department'], [], [], [], [], []])
  })
})

const FORMULA = 'retrouvez la valeur\u00a0: le tableur l’a perdue en calculant sa formule'
const NARROW = 'élargissez la colonne du tableur, puis enregistrez de nouveau'

describe('a value that the spreadsheet has lost', () => {
  const errors = ['#REF!', '#DIV/0!', '#VALEUR!', '#VALEUR !', '#NOM\u202f?', '#N/D', '#BLOCKED!', '#FIELD!', 'Err:502']
  it.each([...errors.map(horaires => [{ horaires }, FORMULA] as const), [{ places: '########' }, NARROW] as const])(
    'is left: it is to be found: %j',
    async (cells, hint) => {
      expect(await mended(cells)).toEqual({})
      const { entries } = await read(`${TITLES}\n${rowOf(cells).join(' | ')}`)
      const found = entries.flatMap(entry => readEntry(entry, PLAIN, openWorld()).diagnostics)
      expect(found.map(each => [each.rule, each.hint?.fr])).toEqual([['placeholder-value', hint]])
    },
  )
})

describe('what looks like it and is left', () => {
  it.each<Cells>([
    { nom: 'MJC' },
    { nom: 'Crèche LES LUTINS' },
    { nom: 'Le 12/20' },
    { places: '12 (dont 2 en urgence)' },
    { places: '8,5' },
    { horaires: 'du 12 janvier au 3 mars' },
    { adresse: 'Route de 33000 pas' },
    { adresse: 'Lieu-dit 12500' },
    { nom: "Les p'tits loups d' Oc" },
    { tel: '+33 5 56 00 00 00' },
    { id: '45231' },
    { nom: 'Âge d’or' },
    { horaires: '½ h, 2½ jours, ½ journée' },
  ])('%j', async cells => {
    const rules = (await said(cells)).filter(rule => rule !== 'untidy-text')
    expect(rules).toEqual([])
  })
})

describe('capitals', () => {
  it('are those of scripts that have small letters too', () => {
    const found = (nom: string): boolean => isAllCapitals(nom, 'structure.nom')
    expect(['CRÈCHE', 'حضانة الأطفال', '保育園星の子', 'Crèche'].map(found)).toEqual([true, false, false, false])
  })

  it.each([
    ['CRECHE MUNICIPALE', 'nom', 'Crèche municipale'],
    ['CRECHE MUNICIPALE LES LUTINS', 'nom', 'Crèche municipale Les Lutins'],
    ["MULTI-ACCUEIL L'ILE AUX TRESORS", 'nom', "Multi-accueil L'Île aux Tresors"],
    ['LIEU D’ACCUEIL ENFANTS-PARENTS', 'nom', 'Lieu d’accueil enfants-parents'],
    ['RELAIS PETITE ENFANCE DU PAYS DE BRAY', 'nom', 'Relais petite enfance du pays de Bray'],
    ['MAISON DE LA FAMILLE', 'nom', 'Maison de la famille'],
    ['CCAS DE PAU', 'gestionnaire', 'CCAS de Pau'],
    ['COMMUNAUTE DE COMMUNES DU VAL', 'gestionnaire', 'Communauté de communes du Val'],
    ['ADMR DES LANDES', 'gestionnaire', 'ADMR des Landes'],
    ['12 RUE DES LILAS', 'adresse.voie', '12 rue des Lilas'],
    ['12 BIS AVENUE DU MARECHAL FOCH', 'adresse.voie', '12 bis avenue du Maréchal Foch'],
    ['RUE HENRI IV', 'adresse.voie', 'Rue Henri IV'],
    ['BATIMENT A', 'adresse.complement', 'Bâtiment A'],
    ['SAINT-DENIS', 'adresse.commune', 'Saint-Denis'],
    ['VILLENEUVE-SUR-LOT', 'adresse.commune', 'Villeneuve-sur-Lot'],
    ['LE HAVRE', 'adresse.commune', 'Le Havre'],
    ['ST-JEAN-D’ANGELY', 'adresse.commune', 'St-Jean-d’Angely'],
    ['ST JEAN D ANGELY', 'adresse.commune', 'St Jean d’Angely'],
    ['STE-FOY-LA-GRANDE', 'adresse.commune', 'Ste-Foy-la-Grande'],
    ['LES P’TITS LOUPS DE L’UDAF', 'nom', 'Les P’tits Loups de l’UDAF'],
    ['CRECHE D’ETE', 'nom', 'Crèche d’été'],
    ['12 BD DU GAL LECLERC', 'adresse.voie', '12 bd du Gal Leclerc'],
    ['BORDEAUX CEDEX', 'adresse.commune', 'Bordeaux Cedex'],
    ['VILLE DE BLAYE ; MAIRIE DE BOURG', 'partenaires', 'Ville de Blaye ; Mairie de Bourg'],
  ])('%s (%s)', (value, key, expected) => {
    expect(lowerCapitals(value, `structure.${key}`)).toBe(expected)
  })
})

describe('accents that were damaged', () => {
  it.each([
    ['CrÃ¨che', 'Crèche'],
    ['«CAFÉ»', '«CAFÉ»'],
    ['né»…', 'né»…'],
    ['cÅ“ur', 'cœur'],
    ['lâ€™Ã®le', 'l’île'],
    ['Ã‰cole', 'École'],
    ['voilÃ\u00a0', 'voilà'],
    ['accueil Ã  domicile', 'accueil à domicile'],
    ['Å“uvre', 'œuvre'],
    ['12\u00c2\u00a0places', '12\u00a0places'],
    ['Crèche', 'Crèche'],
    ['Âge', 'Âge'],
    ['à É', 'à É'],
    ['Cr\uFFFDche', 'Cr\uFFFDche'],
  ])('%s', (value, expected) => {
    expect(ungarble(value)).toBe(expected)
    expect(ungarble(expected)).toBe(expected)
  })
})
