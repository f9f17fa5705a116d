// Edits of signakit fix that make sense together: an address is cut in all of its cells or in none, a merge is one cell.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cellsIn, fix, given } from '../fixtures/run-fix.ts'
import { xlsxOfRows } from '../fixtures/tables.ts'

const ADDRESS = '1 rue B 33000 BORDEAUX'

const row = (number: number, cells: readonly string[]): string => {
  const written = cells.map((cell, index) => {
    const reference = `${String.fromCharCode(65 + index)}${number}`
    if (cell === '' || cell.startsWith('<')) return cell
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`
  })
  return `<row r="${number}">${written.join('')}</row>`
}

const TITLES = ['nom', 'type', 'caf', 'adresse', 'cp', 'commune']

const workbook = (rows: readonly (readonly string[])[], merges: readonly string[] = [], titles = TITLES): string => {
  const written = [titles, ...rows].map((cells, index) => row(index + 1, cells))
  const list = merges.map(ref => `<mergeCell ref="${ref}"/>`).join('')
  return given('s.xlsx', xlsxOfRows(written.join(''), { after: list && `<mergeCells>${list}</mergeCells>` }))
}

const rowsOf = async (results: readonly string[]) => (await cellsIn(results[0] ?? '', 'Feuil1')).slice(1)

describe('an address in one cell', () => {
  it('merged over its own columns stays whole, and the rest of the sheet is mended', async () => {
    const file = workbook(
      [
        ['Les Lutins', 'crèche', '33', ADDRESS],
        ['Le  Parc', 'crèche', '33', '1 rue B', '33000', 'Bordeaux'],
      ],
      ['D2:F2'],
    )
    const { code, results, talk } = await fix(file)
    expect(code).toBeUndefined()
    expect(await rowsOf(results)).toEqual([
      ['Les Lutins', 'crèche', '33', ADDRESS],
      ['Le Parc', 'crèche', '33', '1 rue B', '33000', 'Bordeaux'],
    ])
    expect(talk).toContain('D2 reste telle quelle\u00a0: elle va avec E2, qui ne peut pas changer')
    expect(talk).toContain('E2 reste telle quelle\u00a0: la cellule fait partie d’une fusion')
  })

  it('is not cut by half when the cell of its town is a formula', async () => {
    const formula = '<c r="F2" t="str"><f>IF(D2="","x","")</f><v></v></c>'
    const { code, results, talk } = await fix(workbook([['Le  Parc', 'crèche', '33', ADDRESS, '', formula]]))
    expect(code).toBeUndefined()
    expect(await rowsOf(results)).toEqual([['Le Parc', 'crèche', '33', ADDRESS]])
    expect(talk).toContain('E2 reste telle quelle\u00a0: elle va avec F2')
  })

  it('merged over several rows is cut once for all of them', async () => {
    const rows = [
      ['Les Lutins', 'crèche', '33', ADDRESS],
      ['Le Parc', 'crèche', '33'],
      ['Le Pré', 'crèche', '33'],
    ]
    const { code, results, talk } = await fix(workbook(rows, ['D2:D4']))
    expect(code).toBeUndefined()
    expect(await rowsOf(results)).toEqual(
      rows.map(([nom = '']) => [nom, 'crèche', '33', '1 rue B', '33000', 'Bordeaux']),
    )
    expect(talk).not.toContain('reste telle quelle')
    const again = await fix(results[0] ?? '')
    expect(again.talk).toContain('rien à corriger')
  })

  it('merged over several rows stays whole in all of them when one cannot be cut', async () => {
    const formula = '<c r="F3" t="str"><f>A3</f><v></v></c>'
    const file = workbook(
      [
        ['Les Lutins', 'crèche', '33', ADDRESS],
        ['Le Parc', 'crèche', '33', '', '', formula],
      ],
      ['D2:D3'],
    )
    const { code, results, talk } = await fix(file)
    expect(code).toBeUndefined()
    expect((await rowsOf(results)).map(cells => cells.slice(3))).toEqual([[ADDRESS], [ADDRESS]])
    expect(talk).toContain('aucune correction n’a pu être faite')
  })

  it('gains no column when it stays whole', async () => {
    const titles = TITLES.slice(0, 4)
    const file = workbook([['Les Lutins', 'crèche', '33', ADDRESS]], ['D2:F2'], titles)
    const { results } = await fix(file)
    expect(await cellsIn(results[0] ?? '', 'Feuil1')).toEqual([titles, ['Les Lutins', 'crèche', '33', ADDRESS]])
  })

  it('stays whole when one of its mends is not wanted', async () => {
    const file = given('s.csv', `nom;type;caf;adresse;cp;commune\nLes Lutins;laep;33;1 RUE B 33000 BORDEAUX;;\n`)
    const { results } = await fix(file, { rule: { 'all-capitals': 'ignorer' } })
    expect(readFileSync(results[0] ?? '', 'utf8')).toBe(readFileSync(file, 'utf8'))
  })

  it('of a CSV stays whole when its encoding cannot write one of its parts', async () => {
    const content = Buffer.from(
      "nom;type;caf;adresse;cp;commune\nLes  Lutins;laep;33;1 rue de l'Eau 33000 BORDEAUX;;\n",
      'latin1',
    )
    const { results, talk } = await fix(given('s.csv', content), { encoding: 'cp850' })
    expect(readFileSync(results[0] ?? '', 'latin1')).toBe(content.toString('latin1').replace('Les  ', 'Les '))
    expect(talk).toContain('E2 reste telle quelle\u00a0: elle va avec D2')
  })
})

describe('a merge', () => {
  it('over rows that are mended otherwise stays as it is, and their addresses with it', async () => {
    const rows = [
      ['Les Lutins', 'crèche', '33', ADDRESS],
      ['Le Parc', 'crèche', '33', '2 rue C 33800 BORDEAUX'],
    ]
    const { code, results, talk } = await fix(workbook(rows, ['E2:E3']))
    expect(code).toBeUndefined()
    expect(await rowsOf(results)).toEqual(rows)
    expect(talk).toContain(
      'E2 reste telle quelle : la cellule est fusionnée avec des lignes qui se corrigent autrement',
    )
  })

  it('is one cell: what mends it for one row mends it for the others', async () => {
    const rows = [
      ['Les Lutins', 'crèche', '01', '1 rue B', '1000', 'Bourg-en-Bresse'],
      ['Le Parc', 'crèche', '75', '1 rue B', '', 'Paris'],
    ]
    const { code, results } = await fix(workbook(rows, ['E2:E3']))
    expect(code).toBeUndefined()
    expect((await rowsOf(results)).map(cells => cells[4])).toEqual(['01000', '01000'])
  })

  it('over a hidden row is mended with it', async () => {
    const shown = row(2, ['Les  Lutins', 'crèche', '33', '1 rue B', '33000', 'Bordeaux'])
    const hidden = row(3, ['', 'crèche', '33', '1 rue C', '33000', 'Bordeaux']).replace('<row', '<row hidden="1"')
    const after = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
    const { code, results } = await fix(given('s.xlsx', xlsxOfRows(row(1, TITLES) + shown + hidden, { after })))
    expect(code).toBeUndefined()
    expect((await rowsOf(results)).map(([nom]) => nom)).toEqual(['Les Lutins', 'Les Lutins'])
  })
})
