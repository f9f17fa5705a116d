// Every value of a kit that is refused comes with its remedy: what to write instead, in a file or in a cell.
import { describe, expect, it } from 'vitest'
import { openWorld } from '../../src/host/world.ts'
import { PLAIN, readEntry, readKit } from '../../src/pipeline.ts'
import { read } from '../fixtures/memory-table.ts'

const world = openWorld()
const HEAD = 'structure: { nom: Les Lilas, type: creche, caf: "33"'

const ofFile = (content: string) =>
  readKit('kit.yaml', new TextEncoder().encode(content), PLAIN, world).diagnostics.filter(
    ({ severity }) => severity === 'error',
  )

const STRUCTURE = [
  'id: [a]',
  'nom-court: { a: b }',
  'lieu: [a]',
  'gestionnaire: { a: b }',
  'adresse: 12 rue A',
  'adresse: { code-postal: 33x }',
  'adresse: { commune: [a] }',
  'itinerant: peut-être',
  'communes: { a: b }',
  'capacite: [1]',
  'telephone: abc',
  'courriel: abc',
  'site-web: pas un site',
  'qr: pas un site',
  'horaires: { a: b }',
  `horaires: [${'a, '.repeat(30)}b]`,
  'labels: { a: b }',
  'partenaires: a',
  'partenaires: [{}]',
  'photo: a.jpg',
]

const PIECE = [
  'quantite: deux',
  'quantite: 0',
  'quantite: 1000000',
  'pose: [a]',
  'support: [a]',
  'matiere: [a]',
  'decoupe: [a]',
  'cadre: [a]',
  'fixation: [a]',
  'orientation: travers',
  'distance: loin',
  'distance: 900',
  'rayon-angles: -2',
  'decalage: 900',
  'decalage-support: x',
  'modele: [a]',
  'imprimeur: { a: b }',
]

const REST = [
  'kit: a',
  'kit: { pieces: [] }',
  'kit: { pieces: [[a]] }',
  'kit: { pieces: [{}] }',
  'kit: { charte: [a] }',
  'kit: { imprimeur: [a] }',
  'kit: { langues: klingon }',
  'textes: a',
  'textes: { bienvenue: [a] }',
  'regles: a',
  'regles: { zzz: avertir }',
  'regles: { text-contrast: peut-être }',
  'regles: { brand-draft: ignorer }',
]

describe('a refused value has a remedy', () => {
  it.each([
    ...STRUCTURE.map(value => `${HEAD}, ${value} }\n`),
    ...PIECE.map(value => `${HEAD} }\nkit: { pieces: [{ produit: plaque-300x200, ${value} }] }\n`),
    ...REST.map(value => `${HEAD} }\n${value}\n`),
    '- a\n',
    'structure: a\n',
  ])('%s', content => {
    const found = ofFile(content)
    expect(found.length).toBeGreaterThan(0)
    for (const { hint, rule } of found) expect([rule, hint?.fr, hint?.en]).not.toContain(undefined)
  })
})

it.each([
  ['Téléphone', 'abc', 'attendu\u00a0: `05 56 00 00 00`\u202f; d’un autre pays, `+32 2 555 00 00`'],
  ['Courriel', 'abc', 'écrivez dans la cellule, par exemple, «\u00a0contact@exemple.fr\u00a0»'],
  ['Itinérant', 'peut-être', 'écrivez dans la cellule, par exemple, «\u00a0oui\u00a0»\u202f; ou `non`'],
  [
    'pieces | Quantité',
    'affiche-a3 | deux',
    'écrivez dans la cellule, par exemple, «\u00a05\u00a0»\u202f; un nombre entier, de 1 à 100\u202f000',
  ],
  [
    'pieces | Distance',
    'affiche-a3 | loin',
    'écrivez dans la cellule, par exemple, «\u00a03 m\u00a0»\u202f; 100\u00a0m au plus',
  ],
])('in a cell, the remedy speaks of the cell: %s', async (title, cell, hint) => {
  const { entries } = await read(`nom | type | caf | ${title}\nLes Lilas | crèche | 33 | ${cell}`)
  const found = entries.flatMap(entry => readEntry(entry, PLAIN, world).diagnostics)
  expect(found.map(each => each.hint?.fr)).toContain(hint)
})
