// Workbooks as Excel writes them, once fixed: valid, and right about what the copy keeps, loses and leaves.
import { describe, expect, it } from 'vitest'
import { elementsIn, localName } from '../../src/cli/fix/xml-places.ts'
import { fix, given, partsOf } from '../fixtures/run-fix.ts'
import { type XlsxParts, xlsxOfRows } from '../fixtures/tables.ts'
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
