// Subsets: small, the same bytes each time, with the same glyphs at the same indexes.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseFont } from '../../src/text/font.ts'
import { drawGlyph, openFace } from '../../src/text/harfbuzz.ts'
import { shape } from '../../src/text/shape.ts'
import { subset } from '../../src/text/subset.ts'
import { tablesOf } from './text-font-surgery.ts'

const font = parseFont('700', readFileSync(new URL('../../assets/fonts/source-sans-3/700.ttf', import.meta.url)))
const glyphs = shape(font, 'Relais petite enfance intercommunal « L’Île aux Trésors », 05 56 00').glyphs.map(
  glyph => glyph.id,
)

describe('subset', () => {
  const { bytes, format } = subset(font, glyphs)

  it('holds the tables that PDF wants of a TrueType font, and no other', () => {
    expect(format).toBe('glyf')
    const tags = tablesOf(bytes).map(table => table.tag)
    for (const tag of ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']) expect(tags).toContain(tag)
    expect(
      tags.filter(tag => !['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'cvt ', 'fpgm', 'prep'].includes(tag)),
    ).toEqual([])
  })

  it('draws the same glyphs at the same indexes, components of accented letters included', () => {
    const face = openFace('subset', bytes)
    for (const glyph of new Set(glyphs)) {
      expect(drawGlyph(face, glyph)).toEqual(font.outlineOf(glyph))
      expect(face.glyphHAdvance(glyph)).toBe(font.advanceOf(glyph))
    }
  })

  it('leaves the other glyphs out', () => {
    expect(bytes.byteLength).toBeLessThan(font.bytes.byteLength / 15)
    expect(drawGlyph(openFace('subset', bytes), font.glyphOf('Z'.charCodeAt(0)))).toEqual([])
  })

  it('is the same object for the same glyphs in any order', () => {
    expect(subset(font, [...glyphs].reverse())).toBe(subset(font, glyphs))
  })

  it('needs no glyph', () => {
    expect(tablesOf(subset(font, []).bytes).length).toBeGreaterThan(4)
  })
})
