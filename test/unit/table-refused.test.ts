// What is no table, or a table that is broken, hostile or out of all proportion: one sentence and its remedy, never a crash.
import { rmSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openWorld } from '../../src/host/world.ts'
import { placeholder } from '../../src/input/clean.ts'
import { inputRules } from '../../src/input/rules.ts'
import { openTable } from '../../src/input/table/open-table.ts'
import {
  odsOf,
  readContent,
  readTable,
  rulesOf,
  written,
  xlsxOf,
  xlsxOfRows,
  xlsxParts,
  zipOf,
} from '../fixtures/tables.ts'

const compound = (name: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(3_000),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(500),
  ])

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0])

describe('a file of another kind', () => {
  it.each([
    ['a PDF', '%PDF-1.7\n', 'not-a-table', 'un PDF'],
    ['a picture', png, 'not-a-table', 'une image PNG'],
    ['an old Excel', compound('Workbook'), 'not-a-table', 'un ancien classeur Excel (.xls)'],
    ['an old Word', compound('WordDocument'), 'not-a-table', 'un ancien document Office'],
    ['a workbook behind a password', compound('EncryptedPackage'), 'table-protected', 'mot de passe'],
    ['an .xlsb', zipOf({ '[Content_Types].xml': '', 'xl/workbook.bin': '' }), 'not-a-table', '.xlsb'],
    [
      'a Numbers document',
      zipOf({ 'Index/Document.iwa': '', 'Metadata/Properties.plist': '' }),
      'not-a-table',
      'Numbers',
    ],
    ['a Word document', zipOf({ '[Content_Types].xml': '', 'word/document.xml': '' }), 'not-a-table', 'Word'],
    [
      'a LibreOffice text',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' }),
      'not-a-table',
      'LibreOffice',
    ],
    ['a ZIP of pictures', zipOf({ 'a.png': png }), 'not-a-table', 'ZIP'],
    [
      'HTML with the name of Excel',
      '\uFEFF\n<html xmlns:o="urn:schemas-microsoft-com:office:office"><table>',
      'not-a-table',
      'page web',
    ],
    ['HTML without a head', '<table border="1"><tr><td>Nom</td></tr></table>', 'not-a-table', 'page web'],
    [
      'XML of Excel 2003',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>',
      'not-a-table',
      'un fichier XML',
    ],
  ])('is named: %s', async (_, content, rule, words) => {
    const { diagnostics, rows } = await readContent(content)
    expect(rows).toEqual([])
    expect(diagnostics).toMatchObject([{ rule, severity: 'error' }])
    expect(diagnostics[0]?.message.fr).toContain(words)
    expect(diagnostics[0]?.hint?.fr).toMatch(/\.xlsx|\.csv|CSV/)
  })

  it('is told by its content: the name does not matter', async () => {
    expect((await readTable(written('export.xls', 'a;b\n1;2\n'))).rows.length).toBe(2)
    expect((await readTable(written('export.csv', xlsxOfRows('<row><c><v>1</v></c></row>')))).rows.length).toBe(1)
  })

  it('is the lock of an open workbook', async () => {
    const { diagnostics } = await readTable(written('~$structures.xlsx', '\u0005Marie'))
    expect(diagnostics[0]?.message.fr).toContain('le verrou d’un classeur ouvert')
    expect(rulesOf((await readTable(written('.~lock.structures.ods#', ',Marie,'))).diagnostics)).toEqual([
      'not-a-table',
    ])
  })

  it('is missing, or a folder', async () => {
    expect(rulesOf((await readTable('/nowhere/a.xlsx')).diagnostics)).toEqual(['file-unreadable'])
    expect(rulesOf((await readTable('/tmp')).diagnostics)).toEqual(['file-unreadable'])
  })
})

const good = xlsxOfRows(`<row><c><v>1</v></c></row>${'<row><c t="s"><v>0</v></c></row>'.repeat(50)}`, {
  strings: '<si><t>a</t></si>',
})

describe('a broken workbook', () => {
  it('is told wherever it is cut', async () => {
    for (let length = 30; length < good.length; length += 97) {
      expect(rulesOf((await readContent(good.subarray(0, length))).diagnostics), String(length)).toEqual([
        'table-damaged',
      ])
    }
  })

  it('is never believed when a byte of a part changed', async () => {
    for (let at = 40; at < good.length; at += 41) {
      const bytes = good.slice()
      bytes[at] = (bytes[at] ?? 0) ^ 0x55
      const { rows, diagnostics } = await readContent(bytes)
      // What the archive says of a name, a date or a right may change nothing; what it holds may not change unseen.
      if (diagnostics.length === 0) expect(rows.map(({ cells }) => cells[0])).toEqual(['1', ...Array(50).fill('a')])
    }
  })

  it.each([
    ['no sheet where it says', { ...xlsxParts({ sheets: { A: '' } }), 'xl/worksheets/sheet1.xml': undefined }],
    [
      'a relation that leads nowhere',
      { ...xlsxParts({ sheets: { A: '' } }), 'xl/_rels/workbook.xml.rels': '<Relationships/>' },
    ],
    [
      'XML cut short',
      { ...xlsxParts({ sheets: { A: '' } }), 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' },
    ],
    ['XML that is no XML', { ...xlsxParts({ sheets: { A: '' } }), 'xl/worksheets/sheet1.xml': 'bonjour' }],
    [
      'a text that is not UTF-8',
      { ...xlsxParts({ sheets: { A: '' } }), 'xl/worksheets/sheet1.xml': Buffer.from([0x3c, 0x61, 0xff, 0xfe]) },
    ],
    ['a missing shared text', xlsxParts({ sheets: { A: '<sheetData><row><c t="s"><v>7</v></c></row></sheetData>' } })],
  ])('is told: %s', async (_, parts) => {
    const entries = Object.entries<string | Uint8Array | undefined>(parts).flatMap(([name, part]) =>
      part === undefined ? [] : [[name, part] as const],
    )
    expect(rulesOf((await readContent(zipOf(Object.fromEntries(entries)))).diagnostics)).toEqual(['table-damaged'])
  })

  it('never throws, whatever its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        async changes => {
          const bytes = good.slice()
          for (const [at, byte] of changes) bytes[at] = byte
          for (const { rule } of (await readContent(bytes)).diagnostics)
            expect(Object.hasOwn(inputRules, rule)).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('a hostile workbook', () => {
  const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'

  it('defines entities', async () => {
    const parts = xlsxParts({ sheets: { A: '' } })
    const sheet = `${entities}<worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`
    expect(rulesOf((await readContent(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))).diagnostics)).toEqual([
      'table-damaged',
    ])
  })

  it('inflates to gigabytes', async () => {
    const parts = xlsxParts({ sheets: { A: '<sheetData><row><c><v>1</v></c></row></sheetData>' }, strings: '' })
    const bomb = zipOf({ ...parts, 'xl/styles.xml': new Uint8Array(40_000_000) })
    const { diagnostics } = await readContent(bomb)
    expect(diagnostics).toMatchObject([{ rule: 'table-too-large' }])
    expect(diagnostics[0]?.message.fr).toContain('32 Mo')
  })

  it('lies about the size of its parts', async () => {
    const bytes = zipOf(
      xlsxParts({ sheets: { A: `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(9_000)}</sheetData>` } }),
    )
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    // The inflated sizes of the central directory (APPNOTE 4.3.12), made small.
    for (let at = 0; at < bytes.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    expect(rulesOf((await readContent(bytes)).diagnostics)).toEqual(['table-damaged'])
  })

  it.each([
    [
      'a cell of megabytes',
      `<sheetData><row><c t="inlineStr"><is><t>${'x'.repeat(5_000_000)}</t></is></c></row></sheetData>`,
    ],
    ['a comment of megabytes', `<!--${'<a>'.repeat(3_000_000)}--><sheetData/>`],
    ['an attribute of megabytes', `<sheetData a="${'x'.repeat(9_000_000)}"/>`],
    ['elements without end', `${'<a>'.repeat(5_000)}`],
    [
      'a filled cell at the end of the world',
      '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    ],
    ['a row beyond', '<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>'],
    ['a number of row beyond numbers', '<sheetData><row r="1e999"><c><v>1</v></c></row></sheetData>'],
  ])('holds %s', async (_, sheet) => {
    const { diagnostics } = await readContent(xlsxOf({ sheets: { A: sheet } }))
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]?.rule).toMatch(/^table-(too-large|damaged)$/)
  })

  it('names cells and dimensions beyond reason, empty', async () => {
    const sheet =
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"/></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    const { rows, diagnostics } = await readContent(xlsxOf({ sheets: { A: sheet } }))
    expect([rows.length, diagnostics.length]).toEqual([1, 0])
  })

  it('repeats cells and rows by the million', async () => {
    const cell =
      '<table:table-cell office:value-type="string" table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell>'
    const wide = odsOf({
      tables: `<table:table table:name="A"><table:table-row>${cell}</table:table-row></table:table>`,
    })
    expect(rulesOf((await readContent(wide)).diagnostics)).toEqual(['table-too-large'])
    const tall = odsOf({
      tables:
        '<table:table table:name="A"><table:table-row table:number-rows-repeated="900000000"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
    })
    expect(rulesOf((await readContent(tall)).diagnostics)).toEqual(['table-too-large'])
    const spaces = odsOf({
      tables:
        '<table:table table:name="A"><table:table-row><table:table-cell office:value-type="string"><text:p><text:s text:c="900000000"/><text:s text:c="900000000"/><text:s text:c="900000000"/>x</text:p></table:table-cell></table:table-row></table:table>',
    })
    expect(rulesOf((await readContent(spaces)).diagnostics)).toEqual(['table-too-large'])
  })

  it('does nothing with what its cells hold', async () => {
    const row =
      '<row><c t="str"><v>=HYPERLINK("http://exemple.fr")</v></c><c t="inlineStr"><is><t>../../etc/passwd</t></is></c><c t="inlineStr"><is><t>&lt;script&gt;</t></is></c></row>'
    expect((await readContent(xlsxOfRows(row))).rows[0]?.cells).toEqual([
      '=HYPERLINK("http://exemple.fr")',
      '../../etc/passwd',
      '<script>',
    ])
  })
})

describe('a file that changes', () => {
  it('between its opening and its reading is refused, not mixed', async () => {
    const path = written('change.csv', 'a;b\n1;2\n')
    const { value } = await openTable(path, {}, openWorld({}))
    writeFileSync(path, 'b;a\n1;2\n3;4\n')
    const items = []
    for await (const item of value?.rows() ?? []) items.push(item)
    expect(items).toMatchObject([
      { rule: 'file-unreadable', message: { fr: 'le fichier a changé pendant la lecture' } },
    ])
    rmSync(path)
    const gone = []
    for await (const item of value?.rows() ?? []) gone.push(item)
    expect(gone).toMatchObject([{ rule: 'file-unreadable' }])
  })

  it('may be read twice, and left in the middle', async () => {
    const path = written('deux.xlsx', good)
    const { value } = await openTable(path, {}, openWorld({}))
    for await (const item of value?.rows() ?? []) if ('number' in item) break
    const numbers = []
    for await (const item of value?.rows() ?? []) if ('number' in item) numbers.push(item.number)
    expect(numbers.length).toBe(51)
  })
})

describe('the error of a formula', () => {
  it.each(['#N/A', '#REF!', '#VALUE!', '#VALEUR!', '#NAME?', '#NOM?', '#DIV/0!', '#NOMBRE!', 'Err:502'])(
    '%s is no value',
    async error => {
      const { rows } = await readContent(xlsxOfRows(`<row><c t="e"><f>A1</f><v>${error}</v></c></row>`))
      expect(rows[0]?.cells).toEqual([error])
      expect(placeholder(rows[0]?.cells[0] ?? '', undefined)?.rule).toBe('placeholder-value')
    },
  )
})
