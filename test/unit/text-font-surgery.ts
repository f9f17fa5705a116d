// Makes the fonts that tests need out of one that we ship: fewer characters, other tables, other rights.

type Table = { readonly tag: string; readonly data: Uint8Array }

export function tablesOf(bytes: Uint8Array): readonly Table[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: view.getUint16(4) }, (_, i) => {
    const entry = 12 + 16 * i
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4))
    const offset = view.getUint32(entry + 8)
    return { tag, data: bytes.slice(offset, offset + view.getUint32(entry + 12)) }
  })
}

/** A font file of these tables. */
export function fontOf(tables: readonly Table[], signature = 0x00010000): Uint8Array {
  let end = 12 + 16 * tables.length
  const places = tables.map(({ data }) => {
    const offset = end
    end += Math.ceil(data.byteLength / 4) * 4
    return offset
  })
  const out = new Uint8Array(end)
  const view = new DataView(out.buffer)
  view.setUint32(0, signature)
  view.setUint16(4, tables.length)
  tables.forEach(({ tag, data }, i) => {
    const entry = 12 + 16 * i
    out.set(
      [...tag].map(letter => letter.charCodeAt(0)),
      entry,
    )
    view.setUint32(entry + 8, places[i] ?? 0)
    view.setUint32(entry + 12, data.byteLength)
    out.set(data, places[i] ?? 0)
  })
  return out
}

/** A cmap of format 12 with one group a character. */
function cmap(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const out = new Uint8Array(12 + 16 + 12 * glyphs.size)
  const view = new DataView(out.buffer)
  view.setUint16(2, 1)
  view.setUint16(4, 3)
  view.setUint16(6, 10)
  view.setUint32(8, 12)
  view.setUint16(12, 12)
  view.setUint32(16, 16 + 12 * glyphs.size)
  view.setUint32(24, glyphs.size)
  let at = 28
  for (const [character, glyph] of [...glyphs].sort((a, b) => a[0] - b[0])) {
    for (const value of [character, character, glyph]) {
      view.setUint32(at, value)
      at += 4
    }
  }
  return out
}

/** The font with other characters: those that `glyphs` maps. */
export const withCharacters = (bytes: Uint8Array, glyphs: ReadonlyMap<number, number>): Uint8Array =>
  fontOf(tablesOf(bytes).map(table => (table.tag === 'cmap' ? { tag: 'cmap', data: cmap(glyphs) } : table)))

/** The font with one table changed in place. */
export const withTable = (bytes: Uint8Array, tag: string, change: (view: DataView) => void): Uint8Array =>
  fontOf(
    tablesOf(bytes).map(table => {
      if (table.tag === tag) change(new DataView(table.data.buffer, table.data.byteOffset))
      return table
    }),
  )

export const renamed = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
  fontOf(tablesOf(bytes).map(table => (table.tag === from ? { ...table, tag: to } : table)))
