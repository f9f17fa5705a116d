// A subset whose glyphs keep their indexes is mostly empty rows of widths and places: here the glyphs follow one another
// (ISO/IEC 14496-22: glyf, loca, hmtx). What a PDF holds of a font is five times smaller before it is deflated.

type Table = { readonly tag: string; readonly bytes: Uint8Array }

export type Compacted = {
  readonly bytes: Uint8Array
  /** By new index, the index it had: .notdef, then those asked for and their components, in ascending order. */
  readonly order: readonly number[]
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)

function tablesIn(bytes: Uint8Array): readonly Table[] {
  const view = viewOf(bytes)
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const at = 12 + 16 * index
    const start = view.getUint32(at + 8)
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
    return { tag, bytes: bytes.subarray(start, start + view.getUint32(at + 12)) }
  })
}

/** Where the numbers of the components of a composite glyph stand; none for a simple one. */
function componentsOf(glyph: Uint8Array): readonly number[] {
  const view = viewOf(glyph)
  if (glyph.length === 0 || view.getInt16(0) >= 0) return []
  const places: number[] = []
  for (let at = 10, more = true; more; ) {
    const flags = view.getUint16(at)
    places.push(at + 2)
    const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0
    at += 4 + (flags & 0x01 ? 4 : 2) + scale
    more = (flags & 0x20) !== 0
  }
  return places
}

/** The glyphs of a font by index, with their metrics. */
function readGlyphs(table: (tag: string) => Uint8Array) {
  const [glyf, loca, hmtx] = [table('glyf'), viewOf(table('loca')), viewOf(table('hmtx'))]
  const long = viewOf(table('head')).getInt16(50) === 1
  const metrics = viewOf(table('hhea')).getUint16(34)
  const place = (index: number): number => (long ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index))
  return {
    outline: (index: number): Uint8Array => glyf.subarray(place(index), place(index + 1)),
    advance: (index: number): number => hmtx.getUint16(4 * Math.min(index, metrics - 1)),
    bearing: (index: number): number =>
      hmtx.getInt16(index < metrics ? 4 * index + 2 : 4 * metrics + 2 * (index - metrics)),
  }
}

function withComponents(wanted: readonly number[], outline: (index: number) => Uint8Array): readonly number[] {
  const found = new Set([0, ...wanted])
  // A set that grows while it is gone through: what a component is made of comes too.
  for (const index of found) {
    const glyph = outline(index)
    for (const at of componentsOf(glyph)) found.add(viewOf(glyph).getUint16(at))
  }
  return [...found].sort((a, b) => a - b)
}

/**
 * @param bytes a TrueType font with outlines in `glyf`, as the subsetter gives it: without instructions
 * @param wanted indexes of glyphs
 * Throws RangeError when its tables point outside themselves.
 */
export function compactGlyphs(bytes: Uint8Array, wanted: readonly number[]): Compacted {
  const tables = tablesIn(bytes)
  const table = (tag: string): Uint8Array => {
    const found = tables.find(each => each.tag === tag)
    if (!found) throw new RangeError(`no table ${tag}`)
    return found.bytes
  }
  const glyphs = readGlyphs(table)
  const order = withComponents(wanted, glyphs.outline)
  const outlines = order.map(index => renumbered(glyphs.outline(index), order))
  const ends = sumsOf(
    outlines.map(({ length }) => even(length)),
    0,
  )
  const made: Readonly<Record<string, Uint8Array>> = {
    glyf: joined(outlines, ends),
    loca: locations(ends),
    hmtx: rows(order, 4, (view, at, index) => {
      view.setUint16(at, glyphs.advance(index))
      view.setInt16(at + 2, glyphs.bearing(index))
    }),
    maxp: patched(table('maxp'), view => view.setUint16(4, order.length)),
    hhea: patched(table('hhea'), view => view.setUint16(34, order.length)),
    head: patched(table('head'), view => {
      view.setUint32(8, 0)
      view.setInt16(50, isLong(ends) ? 1 : 0)
    }),
  }
  return { bytes: fontOf(tables.map(({ tag, bytes: kept }) => ({ tag, bytes: made[tag] ?? kept }))), order }
}

/** Where each of things that follow one another begins, and where the last one ends. */
function sumsOf(lengths: readonly number[], start: number): readonly number[] {
  const sums = [start]
  for (const length of lengths) sums.push((sums.at(-1) ?? start) + length)
  return sums
}

const even = (length: number): number => length + (length % 2)

function renumbered(glyph: Uint8Array, order: readonly number[]): Uint8Array {
  const places = componentsOf(glyph)
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
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4)
    sum = (sum + ((a << 24) | (b << 16) | (c << 8) | d)) >>> 0
  }
  return sum
}

/** What makes the checksum of a whole font come out right (ISO/IEC 14496-22, head). */
const MAGIC = 0xb1b0afba

function fontOf(tables: readonly Table[]): Uint8Array {
  const start = 12 + 16 * tables.length
  const places = sumsOf(
    tables.map(({ bytes }) => 4 * Math.ceil(bytes.length / 4)),
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
  for (const [index, { tag, bytes }] of tables.entries()) {
    const at = 12 + 16 * index
    for (let letter = 0; letter < 4; letter++) font[at + letter] = tag.charCodeAt(letter)
    view.setUint32(at + 4, checksum(bytes))
    view.setUint32(at + 8, places[index] ?? 0)
    view.setUint32(at + 12, bytes.length)
    font.set(bytes, places[index] ?? 0)
  }
  const head = tables.findIndex(({ tag }) => tag === 'head')
  view.setUint32((places[head] ?? 0) + 8, (MAGIC - checksum(font)) >>> 0)
  return font
}
