// A new kit file holds exactly what was answered, whatever the answer looks like to YAML.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Answers, kitFile, SAMPLE, samplesIn } from '../../src/cli/kit-file.ts'
import { searchTypes } from '../../src/cli/search-types.ts'
import { typed } from '../../src/cli/typed.ts'
import { openWorld } from '../../src/host/world.ts'
import { loadReference } from '../../src/input/reference.ts'
import { readText } from '../input/bad-inputs.ts'

describe('a new kit file', () => {
  it.each([
    'Crèche : Les Lutins',
    'Crèche #1',
    'no',
    '012',
    '12, rue des Lilas',
    'L’Île « aux » Trésors',
    'a\tb',
    '- x',
    '{y}',
  ])('keeps the name %j', nom => {
    expect(parse(kitFile({ nom }, 'kit.yaml'))).toMatchObject({ structure: { nom } })
  })

  it('keeps any text as it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), nom => {
        expect(parse(kitFile({ nom }, 'kit.yaml'))).toMatchObject({ structure: { nom } })
      }),
    )
  })

  it('keeps the address and the pieces', () => {
    const answers: Answers = {
      nom: 'A',
      type: 'rpe',
      caf: '01',
      'code-postal': '01000',
      pieces: ['vitrophanie-a5', 'affiche-a3'],
    }
    expect(parse(kitFile(answers, 'kit.yaml'))).toEqual({
      structure: { nom: 'A', type: 'rpe', caf: '01', adresse: { 'code-postal': '01000' }, partenaires: null },
      kit: { pieces: ['vitrophanie-a5', 'affiche-a3'] },
    })
  })

  it('without answers is a sample that says so', () => {
    const content = kitFile({}, 'kit.yaml')
    expect(parse(content)).toMatchObject({ structure: SAMPLE })
    expect(samplesIn({})).toEqual(['nom', 'type', 'caf'])
    expect(content.match(/exemple\u00a0: à remplacer/g)).toHaveLength(3)
  })

  describe.each([
    ['only the sign', /^( *)#/],
    ['the sign and a space', /^( *)# ?/],
  ])('when %s is removed', (_, sign) => {
    const lines = kitFile({}, 'kit.yaml').split('\n')
    const commented = lines.flatMap((line, index) => (/^ *#/.test(line) && index > 1 ? [index] : []))
    const without = (which: readonly number[]): string =>
      lines.map((line, index) => (which.includes(index) ? line.replace(sign, '$1') : line)).join('\n')

    it.each(commented.map(index => [lines[index]?.trim() ?? '', index] as const))(
      '%s is right alone',
      (_line, index) => {
        const { value, diagnostics } = readText(without([index]))
        expect(diagnostics).toEqual([])
        expect(value).toBeDefined()
      },
    )

    it('all the lines are right together', () => {
      const { value, diagnostics } = readText(without(commented))
      expect(diagnostics).toEqual([])
      expect(value).toMatchObject({
        structure: {
          'nom-court': 'Petits Explorateurs',
          adresse: { voie: '12, rue des Lilas', 'code-postal': '33000', commune: 'Bordeaux' },
          telephone: '05 56 00 00 00',
          partenaires: [{ role: 'financeur' }],
        },
        charte: 'caf-maquette',
        pieces: [{ produit: 'vitrophanie-a5' }, { quantite: 2 }, { produit: 'affiche-a3' }],
      })
    })
  })
})

describe('a file name to type', () => {
  it.each([
    ['kit.yaml', 'kit.yaml'],
    ['kits/été.yaml', 'kits/été.yaml'],
    ['kit été.yaml', '"kit été.yaml"'],
    ["L’île d'Api.yaml", '"L’île d\'Api.yaml"'],
    ['a $HOME.yaml', "'a $HOME.yaml'"],
    ["l'a `b`.yaml", "'l'\\''a `b`.yaml'"],
  ])('%s', (file, command) => {
    expect(typed(file)).toBe(command)
  })
})

describe('the types that a few words may mean', () => {
  const reference = loadReference(openWorld())
  const found = (written: string): readonly string[] => searchTypes(reference, written).map(({ cle }) => cle)

  it.each(['micro creche', 'Micro-Crèche', 'MICRO_CRECHE'])('%s is that one alone', written => {
    expect(found(written)).toEqual(['micro-creche'])
  })

  it('are those that hold each word, in any order', () => {
    expect(found('parents enfants')).toContain('laep')
    expect(found('familiale crèch')).toContain('creche-familiale')
  })

  it('are none for another trade, and all for nothing', () => {
    expect(found('boulangerie')).toEqual([])
    expect(found('')).toHaveLength(reference.types.length)
  })
})
