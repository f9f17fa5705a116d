// Sheets of real shapes, each with the golden text of what it gives. UPDATE=1 writes the texts again.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openTable } from '../../src/input/table/open-table.ts'
import { sheetGolden } from '../fixtures/sheet-golden.ts'
import { world } from '../golden/examples.ts'
import { answerTo, DIRTY_CELLS, sheetsPage } from './dirty-cells.ts'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))

/** What a command or a project adds: open data name no Caf. */
const SETS: Readonly<Record<string, readonly string[]>> = {
  'scdl-equipements': ['structure.caf=39'],
  'saint-denis-974': ['structure.caf=974'],
  'la-possession': ['structure.caf=974'],
  'neuville-saint-remy': ['structure.caf=59'],
  'ain-alsh': ['structure.caf=01', 'structure.type=alsh'],
  'eaje-2017': ['structure.caf=21', 'structure.type=eaje'],
  'laep-adresses': ['structure.type=laep'],
  'monenfant-export': ['structure.caf=62'],
  'monenfant-recherche': ['structure.caf=33'],
  'data-inclusion': ['structure.caf=59'],
  'sirene-etablissements': ['structure.caf=51', 'structure.type=creche'],
  finess: ['structure.caf=51'],
  'caf-commande': ['structure.type=eaje'],
}

const files = readdirSync(FOLDER)
  .filter(name => /\.(csv|xlsx|ods)$/.test(name))
  .sort()

async function goldenOf(file: string): Promise<string> {
  const name = file.replace(/\.[^.]*$/, '')
  const { value: table, diagnostics } = await openTable(join(FOLDER, file), {}, world)
  if (!table) throw new Error(`${file}: ${diagnostics.map(({ message }) => message.fr).join('; ')}`)
  const map = files.includes(file) && readdirSync(FOLDER).includes(`${name}.yaml`)
  return sheetGolden(table, map ? readFileSync(join(FOLDER, `${name}.yaml`), 'utf8') : undefined, SETS[name] ?? [])
}

describe('a sheet as they come', () => {
  it('comes in all the shapes that are known', () => {
    expect(files.length).toBeGreaterThanOrEqual(15)
  })

  it.each(files)('%s', async file => {
    const actual = await goldenOf(file)
    const golden = join(FOLDER, file.replace(/\.[^.]*$/, '.txt'))
    if (process.env.UPDATE === '1') writeFileSync(golden, actual)
    expect(actual).toBe(readFileSync(golden, 'utf8'))
  })
})

describe('a dirty cell', () => {
  it.each(DIRTY_CELLS.map(cells => [JSON.stringify(cells), cells] as const))('%s is answered', async (_, cells) => {
    const { said, fixed, skipped } = await answerTo(cells)
    const harmless = ['<b>Les Lutins</b>', '../../etc/passwd']
    if (Object.values(cells).some(value => harmless.includes(value))) expect(said).toEqual([])
    else expect(said.length + fixed.length > 0 || skipped).toBe(true)
  })

  it('is told once: no two findings of one rule in one row', async () => {
    for (const cells of DIRTY_CELLS) {
      const rules = (await answerTo(cells)).said.map(({ rule, at }) => `${rule} ${JSON.stringify(at)}`)
      expect(new Set(rules).size, JSON.stringify(cells)).toBe(rules.length)
    }
  })

  it('has its row in the page', async () => {
    const page = await sheetsPage()
    expect(page.split('\n').filter(line => line.startsWith('| ')).length).toBe(DIRTY_CELLS.length + 1)
  })
})
