// Workbooks as Excel writes them, once fixed: valid, and right about what the copy keeps, loses and leaves.
import { describe, expect, it } from 'vitest'
import { elementsIn, localName } from '../../src/cli/fix/xml-places.ts'
import { fix, given, partsOf } from '../fixtures/run-fix.ts'
import { type XlsxParts, xlsxOfRows, xlsxParts, zipOf } from '../fixtures/tables.ts'
import { oracle } from '../oracles.ts'

const python = oracle('python3')

const text = (reference: string, value: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`

const TITLES = ['nom', 'type', 'caf', 'adresse', 'cp', 'commune', 'nom court']
const GOOD = ['Les Lutins', 'crèche', '33', '1 rue B', '33000', 'Bordeaux']

/** A row, its cells from A on; one that starts with `<` is XML. */
const row = (number: number, cells: readonly string[]): string => {
  const written = cells.map((cell, index) =>
    cell === '' || cell.startsWith('<') ? cell : text(`${String.fromCharCode(65 + index)}${number}`, cell),
  )
  return `<row r="${number}">${written.join('')}</row>`
}

/** A sheet with one structure, whose first cell is to be mended. */
const workbook = (cells: readonly string[], more: Omit<XlsxParts, 'sheets'> & { after?: string } = {}): string =>
  given('s.xlsx', xlsxOfRows(row(1, TITLES) + row(2, cells), more))

const STRICT = 'http://purl.oclc.org/ooxml'

const sheetOf = (path: string): string => partsOf(path).get('xl/worksheets/sheet1.xml') ?? ''

/** The children of a worksheet, in the order of the standard (ISO/IEC 29500-1 18.3.1.99). */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'mergeCells',
  'conditionalFormatting',
  'hyperlinks',
  'pageMargins',
  'drawing',
  'legacyDrawing',
  'AlternateContent',
  'tableParts',
  'extLst',
]

describe('the comments of a workbook', () => {
  const DATA_BAR =
    '<conditionalFormatting sqref="E2:E3"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><id>{1}</id></ext></extLst></cfRule></conditionalFormatting>'
  const MARGINS = '<pageMargins left="0.7" right="0.7" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'

  it.each([
    ['after the rule of data bars, not in it', DATA_BAR + MARGINS],
    ['before the extensions of the sheet', `${DATA_BAR}${MARGINS}<extLst><ext uri="{x}"><extLst/></ext></extLst>`],
    [
      'before the buttons that Excel offers in two forms',
      `${MARGINS}<drawing/><mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent><tableParts count="0"/>`,
    ],
  ])('are named in their place: %s', async (_, after) => {
    const file = workbook(['Les  Lutins', ...GOOD.slice(1)], { after })
    const { code, results, talk } = await fix(file)
    expect(talk).not.toContain('erreur')
    expect(code).toBeUndefined()
    const copy = sheetOf(results[0] ?? '')
    const children = elementsIn(copy, [...ORDER, 'worksheet']).filter(({ depth }) => depth === 1)
    const names = children.toSorted((a, b) => a.from - b.from).map(({ name }) => localName(name))
    expect(names).toContain('legacyDrawing')
    expect(names).toEqual(names.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)))
    // Whatever was after the cells is there still, to the letter.
    expect(copy.replace(/<legacyDrawing [^>]*>/, '')).toContain(after)
  })

  it.skipIf(python.missing)('are named by the worksheet itself, as another parser reads it', async () => {
    const { results } = await fix(workbook(['Les  Lutins', ...GOOD.slice(1)], { after: DATA_BAR + MARGINS }))
    const script = `
import sys, zipfile
from xml.etree import ElementTree
sheet = ElementTree.fromstring(zipfile.ZipFile(sys.argv[1]).read('xl/worksheets/sheet1.xml'))
print([child.tag.split('}')[1] for child in sheet])`
    expect(python.text(['-c', script, results[0] ?? '']).trim()).toBe(
      "['sheetData', 'conditionalFormatting', 'pageMargins', 'legacyDrawing']",
    )
  })
})

describe('a workbook saved as Strict Open XML', () => {
  it('has its comments in its own namespaces', async () => {
    const sheet = `<sheetData>${row(1, TITLES)}${row(2, ['Les  Lutins', ...GOOD.slice(1)])}</sheetData>`
    const strict = Object.entries(xlsxParts({ sheets: { Feuil1: sheet } })).map(([name, xml]) => [
      name,
      xml
        .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', `${STRICT}/spreadsheetml/main`)
        .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006', `${STRICT}/officeDocument`),
    ])
    const { code, results } = await fix(given('s.xlsx', zipOf(Object.fromEntries(strict))))
    expect(code).toBeUndefined()
    const copy = partsOf(results[0] ?? '')
    expect(copy.get('xl/comments1.xml')).toContain(`<comments xmlns="${STRICT}/spreadsheetml/main">`)
    const written = ['xl/worksheets/sheet1.xml', 'xl/worksheets/_rels/sheet1.xml.rels', 'xl/comments1.xml']
    for (const name of written)
      expect(copy.get(name)).not.toMatch(/openxmlformats\.org\/(officeDocument|spreadsheetml)/)
  })
})

describe('formulas', () => {
  const PLACES: readonly (readonly [string, string, RegExp])[] = [
    ['without settings', '', /<\/sheets><calcPr fullCalcOnLoad="1"\/><\/workbook>/],
    [
      'with settings',
      '<definedNames/><calcPr calcId="124519" fullCalcOnLoad=\'0\'/><extLst><ext><calcPr/></ext></extLst>',
      /<definedNames\/><calcPr fullCalcOnLoad="1" calcId="124519"\/><extLst><ext><calcPr\/>/,
    ],
    ['with extensions', '<definedNames/><extLst/>', /<definedNames\/><calcPr fullCalcOnLoad="1"\/><extLst\/>/],
  ]

  it.each(PLACES)('of a workbook %s are computed again when the copy is opened', async (_, after, expected) => {
    const formula = '<c r="G2" t="str"><f>A2</f><v>Les  Lutins</v></c>'
    const parts = xlsxParts({
      sheets: {
        Feuil1: `<sheetData>${row(1, TITLES)}${row(2, ['Les  Lutins', ...GOOD.slice(1), formula])}</sheetData>`,
      },
    })
    const book = (parts['xl/workbook.xml'] ?? '').replace('</sheets>', `</sheets>${after}`)
    const { results, talk } = await fix(given('s.xlsx', zipOf({ ...parts, 'xl/workbook.xml': book })))
    expect(partsOf(results[0] ?? '').get('xl/workbook.xml')).toMatch(expected)
    expect(talk).toContain('ouvrez la copie dans un tableur et enregistrez-la')
    expect(talk).toContain('ancien résultat (G2)')
  })

  it('of columns that are not read are no matter to batch, nor are those that use no cell', async () => {
    const [used, constant] = [
      '<c r="H2"><f>A2</f><v>1</v></c>',
      '<c r="G2" t="str"><f>"Les "&amp;"Lutins"</f><v>Les Lutins</v></c>',
    ]
    const file = workbook(['Les  Lutins', ...GOOD.slice(1), constant, used])
    const { results, talk } = await fix(file)
    expect(talk).not.toContain('ouvrez la copie')
    expect(partsOf(results[0] ?? '').get('xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
  })

  it('that are not there ask for nothing', async () => {
    const file = workbook(['Les  Lutins', ...GOOD.slice(1)])
    const { results, talk } = await fix(file)
    expect(talk).not.toContain('ouvrez la copie')
    expect(partsOf(results[0] ?? '').get('xl/workbook.xml')).toBe(partsOf(file).get('xl/workbook.xml'))
  })
})

describe('a text whose words have formats of their own', () => {
  const RUNS = '<r><t xml:space="preserve">Les  </t></r><r><rPr><b/></rPr><t>Lutins</t></r>'
  const PLAIN = 'Les  Parcs'
  const COMMENT = 'La mise en forme d’une partie du texte n’a pas été gardée.'
  const inCell = (runs: string): string => `<c r="A2" t="inlineStr"><is>${runs}</is></c>`

  it.each([
    ['in its cell', inCell(RUNS), undefined],
    ['among the texts of the workbook', '<c r="A2" t="s"><v>1</v></c>', `<si><t>x</t></si><si>${RUNS}</si>`],
  ])('%s is mended, and what it loses is said', async (_, cell, strings) => {
    const { code, results, talk } = await fix(
      workbook([cell, ...GOOD.slice(1)], strings === undefined ? {} : { strings }),
    )
    expect(code).toBeUndefined()
    expect(partsOf(results[0] ?? '').get('xl/comments1.xml')).toContain(COMMENT)
    expect(talk).toContain('mise en forme d’une partie du texte perdue\u00a0: A2')
  })

  it.each([
    ['beside it', '<c r="A2" t="s"><v>0</v></c>', `<si><t>${PLAIN}</t></si><si>${RUNS}</si>`],
    ['of one format', inCell(`<r><t xml:space="preserve">${PLAIN}</t></r>`), undefined],
  ])('is not one that is %s', async (_, cell, strings) => {
    const { results, talk } = await fix(workbook([cell, ...GOOD.slice(1)], strings === undefined ? {} : { strings }))
    expect(partsOf(results[0] ?? '').get('xl/comments1.xml')).not.toContain('mise en forme')
    expect(talk).not.toContain('mise en forme')
  })
})

describe('a cell that holds a discussion', () => {
  it('keeps it, and what changed is told where it can be seen', async () => {
    const parts = xlsxParts({
      sheets: {
        Feuil1: `<sheetData>${row(1, TITLES)}${row(2, ['Les  Lutins', ...GOOD.slice(1)])}${row(3, ['Le  Parc', ...GOOD.slice(1)])}</sheetData>`,
      },
    })
    const thread =
      '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A2" personId="{2}" id="{1}"><text>relire</text></threadedComment></ThreadedComments>'
    const file = given(
      's.xlsx',
      zipOf({
        ...parts,
        'xl/threadedComments/threadedComment1.xml': thread,
        'xl/comments1.xml':
          '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>tc={1}</author></authors><commentList><comment ref="A2" authorId="0"><text><t>relire</t></text></comment></commentList></comments>',
        'xl/worksheets/_rels/sheet1.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/><Relationship Id="rId3" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>',
      }),
    )
    const { code, results, talk } = await fix(file)
    expect(code).toBeUndefined()
    expect(talk).toContain('A2 porte une discussion')
    expect(talk).toContain('c’était «\u00a0Les  Lutins\u00a0»')
    expect(talk).not.toContain('A3 porte')
    expect(partsOf(results[0] ?? '').get('xl/threadedComments/threadedComment1.xml')).toBe(thread)
  })
})
