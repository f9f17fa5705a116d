// What an embedded TrueType or OpenType program says of its glyphs: how many, how wide, drawn or empty (ISO/IEC 14496-22).
import { latin1, uint } from './bytes.ts'

export type FontProgram = {
  readonly glyphs: number
  /** Advance in thousandths of the em; undefined beyond the glyphs. */
  advance(glyph: number): number | undefined
  /** Whether the glyph draws something; undefined when the format does not tell (CFF outlines). */
  drawn(glyph: number): boolean | undefined
}

type Table = { readonly offset: number; readonly length: number }

/** Undefined for a bare CFF or Type 1 program, and for bytes that are not a font. */
export function readFontProgram(bytes: Uint8Array): FontProgram | undefined {
  const tables = readTables(bytes)
  const head = tables.get('head')
  const hhea = tables.get('hhea')
  const hmtx = tables.get('hmtx')
  const maxp = tables.get('maxp')
  if (!head || !hhea || !hmtx || !maxp) return undefined
  const unitsPerEm = uint(bytes, head.offset + 18, 2)
  const metrics = uint(bytes, hhea.offset + 34, 2)
  const glyphs = uint(bytes, maxp.offset + 4, 2)
  if (unitsPerEm === 0 || metrics === 0) return undefined
  return {
    glyphs,
    advance: glyph => {
      const at = 4 * Math.min(glyph, metrics - 1)
      return glyph >= glyphs || at + 2 > hmtx.length
        ? undefined
        : (uint(bytes, hmtx.offset + at, 2) * 1000) / unitsPerEm
    },
    drawn: outlines(bytes, tables, head, glyphs),
  }
}

function outlines(
  bytes: Uint8Array,
  tables: ReadonlyMap<string, Table>,
  head: Table,
  glyphs: number,
): FontProgram['drawn'] {
  const loca = tables.get('loca')
  const glyf = tables.get('glyf')
  if (!loca || !glyf) return () => undefined
  const size = uint(bytes, head.offset + 50, 2) === 0 ? 2 : 4
  const scale = size === 2 ? 2 : 1
  return glyph => {
    if (glyph >= glyphs || size * (glyph + 2) > loca.length) return false
    const start = uint(bytes, loca.offset + size * glyph, size) * scale
    const end = uint(bytes, loca.offset + size * (glyph + 1), size) * scale
    return end > start && end <= glyf.length
  }
}

function readTables(bytes: Uint8Array): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>()
  const count = Math.min(uint(bytes, 4, 2), 64)
  const known = ['\0\x01\0\0', 'true', 'OTTO'].includes(latin1(bytes.subarray(0, 4)))
  for (let index = 0; known && index < count; index++) {
    const at = 12 + 16 * index
    const table = { offset: uint(bytes, at + 8, 4), length: uint(bytes, at + 12, 4) }
    if (table.offset + table.length <= bytes.length) tables.set(latin1(bytes.subarray(at, at + 4)), table)
  }
  return tables
}
