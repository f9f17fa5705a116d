// A new kit file holds exactly what was answered, whatever the answer looks like to YAML.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Answers, kitFile, SAMPLE, samplesIn } from '../../src/cli/kit-file.ts'

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
      structure: { nom: 'A', type: 'rpe', caf: '01', adresse: { 'code-postal': '01000' } },
      kit: { pieces: ['vitrophanie-a5', 'affiche-a3'] },
    })
  })

  it('without answers is a sample that says so', () => {
    const content = kitFile({}, 'kit.yaml')
    expect(parse(content)).toMatchObject({ structure: SAMPLE })
    expect(samplesIn({})).toEqual(['nom', 'type', 'caf'])
    expect(content.match(/exemple\u00a0: à remplacer/g)).toHaveLength(3)
  })

  it('shows comments that become valid when the # goes', () => {
    const uncommented = kitFile({}, 'kit.yaml').replace(/^( *)# (?=( {2,})?[a-z-]+:| {2}- )/gm, '$1')
    expect(parse(uncommented)).toMatchObject({
      structure: {
        'nom-court': 'Petits Explorateurs',
        adresse: { 'code-postal': '33000' },
        partenaires: [{ role: 'financeur' }],
      },
      kit: { charte: 'caf-maquette', pieces: ['vitrophanie-a5', { quantite: 2 }, 'affiche-a3'] },
    })
  })
})
