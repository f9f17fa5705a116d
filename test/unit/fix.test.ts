// signakit fix: a copy with the cells that are mended, and nothing else changed; never the original.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/cli/usage-error.ts'
import { cellsIn, fix, given, partsOf } from '../fixtures/run-fix.ts'
import { emptyFolder } from '../fixtures/written-pdf.ts'

const SHEETS = fileURLToPath(new URL('../sheets', import.meta.url))

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

describe('a CSV', () => {
  const bytes = latin(
    'sep=;\r\nNom;Type;Caf;Adresse;CP;Ville\r\n"CRECHE; MUNICIPALE";cr\xe8che;01; "12 rue X" ;1000;Bourg\r\n\r\nLes Lutins;alsh;01;"5 ""bis"" rue Y"\r\n',
  )

  it('keeps its encoding, its separator, its quotes and every other byte', async () => {
    const file = given('a.csv', bytes)
    const { results } = await fix(file)
    const copy = file.replace('.csv', '.corrige.csv')
    expect(readFileSync(copy)).toEqual(
      latin(
        'sep=;\r\nNom;Type;Caf;Adresse;CP;Ville\r\n"Cr\xe8che; Municipale";cr\xe8che;01; "12 rue X" ;01000;Bourg\r\n\r\nLes Lutins;alsh;01;"5 ""bis"" rue Y"\r\n',
      ),
    )
    expect(readFileSync(file)).toEqual(bytes)
    expect(results).toEqual([copy, copy.replace('.csv', '.modifications.csv')])
  })

  it('has a list of its changes beside it, in which nothing is a formula', async () => {
    const file = given(
      'a.csv',
      'nom;type;caf;tel\r\n=HYPERLINK("x";"y");laep;01;"=""0556000000"""\r\n'.replace(
        '=HYPERLINK("x";"y")',
        '"=HYPERLINK(""x"";""y"")"',
      ),
    )
    const { results } = await fix(file)
    expect(readFileSync(results[1] ?? '', 'utf8')).toBe(
      '\uFEFFcellule;titre;avant;après;raison\r\n' +
        'A2;nom;"\'=HYPERLINK(""x"";""y"")";y;formule écrite en toutes lettres\r\n' +
        'D2;tel;"\'=""0556000000""";0556000000;formule écrite en toutes lettres\r\n',
    )
  })

  it('gains the columns that a cut address needs', async () => {
    const file = given(
      'a.csv',
      'nom,type,caf,adresse\nA,laep,21,\nB,laep,21,7 rue des Acacias 21000 DIJON\n'.replaceAll(',', ';'),
    )
    await fix(file)
    expect(readFileSync(file.replace('.csv', '.corrige.csv'), 'utf8')).toBe(
      'nom;type;caf;adresse;Code postal;Commune\nA;laep;21;\nB;laep;21;7 rue des Acacias;21000;Dijon\n',
    )
  })

  it('leaves a cell whose new text its encoding cannot write', async () => {
    const file = given('a.csv', latin("nom;type;caf\r\nL'ile;laep;01\r\n"))
    const { talk } = await fix(file, { encoding: 'cp850' })
    expect(talk).toContain('A2 reste telle quelle')
  })

  it('in two encodings has a copy in UTF-8 alone, and a list of the cells to read again', async () => {
    const file = given(
      'a.csv',
      Buffer.concat([
        Buffer.from('nom;type;caf;ville\r\nL’Été;laep;34;Béziers\r\n'),
        latin('"Le Pr\xe9; bis";laep;34;B\xe9ziers\r\n'),
        Buffer.from('LES LUTINS;laep;34;Sète\r\n'),
      ]),
    )
    const { results, talk } = await fix(file)
    expect(readFileSync(results[0] ?? '', 'utf8')).toBe(
      '\uFEFFnom;type;caf;ville\r\nL’Été;laep;34;Béziers\r\n"Le Pré; bis";laep;34;Béziers\r\nLes Lutins;laep;34;Sète\r\n',
    )
    expect(talk).toContain('la ligne 3 n’est pas en UTF-8, les autres le sont')
    expect(
      readFileSync(results[1] ?? '', 'utf8')
        .split('\r\n')
        .slice(1, -1),
    ).toEqual([
      'A3;nom;"Le Pr\uFFFD; bis";"Le Pré; bis";autre codage que celui du fichier\u00a0: à relire',
      'D3;ville;B\uFFFDziers;Béziers;autre codage que celui du fichier\u00a0: à relire',
      'A4;nom;LES LUTINS;Les Lutins;tout en capitales\u00a0: relisez les accents',
    ])
  })

  it('with nothing to mend is copied to the byte', async () => {
    const file = given('a.csv', latin('nom;type;caf;ville\r\nLes Lutins;laep;01;B\xe9ziers\r\n'))
    const { talk, results } = await fix(file)
    expect(talk).toContain('rien à corriger')
    expect(readFileSync(results[0] ?? '')).toEqual(readFileSync(file))
    expect(results).toHaveLength(1)
  })

  it('leaves what a rule that is ignored speaks of', async () => {
    const file = given('a.csv', 'nom;type;caf;cp\nCRECHE MUNICIPALE;laep;01;1000\n')
    await fix(file, { rule: { 'all-capitals': 'ignorer' } })
    expect(readFileSync(file.replace('.csv', '.corrige.csv'), 'utf8')).toBe(
      'nom;type;caf;cp\nCRECHE MUNICIPALE;laep;01;01000\n',
    )
  })
})

describe('the list of changes', () => {
  const sheet = 'nom;type;caf;cp\nLes Lutins;laep;01;1000\n'

  it('never replaces the original, whatever is asked', async () => {
    const file = given('y.modifications.csv', sheet)
    const out = file.replace('.modifications', '')
    for (const force of [false, true]) await expect(fix(file, { out, force })).rejects.toThrow(UsageError)
    expect(readFileSync(file, 'utf8')).toBe(sheet)
    expect(existsSync(out)).toBe(false)
  })

  it('has its own name beside a copy without an extension, in a folder with a point', async () => {
    const folder = join(emptyFolder(), 'v1.2')
    mkdirSync(folder)
    const [file, out] = [join(folder, 'structures'), join(folder, 'copie')]
    writeFileSync(file, sheet)
    const { results } = await fix(file, { out })
    expect(results).toEqual([out, `${out}.modifications.csv`])
    expect(readFileSync(out, 'utf8')).toBe(sheet.replace('1000', '01000'))
    expect(readFileSync(`${out}.modifications.csv`, 'utf8')).toContain('D2;cp;1000;01000;')
    expect(readdirSync(folder).sort()).toEqual(['copie', 'copie.modifications.csv', 'structures'])
  })

  it('replaces no notes without --force, and then no copy is written either', async () => {
    const file = given('s.csv', sheet)
    const [out, notes] = ['z.csv', 'z.modifications.csv'].map(name => join(dirname(file), name))
    writeFileSync(notes ?? '', 'mes notes')
    await expect(fix(file, { out })).rejects.toThrow('z.modifications.csv')
    expect(readFileSync(notes ?? '', 'utf8')).toBe('mes notes')
    expect(existsSync(out ?? '')).toBe(false)
    await fix(file, { out, force: true })
    expect(readFileSync(notes ?? '', 'utf8')).toContain('01000')
  })

  it('is no reason to refuse a copy that needs none', async () => {
    const file = given('s.csv', sheet.replace('1000', '01000'))
    const notes = join(dirname(file), 's.corrige.modifications.csv')
    writeFileSync(notes, 'mes notes')
    const { code, results } = await fix(file)
    expect(code).toBeUndefined()
    expect(results).toEqual([file.replace('.csv', '.corrige.csv')])
    expect(readFileSync(notes, 'utf8')).toBe('mes notes')
  })
})

describe('a workbook', () => {
  const original = join(SHEETS, 'conventions.xlsx')

  it('keeps its other parts, its styles and its formulas, and gains a comment on each changed cell', async () => {
    const copy = join(emptyFolder(), 'b.xlsx')
    const { code, talk } = await fix(original, { out: copy })
    expect(code).toBeUndefined()
    const [before, after] = [partsOf(original), partsOf(copy)]
    const changed = [...after.keys()].filter(name => before.get(name) !== after.get(name))
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      // It has formulas, which are to be computed again.
      'xl/workbook.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/sheet1.xml',
    ])
    expect([...before.keys()].filter(name => !after.has(name))).toEqual([])
    const comments = after.get('xl/comments1.xml') ?? ''
    expect([...comments.matchAll(/ref="([A-Z]+\d+)"/g)].map(([, cell]) => cell)).toEqual(['E4', 'F4', 'G4', 'E5'])
    expect(comments).toContain('Signakit\u00a0: c’était «\u00a01000\u00a0». Premier zéro perdu.')
    expect(after.get('xl/worksheets/sheet1.xml')).toContain('<f>"2 "&amp;"rue Basse"</f>')
    expect(talk).toContain('4 cellules à relire dans la copie')
    const [, row = []] = await cellsIn(copy, 'Conventions 2026').then(rows => rows.slice(1))
    expect(row.slice(4, 7)).toEqual(['01000', 'Bourg en Bresse', '0474000000'])
  })

  it('is never replaced by its copy, whatever name it has', async () => {
    const folder = emptyFolder()
    const [file, link] = [join(folder, 'a.xlsx'), join(folder, 'b.xlsx')]
    copyFileSync(original, file)
    symlinkSync(file, link)
    await expect(fix(file, { out: file, force: true })).rejects.toThrow(UsageError)
    await expect(fix(file, { out: link, force: true })).rejects.toThrow(UsageError)
    await expect(fix(link, { out: file, force: true })).rejects.toThrow(UsageError)
    expect(readFileSync(file)).toEqual(readFileSync(original))
  })

  it('replaces nothing without --force, and keeps the format of the original', async () => {
    const copy = given('b.xlsx', 'un autre fichier')
    await expect(fix(original, { out: copy })).rejects.toThrow(UsageError)
    expect(readFileSync(copy, 'utf8')).toBe('un autre fichier')
    await fix(original, { out: copy, force: true })
    expect(partsOf(copy).size).toBeGreaterThan(5)
    await expect(fix(original, { out: copy.replace('.xlsx', '.csv') })).rejects.toThrow(UsageError)
  })

  it('in .ods is refused, with what to do', async () => {
    const out = join(emptyFolder(), 'b.ods')
    const { code, talk } = await fix(join(SHEETS, 'partenaires.ods'), { out })
    expect(code).toBe(1)
    expect(talk).toContain('enregistrez-la en .xlsx')
    expect(existsSync(out)).toBe(false)
  })
})

describe('a sheet as they come', () => {
  const files = readdirSync(SHEETS).filter(name => /\.(csv|xlsx)$/.test(name))

  it.each(files)('%s: once fixed, nothing is left to fix', async name => {
    const folder = emptyFolder()
    const extension = name.replace(/^.*\./, '')
    const [once, again] = [join(folder, `une.${extension}`), join(folder, `deux.${extension}`)]
    const map = join(SHEETS, name.replace(/\.[^.]*$/, '.yaml'))
    const flags = existsSync(map) ? { map } : {}
    const before = readFileSync(join(SHEETS, name))
    const first = await fix(join(SHEETS, name), { ...flags, out: once })
    expect(first.code).toBeUndefined()
    const second = await fix(once, { ...flags, out: again })
    expect(second.talk).toContain('rien à corriger')
    expect(readFileSync(again)).toEqual(readFileSync(once))
    expect(readFileSync(join(SHEETS, name))).toEqual(before)
  })
})
