// The id of a kit: what tells two structures apart is never cut.
import { describe, expect, it } from 'vitest'
import { isReservedName, kitId } from '../../src/input/kit-id.ts'

const LONG = 'Multi-accueil intercommunal Les Petits Explorateurs de la Vallée de la Haute-Dordogne et du Pays'

describe('the id of a kit', () => {
  it('is that of its data, or its name, its site and its town', () => {
    expect(kitId({ id: '33-0142', nom: 'Les Lilas' })).toBe('33-0142')
    expect(kitId({ nom: 'Les Lilas', commune: 'Évry-Courcouronnes' })).toBe('les-lilas-evry-courcouronnes')
    expect(kitId({ nom: '★', commune: '★' })).toBe('')
  })

  it('keeps the site and the town of a long name', () => {
    expect(kitId({ nom: LONG })).toBe('multi-accueil-intercommunal-les-petits-explorateurs-de-la-vallee-de-la-haute')
    expect(kitId({ nom: LONG, lieu: 'Site A', commune: 'Bordeaux' })).toBe(
      'multi-accueil-intercommunal-les-petits-explorateurs-de-la-vallee-site-a-bordeaux',
    )
    expect(kitId({ nom: LONG, lieu: 'Site B', commune: 'Bordeaux' })).toMatch(/-site-b-bordeaux$/)
  })

  it('is no name of a device of Windows', () => {
    for (const name of ['CON', 'Aux', 'nul', 'COM1', 'LPT9', 'prn.'])
      expect(isReservedName(kitId({ nom: name }))).toBe(true)
    for (const name of ['Con-33', 'Auxerre', 'Com', 'COM10', 'Nulle part']) {
      expect(isReservedName(kitId({ nom: name })), name).toBe(false)
    }
  })

  it('never has more than 80 characters', () => {
    const id = kitId({ nom: LONG, lieu: LONG, commune: LONG })
    expect(id.length).toBeLessThanOrEqual(80)
    expect(id).toBe('multi-accueil-intercommunal-les-petits-multi-accueil-intercommunal-les-petits')
  })
})
