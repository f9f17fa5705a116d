// The SVG as text: size, layers, plates, text, gradients, and what hostile titles do to it.
import { describe, expect, it } from 'vitest'
import { createDefs } from '../../src/backend/svg/defs.ts'
import { drawMarks } from '../../src/backend/svg/marks.ts'
import { number } from '../../src/backend/svg/number.ts'
import { pathData } from '../../src/backend/svg/path-data.ts'
import { renderSvg } from '../../src/backend/svg/render-svg.ts'
import { screenLook } from '../../src/backend/svg/screen-look.ts'
import { escapeXml } from '../../src/backend/svg/xml.ts'
import { BLACK, cmyk, PAPER, spot } from '../../src/model/ink.ts'
import type { Mark } from '../../src/model/sheet.ts'
import {
  assets,
  BLUE,
  box,
  everything,
  output,
  pieceOf,
  plaque,
  profile,
  sheetOf,
  sticker,
  text,
} from '../fixtures/screen-sheets.ts'

const PRODUCTION = { face: 'production', text: 'outline' } as const
const PUBLIC = { face: 'public', text: 'outline' } as const

const drawn = (marks: readonly Mark[], live = false): string => {
  const defs = createDefs()
  const look = screenLook(output, profile)
  return drawMarks(marks, { assets, defs, look, text: live ? 'live' : 'outline' }) + defs.written()
}

describe('the root', () => {
  it('measures trim, bleed and slug in mm', () => {
    const { sheet, piece } = plaque()
    const svg = renderSvg(sheet, piece, assets, PRODUCTION)
    expect(svg).toContain('width="318mm" height="218mm" viewBox="-9 -9 318 218"')
    expect(svg).toContain('xml:lang="fr" lang="fr"')
    expect(svg).toContain('<title>Crèche « Les Petits &amp; Grands » – CMJN</title>')
  })

  it('measures the trim on the public face', () => {
    const { sheet, piece } = plaque()
    expect(renderSvg(sheet, piece, assets, PUBLIC)).toContain('width="300mm" height="200mm" viewBox="0 0 300 200"')
  })

  it('says that a mirror is meant, on what is printed only', () => {
    const { sheet, piece } = sticker()
    expect(renderSvg(sheet, piece, assets, PRODUCTION)).toContain('en miroir, c’est voulu et déjà fait')
    expect(renderSvg(sheet, piece, assets, PRODUCTION)).toContain('– CMJN puis blanc, en miroir</title>')
    expect(renderSvg(sheet, piece, assets, PUBLIC)).not.toContain('miroir')
  })

  it('is the same text twice', () => {
    const { sheet, piece } = everything()
    expect(renderSvg(sheet, piece, assets, PRODUCTION)).toBe(renderSvg(sheet, piece, assets, PRODUCTION))
  })
})

describe('plates', () => {
  const layers = (svg: string): string[] => [...svg.matchAll(/<g id="([^"]+)"/g)].map(match => match[1] ?? '')

  it('are layers that bear the printer’s names, white under the art, lines last', () => {
    const { sheet, piece } = sticker()
    const svg = renderSvg(sheet, piece, assets, PRODUCTION)
    expect(layers(svg)).toEqual(['White', 'art', 'CutContour'])
    expect(svg).toContain(
      '<g id="CutContour" data-plate="CutContour" data-role="cut" inkscape:groupmode="layer" inkscape:label="CutContour">',
    )
    expect(svg).toMatch(/<g id="CutContour".*stroke="#e5007d" stroke-width="0.088"/)
  })

  it('turn solid holes into hairlines and let varnish be seen through', () => {
    const { sheet, piece } = plaque()
    const svg = renderSvg(sheet, piece, assets, PRODUCTION)
    expect(layers(svg)).toEqual(['art', 'Varnish', 'CutContour', 'Drill', 'marks'])
    const drill = svg.slice(svg.indexOf('id="Drill"'), svg.indexOf('id="marks"'))
    expect(drill.match(/fill="none" stroke="#312783"/g)).toHaveLength(4)
    expect(svg).toMatch(/<g id="Varnish"[^>]* opacity="0.35"/)
  })

  it('are not drawn on the public face', () => {
    const { sheet, piece } = plaque()
    expect(renderSvg(sheet, piece, assets, PUBLIC)).not.toMatch(/data-plate|#e5007d|#312783|#fff382/)
  })

  it('take a valid id from any name, and keep apart two that look alike', () => {
    const defs = createDefs()
    expect([defs.reserve('Découpe 1'), defs.reserve('Découpe/1'), defs.reserve('1er')]).toEqual([
      'Découpe_1',
      'Découpe_1-2',
      '_1er',
    ])
  })

  it('divide a mark whose fill and stroke go to different plates', () => {
    const mark: Mark = {
      kind: 'path',
      path: [['M', 0, 0], ['L', 10, 0], ['L', 10, 10], ['Z']],
      fill: BLUE,
      stroke: { paint: spot('cut'), width: 0.1, cap: 'butt', join: 'miter', miterLimit: 10 },
    }
    const sheet = sheetOf(50, 50, [mark])
    const svg = renderSvg(sheet, pieceOf('plaque-50x50', sheet), assets, PRODUCTION)
    expect(layers(svg)).toEqual(['art', 'CutContour'])
    expect(svg.match(/<path d="M0 0H10V10Z"/g)).toHaveLength(2)
  })

  it('lose Inkscape’s attributes on demand, not their names', () => {
    const { sheet, piece } = sticker()
    const svg = renderSvg(sheet, piece, assets, { ...PRODUCTION, clean: true })
    expect(svg).not.toContain('inkscape')
    expect(svg).toContain('data-plate="CutContour"')
  })
})

describe('colours', () => {
  it('are proofed through the profile', () => {
    const [r, g, b] = profile.preview(BLUE)
    const hex = `#${[r, g, b].map(value => value.toString(16).padStart(2, '0')).join('')}`
    expect(drawn([box(0, 0, 10, 10, BLUE)])).toContain(`fill="${hex}"`)
  })

  it('are the brand’s own for its declared inks, on demand', () => {
    const sheet = sheetOf(50, 50, [box(0, 0, 10, 10, BLUE), box(0, 0, 10, 10, BLACK)])
    const brandScreen = [{ ink: BLUE, screen: '#004A99' }]
    const svg = renderSvg(sheet, pieceOf('affiche-50x50', sheet), assets, { ...PRODUCTION, brandScreen })
    expect(svg).toContain('fill="#004a99"')
    expect(svg).toContain('fill="#181715"')
  })

  it('pale a brand spot by its tint', () => {
    const half = drawn([box(0, 0, 1, 1, { kind: 'spot', role: 'brand', name: 'Bleu Caf', tint: 50 })])
    expect(half).toContain('fill="#80aed4"')
  })

  it('refuse a spot that the printer does not name', () => {
    const unknown = box(0, 0, 1, 1, { kind: 'spot', role: 'brand', name: 'Or', tint: 100 })
    expect(() => drawn([unknown])).toThrow('no plate for Or')
  })
})

describe('text', () => {
  it('is outlined, and still says what it says', () => {
    const svg = drawn([text('« Été » & <Cie>', 10, 20, 8, BLACK)])
    expect(svg).toMatch(/^<path d="M[^"]+" fill="#181715"/)
    expect(svg).toContain('aria-label="« Été » &amp; &lt;Cie&gt;"')
  })

  it('lives on demand, each character in its place', () => {
    const mark = text('Affût', 10, 20, 8, BLACK)
    const svg = drawn([mark], true)
    const xs = /x="([^"]+)"/.exec(svg)?.[1]?.split(' ').map(Number) ?? []
    expect(svg).toContain('font-family="\'Source Sans 3\'"')
    expect(svg).toContain('>Affût</text>')
    expect(xs).toHaveLength(5)
    expect(xs[0]).toBe(10)
    expect(xs.every((x, index) => index === 0 || x > (xs[index - 1] ?? 0))).toBe(true)
  })

  it('is outlined even so when it was shaped from right to left', () => {
    const mark = text('abc', 10, 20, 8, BLACK)
    expect(drawn([{ ...mark, glyphs: [...mark.glyphs].reverse() }], true)).not.toContain('<text')
  })
})

describe('small things', () => {
  it('numbers have three decimals, no exponent, no minus zero', () => {
    expect([1 / 3, -0.0001, 1e-9, 1760, 1234567.8901].map(number)).toEqual(['0.333', '0', '0', '1760', '1234567.89'])
    expect(() => number(Number.NaN)).toThrow('not a number')
  })

  it('straight lines shorten to H and V', () => {
    expect(pathData([['M', 1, 2], ['L', 3, 2], ['L', 3, 4], ['L', 1, 5], ['C', 1, 2, 3, 4, 5, 6], ['Z']])).toBe(
      'M1 2H3V4L1 5C1 2 3 4 5 6Z',
    )
  })

  it('text that XML cannot hold shows as a replacement', () => {
    expect(escapeXml('a\u0000b\uD800c\n😀')).toBe('a\uFFFDb\uFFFDc&#10;😀')
  })

  it('equal clips are written once; empty groups not at all', () => {
    const clip = { path: [['M', 0, 0], ['L', 5, 0], ['L', 5, 5], ['Z']] as const, rule: 'nonzero' as const }
    const group = (marks: readonly Mark[]): Mark => ({ kind: 'group', clip, marks })
    const svg = drawn([group([box(0, 0, 9, 9, BLUE)]), group([box(1, 1, 9, 9, PAPER)]), group([])])
    expect(svg.match(/<clipPath/g)).toHaveLength(1)
    expect(svg.match(/<g /g)).toHaveLength(2)
  })
})

describe('gradients', () => {
  it('hold enough stops that no colour in between is wrong by a ΔE', async () => {
    const { smoothStops } = await import('../../src/backend/svg/smooth-stops.ts')
    const { deltaE76 } = await import('../../src/color/delta-e.ts')
    const look = screenLook(output, profile)
    const colorOf = (ink: Parameters<typeof look.color>[0]): string => look.color(ink, { kind: 'area' }) ?? ''
    const pairs = [
      [cmyk(100, 90, 0, 0), cmyk(0, 10, 100, 0)],
      [cmyk(0, 100, 100, 0), cmyk(100, 0, 100, 0)],
      [PAPER, BLACK],
      [cmyk(100, 100, 0, 40), PAPER],
      [cmyk(0, 100, 0, 0), cmyk(100, 0, 0, 80)],
    ] as const
    for (const [a, b] of pairs) {
      const stops = smoothStops(
        [
          { at: 0, ink: a, alpha: 1 },
          { at: 1, ink: b, alpha: 1 },
        ],
        colorOf,
      )
      for (let at = 0; at <= 1; at += 1 / 173) {
        const mix = (x: number, y: number): number => x + (y - x) * at
        const truth = rgb(colorOf(cmyk(mix(a.c, b.c), mix(a.m, b.m), mix(a.y, b.y), mix(a.k, b.k))))
        expect(deltaE76(lab(truth), lab(interpolate(stops, at))), `${JSON.stringify([a, b])} at ${at}`).toBeLessThan(1)
      }
      expect(stops.length).toBeLessThan(40)
    }
  })
})

type Rgb = readonly [number, number, number]

const rgb = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function interpolate(stops: readonly { readonly at: number; readonly color: string }[], at: number): Rgb {
  const next = stops.findIndex(stop => stop.at >= at)
  const [a, b] = [stops[Math.max(0, next - 1)], stops[next]]
  if (!a || !b) throw new Error('outside')
  const share = b.at === a.at ? 0 : (at - a.at) / (b.at - a.at)
  const [from, to] = [rgb(a.color), rgb(b.color)]
  const between = (i: 0 | 1 | 2): number => from[i] + (to[i] - from[i]) * share
  return [between(0), between(1), between(2)]
}

/** sRGB to CIE Lab (D65), written from the definitions and not from the product's code. */
function lab(color: Rgb): Rgb {
  const [r = 0, g = 0, b = 0] = color.map(v =>
    v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
  )
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
