// A subset whose glyphs keep their indexes is mostly empty rows of widths and places: here the glyphs follow one another
// (ISO/IEC 14496-22: glyf, loca, hmtx). What a PDF holds of a font is five times smaller before it is deflated.

import { componentsOf, type GlyphSource, viewOf } from './glyph-outlines.ts'

export type Compacted = {
  readonly bytes: Uint8Array
  /** By new index, the index it had: .notdef, then those asked for and their components, in ascending order. */
  readonly order: readonly number[]
}

function withComponents(wanted: readonly number[], { outline }: GlyphSource): readonly number[] {
  const found = new Set([0, ...wanted])
  // A set that grows while it is gone through: what a component is made of comes too.
  for (const index of found) {
    const glyph = outline(index)
    for (const at of componentsOf(glyph).places) found.add(viewOf(glyph).getUint16(at))
  }
  return [...found].sort((a, b) => a - b)
}

/**
 * @param source glyphs without instructions
 * @param wanted indexes of glyphs
 * Throws RangeError when its tables point outside themselves.
 */
export function compactGlyphs(source: GlyphSource, wanted: readonly number[]): Compacted {
  const order = withComponents(wanted, source)
  const outlines = order.map(index => renumbered(source.outline(index), order))
  const ends = sumsOf(
    outlines.map(({ length }) => even(length)),
    0,
  )
  const made = new Map(source.tables)
  const change = (tag: string, by: (view: DataView) => void): void => {
    const found = made.get(tag)
    if (!found) throw new RangeError(`no table ${tag}`)
    made.set(tag, patched(found, by))
  }
  made.set('glyf', joined(outlines, ends))
  made.set('loca', locations(ends))
  made.set(
    'hmtx',
    rows(order, 4, (view, at, index) => {
      view.setUint16(at, source.advance(index))
      view.setInt16(at + 2, source.bearing(index))
    }),
  )
  change('maxp', view => view.setUint16(4, order.length))
  change('hhea', view => view.setUint16(34, order.length))
  change('head', view => {
    view.setUint32(8, 0)
    view.setInt16(50, isLong(ends) ? 1 : 0)
  })
  return { bytes: fontOf(made), order }
}

/** Where each of things that follow one another begins, and where the last one ends. */
function sumsOf(lengths: readonly number[], start: number): readonly number[] {
  const sums = [start]
  for (const length of lengths) sums.push((sums.at(-1) ?? start) + length)
  return sums
}

const even = (length: number): number => length + (length % 2)

function renumbered(glyph: Uint8Array, order: readonly number[]): Uint8Array {
  const { places } = componentsOf(glyph)
  return places.length === 0
    ? glyph
    : patched(glyph, view => {
        for (const at of places) view.setUint16(at, order.indexOf(view.getUint16(at)))
      })
}

function patched(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = Uint8Array.from(bytes)
  change(viewOf(copy))
  return copy
}

function rows<T>(items: readonly T[], size: number, write: (view: DataView, at: number, item: T) => void): Uint8Array {
  const bytes = new Uint8Array(items.length * size)
  const view = viewOf(bytes)
  for (const [index, item] of items.entries()) write(view, index * size, item)
  return bytes
}

function joined(outlines: readonly Uint8Array[], ends: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(ends.at(-1) ?? 0)
  for (const [index, outline] of outlines.entries()) bytes.set(outline, ends[index] ?? 0)
  return bytes
}

/** Short places count pairs of bytes, in 16 bits. */
const isLong = (ends: readonly number[]): boolean => (ends.at(-1) ?? 0) > 0x1fffe

const locations = (ends: readonly number[]): Uint8Array =>
  isLong(ends)
    ? rows(ends, 4, (view, at, end) => view.setUint32(at, end))
    : rows(ends, 2, (view, at, end) => view.setUint16(at, end / 2))

function checksum(bytes: Uint8Array): number {
  const whole = bytes.length & ~3
  let sum = 0
  for (let at = 0; at < whole; at += 4)
    sum =
      (sum +
        (((bytes[at] ?? 0) << 24) |
          ((bytes[at + 1] ?? 0) << 16) |
          ((bytes[at + 2] ?? 0) << 8) |
          (bytes[at + 3] ?? 0))) |
      0
  for (let at = whole; at < bytes.length; at++) sum = (sum + ((bytes[at] ?? 0) << (24 - 8 * (at - whole)))) | 0
  return sum >>> 0
}

/** What makes the checksum of a whole font come out right (ISO/IEC 14496-22, head). */
const MAGIC = 0xb1b0afba

function fontOf(made: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tables = [...made]
  const start = 12 + 16 * tables.length
  const places = sumsOf(
    tables.map(([, bytes]) => 4 * Math.ceil(bytes.length / 4)),
    start,
  )
  const font = new Uint8Array(places.at(-1) ?? start)
  const view = viewOf(font)
  const power = Math.floor(Math.log2(tables.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tables.length)
  view.setUint16(6, 16 << power)
  view.setUint16(8, power)
  view.setUint16(10, 16 * tables.length - (16 << power))
  for (const [index, [tag, bytes]] of tables.entries()) {
    const at = 12 + 16 * index
    for (let letter = 0; letter < 4; letter++) font[at + letter] = tag.charCodeAt(letter)
    view.setUint32(at + 4, checksum(bytes))
    view.setUint32(at + 8, places[index] ?? 0)
    view.setUint32(at + 12, bytes.length)
    font.set(bytes, places[index] ?? 0)
  }
  const head = tables.findIndex(([tag]) => tag === 'head')
  view.setUint32((places[head] ?? 0) + 8, (MAGIC - checksum(font)) >>> 0)
  return font
}
