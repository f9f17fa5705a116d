// XLSX as Excel, LibreOffice, openpyxl and exports write it.
import { describe, expect, it } from 'vitest'
import {
  cellsOf,
  readContent,
  readTable,
  rulesOf,
  written,
  xlsxOf,
  xlsxOfRows,
  xlsxParts,
  zipOf,
} from '../fixtures/tables.ts'
import { oracle } from '../oracles.ts'

const python = oracle('python3')
const fixture = (name: string): string => new URL(`../fixtures/tables/${name}`, import.meta.url).pathname

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`

describe('cells', () => {
  it('are texts of every kind', async () => {
    const strings = [
      '<si><t>partagé</t></si>',
      '<si><r><t>Crèche </t></r><r><rPr><b/></rPr><t xml:space="preserve">Les Lutins</t></r></si>',
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
      '<si/>',
      '<si><t>a_x000D__x005F_b &amp; &lt;c&gt;</t></si>',
    ]
    const rows = `<row r="1">${strings.map((_, index) => `<c t="s"><v>${index}</v></c>`).join('')}<c t="str"><f>A1</f><v>calculé</v></c>
      <c t="inlineStr"><is><r><t>en</t></r><r><t> ligne</t></r></is></c><c><is><t>sans type</t></is></c></row>`
    const table = await readContent(xlsxOfRows(rows, { strings: strings.join('') }))
    expect(cellsOf(table)).toEqual([
      ['partagé', 'Crèche Les Lutins', '東京', '', 'a\r_b & <c>', 'calculé', 'en ligne', 'sans type'],
    ])
    expect(table.sheet).toBe('Feuil1')
    expect(table.findings).toEqual([])
  })

  it('are numbers, dates, truths and errors', async () => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="0#&quot; &quot;##&quot; &quot;##&quot; &quot;##&quot; &quot;##"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs>`
    const rows = `<row><c s="1"><v>1000</v></c><c s="2"><v>556000000</v></c><c s="3"><v>45352</v></c><c s="4"><v>0.5</v></c>
      <c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c><v>1.2E1</v></c><c t="d"><v>2024-03-01</v></c><c t="n" s="9"><v>33556000000</v></c></row>`
    expect(cellsOf(await readContent(xlsxOfRows(rows, { styles })))).toEqual([
      ['01000', '05 56 00 00 00', '01/03/2024', '50%', 'vrai', 'faux', '#N/A', '12', '01/03/2024', '33556000000'],
    ])
    const mac = xlsxOfRows('<row><c s="3"><v>43890</v></c></row>', { styles, workbookPr: '<workbookPr date1904="1"/>' })
    expect(cellsOf(await readContent(mac))).toEqual([['01/03/2024']])
  })

  it('of amounts are their figures, and what is shown of them beside', async () => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="4"/></cellXfs>`
    const rows = `<row r="1"><c s="1"><v>1234.5</v></c><c s="2"><v>1000</v></c><c><v>1000</v></c><c t="str" s="1"><v>12</v></c></row><row r="2"><c><v>3</v></c></row>`
    const { rows: read } = await readContent(xlsxOfRows(rows, { styles }))
    expect(read.map(({ cells }) => cells)).toEqual([['1234,5', '1000', '1000', '12'], ['3']])
    expect(read.map(({ amounts }) => amounts && [...amounts])).toEqual([
      [
        [0, '1\u202f234,50 €'],
        [1, '1\u202f000,00'],
      ],
      undefined,
    ])
  })

  it('stand where they are named, or after the one before', async () => {
    const rows = `<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c><c r="F2"><v>3</v></c></row><row><c r="A3"><v>4</v></c></row><row r="9"><c><v>5</v></c></row><row r="11"><c/><c r="C11"/></row>`
    const table = await readContent(xlsxOfRows(rows))
    expect(table.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [2, '', '1', '2', '', '', '3'],
      [3, '4'],
      [9, '5'],
    ])
  })

  it('may be named by any prefix', async () => {
    const parts = xlsxParts({ sheets: { Feuil1: '' } })
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>oui</x:t></x:is></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>`
    const workbook = `<x:workbook xmlns:x="m" xmlns:d3p1="r"><x:sheets><x:sheet name="F" sheetId="1" d3p1:id="r0"/></x:sheets></x:workbook>`
    const table = await readContent(zipOf({ ...parts, 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': sheet }))
    expect(cellsOf(table)).toEqual([['oui', '2']])
  })

  it('of a formula give its last value, and a finding when it has none', async () => {
    const rows = `<row r="7"><c t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c t="str"><f>""</f><v></v></c><c><f>1+1</f><v>2</v></c><c><f>1+2</f></c><c><f>1+3</f><v></v></c><c t="e"><f>NA()</f><v>#N/A</v></c></row>`
    const table = await readContent(xlsxOfRows(rows))
    expect(cellsOf(table)).toEqual([['ab', '', '2', '', '', '#N/A']])
    expect(table.findings).toMatchObject([
      { rule: 'formula-without-value', severity: 'error', at: { sheet: 'Feuil1', cell: 'D7' } },
      { rule: 'formula-without-value', at: { cell: 'E7' } },
    ])
  })
})

describe('rows', () => {
  it('say that they are hidden, by hand, by a filter or by their height', async () => {
    const rows = `<row r="1">${text('a')}</row><row r="2" hidden="1">${text('b')}</row><row r="3" hidden="true">${text('c')}</row><row r="4" ht="0" customHeight="1">${text('d')}</row><row r="5" hidden="0" ht="15">${text('e')}</row>`
    const table = await readContent(xlsxOfRows(rows, { after: '<autoFilter ref="A1:A5"/>' }))
    expect(table.rows.map(({ hidden }) => hidden)).toEqual([false, true, true, true, false])
  })

  it('that a merged cell covers have its value, in its first column only', async () => {
    const rows = `<row r="1">${text('Liste des structures')}<c r="B1"/></row><row r="2">${text('Nom')}${text('Ville')}${text('Tél')}</row>
      <row r="3">${text('A')}${text('Bordeaux')}${text('caché')}</row><row r="4">${text('B')}<c r="B4" t="str"><v>caché</v></c></row><row r="5">${text('C')}</row><row r="6"><c r="B6"/></row><row r="7">${text('D')}</row>`
    const after =
      '<mergeCells count="3"><mergeCell ref="B3:C6"/><mergeCell ref="A1:C1"/><mergeCell ref="A7"/></mergeCells>'
    expect(cellsOf(await readContent(xlsxOfRows(rows, { after })))).toEqual([
      ['Liste des structures'],
      ['Nom', 'Ville', 'Tél'],
      ['A', 'Bordeaux', ''],
      ['B', 'Bordeaux'],
      ['C', 'Bordeaux'],
      ['D'],
    ])
  })

  it('have their merged cells wherever the parts of the sheet end', async () => {
    // Nothing compresses in this text: what is inflated at once ends somewhere in the list of merged cells.
    for (let shift = 0; shift < 40; shift += 3) {
      const pairs = Array.from({ length: 3_000 }, (_, index) => index * 2 + 1)
      const rows = pairs.map(
        row =>
          `<row r="${row}"><c r="A${row}"><v>${row}</v></c></row><row r="${row + 1}"><c r="B${row + 1}"><v>0</v></c></row>`,
      )
      const after = `${' '.repeat(shift)}<mergeCells>${pairs.map(row => `<mergeCell ref="A${row}:A${row + 1}"/>`).join('')}</mergeCells>`
      const table = await readContent(xlsxOfRows(rows.join(''), { after }))
      expect(table.rows.every(({ number, cells }) => cells[0] === String(number % 2 === 1 ? number : number - 1))).toBe(
        true,
      )
    }
  })

  it('are refused out of order, and twice the same', async () => {
    for (const rows of [
      '<row r="3"/><row r="2"/>',
      '<row r="2"/><row r="2"/>',
      '<row r="1"><c r="B1"/><c r="A1"/></row>',
      '<row r="1"><c r="A2"><v>1</v></c></row>',
      '<row r="x"/>',
    ]) {
      const { diagnostics } = await readContent(
        xlsxOfRows(`<row r="1"><c><v>1</v></c></row>${rows.replace('r="1"', 'r="4"')}`),
      )
      expect(rulesOf(diagnostics), rows).toEqual(['table-damaged'])
    }
  })
})

describe('sheets', () => {
  const filled = `<sheetData><row>${text('x')}</row></sheetData>`
  const empty = '<sheetData><row r="1"><c r="A1" s="1"/></row></sheetData>'

  it('are chosen when one only is filled and seen, and the hidden ones are told', async () => {
    const table = await readContent(
      xlsxOf({ sheets: { Vide: empty, Listes: filled, Structures: filled }, states: { Listes: 'state="veryHidden"' } }),
    )
    expect(table.sheet).toBe('Structures')
    expect(table.diagnostics).toMatchObject([{ rule: 'unread-sheet', severity: 'note' }])
    expect(table.diagnostics[0]?.message.fr).toBe('l’onglet masqué « Listes » n’est pas lu')
  })

  it('are asked for when several are filled, and are named as people say them', async () => {
    const path = written('plusieurs.xlsx', xlsxOf({ sheets: { 'Été 2024': filled, Hiver: filled } }))
    const asked = await readTable(path)
    expect(asked.diagnostics).toMatchObject([{ rule: 'sheet-choice' }])
    expect(asked.diagnostics[0]?.message.fr).toBe('plusieurs onglets sont remplis : « Été 2024 », « Hiver »')
    expect(asked.diagnostics[0]?.hint?.fr).toBe('choisissez : `--feuille "Été 2024"`')
    expect((await readTable(path, { sheet: 'ete_2024' })).sheet).toBe('Été 2024')
    const wrong = await readTable(path, { sheet: 'Hivers' })
    expect(wrong.diagnostics).toMatchObject([
      { rule: 'unknown-sheet', hint: { fr: 'vouliez-vous `--feuille Hiver` ?' } },
    ])
    // A part of a name, where it is the part of one name alone.
    const year = await readTable(path, { sheet: 'liste été 2024' })
    expect(year.diagnostics[0]?.hint?.fr).toBe('vouliez-vous `--feuille "Été 2024"` ?')
    expect((await readTable(path, { sheet: 'Zzz' })).diagnostics[0]?.hint?.fr).toBe(
      'ses onglets : « Été 2024 », « Hiver »',
    )
  })

  it('that are hidden are read when they are named; empty ones are refused', async () => {
    const path = written(
      'masque.xlsx',
      xlsxOf({ sheets: { Vide: empty, Listes: filled }, states: { Listes: 'state="hidden"' } }),
    )
    expect((await readTable(path, { sheet: 'listes' })).rows.length).toBe(1)
    expect(rulesOf((await readTable(path)).diagnostics)).toEqual(['empty-table'])
    expect(rulesOf((await readTable(path, { sheet: 'Vide' })).diagnostics)).toEqual(['empty-table'])
    expect(rulesOf((await readContent(xlsxOf({ sheets: { Vide: empty } }))).diagnostics)).toEqual(['empty-table'])
  })

  it('of charts are not counted', async () => {
    const parts = xlsxParts({ sheets: { Feuil1: filled, Graph: '<foo/>' } })
    const rels = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      'relationships/worksheet" Target="worksheets/sheet2',
      'relationships/chartsheet" Target="worksheets/sheet2',
    )
    const table = await readContent(zipOf({ ...parts, 'xl/_rels/workbook.xml.rels': rels }))
    expect(table.sheet).toBe('Feuil1')
  })
})

describe('a workbook of openpyxl', () => {
  const cells = [
    ['Liste des structures au 01/03/2024'],
    ['Identifiant', 'Nom', 'Adresse', 'Code postal', 'Téléphone', 'Ouverture', 'Taux', 'Places', 'Accueil'],
    [
      '33-0142',
      'Les Petits Explorateurs',
      '12, rue des Lilas',
      '01000',
      '05 56 00 00 00',
      '01/03/2024',
      '12,5%',
      '12',
      'vrai',
    ],
    [
      '33-0143',
      'L’Île aux œufs & Cie',
      '12, rue des Lilas',
      '33000',
      '05 56 00 00 01',
      '15/09/1999',
      '100%',
      '8,5',
      'faux',
    ],
    ['33-0144', 'Caché', '3, cours Victor-Hugo', '2A004', '33556000000', '29/02/2000', '0%', '#N/A', 'vrai'],
  ]

  it('is read as it is seen', async () => {
    const table = await readTable(fixture('openpyxl.xlsx'))
    expect(cellsOf(table)).toEqual(cells)
    expect(table.rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      [1, false],
      [3, false],
      [4, false],
      [5, false],
      [6, true],
    ])
    expect(rulesOf(table.diagnostics)).toEqual(['unread-sheet'])
    expect(table.findings).toEqual([])
  })

  it.skipIf(python.missing)('gives the values that openpyxl gives', async () => {
    const script = `
import json, sys, datetime, openpyxl
ws = openpyxl.load_workbook(sys.argv[1], data_only=True)['Structures']
def show(v):
    if isinstance(v, datetime.datetime): return v.strftime('%d/%m/%Y')
    return v
print(json.dumps([[show(c.value) for c in row] for row in ws.iter_rows(min_row=3)]))`
    const said: unknown = JSON.parse(python.text(['-c', script, fixture('openpyxl.xlsx')]))
    const ours = cellsOf(await readTable(fixture('openpyxl.xlsx'))).slice(1)
    const words: Readonly<Record<string, string>> = { true: 'vrai', false: 'faux' }
    const theirs = (said as readonly (readonly unknown[])[]).map(row =>
      row.map(value => words[String(value)] ?? String(value ?? '')),
    )
    // Texts, dates and truths are the same; numbers differ by their format only.
    for (const [row, expected] of theirs.entries()) {
      for (const column of [0, 1, 5, 8]) expect(ours[row]?.[column]).toBe(expected[column])
      const digits = (value: string | undefined): string => (value ?? '').replace(/\D/g, '').replace(/^0+/, '')
      for (const column of [3, 4]) expect(digits(ours[row]?.[column])).toBe(digits(expected[column]))
    }
  })
})
