// Findings told to people and to programs.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Diagnostic, text } from '../../src/model/diagnostic.ts'
import { cellsOf, printable } from '../../src/report/display.ts'
import { frameOf } from '../../src/report/frame.ts'
import { REPORTER_NAMES, reporters } from '../../src/report/reporters.ts'
import { oracle } from '../oracles.ts'

const SOURCE = [
  'structure:',
  '  nom: Micro-crèche intercommunale « L’Île aux Trésors » de Saint-Rémy-en-Bouzemont',
  '\tnom: 保育園 Les E\u0301toiles',
  `  nom: ${'avant '.repeat(60)}ICI${' après'.repeat(60)}`,
].join('\n')

const options = {
  lang: 'fr',
  color: false,
  sources: (file: string) => (file === 'micro-creche.yaml' ? SOURCE : undefined),
} as const

const at = (line: number, column: number, length: number) => ({ file: 'micro-creche.yaml', line, column, length })

const overflow: Diagnostic = {
  rule: 'text-overflow',
  severity: 'error',
  message: text(
    'le nom ne tient pas à la taille minimale (14 pt)',
    'the name does not fit at the smallest size (14 pt)',
  ),
  piece: 'vitrophanie-a5',
  at: at(2, 8, 76),
  label: text('214 mm à 14 pt, 180 mm disponibles', '214 mm at 14 pt, 180 mm available'),
  related: [{ file: 'vitrophanie.yaml', line: 42, column: 3, length: 4, why: text('modèle', 'template') }],
  hint: text('ajoutez `nom-court`, ou choisissez vitrophanie-a4', 'add `nom-court`, or choose vitrophanie-a4'),
}

const inCell: Diagnostic = {
  rule: 'placeholder-value',
  severity: 'warning',
  message: text('« NC »', '“NC”'),
  at: { file: 'a.xlsx', sheet: 'Feuille1', cell: 'F17' },
}

describe('for people', () => {
  const human = (...diagnostics: Diagnostic[]) => reporters.human(diagnostics, options).split('\n')

  it('a finding is the frame of the contract', () => {
    expect(human(overflow)).toEqual([
      'erreur[text-overflow] le nom ne tient pas à la taille minimale (14 pt)',
      '  ┌─ micro-creche.yaml:2:8',
      '2 │   nom: Micro-crèche intercommunale « L’Île aux Trésors » de Saint-Rémy-en-Bouzemont',
      `  │        ${'^'.repeat(76)} 214 mm à 14 pt, 180 mm disponibles`,
      '  = pièce : vitrophanie-a5',
      '  = modèle : vitrophanie.yaml:42',
      '  = aide  : ajoutez `nom-court`, ou choisissez vitrophanie-a4   (signakit explain text-overflow)',
      '',
      '1 erreur',
    ])
  })

  it('a finding of several pieces is told once', () => {
    expect(human(overflow, { ...overflow, piece: 'plaque-300x200' })).toContain(
      '  = pièces : vitrophanie-a5, plaque-300x200',
    )
  })

  it('a finding in a sheet names its cell', () => {
    expect(human(inCell).slice(0, 2)).toEqual(['avertissement[placeholder-value] « NC »', '  ┌─ a.xlsx › Feuille1!F17'])
  })

  it('a finding in a sheet is drawn with its neighbours, when its row is at hand', () => {
    const letters = ['D', 'E', 'F', 'G', 'H', 'I', 'J']
    const titles = ['Type', 'Caf', 'Téléphone\nportable', 'Commune', 'x', 'y', 'z']
    const cells = ['crèche', '33', 'NC', 'Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson', '', '', '']
    const rows = () => ({ letters, titles, cells, number: 17 })
    const [, where, ...frame] = reporters
      .human([inCell], { sources: () => undefined, rows, lang: 'fr', color: false, width: 80 })
      .split('\n')
    expect(where).toBe('   ┌─ a.xlsx › Feuille1!F17')
    expect(frame.slice(0, 4)).toEqual([
      '   │ D      │ E   │ F                  │ G                              │ H',
      '   │ Type   │ Caf │ Téléphone portable │ Commune                        │ x',
      '17 │ crèche │ 33  │ NC                 │ Saint-Rémy-en-Bouzemont-Saint… │',
      '   │                ^^',
    ])
  })

  it('carets stand under wide letters, combining accents and after tabs', () => {
    const [, , source, carets] = human({ ...overflow, at: at(3, 7, 3) })
    expect(source).toBe('3 │     nom: 保育園 Les E\u0301toiles')
    expect(carets).toMatch(/^ {2}│ {10}\^{6} /)
    const [, , , under] = human({ ...overflow, at: at(3, 15, 8) })
    expect(under).toMatch(/^ {2}│ {21}\^{7} /)
  })

  it('a long line is cut on both sides of what matters', () => {
    const [, , source = '', carets = ''] = human({ ...overflow, at: at(4, 8 + 360, 3) })
    expect(source.length).toBeLessThanOrEqual(120)
    expect(source).toMatch(/^4 │ ….* ICI .*…$/)
    expect(carets.indexOf('^')).toBe(source.indexOf('ICI'))
  })

  it('beyond five of one rule, the others are counted', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ ...overflow, at: at(2, index + 1, 1) }))
    const told = human(...many, inCell)
    expect(told.filter(line => line.includes('┌─ micro'))).toHaveLength(5)
    expect(told).toContain('erreur[text-overflow] … et 295 autres (tout\u00a0: --reporter json)')
    expect(told.at(-1)).toBe('300 erreurs, 1 avertissement')
    expect(reporters.human(many, { ...options, full: true }).match(/┌─/g)).toHaveLength(300)
  })

  it('beyond five of one rule, the first cells of the others are named', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      ...overflow,
      at: { file: 'a.csv', sheet: '', cell: `B${index + 2}` },
    }))
    const more = new Map([['text-overflow', 20]])
    const told = (count: number, extra = {}) => reporters.human(many.slice(0, count), { ...options, ...extra })
    expect(told(9, { more })).toContain('… et 24 autres, en B7, B8, B9… (tout\u00a0: --reporter json)')
    expect(told(7)).toContain('… et 2 autres, en B7, B8 (tout\u00a0: --reporter json)')
    expect(told(6)).toContain('… et 1 autre, en B7 (tout\u00a0: --reporter json)')
  })

  it('nothing is nothing', () => {
    expect(reporters.human([], options)).toBe('')
  })

  it('a family of pictures is shown as it was typed, a joiner between letters is not', () => {
    expect(printable('👨‍👩‍👧 ici')).toBe('👨‍👩‍👧 ici')
    expect(printable('a\u200Db')).toBe('a\uFFFDb')
  })

  it('a terminal never receives a control character from a file', () => {
    const nasty = '\u001b[31mred\u202E\u0000\u007F\u200B'
    const told = reporters.human([{ ...overflow, message: text(nasty, nasty) }], {
      ...options,
      sources: () => `a\n${nasty}`,
    })
    expect(told.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u)
  })

  it('any place of any line gets a frame within the width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.nat(310),
        fc.nat(310),
        fc.integer({ min: 20, max: 200 }),
        (source, column, length, width) => {
          const line = source.replaceAll('\n', ' ')
          const { source: shown, carets } = frameOf(line, { file: 'f', line: 1, column: column + 1, length }, width)
          const columns = cellsOf(shown).reduce((sum, cell) => sum + cell.width, 0)
          expect(columns).toBeLessThanOrEqual(width)
          expect(carets).toMatch(/^ *\^+$/)
          expect(carets.length).toBeLessThanOrEqual(Math.max(columns, 0) + 1)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('a line of megabytes is shown at once', () => {
    const { source } = frameOf('x'.repeat(5_000_000), { file: 'f', line: 1, column: 4_000_000, length: 5 }, 100)
    expect(source.length).toBeLessThanOrEqual(100)
  })
})

describe('for programs', () => {
  it('json is what the contract says', () => {
    expect(JSON.parse(reporters.json([overflow, inCell], { ...options, lang: 'en' }))).toEqual([
      {
        rule: 'text-overflow',
        severity: 'error',
        message: 'the name does not fit at the smallest size (14 pt)',
        piece: 'vitrophanie-a5',
        at: at(2, 8, 76),
        label: '214 mm at 14 pt, 180 mm available',
        related: [{ file: 'vitrophanie.yaml', line: 42, column: 3, why: 'template' }],
        hint: 'add `nom-court`, or choose vitrophanie-a4',
      },
      {
        rule: 'placeholder-value',
        severity: 'warning',
        message: '“NC”',
        at: { file: 'a.xlsx', sheet: 'Feuille1', cell: 'F17' },
      },
    ])
  })

  it('github commands keep to one line each, and escape what they hold', () => {
    const [first = '', second = ''] = reporters
      .github([{ ...overflow, message: text('a\n50 %', '') }, inCell], options)
      .split('\n')
    expect(first).toMatch(
      /^::error file=micro-creche.yaml,line=2,col=8,endColumn=83,title=text-overflow::vitrophanie-a5 · a%0A50 %25%0A214/,
    )
    expect(second).toBe('::warning file=a.xlsx,title=placeholder-value::Feuille1!F17 · « NC »')
  })

  it('sarif has the places and the rules', () => {
    const log = JSON.parse(reporters.sarif([overflow, inCell, overflow], options))
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          columnKind: 'utf16CodeUnits',
          tool: { driver: { rules: [{ id: 'text-overflow' }, { id: 'placeholder-value' }] } },
        },
      ],
    })
    expect(log.runs[0].results).toHaveLength(3)
    expect(log.runs[0].results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'micro-creche.yaml' },
      region: { startLine: 2, startColumn: 8, endColumn: 84 },
    })
  })

  const xmllint = oracle('xmllint')
  it.skipIf(xmllint.missing)('junit is well-formed XML whatever it holds', () => {
    const nasty = text('<a> & "b" \u0000\u001b\uFFFF ]]>', 'x')
    const xml = reporters.junit([{ ...overflow, message: nasty, hint: nasty }, inCell], options)
    expect(xmllint.run(['--noout', '-'], { input: xml })).toMatchObject({ status: 0 })
    expect(xml).toContain('tests="1" failures="1"')
    expect(reporters.junit([], options)).toContain('tests="1" failures="0"')
  })

  it.each(REPORTER_NAMES)('%s takes any finding', name => {
    const word = fc.string({ unit: 'binary', maxLength: 20 })
    const place = fc.record({
      file: word,
      line: fc.integer({ min: 1, max: 5 }),
      column: fc.integer({ min: 1, max: 90 }),
      length: fc.nat(90),
    })
    const cell = fc.record({ file: word, sheet: word, cell: word })
    const sentence = fc.record({ fr: word, en: word })
    const finding = fc.record(
      {
        rule: word,
        severity: fc.constantFrom('error', 'warning', 'note'),
        message: sentence,
        piece: word,
        at: fc.oneof(place, cell),
        label: sentence,
        hint: sentence,
      },
      { requiredKeys: ['rule', 'severity', 'message'] },
    )
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 8 }), found => {
        expect(typeof reporters[name](found, { ...options, sources: () => SOURCE })).toBe('string')
      }),
    )
  })
})
