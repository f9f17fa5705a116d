// CSV as people save it: every separator, encoding and accident, read as rows.

import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { csvRecords } from '../../src/input/table/csv-records.ts'
import { findSeparator } from '../../src/input/table/csv-separator.ts'
import { cellsOf, readContent, rulesOf } from '../fixtures/tables.ts'

const LINES = ['Nom;Commune;Capacité', 'Les Lutins;Saint-Étienne;12', 'L’Île aux œufs;Nîmes;8']
const CSV = LINES.join('\r\n')
const CELLS = LINES.map(line => line.split(';'))

describe('the separator', () => {
  it.each([
    ['semicolons', 'a;b;c\n1;2;3\n', ';'],
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['tabs', 'a\tb\tc\n1\t2\t3\n', '\t'],
    ['commas in every address', 'nom;adresse;ville\nA;12, rue X;B\nC;3, rue Y;D\nE;4, rue Z;F\n', ';'],
    ['semicolons in every list of pieces', 'nom,ville,pieces\nA,B,vitrophanie-a5;plaque-300x200\nC,D,a;b\n', ','],
    ['a separator between quotes', '"a;b";c;"d"\n"1;2;3";4;5\n', ';'],
    ['title lines above the header', 'Liste des structures, 2024\n\nnom;ville;type\nA;B;C\nD;E;F\n', ';'],
    ['one column', 'nom\nA\nB\n', ';'],
  ])('is found with %s', (_, sample, sign) => {
    expect(findSeparator(sample, true)?.sign).toBe(sign)
  })

  it('is never two signs at once', async () => {
    const table = await readContent('nom;adresse,ville\nA;12, rue X\nB;3, rue Y\n')
    expect(cellsOf(table)[1]).toEqual(['A', '12, rue X'])
  })

  it('is the one of the line sep=, which is no row', async () => {
    for (const line of ['sep=;\r\n', '"sep=;"\n', 'SEP=;\n']) {
      const table = await readContent(`\uFEFF${line}a,1;b,2\nc,3;d,4\n`)
      expect(table.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
        [1, 'a,1', 'b,2'],
        [2, 'c,3', 'd,4'],
      ])
    }
    expect(cellsOf(await readContent('sep=|\na|b;c\n'))).toEqual([['a', 'b;c']])
  })

  it('is doubted when two cut as well', async () => {
    const { diagnostics, rows } = await readContent('a;b,c\nd;e,f\n')
    expect(rulesOf(diagnostics)).toEqual(['separator-in-doubt'])
    expect(diagnostics[0]?.hint?.fr).toBe('écrivez `sep=;` en première ligne')
    expect(rows[0]?.cells).toEqual(['a', 'b,c'])
    expect(rulesOf((await readContent('sep=;\na;b,c\nd;e,f\n')).diagnostics)).toEqual([])
  })

  it('is refused when another tool chose it', async () => {
    expect(rulesOf((await readContent('a|b|c\n1|2|3\n')).diagnostics)).toEqual(['unknown-separator'])
  })
})

describe('the encoding', () => {
  it.each([
    ['utf-8', Buffer.from(CSV), []],
    ['utf-8 with a mark', Buffer.from(`\uFEFF${CSV}`), []],
    ['utf-16le with a mark', iconv.encode(CSV, 'utf-16le', { addBOM: true }), ['encoding']],
    ['utf-16be with a mark', iconv.encode(CSV, 'utf-16be', { addBOM: true }), ['encoding']],
    ['utf-16le without', iconv.encode(CSV, 'utf-16le'), ['encoding']],
    ['utf-16be without', iconv.encode(CSV, 'utf-16be'), ['encoding']],
    ['windows-1252', iconv.encode(CSV, 'windows-1252'), ['encoding']],
  ])('is told: %s', async (_, bytes, rules) => {
    const table = await readContent(bytes)
    expect(cellsOf(table)).toEqual(CELLS)
    expect(rulesOf(table.diagnostics)).toEqual(rules)
  })

  it('is told from the whole file, not from its start', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `structure ${index};Bordeaux;12`)
    const long = `${lines.join('\n')}\nLes Étoiles;Orléans;3`
    const table = await readContent(iconv.encode(long, 'windows-1252'))
    expect(table.rows.at(-1)?.cells).toEqual(['Les Étoiles', 'Orléans', '3'])
    expect(rulesOf(table.diagnostics)).toEqual(['encoding'])
  })

  it.each(['macroman', 'cp850'] as const)(
    'of an old machine is refused, then read when it is named: %s',
    async name => {
      const bytes = iconv.encode('Nom;Commune\nCrèche de l’été;Orléans\nMédiathèque;Besançon\n'.replace('’', "'"), name)
      const refused = await readContent(bytes)
      expect(rulesOf(refused.diagnostics)).toEqual(['unknown-encoding'])
      expect(refused.diagnostics[0]?.hint?.fr).toContain(`--encodage ${name}`)
      const table = await readContent(bytes, { encoding: name })
      expect(cellsOf(table)[1]).toEqual(["Crèche de l'été", 'Orléans'])
      expect(table.diagnostics).toEqual([])
    },
  )

  it.each([
    'NOM;VOIE\nCRÈCHE DES PRÉS;1 rue de l’Église\n',
    'Nom;Voie\nÉcole maternelle;1 rue de l’Été\n',
    'NOM;COMMUNE\nMAISON DE L’ENFANCE;BORDEAUX\n',
  ])('of an old Mac is told by its capitals and apostrophes too: %j', async text => {
    const bytes = iconv.encode(text, 'macroman')
    expect(rulesOf((await readContent(bytes)).diagnostics)).toEqual(['unknown-encoding'])
    const windows = await readContent(iconv.encode(text, 'windows-1252'))
    expect([rulesOf(windows.diagnostics), cellsOf(windows).flat().join(' ')]).toEqual([
      ['encoding'],
      text.trim().replace(/[;\n]/g, ' '),
    ])
  })

  it('of Unix and of another DOS are read when they are named', async () => {
    const bytes = iconv.encode('Nom;Prix\nCœur;10 €\n', 'iso-8859-15')
    expect(cellsOf(await readContent(bytes, { encoding: 'iso-8859-15' }))[1]).toEqual(['Cœur', '10 €'])
    const dos = iconv.encode('Nom\nÉtoile\n', 'cp437')
    expect(cellsOf(await readContent(dos, { encoding: 'cp437' }))[1]).toEqual(['Étoile'])
  })

  it('may be named, and is refused when it is not that one', async () => {
    const bytes = iconv.encode(CSV, 'windows-1252')
    expect(rulesOf((await readContent(bytes, { encoding: 'utf-8' })).diagnostics)).toEqual(['unknown-encoding'])
    expect((await readContent(bytes, { encoding: 'windows-1252' })).diagnostics).toEqual([])
    expect(cellsOf(await readContent(iconv.encode(CSV, 'utf-16be'), { encoding: 'utf-16' }))).toEqual(CELLS)
  })

  it('is not guessed for what is not text', async () => {
    const noise = Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 7) % 11))
    expect(rulesOf((await readContent(noise)).diagnostics)).toEqual(['not-a-table'])
  })

  const odd = (line: number, lines = LINES): Buffer =>
    Buffer.concat(
      lines.map((text, index) => iconv.encode(`${text}\r\n`, index + 1 === line ? 'windows-1252' : 'utf-8')),
    )

  it('of one line that is not that of the others is told by its line, and its cells are', async () => {
    const table = await readContent(odd(2))
    expect(cellsOf(table)).toEqual(CELLS)
    expect(table.diagnostics.map(({ rule, at, message }) => [rule, at && 'line' in at && at.line, message.fr])).toEqual(
      [['encoding', 2, 'la ligne 2 n’est pas en UTF-8, les autres le sont']],
    )
    expect(table.findings.map(({ rule, at }) => [rule, at && 'cell' in at && at.cell])).toEqual([
      ['mixed-encoding', 'B2'],
    ])
    const asked = await readContent(odd(2), { encoding: 'utf-8' })
    expect(asked.diagnostics[0]?.message.fr).toBe('la ligne 2 n’est pas en UTF-8, les autres le sont')
    expect((await readContent(odd(2), { encoding: 'windows-1252' })).findings).toEqual([])
  })

  it('of a line in UTF-8 among those of Windows-1252 is told too; capitals before a sign are no UTF-8', async () => {
    const old = ['Réf;Nom', 'é1;«CAFÉ»', 'é2;LE CAFÉ…', 'é3;L’Été'].map(text =>
      iconv.encode(`${text}\n`, 'windows-1252'),
    )
    const table = await readContent(Buffer.concat([...old, Buffer.from('4;Les Œillets du cœur\n')]))
    expect(cellsOf(table)[4]).toEqual(['4', 'Les Œillets du cœur'])
    expect(cellsOf(table)[1]).toEqual(['é1', '«CAFÉ»'])
    expect(table.diagnostics[0]?.message.fr).toBe('la ligne 5 est en UTF-8, les autres en Windows-1252')
    expect(table.findings.map(({ at }) => at && 'cell' in at && at.cell)).toEqual(['B5'])
    expect(rulesOf((await readContent(Buffer.concat(old))).findings)).toEqual([])
  })

  it('of many odd lines is told by the first few and their number, wherever the parts of the file end', async () => {
    const lines = Array.from({ length: 6000 }, (_, index) =>
      iconv.encode(`n${index};Étoile œuf 🎈\n`, index % 1000 === 7 ? 'windows-1252' : 'utf-8'),
    )
    const table = await readContent(Buffer.concat([Buffer.from('réf;nom\n'), ...lines]))
    expect(table.diagnostics[0]?.message.fr).toBe(
      'les lignes 9, 1009, 2009, 3009, 4009 et 1 autre ne sont pas en UTF-8, les autres le sont',
    )
    expect(table.findings).toHaveLength(6)
    const bad = table.rows.filter(({ cells }) => cells[1] !== 'Étoile œuf 🎈')
    // The balloon is none of Windows-1252.
    expect(bad.map(({ cells }) => cells[1]).slice(1)).toEqual(Array.from({ length: 6 }, () => 'Étoile œuf ??'))
  })

  it('that a mark at the start of the file names is that of most lines, however few', async () => {
    const marked = Buffer.concat([
      Buffer.from('\uFEFF'),
      ...LINES.map(line => iconv.encode(`${line}\n`, 'windows-1252')),
    ])
    const table = await readContent(Buffer.concat([marked, Buffer.from('é;é\n')]))
    expect(cellsOf(table)[0]?.[0]).toBe('Nom')
    expect(table.findings.map(({ at }) => at && 'cell' in at && at.cell)).toContain('A3')
  })

  it('holds across the borders of what is read at once', async () => {
    // Parts are 64 KiB: quotes, accents and line ends stand across the first border, one after the other.
    const tail = '"é""è\r\nà;";Œuf 🎈\n'
    for (let shift = 0; shift < 16; shift++) {
      const [start, middle] = [`nom;ville\n${'y'.repeat(20_000)};b\n`, ';b\n']
      const room = 64 * 1024 - shift - start.length - middle.length
      const text = `${start}${'x'.repeat(room / 2)};b\n${'x'.repeat(room - Math.floor(room / 2) - 3)}${middle}${tail}`
      const table = await readContent(text)
      expect(table.rows.at(-1)?.cells).toEqual(['é"è\r\nà;', 'Œuf 🎈'])
      expect(table.diagnostics).toEqual([])
    }
    for (let shift = 0; shift < 16; shift++) {
      const text = `nom;ville\n${'y'.repeat(20_000)};b\n${'x'.repeat(32 * 1024 - 20_016 - shift)};b\n${tail}`
      const table = await readContent(iconv.encode(text, 'utf-16le', { addBOM: true }))
      expect(table.rows.at(-1)?.cells).toEqual(['é"è\r\nà;', 'Œuf 🎈'])
    }
  })
})

describe('cells', () => {
  it('may hold quotes, separators and line ends', async () => {
    const table = await readContent('nom;horaires\r\n"Crèche ""A""; B";"lundi\r\nmardi"\r\nCrèche "C";x\r\n')
    expect(cellsOf(table).slice(1)).toEqual([
      ['Crèche "A"; B', 'lundi\r\nmardi'],
      ['Crèche "C"', 'x'],
    ])
    expect(table.findings).toEqual([])
  })

  it('may stand in spaces, before and after their quotes', async () => {
    expect(cellsOf(await readContent('a, b\n"x" , "y, z"\n'))[1]).toEqual(['x', 'y, z'])
  })

  it('end with lines that end in any way, even several in one file', async () => {
    for (const text of ['a;b\n1;2\n3;4', 'a;b\r1;2\r3;4\r', 'a;b\r\n1;2\n3;4\r\n', 'a;b\n1;2\r\n3;4']) {
      expect(cellsOf(await readContent(text))).toEqual([
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ])
    }
  })

  it('keep the zeros, the signs and the control characters that they have', async () => {
    expect(cellsOf(await readContent('cp;tel;x\n01000;+33 5;=1+1\n0;a\0b;#N/A\n'.padEnd(200, '\n')))).toEqual([
      ['cp', 'tel', 'x'],
      ['01000', '+33 5', '=1+1'],
      ['0', 'a\0b', '#N/A'],
    ])
  })
})

describe('rows', () => {
  it('have the number that a spreadsheet shows, blank ones counted', async () => {
    const table = await readContent('nom;ville\n\nA;B\n;;\n"C\nc";D\n\nE;F\n')
    expect(table.rows.map(({ number }) => number)).toEqual([1, 3, 5, 7])
  })

  it('may be shorter or longer than the header: what stands in them is given', async () => {
    const table = await readContent('nom;rue;ville;tel\nA;12 rue X;B;1\nC;12;rue Y;D;2\nE;r\nF;r;v;t;;\n')
    expect(table.rows.map(({ cells }) => cells.length)).toEqual([4, 4, 5, 2, 4])
  })

  it.each([
    [
      'on the same line',
      'a;b;c;d\n1;"2;"3";4\n5;6;7;8\n',
      'B2',
      [
        ['1', '"2', '3', '4'],
        ['5', '6', '7', '8'],
      ],
    ],
    [
      'on another line',
      'a;b;c\n1;"2;3\n4;"5";6\n7;8;9\n',
      'B2',
      [
        ['1', '"2', '3'],
        ['4', '5', '6'],
        ['7', '8', '9'],
      ],
    ],
    [
      'nowhere',
      'a;b\n"x\ny";1\n2;"3\n4;5\n6;7\n',
      'B3',
      [
        ['x\ny', '1'],
        ['2', '"3'],
        ['4', '5'],
        ['6', '7'],
      ],
    ],
  ])('with a quote that meets another %s are findings, and no row is lost', async (_, csv, cell, rows) => {
    const table = await readContent(csv)
    expect(cellsOf(table).slice(1)).toEqual(rows)
    expect(table.findings).toMatchObject([{ rule: 'unclosed-quote', severity: 'error', at: { cell } }])
    expect(table.diagnostics).toEqual([])
  })

  it('joined by two quotes that were each left open are a finding by their number of cells', async () => {
    const table = await readContent('a;b;c;d\n1;"2;3;x\n4";5\n5;6;7;8\n5;6;7;8\n')
    expect(table.findings).toMatchObject([{ rule: 'unclosed-quote', at: { cell: 'B2' } }])
    expect((await readContent('a;b\n"""Les; Lutins""";"x; y\nz"\n')).findings).toEqual([])
  })

  it('are told by their line in the file when a quote is open', async () => {
    const { findings } = await readContent('sep=;\na;b\n1;"x\ny"\n2;"3\n4;5\n')
    expect(findings[0]?.message.fr).toBe('un guillemet ne se ferme pas dans cette cellule (ligne 5 du fichier)')
  })

  it('of an empty file are none, and it says so', async () => {
    expect(rulesOf((await readContent('')).diagnostics)).toEqual(['empty-table'])
  })
})

describe('a file out of all proportion', () => {
  it('is refused: a cell, a quote that takes in megabytes, columns', async () => {
    expect(rulesOf((await readContent(`a;b\n1;${'x'.repeat(40_000)}\n`)).diagnostics)).toEqual(['table-too-large'])
    const far = await readContent(`a;b\n1;"${'x;y\n'.repeat(20_000)}"\n`)
    // The one that closes eighty thousand characters later is, to its row, one more that does not close.
    expect(far.findings).toMatchObject([{ at: { cell: 'B2' } }, { at: { cell: 'A20002' } }])
    expect(far.rows.length).toBe(20_002)
    const endless = await readContent(`a;b\n${'x;'.repeat(1_100_000)}`)
    expect(rulesOf(endless.diagnostics)).toEqual(['table-too-large'])
    expect(endless.diagnostics[0]?.message.fr).toMatch(/^la ligne 2 du fichier/)
    const wide = await readContent(`${'a;'.repeat(100_000)}z\n`)
    expect(rulesOf(wide.diagnostics)).toEqual(['table-too-large'])
    expect(rulesOf((await readContent(`a${';'.repeat(2_000)}\n1\n`)).diagnostics)).toEqual([])
  })

  it('is refused beyond the rows of a spreadsheet', async () => {
    const { rows, diagnostics } = await readContent(`a;b\n${'\n'.repeat(1_048_576)}1;2\n`)
    expect(rows.length).toBe(1)
    expect(rulesOf(diagnostics)).toEqual(['table-too-large'])
  })
})

describe('records', () => {
  const cell = fc.stringMatching(/^[a;"\n\r é]{0,6}$/)
  const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`

  it('are those of another parser, wherever the parts of the text end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        fc.nat(),
        (table, cut) => {
          const text = table.map(cells => cells.map(quoted).join(';')).join('\r\n')
          const at = cut % (text.length + 1)
          const found = [...csvRecords([text.slice(0, at), text.slice(at)], ';', 1)]
          const expected = parse(text, { delimiter: ';', relax_column_count: true, record_delimiter: '\r\n' })
          expect(found.map(({ cells }) => cells)).toEqual(expected)
          expect(found.flatMap(({ unclosed }) => unclosed)).toEqual([])
        },
      ),
    )
  })

  it('do not depend on where the parts of the text end, whatever the text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a;"\n\r ]{0,40}$/), fc.nat(), (text, cut) => {
        const at = cut % (text.length + 1)
        const whole = [...csvRecords([text], ';', 1)]
        expect([...csvRecords([text.slice(0, at), text.slice(at)], ';', 1)]).toEqual(whole)
        expect([...csvRecords([...text], ';', 1)]).toEqual(whole)
      }),
      { numRuns: 500 },
    )
  })
})
