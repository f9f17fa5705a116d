import { describe, expect, it } from 'vitest'
import { openWorld } from '../../src/host/world.ts'
import { PLAIN, prepare, readKit } from '../../src/pipeline.ts'

const world = openWorld({})

async function notes(pieces: string, more = ''): Promise<readonly string[]> {
  const source = `structure:\n  nom: Les Lutins\n  type: creche\n  caf: "33"\n${more}kit: { pieces: [${pieces}] }\n`
  const { value } = readKit('-', new TextEncoder().encode(source), PLAIN, world)
  if (!value) throw new Error('the kit is not read')
  const { diagnostics } = await prepare(value, PLAIN, world)
  return diagnostics.filter(({ rule }) => rule === 'not-printed').map(({ message }) => message.fr)
}

describe('what a kit says and no piece shows', () => {
  it('is told once for the whole kit', async () => {
    expect(await notes('plaque-300x200', '  telephone: "05 56 00 00 00"\n  lieu: Site des Lilas\n')).toEqual([
      'sur aucune pièce de ce kit ne figure\u00a0: `telephone`',
    ])
  })

  it('is told for each piece when it is the partners', async () => {
    const partners = '  partenaires: [ { nom: Ville de Bordeaux } ]\n'
    expect(await notes('plaque-300x200, vitrophanie-ronde-150', partners)).toEqual([
      'les partenaires ne figurent pas sur vitrophanie-ronde-150',
    ])
  })

  it('is nothing when all is shown', async () => {
    expect(await notes('plaque-300x200', '  adresse: { voie: "4, rue Basse" }\n')).toEqual([])
  })
})
