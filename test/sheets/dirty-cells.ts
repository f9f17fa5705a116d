// The cells that go wrong in sheets, one at a time in a row that is sound: what each gets makes docs/tableurs.fr.md.

import { addedColumns } from '../../src/input/columns/added-columns.ts'
import { entriesOf } from '../../src/input/columns/entries-of.ts'
import { columnsOf } from '../../src/input/columns/map-columns.ts'
import { repairs } from '../../src/input/columns/repairs.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { Entry } from '../../src/model/entry.ts'
import { PLAIN, prepare, readEntry } from '../../src/pipeline.ts'
import { optionsOf, tableOf } from '../fixtures/memory-table.ts'
import { world } from '../golden/examples.ts'

const SOUND = {
  nom: 'Les Lutins',
  type: 'crèche',
  caf: '33',
  adresse: '3 rue du Four',
  'code postal': '33390',
  commune: 'Blaye',
  téléphone: '05 56 00 00 00',
  courriel: '',
  places: '12',
  horaires: '',
  statut: '',
  pieces: 'plaque-a5',
  pose: '',
}

export type DirtyCell = Partial<Record<keyof typeof SOUND, string>>

/** One or two cells each, in place of those of the sound row. */
export const DIRTY_CELLS: readonly DirtyCell[] = [
  { caf: '01', 'code postal': '1000', commune: 'Bourg' },
  { 'code postal': '3300', commune: 'Bordeaux' },
  { 'code postal': '59000', commune: 'Bordeaux' },
  { téléphone: '556000000' },
  { téléphone: '5,56E+08' },
  { téléphone: '5,56000001E+08' },
  { téléphone: '0000000000' },
  { téléphone: '05 56 00 00' },
  { 'code postal': '="33390"' },
  { 'code postal': '33390.0' },
  { courriel: 'lutins(at)exemple.fr' },
  { nom: 'CrÃ¨che de lâ€™Ã‰tang' },
  { nom: 'CRECHE MUNICIPALE LES LUTINS' },
  { nom: '  Les   Lutins ' },
  { nom: "L'Île" },
  { nom: '' },
  { nom: 'NC' },
  { nom: '=HYPERLINK("http://exemple.fr";"Les Lutins")' },
  { nom: '<b>Les Lutins</b>' },
  { nom: '../../etc/passwd' },
  { type: 'creche colective' },
  { type: 'RAM' },
  { caf: '' },
  { caf: '99' },
  { caf: '20', 'code postal': '20200', commune: 'Bastia' },
  { caf: '33 - Landes' },
  { places: '-' },
  { places: '#N/A' },
  { horaires: '#REF!' },
  { places: '12.0' },
  { places: '12-janv' },
  { places: '12/01/2026' },
  { horaires: '45231' },
  { commune: 'FAUX', 'code postal': '24560' },
  { horaires: 'Mo-Fr 07:30-18:30' },
  { horaires: '0,3125' },
  { adresse: '13 rue X 33000 BORDEAUX', 'code postal': '', commune: '' },
  { adresse: '13 rue X 33390 Blaye' },
  { adresse: '13 rue X 33000 Bordeaux' },
  { commune: '33390 Blaye' },
  { statut: 'fermée' },
  { statut: 'fermée en août' },
  { statut: 'plaque-300x200' },
  { pieces: 'plaque-30x20' },
  { pieces: 'plaque-a5 × deux' },
  { pieces: 'vitrophanie' },
  { pose: 'exterieur' },
]

export type Answer = {
  readonly said: readonly Diagnostic[]
  readonly fixed: readonly string[]
  readonly skipped: boolean
}

/** What a kit's own checks say; of its pieces, what the catalogue refuses. */
async function checksOf(entry: Entry, withPieces: boolean): Promise<readonly Diagnostic[]> {
  const { value: kit, diagnostics } = readEntry(entry, PLAIN, world)
  const prepared = kit && withPieces ? await prepare(kit, PLAIN, world) : undefined
  return [...diagnostics, ...(prepared?.diagnostics.filter(({ severity }) => severity === 'error') ?? [])]
}

/** What a row with these cells gets: from its columns, from a kit's checks, and from `signakit fix`. */
export async function answerTo(cells: DirtyCell): Promise<Answer> {
  const titles = Object.keys(SOUND)
  const row = Object.values({ ...SOUND, ...cells })
  const [table, options] = [tableOf([titles, row]), optionsOf()]
  const { value: map } = await columnsOf(table, options)
  if (!map) throw new Error('the titles are known')
  const said: Diagnostic[] = []
  let skipped = false
  for await (const each of entriesOf(table, options, 0)) {
    if ('rule' in each) said.push(each)
    else {
      skipped = each.skipped !== undefined
      if (!skipped) said.push(...each.diagnostics, ...(await checksOf(each, 'pieces' in cells)))
    }
  }
  const names = [...titles, ...addedColumns(map).map(({ title }) => title)]
  const fixed = repairs({ number: 2, cells: row }, map).map(
    ({ index, after }) => `${names[index] ?? ''}\u00a0: ${after === '' ? '*(vide)*' : after}`,
  )
  return { said, fixed, skipped }
}

const WORDS = { error: 'refusé', warning: 'averti', note: 'signalé' } as const

const cell = (words: string): string =>
  words
    .replace(/\s*\n\s*/g, ' ⏎ ')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')

const code = (words: string): string => (words === '' ? '*(vide)*' : `\`\`\` ${cell(words)} \`\`\``)

async function rowOf(cells: DirtyCell): Promise<string> {
  const { said, fixed, skipped } = await answerTo(cells)
  const written = Object.entries(cells).map(([title, value]) => `${title}\u00a0: ${code(value)}`)
  const told = said.map(
    ({ severity, message, rule }) => `**${WORDS[severity]}** ${cell(message.fr)} ([\`${rule}\`](regles.fr.md#${rule}))`,
  )
  const all = skipped ? ['mis de côté, et compté'] : told
  return `| ${written.join('<br>')} | ${all.length === 0 ? 'imprimé tel quel' : all.join('<br>')} | ${fixed.map(cell).join('<br>')} |`
}

/** The page: a row for each dirty cell, tried when it is written and again by the tests. */
export async function sheetsPage(): Promise<string> {
  const rows: string[] = []
  for (const cells of DIRTY_CELLS) rows.push(await rowOf(cells))
  return [
    '<!-- Page produite par `npm run docs` : ne pas la modifier à la main. -->',
    '',
    '# Ce que reçoit chaque cellule d’un tableur',
    '',
    'Une cellule à la fois, dans une ligne par ailleurs saine\u202f; chaque réponse est essayée à chaque version. «\u00a0Refusé\u00a0»\u00a0: la ligne ne donne',
    'pas de kit. «\u00a0Averti\u00a0», «\u00a0signalé\u00a0»\u00a0: le kit est fabriqué. La dernière colonne est ce que `signakit fix` écrit dans sa copie.',
    '',
    '| Cellule | Ce qui est dit | `signakit fix` |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
