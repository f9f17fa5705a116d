// Subsets of fonts for embedding: only the glyphs drawn, without hinting or layout tables.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Font } from '../model/assets.ts'
import { compactGlyphs } from './compact-glyphs.ts'
import { FontError } from './font-error.ts'
import { type GlyphSource, glyphsIn, outlinesOf, tablesIn } from './glyph-outlines.ts'
import { createLru } from './lru.ts'

export type Subset = {
  /** `glyf`: a whole TrueType file (FontFile2). `cff`: the bare CFF table (FontFile3, CIDFontType0C). */
  readonly bytes: Uint8Array
  readonly format: 'glyf' | 'cff'
  /** The index in the subset of a glyph that was asked for: outlines in `CFF ` keep theirs, those in `glyf` follow one another. */
  codeOf(glyph: number): number
}

/** Node has it; its types for Node 20 leave these two out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: object }
}

/** What we call of harfbuzz-subset.wasm; pointers and flags are numbers. */
type Engine = {
  readonly memory: { readonly buffer: ArrayBuffer }
  _initialize(): void
  malloc(size: number): number
  free(pointer: number): void
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number
  hb_blob_destroy(blob: number): void
  hb_blob_get_data(blob: number, length: number): number
  hb_blob_get_length(blob: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_reference_blob(face: number): number
  hb_set_add(set: number, value: number): void
  hb_subset_input_create_or_fail(): number
  hb_subset_input_destroy(input: number): void
  hb_subset_input_glyph_set(input: number): number
  hb_subset_input_set(input: number, kind: number): number
  hb_subset_input_set_flags(input: number, flags: number): void
  hb_subset_or_fail(face: number, input: number): number
}

/** hb_subset_flags_t: NO_HINTING | RETAIN_GIDS | NO_LAYOUT_CLOSURE. */
const FLAGS = 0x1 | 0x2 | 0x200

/** HB_SUBSET_SETS_DROP_TABLE_TAG. */
const DROP_TABLES = 3

/** HB_MEMORY_MODE_WRITABLE: the bytes are ours and stay where they are. */
const WRITABLE = 2

/** A PDF reader needs none of these: characters, layout and names are said elsewhere. */
const DROPPED =
  'BASE,GDEF,GPOS,GSUB,JSTF,MATH,OS/2,STAT,DSIG,cmap,gasp,kern,meta,name,post,hdmx,VDMX,LTSH,vhea,vmtx,VORG'

const tag = (name: string): number => [...name].reduce((sum, letter) => (sum << 8) + letter.charCodeAt(0), 0)

let engine: Engine | undefined

function subsetEngine(): Engine {
  if (engine !== undefined) return engine
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)))
  // The module's exports are those of the C library, typed above; a unit test calls each of them.
  engine = instance.exports as Engine
  engine._initialize()
  return engine
}

/** Fonts held in the subsetter's memory, the last used at the end: a brand has half a dozen. */
const MAX_FACES = 16

type Held = { readonly face: number; readonly data: number }

const held = new Map<string, Held>()

function release(hb: Engine, { face, data }: Held): void {
  hb.hb_face_destroy(face)
  hb.free(data)
}

function hold(hb: Engine, font: Font): Held {
  const data = hb.malloc(font.bytes.byteLength)
  if (data === 0) throw new Error('harfbuzz-subset is out of memory')
  new Uint8Array(hb.memory.buffer).set(font.bytes, data)
  const blob = hb.hb_blob_create(data, font.bytes.byteLength, WRITABLE, 0, 0)
  const face = hb.hb_face_create(blob, 0)
  hb.hb_blob_destroy(blob)
  return { face, data }
}

function faceIn(hb: Engine, font: Font): number {
  const now = held.get(font.sha256) ?? hold(hb, font)
  held.delete(font.sha256)
  held.set(font.sha256, now)
  for (const [sha256, oldest] of held) {
    if (held.size <= MAX_FACES) break
    held.delete(sha256)
    release(hb, oldest)
  }
  return now.face
}

function subsetFace(hb: Engine, face: number, glyphs: readonly number[]): Uint8Array | undefined {
  const input = hb.hb_subset_input_create_or_fail()
  const wanted = hb.hb_subset_input_glyph_set(input)
  for (const glyph of glyphs) hb.hb_set_add(wanted, glyph)
  const dropped = hb.hb_subset_input_set(input, DROP_TABLES)
  for (const name of DROPPED.split(',')) hb.hb_set_add(dropped, tag(name))
  hb.hb_subset_input_set_flags(input, FLAGS)
  const made = hb.hb_subset_or_fail(face, input)
  hb.hb_subset_input_destroy(input)
  if (made === 0) return undefined
  const blob = hb.hb_face_reference_blob(made)
  const start = hb.hb_blob_get_data(blob, 0)
  const bytes = new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(blob))
  hb.hb_blob_destroy(blob)
  hb.hb_face_destroy(made)
  return bytes
}

/** The `CFF ` table alone, when the subset has one. */
function cffTable(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let i = 0, count = view.getUint16(4); i < count; i++) {
    const entry = 12 + 16 * i
    if (view.getUint32(entry) !== tag('CFF ')) continue
    const offset = view.getUint32(entry + 8)
    return bytes.slice(offset, offset + view.getUint32(entry + 12))
  }
  return undefined
}

/** Subsets are asked for once per piece and font; kits of one brand share many. */
const subsets = createLru<Subset>(256)

/** A trap leaves the module's memory in an unknown state: the next font gets a new one. */
function abandon(): void {
  engine = undefined
  held.clear()
}

/** By HarfBuzz: fonts with outlines in `CFF `, and those that hold more than plain outlines. */
export function cutByEngine(font: Font, glyphs: readonly number[]): Subset {
  let bytes: Uint8Array | undefined
  try {
    const hb = subsetEngine()
    bytes = subsetFace(hb, faceIn(hb, font), glyphs)
  } catch (error) {
    abandon()
    throw new FontError('damaged', font.id, error)
  }
  if (bytes === undefined) throw new FontError('damaged', font.id)
  const cff = cffTable(bytes)
  if (cff !== undefined) return { bytes: cff, format: 'cff', codeOf: glyph => glyph }
  try {
    return compacted(glyphsIn(tablesIn(bytes)), glyphs)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new FontError('damaged', font.id, error)
  }
}

function compacted(source: GlyphSource, glyphs: readonly number[]): Subset {
  const { order, bytes } = compactGlyphs(source, glyphs)
  const codes = new Map(order.map((glyph, code) => [glyph, code]))
  return { bytes, format: 'glyf', codeOf: glyph => codes.get(glyph) ?? 0 }
}

/** Straight from the font's own tables where they are plain and sound, which is ten times faster; by the engine otherwise. */
function cut(font: Font, glyphs: readonly number[]): Subset {
  try {
    const source = outlinesOf(font)
    if (source) return compacted(source, glyphs)
  } catch (error) {
    // What one reader finds damaged, the other may mend.
    if (!(error instanceof RangeError)) throw error
  }
  return cutByEngine(font, glyphs)
}

/**
 * The font with these glyphs only (and .notdef). The same glyphs in any order give the same object.
 * Throws `FontError` when the file is too damaged to be cut.
 */
export function subset(font: Font, glyphs: readonly number[]): Subset {
  const wanted = [...new Set(glyphs)].sort((a, b) => a - b)
  return subsets(`${font.sha256} ${wanted.join()}`, () => cut(font, wanted))
}
