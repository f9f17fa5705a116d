// The registry of titles: no name means two things, and every name is read as its registry says.
import { describe, expect, it } from 'vitest'
import { pathOf } from '../../src/input/columns/column-map.ts'
import { COLUMN_NAMES, NAME_SOURCES, namesIn } from '../../src/input/columns/column-names.ts'
import { fieldOf, fieldOfPath } from '../../src/input/columns/dictionary.ts'
import { DOUBTFUL_NAMES, LEFT_NAMES, LIKELY_NAMES } from '../../src/input/columns/doubtful-names.ts'
import { foldTitle, formsOf } from '../../src/input/columns/title-form.ts'

const named = COLUMN_NAMES.flatMap(({ field, names }) =>
  Object.values(names).flatMap(words => namesIn(words).map(name => ({ name, field }))),
)

describe('the names of columns', () => {
  it('are each read as the registry says', () => {
    expect(named.length).toBeGreaterThan(200)
    const wrong = named.filter(({ name, field }) => {
      const found = fieldOf(formsOf(name))?.field
      return found === undefined || JSON.stringify(found) !== JSON.stringify(field)
    })
    expect(wrong.map(({ name, field }) => `${name}: ${pathOf(field)}`)).toEqual([])
  })

  it('mean one thing', () => {
    const others = [...DOUBTFUL_NAMES, ...LIKELY_NAMES, ...LEFT_NAMES].flatMap(({ names }) => namesIn(names))
    const groups = [...DOUBTFUL_NAMES, ...LIKELY_NAMES, ...LEFT_NAMES].map(
      ({ names }) => new Set(namesIn(names).map(foldTitle)),
    )
    expect(others.filter(name => groups.filter(forms => forms.has(foldTitle(name))).length > 1)).toEqual([])
    // « communes » is a path of ours, and often the town of an address: the other columns tell.
    expect(others.filter(name => fieldOf([foldTitle(name)]) !== undefined)).toEqual(['communes'])
  })

  it('have sources', () => {
    const used = new Set(COLUMN_NAMES.flatMap(({ names }) => Object.keys(names)))
    expect([...used].sort()).toEqual(Object.keys(NAME_SOURCES).sort())
  })

  it('lead to paths of a kit', () => {
    const paths = [...DOUBTFUL_NAMES.flatMap(({ paths: many }) => many), ...LIKELY_NAMES.map(({ path }) => path)]
    expect(paths.filter(path => fieldOfPath(path) === undefined)).toEqual([])
  })
})
