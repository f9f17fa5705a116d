// ODS as LibreOffice and odfpy write it.
import { describe, expect, it } from 'vitest'
import { cellsOf, odsOf, readContent, readTable, rulesOf, zipOf } from '../fixtures/tables.ts'

const fixture = (name: string): string => new URL(`../fixtures/tables/${name}`, import.meta.url).pathname

const cell = (shown: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${shown}</text:p></table:table-cell>`
const value = (attributes: string, shown = ''): string =>
  `<table:table-cell ${attributes}>${shown === '' ? '' : `<text:p>${shown}</text:p>`}</table:table-cell>`
const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`
const table = (rows: string, name = 'Feuille1', attributes = ''): string =>
  `<table:table table:name="${name}" ${attributes}>${rows}</table:table>`

describe('cells', () => {
  it('are texts: paragraphs, spaces, links and runs; neither notes, drawings nor readings', async () => {
    const texts = [
      cell('ligne 1</text:p><text:p>ligne <text:span>2</text:span>'),
      cell('a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d'),
      cell('<text:a>https://exemple.fr</text:a>'),
      cell('   un\n      deux '),
      '<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>vu</text:p><draw:frame><draw:text-box><text:p>image</text:p></draw:text-box></draw:frame></table:table-cell>',
      cell('<text:ruby><text:ruby-base>東</text:ruby-base><text:ruby-text>ひがし</text:ruby-text></text:ruby>'),
      value('office:value-type="string" office:string-value="sans paragraphe"'),
      cell(''),
      cell('&lt;b&gt; &amp;'),
    ]
    expect(cellsOf(await readContent(odsOf({ tables: table(row(texts.join(''))) })))).toEqual([
      ['ligne 1\nligne 2', 'a  b\tc\nd', 'https://exemple.fr', ' un deux ', 'vu', '東', 'sans paragraphe', '', '<b> &'],
    ])
  })

  it('are numbers in full, with the zeros that are shown', async () => {
    const float = (number: string, shown: string): string =>
      value(`office:value-type="float" office:value="${number}"`, shown)
    const cells = [
      float('1000', '01000'),
      float('556000000', '05 56 00 00 00'),
      float('33556000000', '3,36E+10'),
      float('1234567.5', '1 234 567,50'),
      float('0', '00000'),
      float('12', ''),
      float('1E-7', '0'),
      value('office:value-type="percentage" office:value="0.125"', '13 %'),
      value('office:value-type="currency" office:currency="EUR" office:value="1500"', '1 500,00 €'),
      value('office:value-type="date" office:date-value="2024-03-01"', '1 mars'),
      value('office:value-type="time" office:time-value="PT07H30M00S"', '07:30:00'),
      value('office:value-type="boolean" office:boolean-value="true"', 'VRAI'),
    ]
    const { rows } = await readContent(odsOf({ tables: table(row(cells.join(''))) }))
    expect([...(rows[0]?.amounts ?? [])].filter(([column]) => column > 1)).toEqual([
      [3, '1 234 567,50'],
      [6, '0'],
      [8, '1 500,00 €'],
    ])
    expect(rows.map(row => row.cells)).toEqual([
      [
        '01000',
        '05 56 00 00 00',
        '33556000000',
        '1234567,5',
        '00000',
        '12',
        '0,0000001',
        '12,5%',
        '1500',
        '01/03/2024',
        '07:30',
        'vrai',
      ],
    ])
  })

  it('of a formula give its last value, its error, or a finding', async () => {
    const cells =
      value('table:formula="of:=1+1" office:value-type="float" office:value="2"', '2') +
      value(
        'table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"',
        '#N/A',
      ) +
      value('table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""') +
      value('table:formula="of:=1+1"')
    const read = await readContent(odsOf({ tables: table(row(cells)) }))
    expect(cellsOf(read)).toEqual([['2', '#N/A']])
    expect(read.findings).toMatchObject([{ rule: 'formula-without-value', at: { sheet: 'Feuille1', cell: 'D1' } }])
  })
})

describe('rows', () => {
  it('are repeated, skipped and hidden as they are told', async () => {
    const rows =
      `<table:table-header-rows>${row(cell('nom') + value('table:number-columns-repeated="2"') + cell('x', 'table:number-columns-repeated="2"'))}</table:table-header-rows>` +
      row(value('table:number-columns-repeated="16384"'), 'table:number-rows-repeated="3"') +
      row(cell('a'), 'table:number-rows-repeated="2"') +
      row(cell('b'), 'table:visibility="collapse"') +
      row(cell('c'), 'table:visibility="filter"') +
      `<table:table-row-group table:display="false">${row(cell('d'))}</table:table-row-group>` +
      `<table:table-row-group>${row(cell('e'))}</table:table-row-group>` +
      row(value('table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048000"')
    const read = await readContent(odsOf({ tables: table(rows) }))
    expect(read.rows.map(({ number, hidden, cells }) => [number, hidden, ...cells])).toEqual([
      [1, false, 'nom', '', '', 'x', 'x'],
      [5, false, 'a'],
      [6, false, 'a'],
      [7, true, 'b'],
      [8, true, 'c'],
      [9, true, 'd'],
      [10, false, 'e'],
    ])
  })

  it('that a merged cell covers have its value, in its first column only', async () => {
    const covered = '<table:covered-table-cell><text:p>caché</text:p></table:covered-table-cell>'
    const rows =
      row(cell('Liste', 'table:number-columns-spanned="3"') + covered + covered) +
      row(cell('A') + cell('Bordeaux', 'table:number-rows-spanned="2" table:number-columns-spanned="2"') + covered) +
      row(cell('B') + covered + covered) +
      row(cell('C'))
    expect(cellsOf(await readContent(odsOf({ tables: table(rows) })))).toEqual([
      ['Liste'],
      ['A', 'Bordeaux'],
      ['B', 'Bordeaux'],
      ['C'],
    ])
  })

  it('are those of the sheet, not of a table within it nor of its history', async () => {
    const tables = `<table:tracked-changes><table:table-cell office:value-type="string"><text:p>avant</text:p></table:table-cell></table:tracked-changes>${table(row(cell('a')))}`
    const read = await readContent(odsOf({ tables }))
    expect(cellsOf(read)).toEqual([['a']])
  })
})

describe('sheets', () => {
  const styles =
    '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'

  it('are chosen as in any workbook', async () => {
    const tables =
      table(row(value(''))) +
      table(row(cell('liste')), 'Listes', 'table:style-name="ta2"') +
      table(row(cell('x')), 'Été', 'table:style-name="ta1"')
    const read = await readContent(odsOf({ styles, tables }))
    expect([read.sheet, cellsOf(read), rulesOf(read.diagnostics)]).toEqual(['Été', [['x']], ['unread-sheet']])
    expect(cellsOf(await readContent(odsOf({ styles, tables }), { sheet: 'listes' }))).toEqual([['liste']])
    const two = odsOf({ tables: table(row(cell('x')), 'A') + table(row(cell('y')), 'B') })
    expect(rulesOf((await readContent(two)).diagnostics)).toEqual(['sheet-choice'])
    expect(cellsOf(await readContent(two, { sheet: 'B' }))).toEqual([['y']])
  })
})

describe('a workbook of odfpy', () => {
  it('reads as the same workbook of openpyxl', async () => {
    const [ods, xlsx] = [await readTable(fixture('odfpy.ods')), await readTable(fixture('openpyxl.xlsx'))]
    expect(ods.rows).toEqual(xlsx.rows)
    expect([ods.sheet, rulesOf(ods.diagnostics)]).toEqual([xlsx.sheet, rulesOf(xlsx.diagnostics)])
  })
})

describe('a password', () => {
  it('is told', async () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'
    expect(rulesOf((await readContent(odsOf({ tables: '', manifest }))).diagnostics)).toEqual(['table-protected'])
    const whole = zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'encrypted-package': 'x' })
    expect(rulesOf((await readContent(whole)).diagnostics)).toEqual(['table-protected'])
  })
})
