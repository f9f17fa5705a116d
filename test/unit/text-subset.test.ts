// Subsets: small, the same bytes each time, with the same glyphs under their codes.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseFont } from '../../src/text/font.ts'
import { drawGlyph, openFace } from '../../src/text/harfbuzz.ts'
import { shape } from '../../src/text/shape.ts'
import { cutByEngine, subset } from '../../src/text/subset.ts'
import { tablesOf } from './text-font-surgery.ts'

const font = parseFont('700', readFileSync(new URL('../../assets/fonts/source-sans-3/700.ttf', import.meta.url)))
const glyphs = shape(font, 'Relais petite enfance intercommunal « L’Île aux Trésors », 05 56 00').glyphs.map(
  glyph => glyph.id,
)

describe('subset', () => {
  const { bytes, format, codeOf } = subset(font, glyphs)

  it('holds the tables that PDF wants of a TrueType font, and no other', () => {
    expect(format).toBe('glyf')
    const tags = tablesOf(bytes).map(table => table.tag)
    for (const tag of ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']) expect(tags).toContain(tag)
    expect(
      tags.filter(tag => !['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'cvt ', 'fpgm', 'prep'].includes(tag)),
    ).toEqual([])
  })

  it('draws the same glyphs under their codes, components of accented letters included', () => {
    const face = openFace('subset', bytes)
    for (const glyph of new Set(glyphs)) {
      expect(drawGlyph(face, codeOf(glyph))).toEqual(font.outlineOf(glyph))
      expect(face.glyphHAdvance(codeOf(glyph))).toBe(font.advanceOf(glyph))
    }
  })

  it('holds them one after the other, and no others but their components', () => {
    const codes = [...new Set(glyphs)].sort((a, b) => a - b).map(codeOf)
    expect(codes).toEqual([...codes].sort((a, b) => a - b))
    const maxp = tablesOf(bytes).find(({ tag }) => tag === 'maxp')
    const count = Buffer.from(maxp?.data ?? []).readUInt16BE(4)
    expect(count).toBeGreaterThan(codes.length)
    expect(count).toBeLessThan(codes.length + 15)
    expect(Math.max(...codes)).toBeLessThan(count)
    expect(bytes.byteLength).toBeLessThan(font.bytes.byteLength / 30)
  })

  it('has the checksums that its tables and the whole must have', () => {
    const words = (part: Uint8Array): number =>
      Array.from({ length: Math.ceil(part.length / 4) }, (_, at) => {
        const word = Buffer.alloc(4)
        word.set(part.subarray(4 * at, 4 * at + 4))
        return word.readUInt32BE()
      }).reduce((sum, word) => (sum + word) % 2 ** 32, 0)
    expect(words(bytes)).toBe(0xb1b0afba)
  })

  it('is the same object for the same glyphs in any order', () => {
    expect(subset(font, [...glyphs].reverse())).toBe(subset(font, glyphs))
  })

  it('needs no glyph', () => {
    expect(tablesOf(subset(font, []).bytes).length).toBeGreaterThan(4)
  })
})

describe('a subset cut from the tables of the font', () => {
  const fonts = ['400', '500', '600', '700', '800'].map(id =>
    parseFont(id, readFileSync(new URL(`../../assets/fonts/source-sans-3/${id}.ttf`, import.meta.url))),
  )
  // Composites, marks and what no text asks for alike: every seventh glyph, then the next ones.
  const sets = Array.from({ length: 14 }, (_, set) =>
    Array.from({ length: 60 }, (__, at) => (set < 7 ? 7 * (at + 40 * set) + set : 1 + at + 150 * (set - 7))),
  )

  it.each(fonts)('is byte for byte that of HarfBuzz: $id', each => {
    for (const set of [[], [0], glyphs, ...sets]) {
      const wanted = [...new Set(set)].sort((a, b) => a - b)
      const [own, engine] = [subset(each, wanted), cutByEngine(each, wanted)]
      expect(Buffer.compare(own.bytes, engine.bytes)).toBe(0)
      expect(wanted.map(own.codeOf)).toEqual(wanted.map(engine.codeOf))
    }
  })

  it('is left to HarfBuzz where a table points outside itself', () => {
    const bytes = Uint8Array.from(font.bytes)
    const glyf = tablesOf(bytes).find(({ tag }) => tag === 'glyf')
    expect(glyf).toBeDefined()
    const cut = { ...font, sha256: 'cut short', bytes }
    const view = new DataView(bytes.buffer)
    for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16)
      if (Buffer.from(bytes.subarray(entry, entry + 4)).toString() === 'glyf') view.setUint32(entry + 12, 2000)
    const wanted = [...new Set(glyphs)].sort((a, b) => a - b)
    expect(Buffer.compare(subset(cut, wanted).bytes, cutByEngine(cut, wanted).bytes)).toBe(0)
  })
})
