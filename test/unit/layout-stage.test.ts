import { describe, expect, it } from 'vitest'
import type { Artwork } from '../../src/artwork/artwork.ts'
import { fitOnStage } from '../../src/layout/fit.ts'
import { lowerNodes } from '../../src/layout/lower.ts'
import { reportFit } from '../../src/layout/report.ts'
import { type FitInput, onStage, openStage, type Stage } from '../../src/layout/stage.ts'
import type { Datum } from '../../src/model/design.ts'
import { rectPath } from '../../src/model/geometry.ts'
import { BLACK } from '../../src/model/ink.ts'
import { createLru } from '../../src/text/lru.ts'
import { brand, datum, piece, record, resources, template } from '../fixtures/small-design.ts'

const data = template({
  vars: { corps: '3u', lignes: 1, note: '1.2u', ligne: 'if(structure.lieu, $note, 0.9u)' },
  variants: [{ when: 'structure.lieu', set: { note: '1u' } }],
  ladder: [
    { eases: 'nom', set: { corps: '2.2u' } },
    { eases: 'nom', set: { lignes: 2 } },
    { drop: ['lieu'] },
    { set: { corps: '1.4u' }, drop: ['partenaires'] },
  ],
  root: [
    {
      panel: [
        { disc: '9u', id: 'signe', fill: 'deep', position: 'absolute', right: 0, top: 0 },
        {
          text: '{structure.nom}',
          id: 'nom',
          short: '{structure.nom-court}',
          style: 'nom',
          size: '$corps',
          lines: '$lignes',
          avoid: ['signe'],
        },
        {
          text: '{structure.lieu}',
          id: 'lieu',
          short: '{structure.nom-court}',
          style: 'note',
          size: '$ligne',
          lines: 2,
        },
        {
          repeat: 'structure.partenaires',
          id: 'partenaires',
          each: { text: '{item.nom}', style: 'note', size: '$ligne' },
          gap: '1u',
        },
        { artwork: 'caf', width: '2u', height: '1u' },
        { text: 'À deux pas', style: 'note', size: '$ligne' },
      ],
      padding: '2u',
      height: '70mm',
      fill: 'deep',
    },
  ],
})

const partners = (...names: string[]): Datum => ({
  kind: 'list',
  items: names.map(nom => record({ nom: datum(nom) })),
})

const KITS: readonly Readonly<Record<string, Datum>>[] = [
  { nom: datum('Lutins') },
  {
    nom: datum('Relais petite enfance intercommunal des Portes du Morvan et de la vallée de la Cure'),
    lieu: datum('Site des Lilas'),
    partenaires: partners('Ville de Semur', 'Département de la Côte-d’Or'),
  },
  { nom: datum('Les Petits Explorateurs du Bois'), partenaires: partners('Ville de Semur') },
  { nom: datum('Un nom 你好 que la police ne contient pas') },
  // The same words on another line of the file.
  { nom: { kind: 'text', value: 'Lutins', at: { file: 'autre.yaml', line: 9, column: 3, length: 6 } } },
  // The same with a logo.
  { nom: datum('Lutins'), logo: datum('logo.svg') },
  // Too long for any rung: the short form takes its place.
  {
    nom: datum('Relais petite enfance '.repeat(12).trim()),
    'nom-court': datum('Relais'),
    lieu: datum('Site des Lilas'),
  },
  // As « Lutins », on two lines.
  { nom: datum('Les Petits Explorateurs du Bois') },
]

const LOGO: Artwork = {
  width: 1000,
  height: 500,
  marks: [{ kind: 'path', path: rectPath({ x: 0, y: 0, width: 1000, height: 500 }), fill: BLACK }],
  rasters: [],
  effects: new Map(),
}

/** As templates do, it has one object of places for all kits. */
const SPANS = {}

const input = (structure: Readonly<Record<string, Datum>>): FitInput => ({
  piece: piece(structure),
  brand,
  template: data,
  spans: SPANS,
  resources: { ...resources, logo: () => (structure['logo'] ? LOGO : undefined) },
  u: 160 / 24,
  face: { name: 'recto', mirrored: false, inkOrder: ['CMYK'] },
})

function told(structure: Readonly<Record<string, Datum>>, on?: Stage): string {
  const wanted = input(structure)
  const stage = on ?? openStage(wanted)
  const fit = fitOnStage(wanted, stage)
  return JSON.stringify([lowerNodes(fit.nodes, fit.arrangement), fit.trace, fit.dropped, reportFit(fit, wanted)])
}

describe('a stage that serves kit after kit', () => {
  const alone = KITS.map(kit => told(kit))

  it('has kits that climb differently, and one with a mistake', () => {
    expect(new Set(alone).size).toBe(KITS.length)
    expect(alone.filter(each => each.includes('missing-glyph'))).toHaveLength(1)
    expect(alone.filter(each => each.includes('logo-caf'))).toHaveLength(1)
    const [short, ...others] = alone.filter(each => each.includes('"short":true'))
    expect(others).toEqual([])
    // Each text takes its short form.
    expect(short).not.toContain('"text":"Site des Lilas"')
  })

  it.each([
    [[0, 1, 2, 3]],
    [[3, 3, 2, 1, 0, 1]],
    [[1, 3, 1, 0, 2, 0, 3, 1]],
    [[0, 4, 0, 5, 4, 6, 0, 5, 6, 7, 1, 6, 2, 7, 0]],
  ])('draws and says each as on a stage of its own, in the order %j', order => {
    const stage = openStage(input(KITS[0] ?? {}))
    for (const index of order) expect(told(KITS[index] ?? {}, stage)).toBe(alone[index])
    stage.close()
  })

  it('draws what no datum touches once', () => {
    const fills = (structure: Readonly<Record<string, Datum>>): unknown =>
      onStage(input(structure), stage => {
        const { nodes, arrangement } = fitOnStage(input(structure), stage)
        const [root] = nodes
        const disc = root?.children.find(({ id }) => id === 'signe')
        const box = disc && arrangement.boxes.get(disc)
        return disc && box && disc.prepared.lower(box, 1, undefined)
      })
    const [first, second] = [fills(KITS[0] ?? {}), fills(KITS[2] ?? {})]
    expect(first).toBeDefined()
    expect(second).toBe(first)
  })
})

describe('a bounded memory', () => {
  it('keeps what is asked for, and never more than its limit', () => {
    const made: string[] = []
    const lru = createLru<string>(4)
    const ask = (key: string): string =>
      lru(key, () => {
        made.push(key)
        return key
      })
    for (const key of 'abacadaeafagahaiaj') ask(key)
    expect(made.filter(key => key === 'a')).toHaveLength(1)
    made.length = 0
    for (const key of 'bcdefg') ask(key)
    expect(made).toEqual([...'bcdefg'])
  })
})
