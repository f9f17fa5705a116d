// Brand colours with an ink of their own: kept or printed in four inks as the printer decides, and named without doubt.
import { describe, expect, it } from 'vitest'
import { findBrand } from '../../src/design/brand.ts'
import { openWorld } from '../../src/host/world.ts'
import { inkAt } from '../../src/model/design.ts'
import { cmyk } from '../../src/model/ink.ts'
import { prepare, readKit } from '../../src/pipeline.ts'
import { inksOf } from '../../src/sheet/walk.ts'
import { options } from '../golden/examples.ts'
import { project } from './design-support.ts'

const brandOf = (colors: string): string =>
  `id: tons\ntitle: Tons\nversion: "1"\nstatus: draft\nextends: caf-maquette\ncolors:\n${colors}`

const BLUE = '  jonquille: { spot: PANTONE 300 C, cmyk: [100, 50, 0, 0], screen: "#005eb8" }\n'

const PALE = '  pale: { spot: PANTONE 300 C, tint: 30, cmyk: [30, 15, 0, 0], screen: "#b3cfea" }\n'

const PRINTER = 'id: garde\ntitle: Garde\nextends: standard\n'

async function prepared(printer: string) {
  const root = project({
    'signakit.yaml': 'kit: { charte: tons, imprimeur: garde, pieces: [plaque-300x200] }\n',
    'chartes/tons/brand.yaml': brandOf(BLUE),
    'imprimeurs/garde.yaml': PRINTER + printer,
    'a.yaml': 'structure: { nom: Les Lilas, type: creche, caf: "33" }\n',
  })
  const world = openWorld({})
  const { value } = readKit(`${root}/a.yaml`, undefined, options, world)
  if (!value) throw new Error('unreadable')
  return prepare(value, options, world)
}

const SPOT = { kind: 'spot', role: 'brand', name: 'PANTONE 300 C', tint: 100 }

describe('a brand’s own ink', () => {
  it('has its plate at a printer that keeps spots', async () => {
    const { pieces } = await prepared('spots: keep\n')
    const [piece] = pieces
    expect(piece?.piece.output.spots['PANTONE 300 C']).toMatchObject({ alternate: [100, 50, 0, 0], screen: '#005eb8' })
    expect(piece?.piece.faces.flatMap(inksOf)).toContainEqual(SPOT)
    expect(piece?.piece.faces.flatMap(inksOf)).not.toContainEqual(cmyk(100, 50, 0, 0))
  })

  it('is printed in its four inks, never converted, at one that does not', async () => {
    const { pieces } = await prepared('')
    const inks = pieces.flatMap(({ piece }) => piece.faces.flatMap(inksOf))
    expect(inks).toContainEqual(cmyk(100, 50, 0, 0))
    expect(inks).not.toContainEqual(SPOT)
    expect(pieces[0]?.piece.output.spots).toEqual({})
  })

  it('may not be named as a technical plate of the printer', async () => {
    const { diagnostics } = await prepared('spots: keep\nplates: { white: { name: Pantone_300_C } }\n')
    expect(diagnostics.map(({ rule }) => rule)).toContain('spot-name')
  })

  it('keeps its four inks where the brand gives no name', () => {
    const ink = cmyk(1, 2, 3, 4)
    expect(inkAt({ ink, screen: '#000000' }, { spots: {} })).toEqual(ink)
  })
})

describe('two brands of one chain', () => {
  it('may not give one spot two values', () => {
    const root = project({
      'chartes/mere/brand.yaml': brandOf(BLUE).replace('id: tons', 'id: mere'),
      'chartes/tons/brand.yaml':
        'id: tons\nextends: mere\ncolors:\n  ciel: { spot: PANTONE 300 C, cmyk: [90, 40, 0, 0], screen: "#005eb8" }\n',
    })
    const { diagnostics } = findBrand({ written: 'tons', folder: root, root, project: root }, openWorld({}))
    expect(diagnostics.map(({ rule, message }) => [rule, message.fr])).toEqual([
      ['spot-name', '« PANTONE 300 C » a deux équivalents en quadrichromie : 100/50/0/0 et 90/40/0/0'],
    ])
    expect(diagnostics[0]?.at).toMatchObject({ file: expect.stringContaining('tons/brand.yaml'), line: 4 })
  })
})

describe('names of spots', () => {
  const problems = (colors: string) => {
    const root = project({ 'chartes/tons/brand.yaml': brandOf(colors) })
    return findBrand({ written: 'tons', folder: root, root, project: root }, openWorld({})).diagnostics.map(
      ({ rule, at }) => [rule, at && 'line' in at ? at.line : 0],
    )
  }

  it.each([
    ['twice the same', `${BLUE}  reserve: { spot: PANTONE 300 C, cmyk: [100, 50, 0, 0], screen: "#005eb8" }\n`, []],
    [
      'two spellings',
      `${BLUE}  reserve: { spot: Pantone 300C, cmyk: [100, 50, 0, 0], screen: "#005eb8" }\n`,
      [['spot-name', 8]],
    ],
    [
      'two values',
      `${BLUE}  reserve: { spot: PANTONE 300 C, cmyk: [90, 50, 0, 0], screen: "#005eb8" }\n`,
      [['spot-name', 8]],
    ],
    [
      'two looks on a screen',
      `${BLUE}  reserve: { spot: PANTONE 300 C, cmyk: [100, 50, 0, 0], screen: "#005eb9" }\n`,
      [['spot-name', 8]],
    ],
    ['a tint of its solid', `${BLUE}${PALE}`, []],
    ['a tint without its solid', PALE, [['spot-name', 7]]],
    [
      'one tint of two values',
      `${BLUE}${PALE}${PALE.replace('pale', 'clair').replace('15', '16')}`,
      [['spot-name', 9]],
    ],
    ['a tint of nothing', '  pale: { tint: 30, cmyk: [30, 15, 0, 0], screen: "#b3cfea" }\n', [['wrong-value', 7]]],
    ['a process ink', '  noir: { spot: Black, cmyk: [0, 0, 0, 100], screen: "#000000" }\n', [['spot-name', 7]]],
    ['a reserved word', '  noir: { spot: all, cmyk: [0, 0, 0, 100], screen: "#000000" }\n', [['spot-name', 7]]],
  ])('%s', (_, colors, expected) => {
    expect(problems(colors)).toEqual(expected)
  })
})
