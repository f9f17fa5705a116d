import { describe, expect, it } from 'vitest'
import { fitPiece } from '../../src/layout/fit.ts'
import { lowerNodes } from '../../src/layout/lower.ts'
import { reportFit } from '../../src/layout/report.ts'
import type { FitInput } from '../../src/layout/stage.ts'
import type { Datum } from '../../src/model/design.ts'
import type { GlyphsMark, Mark } from '../../src/model/sheet.ts'
import { brand, datum, piece, resources, template } from '../fixtures/small-design.ts'

const U = 160 / 24

const input = (data: object, structure: Record<string, Datum>): FitInput => ({
  piece: piece(structure),
  brand,
  template: template(data),
  spans: {},
  resources,
  u: U,
  face: { name: 'recto', mirrored: false, inkOrder: ['CMYK'] },
})

const glyphs = (marks: readonly Mark[]): GlyphsMark[] =>
  marks.flatMap(mark => (mark.kind === 'glyphs' ? [mark] : mark.kind === 'group' ? glyphs(mark.marks) : []))

const texts = (wanted: FitInput): string[] => {
  const result = fitPiece(wanted)
  return glyphs(lowerNodes(result.nodes, result.arrangement)).map(({ text }) => text)
}

const name = { text: '{structure.nom}', id: 'nom', style: 'nom', size: '$corps', lines: '$lignes' }

const column = (...children: object[]) => [{ column: children, padding: '2u', height: '160mm' }]

describe('fitting', () => {
  it('keeps the first rung that holds', () => {
    const data = {
      vars: { corps: '3u', lignes: 1 },
      ladder: [{ set: { corps: '2u' } }, { set: { corps: '1u' } }],
      root: column(name),
    }
    const short = fitPiece(input(data, { nom: datum('Lutins') }))
    expect(short.trace).toHaveLength(1)
    const long = fitPiece(input(data, { nom: datum('Les Petits Explorateurs du Bois') }))
    expect(long.trace.map(({ obstacles }) => obstacles.length)).toEqual([1, 0])
    expect(long.arrangement.problems).toEqual([])
  })

  it('takes only the rungs that ease what is in trouble', () => {
    const data = {
      vars: { corps: '3u', lignes: 1 },
      ladder: [
        { eases: 'ailleurs', set: { corps: '0.2u' } },
        { eases: 'nom', set: { lignes: 2 } },
      ],
      root: column(name, { text: 'Ailleurs', id: 'ailleurs', style: 'note' }),
    }
    const { trace } = fitPiece(input(data, { nom: datum('Les Petits Explorateurs du Bois') }))
    expect(trace.map(({ set }) => set)).toEqual([{}, { lignes: 2 }])
  })

  it('shrinks a text that may, rather than end a line on a word that leans', () => {
    const text = { text: '{structure.nom}', id: 'nom', style: 'nom', size: '20mm', lines: 2, 'max-width': '150mm' }
    const nom = datum('Place du Colonel-Fabien')
    const flaws = (min: string): [number, boolean] => {
      const { arrangement, nodes } = fitPiece(input({ root: column({ ...text, min }) }, { nom }))
      const node = nodes[0]?.children[0]
      return [arrangement.flawed.length, node !== undefined && arrangement.scaleOf(node) < 1]
    }
    expect(flaws('20mm')).toEqual([1, false])
    expect(flaws('14mm')).toEqual([0, true])
    // No size that it may take cures it: it keeps its own.
    expect(flaws('19.5mm')).toEqual([1, false])
  })

  it('two texts competing for one column are both whole or refused', () => {
    const data = {
      vars: { corps: '3u', lignes: 4 },
      ladder: [{ set: { corps: '2.4u' } }],
      root: [
        {
          column: [
            { ...name, margin: 0 },
            { text: '{structure.lieu}', id: 'lieu', style: 'note', lines: 12 },
          ],
          padding: '2u',
          height: '70mm',
        },
      ],
    }
    const both = { nom: datum('Les Petits Explorateurs du Bois'), lieu: datum('Site des Lilas, au fond de la cour') }
    expect(texts(input(data, both)).join(' ')).toBe(
      'Les Petits Explorateurs du Bois Site des Lilas, au fond de la cour',
    )
    const much = { ...both, lieu: datum('au fond de la cour à gauche, '.repeat(12).trim()) }
    const refused = fitPiece(input(data, much))
    expect(reportFit(refused, input(data, much)).map(({ rule }) => rule)).toContain('layout-overflow')
  })

  it('tries the short name only when the full one cannot hold, and says so', () => {
    const data = {
      vars: { corps: '3u', lignes: 1 },
      root: column({ ...name, short: '{structure.nom-court}' }),
    }
    const structure = { nom: datum('Relais petite enfance intercommunal'), 'nom-court': datum('Relais') }
    const wanted = input(data, structure)
    expect(texts(wanted)).toEqual(['Relais'])
    expect(reportFit(fitPiece(wanted), wanted).map(({ rule, severity }) => [rule, severity])).toEqual([
      ['short-name', 'note'],
    ])
  })

  it('says what was dropped, and only if it had something to show', () => {
    const data = {
      vars: { corps: '3u', lignes: 1 },
      ladder: [{ drop: ['adresse', 'horaires'] }, { set: { corps: '1.2u' } }],
      labels: { adresse: 'l’adresse' },
      root: column(
        name,
        { text: '{structure.adresse.ligne}', id: 'adresse', style: 'note', 'margin-top': '40u' },
        { text: '{structure.horaires}', id: 'horaires', style: 'note' },
      ),
    }
    const structure = {
      nom: datum('Les Petits Explorateurs du Bois'),
      adresse: { kind: 'record', fields: { ligne: datum('12, rue des Lilas') } } as const,
    }
    const wanted = input(data, structure)
    const found = reportFit(fitPiece(wanted), wanted)
    expect(found.map(({ rule, message }) => [rule, message.fr])).toEqual([
      ['dropped-element', 'faute de place, « 12, rue des Lilas » (l’adresse) ne figure pas sur essai-240x160'],
    ])
  })

  it('puts back what was left out early, when it was not what stood in the way', () => {
    const data = {
      vars: { corps: '3u', lignes: 1 },
      ladder: [{ drop: ['adresse'] }, { set: { corps: '1.2u' } }],
      labels: { adresse: 'l’adresse' },
      root: column(name, { text: '{structure.adresse.ligne}', id: 'adresse', style: 'note' }),
    }
    const structure = {
      nom: datum('Les Petits Explorateurs du Bois'),
      adresse: { kind: 'record', fields: { ligne: datum('12, rue des Lilas') } } as const,
    }
    const wanted = input(data, structure)
    const fit = fitPiece(wanted)
    expect(fit.dropped).toEqual([])
    expect(fit.trace.at(-1)).toMatchObject({ back: ['adresse'], obstacles: [] })
    expect(texts(wanted)).toContain('12, rue des Lilas')
  })

  it('takes an optional rung back when nothing holds with it', () => {
    const data = {
      vars: { corps: '3u', lignes: 1, blanc: '0u' },
      ladder: [{ set: { blanc: '40u' }, optional: true }, { set: { corps: '1.2u' } }],
      root: column(name, { column: [], 'min-height': '$blanc' }),
    }
    const wanted = input(data, { nom: datum('Les Petits Explorateurs du Bois') })
    const fit = fitPiece(wanted)
    expect(reportFit(fit, wanted)).toEqual([])
    expect(fit.trace.map(({ set }) => set['blanc'])).toEqual([undefined, '40u', undefined, undefined, undefined])
  })

  it('refuses a text that no rung can hold, with its measure and its place', () => {
    const data = { vars: { corps: '3u', lignes: 1 }, labels: { nom: 'le nom' }, root: column(name) }
    const wanted = input(data, { nom: datum('Relais petite enfance intercommunal des Portes du Morvan') })
    const [found] = reportFit(fitPiece(wanted), wanted)
    expect(found?.rule).toBe('text-overflow')
    expect(found?.message.fr).toBe('le nom ne tient pas à la taille minimale (56,7 pt)')
    expect(found?.label?.fr).toMatch(/^[\d,]+ mm à 56,7 pt, 213,3 mm disponibles$/)
    expect(found?.at).toEqual({ file: 'kit.yaml', line: 2, column: 8, length: 56 })
  })

  it('shrinks the texts of a group together, no further than the first allows', () => {
    const line = (text: string, min: string) => ({ text, style: 'nom', min, group: 'infos' })
    const data = { root: column(line('Les Petits Explorateurs du Bois joli', '1u'), line('Court', '1.5u')) }
    const { arrangement, nodes } = fitPiece(input(data, {}))
    const sizes = glyphs(lowerNodes(nodes, arrangement)).map(({ size }) => size)
    expect(new Set(sizes).size).toBe(1)
    expect(sizes[0]).toBeLessThan(3 * U)
    expect(sizes[0]).toBeGreaterThanOrEqual(1.5 * U - 0.001)
  })

  it('keeps every line of a text a gap away from a disc', () => {
    const data = {
      root: [
        {
          panel: [
            { sign: 'plain', id: 'signe', radius: '8u' },
            { text: '{structure.nom}', id: 'nom', style: 'nom', lines: 4, avoid: ['signe'], space: '1u' },
          ],
          padding: '2u',
          height: '160mm',
        },
      ],
    }
    const result = fitPiece(input(data, { nom: datum('Relais petite enfance intercommunal des Portes') }))
    const lines = glyphs(lowerNodes(result.nodes, result.arrangement))
    expect(lines.length).toBeGreaterThan(1)
    const [cx, cy, r] = [240 - 8 * U, 160 - 8 * U, 8 * U]
    for (const { x, y, size, glyphs: run } of lines) {
      const right = x + run.reduce((sum, { advance }) => sum + advance, 0) * (size / 1000)
      const nearest = Math.min(Math.max(cy, y - 0.66 * size), y)
      expect(Math.hypot(cx - right, cy - nearest)).toBeGreaterThanOrEqual(r + U - 0.5)
    }
  })

  it.each([
    [{ text: '{structure.nmo}', style: 'nom' }, 'unknown-slot'],
    [{ text: 'A', style: 'inconnu' }, 'unknown-token'],
    [{ text: 'A', style: 'nom', color: 'fuchsia' }, 'unknown-token'],
    [{ text: 'A', style: 'nom', size: '3 parsecs' }, 'template-expression'],
    [{ text: 'Bonjour 漢', style: 'nom' }, 'missing-glyph'],
  ])('%j is the error %s', (node, rule) => {
    const wanted = input({ root: column(node) }, {})
    expect(reportFit(fitPiece(wanted), wanted)[0]?.rule).toBe(rule)
  })
})
