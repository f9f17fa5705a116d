// Fonts inside a PDF: one subset per font and file, Type 0 with Identity-H, and what each glyph says (ISO 32000-1 9.7).
import { createHash } from 'node:crypto'
import type { Font } from '../../model/assets.ts'
import { type Subset, subset } from '../../text/subset.ts'
import { characterMap } from './character-map.ts'
import { deflate } from './deflate.ts'
import { nameOf } from './name.ts'
import { round5 } from './number.ts'
import { type Dictionary, type Ref, Text, type Value } from './object.ts'
import type { PdfFile } from './pdf-file.ts'

export type EmbeddedFont = {
  readonly ref: Ref
  readonly font: Font
  /** What stands for a glyph in the text of the file. */
  codeOf(glyph: number): number
  /** The advance that the file states for a glyph, in thousandths of an em. */
  widthOf(glyph: number): number
}

const widthIn = (font: Font, glyph: number): number => round5((font.advanceOf(glyph) * 1000) / font.unitsPerEm)

/** @param glyphs in ascending order, each once */
export function embedFont(
  file: PdfFile,
  font: Font,
  glyphs: readonly number[],
  toUnicode: ReadonlyMap<number, string>,
): EmbeddedFont {
  const cut = subset(font, glyphs)
  const { codeOf } = cut
  const said = new Map([...toUnicode].map(([glyph, text]) => [codeOf(glyph), text]))
  const { name, widths } = sayingsOf(font, glyphs, cut)
  const ref = file.add({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [file.add(descendant(file, font, widths, cut, name))],
    ToUnicode: file.addStream({}, characterMap(said)),
  })
  return { ref, font, codeOf, widthOf: glyph => widthIn(font, glyph) }
}

/** The indexes of the subset are the CIDs. */
const descendant = (file: PdfFile, font: Font, widths: Value, cut: Subset, name: string): Dictionary => ({
  Type: 'Font',
  Subtype: cut.format === 'glyf' ? 'CIDFontType2' : 'CIDFontType0',
  BaseFont: name,
  CIDSystemInfo: { Registry: new Text('Adobe'), Ordering: new Text('Identity'), Supplement: 0 },
  FontDescriptor: file.add(descriptor(file, font, cut, name)),
  W: widths,
  ...(cut.format === 'glyf' ? { CIDToGIDMap: 'Identity' } : {}),
})

/** Symbolic: its glyphs are chosen by index, not by a standard encoding. */
const SYMBOLIC = 4

function descriptor(file: PdfFile, font: Font, cut: Subset, name: string): Dictionary {
  const inEm = (units: number): number => Math.round((units * 1000) / font.unitsPerEm)
  return {
    Type: 'FontDescriptor',
    FontName: name,
    FontFamily: new Text(font.family),
    FontWeight: fontWeight(font),
    Flags: SYMBOLIC,
    FontBBox: font.bounds.map(inEm),
    ItalicAngle: 0,
    Ascent: inEm(font.ascender),
    Descent: inEm(font.descender),
    CapHeight: inEm(font.capHeight),
    XHeight: inEm(font.xHeight),
    StemV: stemOf(font),
    ...fontFile(file, cut),
  }
}

/** PDF knows the nine hundreds only. */
const fontWeight = ({ weight }: Font): number => Math.min(900, Math.max(100, Math.round(weight / 100) * 100))

/** Fonts do not state their stems; a reader only uses this to imitate a missing font, and ours are embedded. */
const stemOf = ({ weight }: Font): number => Math.round(50 + (weight / 65) * (weight / 65))

function fontFile(file: PdfFile, cut: Subset): Dictionary {
  const stream = deflatedSubset(cut)
  return cut.format === 'glyf'
    ? { FontFile2: file.addStream({ Length1: cut.bytes.length }, stream, 'deflated') }
    : { FontFile3: file.addStream({ Subtype: 'CIDFontType0C' }, stream, 'deflated') }
}

/** Kits of one brand draw the same glyphs again and again: a subset is deflated once per process. */
const deflatedSubsets = new WeakMap<Subset, Uint8Array>()

function deflatedSubset(cut: Subset): Uint8Array {
  const known = deflatedSubsets.get(cut)
  if (known) return known
  const stream = deflate(cut.bytes, 9)
  deflatedSubsets.set(cut, stream)
  return stream
}

/** What a file says of a subset, whichever file it is. */
type Sayings = { readonly name: string; readonly widths: Value }

const sayings = new WeakMap<Subset, Sayings>()

function sayingsOf(font: Font, glyphs: readonly number[], cut: Subset): Sayings {
  const known = sayings.get(cut)
  if (known) return known
  const said = {
    name: `${tagOf(font, glyphs)}+${nameOf(font.postscriptName)}`,
    widths: widthsOf(font, glyphs, cut),
  }
  sayings.set(cut, said)
  return said
}

/** Six letters that tell subsets of one font apart (ISO 32000-1 9.6.4). */
function tagOf(font: Font, glyphs: readonly number[]): string {
  const digest = createHash('sha256').update(`${font.sha256} ${glyphs.join()}`).digest()
  return [...digest.subarray(0, 6)].map(byte => String.fromCharCode(65 + (byte % 26))).join('')
}

/** Runs of neighbouring codes: the first, then their widths. */
function widthsOf(font: Font, glyphs: readonly number[], { codeOf }: Subset): Value[] {
  const array: (number | number[])[] = []
  let row: number[] = []
  let next = -1
  for (const glyph of glyphs) {
    const code = codeOf(glyph)
    if (code !== next) {
      row = []
      array.push(code, row)
    }
    row.push(widthIn(font, glyph))
    next = code + 1
  }
  return array
}
