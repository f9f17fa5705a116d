// What a batch reads besides sheets: folders and patterns, YAML of several documents, JSON lines, GeoJSON; and the CSV it writes.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, it } from 'vitest'
import { readEntries } from '../../src/batch/entries.ts'
import { BATCH_CSV_HEADER, batchCsvLines } from '../../src/batch/reports/batch-csv.ts'
import { csvCells, csvLine, csvRecords } from '../../src/batch/reports/csv-out.ts'
import { errorColumns, errorsCsvLine } from '../../src/batch/reports/errors-csv.ts'
import { titlesOfAll } from '../../src/batch/sheet-titles.ts'
import { sourcesOf } from '../../src/batch/sources.ts'
import { openWorld } from '../../src/host/world.ts'
import { parseMap } from '../../src/input/columns/map-file.ts'
import { loadReference } from '../../src/input/reference.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { Entry } from '../../src/model/entry.ts'
import type { KitReport } from '../../src/model/kit-report.ts'
import { familyKeys } from '../../src/pipeline.ts'

const world = openWorld({})
const folder = mkdtempSync(join(tmpdir(), 'signakit-entries-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function read(path: string): Promise<{ entries: readonly Entry[]; found: readonly Diagnostic[] }> {
  const options = { table: {}, columns: { families: familyKeys(world), cafs: loadReference(world).cafs } }
  const entries: Entry[] = []
  const found: Diagnostic[] = []
  for await (const each of readEntries(sourcesOf(path, world), options, world)) {
    if ('rule' in each) found.push(each)
    else entries.push(each)
  }
  return { entries, found }
}

const dataOf = ({ content }: Entry): unknown => (content.kind === 'value' ? content.data : undefined)

const KIT = 'structure: { nom: Les Lilas, type: creche, caf: "33" }\n'

describe('a folder', () => {
  it('gives its kits, without its project, its brands and what a batch has written', () => {
    const top = join(folder, 'projet')
    for (const name of ['a.yaml', 'b/c.yml', 'signakit.yaml', 'chartes/x/brand.yaml', 'b/.cache/d.yaml']) {
      file(`projet/${name}`, KIT)
    }
    file('projet/sortie/run.start.json', '{}')
    file('projet/sortie/errors.csv', 'nom\n')
    const below = (path: string): string => path.slice(top.length + 1)
    expect(sourcesOf(top, world).map(source => below(source.file))).toEqual(['a.yaml', 'b/c.yml'])
    expect(sourcesOf(`${top}/**/*.y*ml`, world).map(source => below(source.file))).toEqual(['a.yaml', 'b/c.yml'])
    expect(sourcesOf(`${top}/**/*.csv`, world)).toEqual([])
  })
})

describe('a YAML of several documents', () => {
  it('is as many kits, with the lines of the file', async () => {
    const path = file('lot.yaml', `%YAML 1.2\n---\n# premier\n${KIT}---\nstructure:\n  nom: "Le Parc\n`)
    const { entries } = await read(path)
    expect(entries.map(({ index }) => index)).toEqual([0, 1])
    expect(dataOf(entries[0] ?? expect.fail())).toEqual({ structure: { nom: 'Les Lilas', type: 'creche', caf: '33' } })
    const [second] = entries.slice(1)
    expect(second?.origin).toMatchObject({ line: 5 })
    expect(second?.diagnostics[0]?.at).toMatchObject({ line: 7 })
  })

  it('written by Windows is as many kits, and its encoding is told once', async () => {
    const source = `structure: {nom: "Les Lilas", type: creche, caf: "33"}\n---\nstructure: {nom: "L’Été", type: creche, caf: "33"}\n`
    const path = file('windows.yaml', source.replaceAll('\n', '\r\n'))
    const { entries } = await read(path)
    expect(entries.map(({ diagnostics }) => diagnostics)).toEqual([[], []])
    const ends = file(
      'quoted.yaml',
      'structure:\r\n  nom: Les Lilas\r\n  caf: "33"\r\n---\r\nstructure:\r\n  nom: B\r\n',
    )
    expect((await read(ends)).entries.map(({ diagnostics }) => diagnostics)).toEqual([[], []])
    writeFileSync(path, iconv.encode(source, 'windows-1252'))
    const rules = (await read(path)).entries.map(({ diagnostics }) => diagnostics.map(({ rule }) => rule))
    expect(rules).toEqual([['encoding'], []])
  })
})

describe('records', () => {
  it('of one line each are rows, whose places are lines', async () => {
    const path = file(
      'a.jsonl',
      '{"nom":"Les Lilas","type":"creche","caf":"33","adresse":{"commune":"Pessac"}}\nfaux\n',
    )
    const { entries, found } = await read(path)
    expect(entries.map(dataOf)).toEqual([
      { structure: { nom: 'Les Lilas', type: ['creche'], caf: ['33'], adresse: { commune: 'Pessac' } } },
      undefined,
    ])
    expect(entries[0]?.origin).toMatchObject({ line: 1 })
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('of which some lines are broken keep their order, and each broken line is a refused row', async () => {
    const kit = '{"structure":{"nom":"A"}}'
    const { entries } = await read(file('broken.jsonl', `faux\n${kit}\n\n{oops}\n${kit}\n[]\n`))
    const said = entries.map(({ index, origin, diagnostics }) => [
      index,
      'line' in origin ? origin.line : 0,
      diagnostics[0]?.rule,
    ])
    expect(said).toEqual([
      [0, 1, 'json-syntax'],
      [1, 2, undefined],
      [2, 4, 'json-syntax'],
      [3, 5, undefined],
      [4, 6, 'json-syntax'],
    ])
  })

  it('that are whole kits keep their lists', async () => {
    const path = file('b.jsonl', '{"structure":{"nom":"A"},"kit":{"pieces":[{"produit":"vitrophanie-a6"}]}}\n')
    const { entries } = await read(path)
    expect(entries.map(dataOf)).toEqual([{ structure: { nom: 'A' }, kit: { pieces: [{ produit: 'vitrophanie-a6' }] } }])
  })

  it('that are whole kits are read with the line ends of Windows', async () => {
    const kit = '{"structure":{"nom":"A"}}\r\n'
    const { entries } = await read(file('ends.jsonl', `${kit}${kit}`))
    expect(entries.map(({ diagnostics }) => diagnostics)).toEqual([[], []])
  })

  it.each([
    ['in one object', '{"nom":"A","ville":"Pessac","ville":"Bordeaux"}', ['ville']],
    ['by an escape', '{"nom":"A","ville":"Pessac","v\\u0069lle":"Bordeaux"}', ['ville']],
    ['inside', '{"nom":"A","adresse":{"commune":"Pessac","commune":"Bordeaux"}}', ['adresse.commune']],
    ['in two ways', '{"nom":"A","adresse":{"commune":"Pessac"},"adresse.commune":"Bordeaux"}', ['adresse.commune']],
    ['not at all', '{"nom":"\\"ville\\":","ville":"A","note":["ville","ville"],"adresse":{"ville":"{"}}', []],
  ])('never lose one of two values of a key, said twice %s', async (_, line, paths) => {
    const twice = ({ diagnostics }: Entry) => diagnostics.filter(({ rule }) => rule === 'duplicate-key')
    const said = (entries: readonly Entry[]) => entries.flatMap(twice).map(({ message }) => message.fr)
    const expected = paths.map(path => `la clé \`${path}\` est écrite deux fois`)
    expect(said((await read(file('twice.jsonl', `{"nom":"B"}\n${line}\n`))).entries)).toEqual(expected)
    const features = `{"features":[{"properties":{"nom":"B"}},{"id":1,"properties":${line}}]}`
    expect(said((await read(file('twice.geojson', features))).entries)).toEqual(expected)
  })

  it('never lose a list of objects in silence', async () => {
    const path = file('c.jsonl', '{"nom":"A","type":"creche","caf":"33","pieces":[{"produit":"vitrophanie-a6"}]}\n')
    const { entries } = await read(path)
    expect(entries.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule))).toEqual(['json-nested'])
  })

  it('of several shapes in one file are each read with their own keys', async () => {
    const nested = '{"structure":{"nom":"A","type":"creche","caf":"33"}}'
    const path = file('e.jsonl', `${nested}\n{"nom":"B","type":"creche","caf":"33","ville":"Pessac"}\n{}\n`)
    const { entries, found } = await read(path)
    expect(entries.map(dataOf)).toEqual([
      { structure: { nom: 'A', type: ['creche'], caf: ['33'] } },
      { structure: { nom: 'B', type: ['creche'], caf: ['33'], adresse: { commune: 'Pessac' } } },
    ])
    expect(entries.flatMap(({ diagnostics }) => diagnostics)).toEqual([])
    expect(found.map(({ rule, at }) => [rule, at && 'line' in at ? at.line : 0])).toContainEqual(['row-left-out', 3])
  })

  it('of GeoJSON without properties are told, one by one', async () => {
    const sound = { type: 'Feature', properties: { nom: 'A', type: 'creche', caf: '33' } }
    const empty = [{ type: 'Feature', properties: null }, { type: 'Feature', properties: {} }, 'x']
    const path = file('f.geojson', JSON.stringify({ features: [sound, ...empty] }))
    const { entries, found } = await read(path)
    expect(entries).toHaveLength(1)
    const told = found.filter(({ rule }) => rule === 'row-left-out')
    expect(told.map(({ at }) => (at && 'cell' in at ? at.cell : ''))).toEqual(
      [2, 3, 4].map(rank => `properties[${rank}]`),
    )
  })

  it('of GeoJSON are told by their property and rank', async () => {
    const feature = (nom: string, caf: string) => ({ type: 'Feature', properties: { nom, type: 'creche', caf } })
    const path = file('d.geojson', JSON.stringify({ features: [feature('A', '33'), feature('B', 'NC')] }))
    const { entries } = await read(path)
    expect(entries.map(({ origin }) => ('cell' in origin ? origin.cell : ''))).toEqual(['nom[1]', 'nom[2]'])
  })
})

describe('the CSV that is written', () => {
  it('does nothing in a spreadsheet', () => {
    expect(csvLine(['=cmd|x', '+33 5', '-1', '@a', '\tx', 'a;b', 'a"b', 'l1\nl2', 'é'])).toBe(
      '\'=cmd|x;\'+33 5;\'-1;\'@a;\'\tx;"a;b";"a""b";"l1\nl2";é\r\n',
    )
  })

  it('is cut into its records, whatever their cells hold', () => {
    const records = [csvLine(['a', 'l1\n"l2"']), csvLine(['b', ';'])]
    expect([...csvRecords(records.join('').split('\n').slice(0, -1))]).toEqual(records)
  })

  it('gives each cell back under its title, two columns of one title included', () => {
    const columns = errorColumns([['nom', 'note', 'note']], false)
    const row = { letters: ['A', 'B', 'C'], titles: ['nom', 'note', 'note'], cells: ['x', '1', '2'], number: 4 }
    const at = { file: 's.csv', sheet: '', cell: 'A4' }
    const line = errorsCsvLine(columns, {
      index: 0,
      file: 's.csv',
      origin: at,
      status: 'refused',
      pieces: [],
      diagnostics: [{ rule: 'unknown-caf', severity: 'error', message: 'Caf inconnue', at }],
      row,
    })
    expect(line).toBe('x;1;2;unknown-caf;Caf inconnue;A4;s.csv:4\r\n')
  })

  it('gives its cells back as they were', () => {
    const cells = ['', '=a', "l'an", 'a;b', 'a"b', '"', 'l1\nl2', '-1', 'é', '']
    expect(csvCells(csvLine(cells))).toEqual(cells)
  })

  it('marks a formula without a value: left as it is, its row stays refused', () => {
    const at = { file: 's.xlsx', sheet: 'F', cell: 'B4' }
    const line = errorsCsvLine(['nom', 'commune', 'cp'], {
      index: 0,
      file: 's.xlsx',
      origin: { ...at, cell: 'A4' },
      status: 'refused',
      pieces: [],
      diagnostics: [{ rule: 'formula-without-value', severity: 'error', message: 'm', at }],
      row: { titles: ['nom', 'commune', 'cp'], cells: ['x', '', ''] },
    })
    expect(line).toBe('x;#VALEUR!;;formula-without-value;m;F!B4;s.xlsx › F:4\r\n')
  })
})

describe('batch.csv', () => {
  const file = (path: string) => ({ path, format: path.slice(-3), bytes: 1, sha256: 'x' })
  const face = (name: string, mirrored: boolean, ...inkOrder: string[]) => ({ face: name, mirrored, inkOrder })
  const report: KitReport = {
    index: 0,
    file: 's.csv',
    origin: { file: 's.csv', sheet: '', cell: 'A2' },
    status: 'incomplete',
    kit: 'v1',
    structure: { nom: 'Crèche A', caf: ['33'] },
    lieu: 'Site Nord',
    diagnostics: [],
    pieces: [
      {
        ...{ id: 'v', product: 'vitrophanie-a5', width: 210, height: 148, orientation: 'paysage', quantity: 3 },
        ...{ faces: ['recto', 'verso'], mirrored: true, printer: 'p', status: 'ok' },
        inks: ['Cyan', 'Black', 'White', 'CutContour'],
        printed: [face('recto', true, 'CMYK', 'White'), face('verso', false, 'White', 'CMYK')],
        files: ['v.pdf', 'v-recto.svg', 'v-verso.svg', 'v-recto.png', 'v-verso.png'].map(file),
      },
    ],
  }
  const titles = csvCells(BATCH_CSV_HEADER)
  const column = (name: string, told = report): readonly string[] =>
    batchCsvLines(told).map(line => csvCells(line)[titles.indexOf(name)] ?? '')

  it('says of each file what is true of its faces', () => {
    expect(column('miroir')).toEqual(['recto oui, verso non', 'oui', 'non', 'non', 'non'])
    const [recto, verso] = ['CMJN puis blanc + CutContour', 'blanc puis CMJN + CutContour']
    const both = 'recto CMJN puis blanc, verso blanc puis CMJN + CutContour'
    expect(column('encres')).toEqual([both, recto, verso, recto, verso])
  })

  it('adds up to what is to be printed, and tells two places and an incomplete kit', () => {
    expect(column('quantite')).toEqual(['3', '3', '3', '3', '3'])
    expect(column('a_imprimer')).toEqual(['3', '', '', '', ''])
    expect([column('lieu')[0], column('etat')[0], column('origine')[0]]).toEqual(['Site Nord', 'incomplet', 's.csv:2'])
  })

  it('leads to the files from where it stands', () => {
    expect(column('fichier')[0]).toBe('v1/v.pdf')
    expect(column('fichier', { ...report, folder: '../oa' })[0]).toBe('../oa/v1/v.pdf')
  })
})

describe('titles of several sheets', () => {
  const sheets = [file('m1.csv', 'Étiquette;Genre;Caf\nLes Lilas;crèche;33\n'), file('m2.csv', 'Nom;Type;Caf\n')]
  const more = file('m3.jsonl', '{"Libellé": "Le Parc", "type": "crèche", "caf": "33"}\n')
  const titlesOf = async (paths: readonly string[], map?: string): Promise<readonly string[]> => {
    const columns = {
      families: familyKeys(world),
      cafs: loadReference(world).cafs,
      map: map === undefined ? undefined : parseMap(map, 'm.yaml').value,
    }
    const sources = paths.flatMap(path => sourcesOf(path, world))
    return (await titlesOfAll(sources, { table: {}, columns }, world)).map(({ title }) => title)
  }

  it('are those of each, whatever they are written in', async () => {
    const titles = ['Étiquette', 'Genre', 'Caf', 'Nom', 'Type', 'Caf', 'Libellé', 'type', 'caf']
    expect(await titlesOf([...sheets, more], 'Étiquette: nom')).toEqual(titles)
  })

  it('are not read for one sheet, nor without --map, nor of a file that is not there', async () => {
    expect(await titlesOf(sheets)).toEqual([])
    expect(await titlesOf(sheets.slice(0, 1), 'Étiquette: nom')).toEqual([])
    expect(await titlesOf([`${folder}/x.csv`, `${folder}/y.jsonl`], 'Étiquette: nom')).toEqual([])
  })
})
