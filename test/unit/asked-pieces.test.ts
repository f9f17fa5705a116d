// `--piece` over a kit: what it has of what is asked for, and the misspelt word that must not be left in silence.
import { expect, it } from 'vitest'
import { askedOf } from '../../src/batch/asked-pieces.ts'

const ASKED = [{ id: 'vitrophanie-a5' }, { id: 'plaque-300x200' }]
const known = (id: string) => ({ id, known: true })
const idsOf = (pieces: Parameters<typeof askedOf>[1]) => askedOf(ASKED, pieces).map(({ id }) => id)

it.each([
  ['both', [known('vitrophanie-a5'), known('plaque-300x200')], ['vitrophanie-a5', 'plaque-300x200']],
  ['one, and nothing like the other', [known('vitrophanie-a5'), known('affiche-a3')], ['vitrophanie-a5']],
  ['none', [known('affiche-a3')], []],
  ['a misspelt one alone', [{ id: 'plaqe-300x200', known: false }], ['plaqe-300x200']],
  [
    'a misspelt one beside a good one',
    [known('vitrophanie-a5'), { id: 'plaque-300x20', known: false }],
    ['vitrophanie-a5', 'plaque-300x20'],
  ],
])('%s', (_, pieces, expected) => {
  expect(idsOf(pieces)).toEqual(expected)
})
