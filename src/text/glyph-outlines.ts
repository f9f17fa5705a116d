// The glyphs of a TrueType file as a subset holds them: outlines without instructions, in their own bytes, and metrics
// (ISO/IEC 14496-22: glyf, loca, hmtx). Each is cut out of the file once per process.
import type { Font } from '../model/assets.ts'
import { createLru } from './lru.ts'

export type GlyphSource = {
  /** Of the whole subset, by tag, in the order of the file; those that depend on the glyphs are there to be rewritten. */
  readonly tables: ReadonlyMap<string, Uint8Array>
  /** Throws RangeError where tables point outside themselves. */
  outline(glyph: number): Uint8Array
  advance(glyph: number): number
  bearing(glyph: number): number
}

export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)

export function tablesIn(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = viewOf(bytes)
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, index) => {
      const at = 12 + 16 * index
      const start = view.getUint32(at + 8)
      const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
      return [tag, bytes.subarray(start, start + view.getUint32(at + 12))]
    }),
  )
}

/** What a PDF reader needs of a TrueType file. */
const KEPT = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']

/** Tables that say more of a glyph than its outline: a file with one of them is cut by HarfBuzz. */
const BEYOND =
  'CFF ,CFF2,COLR,CPAL,CBDT,CBLC,EBDT,EBLC,EBSC,SVG ,sbix,avar,cvar,fvar,gvar,HVAR,MVAR,VVAR,bdat,bloc,morx,mort,Zapf'.split(
    ',',
  )

/** The glyphs as they lie in a font's tables. */
export function glyphsIn(tables: ReadonlyMap<string, Uint8Array>): GlyphSource {
  const table = (tag: string): Uint8Array => {
    const found = tables.get(tag)
    if (!found) throw new RangeError(`no table ${tag}`)
    return found
  }
  const [glyf, loca, hmtx] = [table('glyf'), viewOf(table('loca')), viewOf(table('hmtx'))]
  const long = viewOf(table('head')).getInt16(50) === 1
  const metrics = viewOf(table('hhea')).getUint16(34)
  const place = (index: number): number => (long ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index))
  return {
    tables,
    outline: index => glyf.subarray(place(index), place(index + 1)),
    advance: index => hmtx.getUint16(4 * Math.min(index, metrics - 1)),
    bearing: index => hmtx.getInt16(index < metrics ? 4 * index + 2 : 4 * metrics + 2 * (index - metrics)),
  }
}

/** Where the instructions of a composite glyph would begin, and where the numbers of its components stand. */
export function componentsOf(glyph: Uint8Array): { readonly places: readonly number[]; readonly end: number } {
  const places: number[] = []
  if (glyph.length === 0 || isSimple(glyph)) return { places, end: glyph.length }
  const view = viewOf(glyph)
  let at = 10
  for (let more = true; more; ) {
    const flags = view.getUint16(at)
    places.push(at + 2)
    const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0
    at += 4 + (flags & 0x01 ? 4 : 2) + scale
    more = (flags & 0x20) !== 0
  }
  return { places, end: at }
}

const isSimple = (glyph: Uint8Array): boolean => ((glyph[0] ?? 0) & 0x80) === 0

/** Bit of a component's flags: instructions follow. */
const INSTRUCTED = 0x0100

/** The outline alone: no instructions, nothing after its last point. */
function bare(glyph: Uint8Array): Uint8Array {
  if (glyph.length === 0) return glyph
  return isSimple(glyph) ? bareSimple(glyph) : bareComposite(glyph)
}

function bareSimple(glyph: Uint8Array): Uint8Array {
  const view = viewOf(glyph)
  const contours = view.getInt16(0)
  const head = 10 + 2 * contours
  const instructions = view.getUint16(head)
  const points = contours === 0 ? 0 : view.getUint16(head - 2) + 1
  const start = head + 2 + instructions
  const end = endOfPoints(glyph, start, points)
  const outline = new Uint8Array(head + 2 + end - start)
  outline.set(glyph.subarray(0, head))
  outline.set(glyph.subarray(start, end), head + 2)
  return outline
}

/** Flags, each perhaps repeated, then as many bytes of x and of y as they say. */
function endOfPoints(glyph: Uint8Array, start: number, points: number): number {
  let at = start
  let coordinates = 0
  for (let left = points; left > 0; ) {
    const flag = glyph[at++]
    if (flag === undefined) throw new RangeError('a glyph ends before its points')
    const times = flag & 0x08 ? 1 + (glyph[at++] ?? 0) : 1
    const x = flag & 0x02 ? 1 : flag & 0x10 ? 0 : 2
    const y = flag & 0x04 ? 1 : flag & 0x20 ? 0 : 2
    coordinates += Math.min(times, left) * (x + y)
    left -= times
  }
  const end = at + coordinates
  if (end > glyph.length) throw new RangeError('a glyph ends before its points')
  return end
}

function bareComposite(glyph: Uint8Array): Uint8Array {
  const { places, end } = componentsOf(glyph)
  const view = viewOf(glyph)
  const instructed = places.some(at => (view.getUint16(at - 2) & INSTRUCTED) !== 0)
  if (!instructed) return glyph
  const outline = Uint8Array.from(glyph.subarray(0, end))
  const written = viewOf(outline)
  for (const at of places) written.setUint16(at - 2, written.getUint16(at - 2) & ~INSTRUCTED)
  return outline
}

/** Of maxp, what speaks of instructions (all but the counts of points, contours and components). */
function bareMaxp(maxp: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(maxp)
  const view = viewOf(copy)
  if (copy.length < 32) return copy
  view.setUint16(14, 1)
  for (let at = 16; at < 28; at += 2) view.setUint16(at, 0)
  return copy
}

function readOutlines(font: Font): GlyphSource | undefined {
  const all = tablesIn(font.bytes)
  if (BEYOND.some(tag => all.has(tag)) || KEPT.some(tag => !all.has(tag))) return undefined
  const whole = glyphsIn(all)
  const tables = new Map(KEPT.map(tag => [tag, all.get(tag) ?? NOTHING]))
  tables.set('maxp', bareMaxp(tables.get('maxp') ?? NOTHING))
  const count = viewOf(tables.get('maxp') ?? NOTHING).getUint16(4)
  const known = new Map<number, Uint8Array>()
  const outline = (glyph: number): Uint8Array => {
    const before = known.get(glyph)
    if (before) return before
    if (glyph >= count) throw new RangeError(`no glyph ${glyph}`)
    // .notdef keeps its width alone: a file that would show it is refused long before.
    const made = glyph === 0 ? NOTHING : bare(whole.outline(glyph))
    known.set(glyph, made)
    return made
  }
  return { ...whole, tables, outline }
}

const NOTHING = new Uint8Array(0)

/** Fonts kept cut: a brand has half a dozen. */
const sources = createLru<{ readonly source: GlyphSource | undefined }>(16)

/** Undefined for a file that holds more than plain outlines. Throws RangeError when its tables point outside themselves. */
export const outlinesOf = (font: Font): GlyphSource | undefined =>
  sources(font.sha256, () => ({ source: readOutlines(font) })).source
