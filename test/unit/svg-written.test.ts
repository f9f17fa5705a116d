// The self-check of a written SVG: silent on ours, loud on each way to spoil one.
import { describe, expect, it } from 'vitest'
import { renderSvg } from '../../src/backend/svg/render-svg.ts'
import { checkWrittenSvg } from '../../src/preflight/written-svg.ts'
import { assets, everything, plaque, sticker } from '../fixtures/screen-sheets.ts'

const { sheet, piece } = plaque()
const written = renderSvg(sheet, piece, assets, { face: 'production', text: 'outline' })

const check = (svg: string): readonly string[] =>
  checkWrittenSvg(new TextEncoder().encode(svg), sheet, piece).map(({ rule }) => rule)

describe('a written SVG', () => {
  it.each([everything, plaque, sticker])('passes as we write it, outlined or live', make => {
    const made = make()
    for (const text of ['outline', 'live'] as const) {
      const svg = renderSvg(made.sheet, made.piece, assets, { face: 'production', text })
      expect(checkWrittenSvg(new TextEncoder().encode(svg), made.sheet, made.piece)).toEqual([])
    }
  })

  it.each([
    ['cut short', written.slice(0, -20), 'written-svg-damaged'],
    ['empty', '', 'written-svg-damaged'],
    ['with an entity', written.replace('<svg', '<!DOCTYPE svg [<!ENTITY a "b">]><svg'), 'written-svg-damaged'],
    ['with a bare ampersand', written.replace('&amp;', '&'), 'written-svg-damaged'],
    ['a micrometre too wide', written.replace('width="318mm"', 'width="318.002mm"'), 'written-svg-size'],
    ['in pixels', written.replace('width="318mm"', 'width="318"'), 'written-svg-size'],
    ['with another view', written.replace('viewBox="-9', 'viewBox="0'), 'written-svg-size'],
    ['with a plate renamed', written.replace('data-plate="CutContour"', 'data-plate="Cut"'), 'written-svg-plate'],
    ['with an empty plate', written.replace(/(<g id="CutContour"[^>]*>)<path[^>]*>/, '$1'), 'written-svg-plate'],
    ['with an id twice', written.replace('id="Drill"', 'id="CutContour"'), 'written-svg-reference'],
    ['with a script', written.replace('</svg>', '<script/></svg>'), 'written-svg-reference'],
    ['with a handler', written.replace('<g id="art"', '<g onload="x()" id="art"'), 'written-svg-reference'],
    ['with a lost clip', written.replace('<g id="art"', '<g clip-path="url(#x)" id="art"'), 'written-svg-reference'],
    [
      'with a picture from elsewhere',
      written.replace('</svg>', '<image xlink:href="https://exemple.fr/a.png"/></svg>'),
      'written-svg-reference',
    ],
  ])('%s is refused', (_, svg, rule) => {
    expect(svg).not.toBe(written)
    expect(check(svg)).toContain(rule)
  })

  it('that is not UTF-8 is refused', () => {
    const latin = Buffer.from(written, 'latin1')
    expect(checkWrittenSvg(latin, sheet, piece).map(({ rule }) => rule)).toEqual(['written-svg-damaged'])
  })
})
