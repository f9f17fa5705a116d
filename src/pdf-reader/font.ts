// Fonts as content uses them: codes to glyphs, characters and widths; embedding (ISO 32000-1 9.6 to 9.10).
import { uint } from './bytes.ts'
import { type CMap, readCMap } from './cmap.ts'
import { readSimpleEncoding, type SimpleEncoding } from './encoding.ts'
import { type FontProgram, readFontProgram } from './font-program.ts'
import { asArray, asDict, asName, asNumber, type PdfDict } from './object.ts'
import type { Objects, Once } from './objects.ts'

/** One code of a shown string. */
export type ShownGlyph = {
  readonly code: number
  /** Bytes of the code: word spacing applies to the one-byte space only. */
  readonly size: number
  /** What it says; undefined when the font does not tell. */
  readonly unicode: string | undefined
  /** In thousandths of the em. */
  readonly width: number
  /** Glyph of the embedded program, when codes lead to one for certain. */
  readonly glyph: number | undefined
  readonly notdef: boolean
}

export type PdfFont = {
  readonly object: number
  readonly name: string
  readonly subtype: string
  /** Of a composite font: `CIDFontType0` or `CIDFontType2`. */
  readonly descendant?: string
  readonly embedded?: 'FontFile' | 'FontFile2' | 'FontFile3' | 'procedures'
  /** The name starts with six capitals and a plus sign. */
  readonly subset: boolean
  readonly toUnicode: boolean
  readonly cidToGid: 'absent' | 'identity' | 'map' | 'wrong'
  readonly program?: FontProgram
  /** Type 3 only: scale of glyph space. */
  readonly scale: number
  readonly dict: PdfDict
  decode(bytes: Uint8Array): ShownGlyph[]
}

const FILES = ['FontFile', 'FontFile2', 'FontFile3'] as const

/** Of fonts of files read before. */
const known = new WeakMap<PdfDict, Once<PdfFont>>()

/** @param object whose content names it, where it is no object itself */
export function readFont(dict: PdfDict, object: number, objects: Objects): PdfFont {
  const font = objects.once(known, dict, () => read(dict, object, objects))
  return font.object === object ? font : read(dict, object, objects)
}

function read(dict: PdfDict, object: number, objects: Objects): PdfFont {
  const subtype = objects.name(dict, 'Subtype') ?? ''
  const toUnicode = objects.stream(dict, 'ToUnicode')
  const map = toUnicode && readCMap(objects.decode(toUnicode).bytes, objects.budget)
  const name = objects.name(dict, 'BaseFont') ?? objects.name(dict, 'Name') ?? ''
  const common = { object, name, subtype, subset: /^[A-Z]{6}\+./.test(name), toUnicode: map !== undefined, dict }
  return subtype === 'Type0' ? composite(common, map, objects) : simple(common, map, objects)
}

type Common = Pick<PdfFont, 'object' | 'name' | 'subtype' | 'subset' | 'toUnicode' | 'dict'>

function embeddedFile(descriptor: PdfDict | undefined, objects: Objects): Pick<PdfFont, 'embedded' | 'program'> {
  const embedded = FILES.find(key => objects.stream(descriptor, key))
  const stream = embedded && objects.stream(descriptor, embedded)
  if (!embedded || !stream) return {}
  const program = embedded === 'FontFile' ? undefined : readFontProgram(objects.decode(stream).bytes)
  return { embedded, ...(program && { program }) }
}

function composite(common: Common, map: CMap | undefined, objects: Objects): PdfFont {
  const descendant = asDict(objects.array(common.dict, 'DescendantFonts')[0])
  const file = embeddedFile(objects.dict(descendant, 'FontDescriptor'), objects)
  const encoding = objects.stream(common.dict, 'Encoding')
  const codes = encoding && readCMap(objects.decode(encoding).bytes, objects.budget)
  const identity = objects.name(common.dict, 'Encoding')?.startsWith('Identity') ?? false
  const { kind, toGlyph } = cidToGid(descendant, objects)
  const widths = cidWidths(descendant, objects)
  const defaultWidth = objects.number(descendant, 'DW') ?? 1000
  const cff = objects.name(descendant, 'Subtype') === 'CIDFontType0'
  const glyphs = new Map<number, ShownGlyph>()
  const look = (code: number, size: number): ShownGlyph => {
    const cid = identity ? code : codes?.cids.get(code)
    const glyph = cid === undefined || cff ? undefined : toGlyph(cid)
    const width = (cid === undefined ? undefined : widths.get(cid)) ?? defaultWidth
    return { code, size, unicode: map?.unicode.get(code), width, glyph, notdef: cid === 0 || glyph === 0 }
  }
  // By size too: codes of one byte and of two may be the same number.
  const shown = (code: number, size: number): ShownGlyph => {
    const key = code * 8 + size
    const before = glyphs.get(key)
    if (before) return before
    const glyph = look(code, size)
    if (glyphs.size < MAX_WIDTHS) glyphs.set(key, glyph)
    return glyph
  }
  return {
    ...common,
    ...file,
    descendant: objects.name(descendant, 'Subtype') ?? '',
    cidToGid: kind,
    scale: 0.001,
    decode: bytes => splitCodes(bytes, (all, at) => (codes?.hasCodeSpace ? codes.sizeAt(all, at) : 2), shown),
  }
}

function splitCodes(
  bytes: Uint8Array,
  sizeAt: (bytes: Uint8Array, at: number) => number,
  shown: (code: number, size: number) => ShownGlyph,
): ShownGlyph[] {
  const glyphs: ShownGlyph[] = []
  for (let at = 0; at < bytes.length; ) {
    const size = Math.min(sizeAt(bytes, at), bytes.length - at)
    glyphs.push(shown(uint(bytes, at, size), size))
    at += size
  }
  return glyphs
}

function cidToGid(
  descendant: PdfDict | undefined,
  objects: Objects,
): { kind: PdfFont['cidToGid']; toGlyph: (cid: number) => number } {
  const value = objects.get(descendant, 'CIDToGIDMap')
  if (value === null) return { kind: 'absent', toGlyph: cid => cid }
  if (asName(value) === 'Identity') return { kind: 'identity', toGlyph: cid => cid }
  const stream = objects.stream(descendant, 'CIDToGIDMap')
  if (!stream) return { kind: 'wrong', toGlyph: cid => cid }
  const { bytes } = objects.decode(stream)
  return { kind: 'map', toGlyph: cid => uint(bytes, 2 * cid, 2) }
}

const MAX_WIDTHS = 200_000

/** `/W`: `c [w1 w2 …]` or `first last w` (ISO 32000-1 9.7.4.3). */
function cidWidths(descendant: PdfDict | undefined, objects: Objects): ReadonlyMap<number, number> {
  const widths = new Map<number, number>()
  const items = objects.array(descendant, 'W')
  for (let at = 0; at + 1 < items.length; ) {
    const first = asNumber(items[at]) ?? 0
    const list = asArray(items[at + 1] ?? null)
    if (list)
      for (const [index, width] of list.entries()) widths.set(first + index, asNumber(objects.resolve(width)) ?? 0)
    else {
      const last = Math.min(asNumber(items[at + 1]) ?? 0, first + 65535)
      if (!objects.budget.spend('tokens', Math.max(0, last - first))) break
      for (let cid = first; cid <= last && widths.size < MAX_WIDTHS; cid++)
        widths.set(cid, asNumber(items[at + 2]) ?? 0)
    }
    at += list ? 2 : 3
  }
  return widths
}

const SYMBOLIC = 4

/** The 14 standard fonts may leave their widths out (ISO 32000-1 9.6.2.2): about what a letter of Helvetica takes. */
const UNKNOWN_WIDTH = 540

function simple(common: Common, map: CMap | undefined, objects: Objects): PdfFont {
  const { dict, subtype } = common
  const descriptor = objects.dict(dict, 'FontDescriptor')
  const file = subtype === 'Type3' ? { embedded: 'procedures' as const } : embeddedFile(descriptor, objects)
  const symbolic = ((objects.number(descriptor, 'Flags') ?? 0) & SYMBOLIC) !== 0
  const encoding = readSimpleEncoding(objects.get(dict, 'Encoding'), symbolic, objects)
  const widths = objects.numbers(dict, 'Widths') ?? []
  const first = objects.number(dict, 'FirstChar') ?? 0
  const missing = objects.number(descriptor, 'MissingWidth') ?? 0
  const matrix = objects.numbers(dict, 'FontMatrix')
  const shown = (code: number): ShownGlyph => ({
    code,
    size: 1,
    unicode: map?.unicode.get(code) ?? encoding.unicode.get(code),
    width: widths[code - first] ?? (widths.length > 0 ? missing : UNKNOWN_WIDTH),
    glyph: undefined,
    notdef: isNotdef(encoding, code),
  })
  return {
    ...common,
    ...file,
    cidToGid: 'absent',
    scale: subtype === 'Type3' ? Math.abs(matrix?.[0] ?? 0.001) : 0.001,
    decode: bytes => Array.from(bytes, shown),
  }
}

const isNotdef = (encoding: SimpleEncoding, code: number): boolean => encoding.notdef.has(code)
