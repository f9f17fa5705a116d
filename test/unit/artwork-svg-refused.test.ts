// What an SVG may not hold, and what we do not draw: each gets its own sentence, none hangs, none is dropped in silence.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { readSvg } from '../../src/artwork/svg.ts'
import { openProfile } from '../../src/color/profile.ts'
import type { Profile } from '../../src/model/assets.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { Ink } from '../../src/model/ink.ts'

let profile: Profile
beforeAll(async () => {
  profile = await openProfile(
    'test',
    readFileSync(new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url)),
  )
})

const svg = (body: string, attributes = 'viewBox="0 0 100 60"', before = ''): Uint8Array =>
  Buffer.from(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${body}</svg>`,
  )

const read = (bytes: Uint8Array) =>
  readSvg(bytes, { name: 'logo.svg', at: { file: 'kit.yaml', line: 3, column: 5, length: 8 } }, profile)

async function refusals(bytes: Uint8Array): Promise<readonly Diagnostic[]> {
  const { value, diagnostics } = await read(bytes)
  expect(value).toBeUndefined()
  return diagnostics
}

const RECT = '<rect width="50" height="30" fill="#906050"/>'

const unsafe: Readonly<Record<string, Uint8Array>> = {
  script: svg(`${RECT}<script>alert(1)</script>`),
  'event attribute': svg('<rect onload="x()" width="9" height="9"/>'),
  'foreign object': svg(`${RECT}<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>`),
  animation: svg('<rect width="9" height="9"><animate attributeName="x" to="9"/></rect>'),
  import: svg(`<style>@import url(http://x.test/a.css);</style>${RECT}`),
  'outside use': svg(`${RECT}<use href="other.svg#a"/>`),
  'outside paint': svg('<rect width="9" height="9" fill="url(http://x.test/a.svg#b)"/>'),
  'outside picture': svg('<image width="9" height="9" xlink:href="http://x.test/a.png"/>'),
  'file picture': svg('<image width="9" height="9" href="file:///etc/passwd"/>'),
  'nested entities': svg(
    '<desc>&b;</desc>',
    'viewBox="0 0 1 1"',
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
  ),
  'external entity': svg(
    `<desc>&b;</desc>${RECT}`,
    'viewBox="0 0 9 9"',
    '<!DOCTYPE svg [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
  ),
  'use bomb': svg(
    `<defs>${Array.from({ length: 12 }, (_, level) => `<g id="l${level}">${`<use href="#l${level + 1}"/>`.repeat(10)}</g>`).join('')}<rect id="l12" width="1" height="1"/></defs><use href="#l0"/>`,
  ),
  'use of itself': svg('<g id="a"><rect width="9" height="9"/><use href="#a"/></g>'),
  'pattern of itself': svg(
    '<pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse"><rect width="9" height="9" fill="url(#p)"/></pattern><rect width="9" height="9" fill="url(#p)"/>',
  ),
  'mask of itself': svg(
    '<mask id="m"><rect width="9" height="9" mask="url(#m)" fill="#fff"/></mask><rect width="9" height="9" mask="url(#m)"/>',
  ),
  'clip of itself': svg(
    '<clipPath id="c" clip-path="url(#c)"><rect width="9" height="9"/></clipPath><rect width="9" height="9" clip-path="url(#c)"/>',
  ),
  'too deep': svg(`${'<g>'.repeat(150)}${RECT}${'</g>'.repeat(150)}`),
  'too many elements': svg('<path/>'.repeat(50_001)),
  'endless comments': svg(
    `<style>${'/*'.repeat(200_000)}</style><rect width="9" height="9" fill="url(#${' '.repeat(200_000)}"/><script/>`,
  ),
  'a style sheet out of proportion': svg(
    `<style>${'g g g g g>g{fill:red}'.repeat(3000)}</style>${'<g/>'.repeat(3000)}`,
  ),
  'too heavy': Buffer.concat([svg(RECT), Buffer.alloc(10_000_001, 32)]),
}

const unsupported: Readonly<Record<string, Uint8Array>> = {
  'text that wraps': svg('<flowRoot><flowPara>Bonjour</flowPara></flowRoot>'),
  'vertical text': svg('<text y="20" style="writing-mode:vertical-rl">Bonjour</text>'),
  'small capitals': svg('<text y="20" font-variant="small-caps">Bonjour</text>'),
  'filter that reads the background': svg(
    '<filter id="f"><feBlend in="SourceGraphic" in2="BackgroundImage" mode="multiply"/></filter><rect width="9" height="9" filter="url(#f)"/>',
  ),
  'filter with a picture': svg(
    '<filter id="f"><feImage href="#a"/></filter><rect id="a" width="9" height="9" filter="url(#f)"/>',
  ),
  'background blur': svg('<rect width="9" height="9" style="backdrop-filter:blur(2px)"/>'),
  'several filters': svg('<filter id="f"/><rect width="9" height="9" filter="url(#f) blur(2px)"/>'),
  'missing paint': svg('<rect width="9" height="9" fill="url(#none)"/>'),
  'missing clip': svg('<rect width="9" height="9" clip-path="url(#none)"/>'),
  'missing mask': svg('<rect width="9" height="9" mask="url(#none)"/>'),
  'missing use': svg(`${RECT}<use href="#none"/>`),
  'clip by css shape': svg('<rect width="9" height="9" style="clip-path:circle(4px)"/>'),
  'odd vector effect': svg('<path d="M0 0h9" stroke="#123" vector-effect="fixed-position"/>'),
  'marker that is none': svg('<g id="m"/><path d="M0 0h9" stroke="#123" marker-end="url(#m)"/>'),
  'unknown element': svg('<blink/>'),
  'odd selector': svg(`<style>rect:has(g){fill:red}</style>${RECT}`),
  'media query': svg(`<style>@media (min-width:9px){rect{fill:red}}</style>${RECT}`),
  'odd transform': svg('<rect width="9" height="9" transform="rotate(1 2)"/>'),
  'odd transform origin': svg('<rect width="9" height="9" transform="rotate(9)" transform-origin="here"/>'),
  'odd length': svg('<rect width="9vw" height="9"/>'),
  'damaged path': svg('<path d="M0 0L10 10 20"/>'),
  'pattern without end': svg(
    '<pattern id="p" width=".001" height=".001"><rect width="1" height="1"/></pattern><rect width="99" height="59" fill="url(#p)"/>',
  ),
  'picture of another kind': svg(`<image width="9" height="9" href="data:image/tiff;base64,${btoa('II*\0abcd')}"/>`),
}

const colors = [
  'color(display-p3 1 0 0)',
  'oklch(0.5 0.1 120)',
  '#12',
  'rgb(1,2)',
  'rouge',
  'device-cmyk(0.1, 0.2)',
  'rgb(a,b,c)',
  'var(--nowhere)',
]

describe('what has no place in a drawing', () => {
  it.each(Object.keys(unsafe))('%s', async name => {
    const found = await refusals(unsafe[name] ?? svg(''))
    expect(found.map(({ rule }) => rule)).toContain('artwork-unsafe')
    expect(found[0]?.at).toEqual({ file: 'kit.yaml', line: 3, column: 5, length: 8 })
    expect(found[0]?.message.fr).toMatch(/^logo\.svg\u00A0: ./)
  })
})

describe('what we do not draw', () => {
  it.each(Object.keys(unsupported))('%s', async name => {
    expect((await refusals(unsupported[name] ?? svg(''))).map(({ rule }) => rule)).toContain('artwork-unsupported')
  })

  it.each(colors)('the colour %s', async color => {
    const [first] = await refusals(svg(`<rect width="9" height="9" fill="${color}"/>`))
    expect(first?.rule).toBe('artwork-color')
    expect(first?.message.fr).toContain(color)
  })
})

describe('the fonts of its texts', () => {
  it.each([
    ['none named', '<text y="20">Bonjour</text>', 'sans nom'],
    ['one that is not given', '<text y="20" font-family="Myriad Pro">Bonjour</text>', 'Myriad Pro'],
    ['a weight that is not given', '<text y="20" style="font:italic 700 9px Gotham">A</text>', 'Gotham italique 700'],
    [
      'as a clip',
      '<clipPath id="c"><text>A</text></clipPath><rect width="9" height="9" clip-path="url(#c)"/>',
      'police',
    ],
  ])('%s', async (_, body, named) => {
    const [first] = await refusals(svg(body))
    expect(first?.rule).toBe('artwork-font')
    expect(first?.message.fr).toContain(named)
    expect(first?.hint?.fr).toContain('polices')
  })
})

describe('what cannot be read', () => {
  it.each([
    ['bad XML', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>')],
    ['an unquoted attribute', Buffer.from('<svg width=9/>')],
    ['another document', Buffer.from('<html><svg/></html>')],
    ['an empty drawing', svg('')],
    ['no size', svg(RECT, 'width="0" height="10"')],
    ['an absurd size', svg(RECT, 'width="1e300" height="1"')],
    ['bad characters', Buffer.from([0x3c, 0x73, 0x76, 0x67, 0xff, 0xfe, 0x3e])],
  ])('%s', async (_, bytes) => {
    expect((await refusals(bytes)).map(({ rule }) => rule)).toContain('artwork-unreadable')
  })
})

describe('what becomes pixels', () => {
  const blurred = (region: string): Uint8Array =>
    svg(
      `<filter id="f" filterUnits="userSpaceOnUse" ${region}><feGaussianBlur stdDeviation="1"/></filter><rect width="50" height="30" fill="#906050" filter="url(#f)"/>`,
    )
  const sizeOf = async (bytes: Uint8Array): Promise<readonly number[]> => {
    const { value, diagnostics } = await read(bytes)
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['artwork-rasterised'])
    const [effect] = value?.effects.values() ?? []
    const raster = await effect?.render(25.4, 12.7)
    return [raster?.width ?? 0, raster?.height ?? 0]
  }

  it('has 600 of them an inch', async () => {
    expect(await sizeOf(blurred('x="0" y="0" width="60" height="40"'))).toEqual([600, 300])
  })

  it('has fewer where the region of a filter would fill the memory', async () => {
    const [width = 0] = await sizeOf(blurred('x="0" y="0" width="9999999" height="40"'))
    expect(width).toBeLessThan(100)
  })
})

describe('colours', () => {
  const fillOf = async (fill: string, brand = new Map<string, Ink>()): Promise<unknown> => {
    const { value } = await readSvg(
      svg(`<rect width="9" height="9" style="fill:${fill}"/>`),
      { name: 'a', colors: brand },
      profile,
    )
    const [mark] = value?.marks ?? []
    return mark?.kind === 'path' ? mark.fill : mark
  }

  it('are inks: black and grays on black alone, white is paper, others through the profile', async () => {
    expect(await fillOf('#000')).toEqual({ kind: 'cmyk', c: 0, m: 0, y: 0, k: 100 })
    expect(await fillOf('white')).toEqual({ kind: 'cmyk', c: 0, m: 0, y: 0, k: 0 })
    expect(await fillOf('gray')).toMatchObject({ c: 0, m: 0, y: 0 })
    expect(await fillOf('#c8102e')).toEqual(profile.fromRgb(200, 16, 46))
  })

  it('declared as inks stay as declared', async () => {
    expect(await fillOf('device-cmyk(0.1 0.9 20% 0)')).toEqual({ kind: 'cmyk', c: 10, m: 90, y: 20, k: 0 })
    expect(await fillOf('device-cmyk(0, 1, 1, 0.05)')).toEqual({ kind: 'cmyk', c: 0, m: 100, y: 100, k: 5 })
    expect(await fillOf('#cd853f icc-color(press, 0.11, 0.48, 0.83, 0)')).toEqual({
      kind: 'cmyk',
      c: 11,
      m: 48,
      y: 83,
      k: 0,
    })
  })

  it('of the brand win', async () => {
    const ink: Ink = { kind: 'spot', role: 'brand', name: 'PANTONE 485 C', tint: 100 }
    expect(await fillOf('rgb(200 16 46)', new Map([['#c8102e', ink]]))).toEqual(ink)
  })

  it('keep a mask type given by style, as Figma writes it', async () => {
    const body =
      '<mask id="m" style="mask-type:alpha"><circle r="9" fill="#000"/><circle r="5" fill="#888"/></mask><rect width="50" height="50" mask="url(#m)"/>'
    const { value } = await read(svg(body))
    expect(JSON.stringify(value?.marks)).toContain('"kind":"alpha"')
  })
})

describe('forms of file', () => {
  it.each([
    ['UTF-16', Buffer.from(`\ufeff${svg(RECT).toString()}`, 'utf16le')],
    [
      'Latin-1',
      Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>'),
        Buffer.from(svg(`<title>é</title>${RECT}`).toString(), 'latin1'),
      ]),
    ],
    [
      'a prefix',
      Buffer.from(
        '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><s:rect width="9" height="9"/></s:svg>',
      ),
    ],
    ['no namespace', Buffer.from('<svg viewBox="0 0 9 9"><rect width="9" height="9"/></svg>')],
  ])('%s is read', async (_, bytes) => {
    const { value, diagnostics } = await read(bytes)
    expect(diagnostics).toEqual([])
    expect(value?.marks).toHaveLength(1)
  })
})

describe('what cannot be drawn is advised on by the menu that mends it', () => {
  it.each([
    [
      'lighting',
      'Objet › Pixelliser…',
      `<filter id="f"><feDiffuseLighting><feDistantLight/></feDiffuseLighting></filter><g filter="url(#f)">${RECT}</g>`,
    ],
    ['a backdrop filter', 'Objet › Pixelliser…', `<g style="backdrop-filter: blur(2px)">${RECT}</g>`],
    ['vertical text', 'Texte › Vectoriser', '<text y="20" writing-mode="vertical-rl">Lutins</text>'],
    ['a CSS turn', 'Attributs de présentation', `<g style="rotate: 20deg">${RECT}</g>`],
  ])('%s', async (_, menu, body) => {
    const [first] = await refusals(svg(body))
    expect(first?.rule).toBe('artwork-unsupported')
    expect(first?.hint?.fr).toContain(menu)
  })
})
