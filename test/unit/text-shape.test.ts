// Shaping: every character of a text is drawn, accounted for, and reads back.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pathBounds } from '../../src/model/geometry.ts'
import { parseFont } from '../../src/text/font.ts'
import {
  ascent,
  capHeight,
  descent,
  inkBounds,
  markBounds,
  runWidth,
  sizeForCap,
  xHeight,
} from '../../src/text/measure.ts'
import { microtypography } from '../../src/text/microtypography.ts'
import { glyphsPath } from '../../src/text/outline.ts'
import { shape } from '../../src/text/shape.ts'
import { unicodeOf } from '../../src/text/unicode.ts'
import { withCharacters } from './text-font-surgery.ts'
import { NAMES } from './text-names.ts'

const load = (path: string) => parseFont(path, readFileSync(new URL(`../../${path}`, import.meta.url)))
const bold = load('assets/fonts/source-sans-3/700.ttf')
/** A font without U+202F, U+2011 and U+2010: what a brand may bring. */
const bare = parseFont(
  'bare',
  withCharacters(
    bold.bytes,
    new Map([...' -abcehimorè037'].map(c => [c.charCodeAt(0), bold.glyphOf(c.charCodeAt(0))])),
  ),
)

const ids = (text: string, options = {}) => shape(bold, text, options).glyphs.map(glyph => glyph.id)

describe.each([400, 500, 600, 700, 800])('Source Sans 3, weight %i', weight => {
  const font = load(`assets/fonts/source-sans-3/${weight}.ttf`)

  it('has every character a French sign needs', () => {
    for (const character of 'ABCabc0123456789\u00a0\u202f\u2011-–—«»’“”…€°%&@/()[]+×·•,;:.!?ŒœÆæÉÈÊËÀÂÄÇÎÏÔÖÙÛÜŸÑéèêëàâäçîïôöùûüÿñ½²') {
      expect(font.glyphOf(character.codePointAt(0) ?? 0), JSON.stringify(character)).toBeGreaterThan(0)
      expect(shape(font, character).missing).toEqual([])
    }
  })

  it('states its measures', () => {
    expect(font).toMatchObject({
      weight,
      unitsPerEm: 1000,
      capHeight: 660,
      family: expect.stringContaining('Source Sans 3'),
    })
    expect(font.postscriptName).toMatch(/^SourceSans3-\w+$/)
  })

  it('draws every name whole', () => {
    for (const name of NAMES) expect(shape(font, microtypography(name, 'fr')).missing, name).toEqual([])
  })
})

describe('shape', () => {
  it('composes accents: NFD and NFC are the same glyphs and the same text', () => {
    expect(shape(bold, 'e\u0301te\u0301').text).toBe('été')
    expect(ids('e\u0301te\u0301')).toEqual(ids('été'))
  })

  it('kerns, and says so in advances', () => {
    const kerned = shape(bold, 'AVATAR').advance
    expect(kerned).toBeLessThan(shape(bold, 'AVATAR', { features: ['-kern'] }).advance)
  })

  it('adds tracking after every letter and turns ligatures off', () => {
    const plain = shape(bold, 'Zoé')
    const spaced = shape(bold, 'Zoé', { tracking: 0.1 })
    expect(spaced.advance).toBeCloseTo(plain.advance + 300, 9)
    expect(spaced.trailing).toBe(100)
    expect(runWidth(bold, spaced, 10)).toBeCloseTo((plain.advance + 200) / 100, 9)
    const mark = shape(bold, 'x\u0323\u0302x', { tracking: 0.1 })
    expect(mark.advance).toBeCloseTo(shape(bold, 'x\u0323\u0302x').advance + 200, 9)
  })

  it.each([
    ['漢', ['漢']],
    ['a😀b', ['😀']],
    ['👨‍👩‍👧', ['👨‍👩‍👧']],
    ['☎\ufe0f oui', ['☎\ufe0f']],
    ['a\tb', ['\t']],
    ['漢字漢', ['漢', '字']],
    ['\ue000', ['\ue000']],
  ])('names what the font lacks: %s', (text, missing) => {
    expect(shape(bold, text).missing).toEqual(missing)
  })

  it('draws nothing for soft hyphens, joiners and selectors, and keeps them in the text', () => {
    const run = shape(bold, 'a\u00adb\u200bc\u200d\ufeffd\ufe0f')
    expect(run.missing).toEqual([])
    expect(run.glyphs.map(glyph => glyph.id)).toEqual(ids('abcd'))
    expect(run.advance).toBe(shape(bold, 'abcd').advance)
    expect(run.text).toHaveLength(9)
  })

  it('draws U+202F and U+2011 with any font', () => {
    for (const text of ['7\u202fh\u202f30', 'micro\u2011crèche', 'micro\u2010crèche']) {
      expect(shape(bare, text).missing, text).toEqual([])
      expect(shape(bare, text).text).toBe(text)
    }
    const space = bare.advanceOf(bare.glyphOf(0x20))
    const thin = shape(bare, 'a\u202fa').glyphs[1]?.advance ?? 0
    expect(thin).toBeGreaterThan(0)
    expect(thin).toBeLessThan(space)
    expect(shape(bare, 'a\u2011a').glyphs[1]?.id).toBe(bare.glyphOf(0x2d))
  })

  it.each([
    ['Les Lutins', 'ltr'],
    ['12 – 18 !', 'ltr'],
    ['', 'ltr'],
    ['שלום עולם', 'rtl'],
    ['بيت الطفل', 'rtl'],
    ['Crèche שלום', 'mixed'],
    ['שלום 12', 'mixed'],
    ['\u202eabc', 'mixed'],
  ])('tells which way %s runs', (text, direction) => {
    expect(shape(bold, text).direction).toBe(direction)
  })

  it('gives the same object for the same text, and another for other options', () => {
    expect(shape(bold, 'Zoé')).toBe(shape(bold, 'Zoé', { lang: 'fr' }))
    expect(shape(bold, 'Zoé')).not.toBe(shape(bold, 'Zoé', { tracking: 0.1 }))
  })

  it('forgets the oldest runs, not the answers', () => {
    const first = shape(bold, 'mot')
    for (let i = 0; i < 5000; i++) shape(bold, `mot${i}`)
    expect(shape(bold, 'mot')).toEqual(first)
    expect(shape(bold, 'mot')).not.toBe(first)
  })
})

describe('measures', () => {
  it('are those of the eye', () => {
    expect(capHeight(bold, 10)).toBeCloseTo(6.6, 9)
    expect(sizeForCap(bold, 6.6)).toBeCloseTo(10, 9)
    expect(xHeight(bold, 10)).toBeCloseTo(4.96, 9)
    expect(ascent(bold, 10)).toBeCloseTo(10.24, 9)
    expect(descent(bold, 10)).toBeCloseTo(4, 9)
    expect(inkBounds(bold, [], 10)).toBeUndefined()
    expect(inkBounds(bold, shape(bold, ' ').glyphs, 10)).toBeUndefined()
  })

  it('of ink agree with the outlines', () => {
    const run = shape(bold, 'Ťgỹ AVÉ')
    const mark = {
      kind: 'glyphs',
      font: bold.id,
      size: 10,
      x: 3,
      y: 5,
      glyphs: run.glyphs,
      text: run.text,
      fill: { kind: 'registration', tint: 100 },
    } as const
    const drawn = pathBounds(glyphsPath(bold, mark))
    const box = markBounds(bold, mark)
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(box?.[side]).toBeCloseTo(drawn?.[side] ?? Number.NaN, 9)
  })
})

describe('unicodeOf', () => {
  const spoken = (text: string, font = bold) => ({
    font: font.id,
    text: shape(font, text).text,
    glyphs: shape(font, text).glyphs,
  })

  it('maps glyphs from the text they stand for', () => {
    const { toUnicode, actualText } = unicodeOf([spoken('Crèche Œuf')])
    expect(actualText).toEqual([false])
    expect([...(toUnicode.get(bold.id)?.values() ?? [])].join('')).toBe('Crèche Œuf')
  })

  it('asks for ActualText when one glyph has two meanings: the space is also U+00A0', () => {
    expect(unicodeOf([spoken('à la crèche'), spoken('n°\u00a04')]).actualText).toEqual([false, true])
    expect(unicodeOf([spoken('n°\u00a04')]).actualText).toEqual([false])
  })

  it('reads every name back, by its glyphs or by ActualText', () => {
    const runs = NAMES.map(name => spoken(microtypography(name, 'fr')))
    const { toUnicode, actualText } = unicodeOf(runs)
    const read = runs.map(run => run.glyphs.map(glyph => toUnicode.get(run.font)?.get(glyph.id) ?? '').join(''))
    read.forEach((text, i) => {
      expect(text === runs[i]?.text, runs[i]?.text).toBe(!actualText[i])
      expect(text.replaceAll('\u00a0', ' ')).toBe(runs[i]?.text.replaceAll('\u00a0', ' '))
    })
  })

  it('never lets a soft hyphen or a right-to-left order through unsaid', () => {
    expect(unicodeOf([spoken('a\u00adb')]).actualText).toEqual([true])
    expect(unicodeOf([spoken('שלום')]).actualText).toEqual([true])
    expect(unicodeOf([spoken('x\u0323\u0302')]).actualText).toEqual([true])
    expect(unicodeOf([spoken('')]).actualText).toEqual([false])
  })

  it('keeps the fonts apart', () => {
    const { toUnicode } = unicodeOf([spoken('a'), spoken('b', bare)])
    expect([...(toUnicode.get(bold.id)?.values() ?? [])]).toEqual(['a'])
    expect([...(toUnicode.get(bare.id)?.values() ?? [])]).toEqual(['b'])
  })
})
