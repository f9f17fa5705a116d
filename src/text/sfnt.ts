// The tables of a font file that we read ourselves: measures, names and rights. Field offsets are OpenType's.
import { FontError, type FontFault } from './font-error.ts'

export type Measures = {
  readonly postscriptName: string
  readonly family: string
  readonly weight: number
  readonly unitsPerEm: number
  readonly ascender: number
  readonly descender: number
  /** Absent when the file does not say (OS/2 before version 2, or zero). */
  readonly capHeight?: number
  readonly xHeight?: number
  readonly bounds: readonly [number, number, number, number]
  /** OS/2 fsType forbids every embedding. */
  readonly restricted: boolean
}

/** Larger than any Latin, Arabic or Hebrew font; the largest pan-CJK ones are 20 MB. */
const MAX_BYTES = 32 * 1024 * 1024

const SIGNATURES: Readonly<Record<string, FontFault | 'font'>> = {
  '\u0000\u0001\u0000\u0000': 'font',
  OTTO: 'font',
  true: 'font',
  ttcf: 'collection',
  wOFF: 'compressed',
  wOF2: 'compressed',
}

const REQUIRED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'] as const

const latin1 = (view: DataView, offset: number, length: number): string => {
  let out = ''
  for (let i = 0; i < length; i++) out += String.fromCharCode(view.getUint8(offset + i))
  return out
}

/** The table directory; a table that lies outside the file makes the file damaged. */
function tablesOf(bytes: Uint8Array, id: string): ReadonlyMap<string, DataView> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, DataView>()
  for (let i = 0, count = view.getUint16(4); i < count; i++) {
    const entry = 12 + 16 * i
    const offset = view.getUint32(entry + 8)
    const length = view.getUint32(entry + 12)
    if (offset + length > bytes.byteLength) throw new FontError('damaged', id)
    tables.set(latin1(view, entry, 4), new DataView(bytes.buffer, bytes.byteOffset + offset, length))
  }
  return tables
}

/** A name record in the Windows (UTF-16) or Macintosh (Latin) platform. */
function nameOf(table: DataView | undefined, wanted: number): string | undefined {
  if (table === undefined) return undefined
  const strings = table.getUint16(4)
  let found: string | undefined
  for (let i = 0, count = table.getUint16(2); i < count; i++) {
    const record = 6 + 12 * i
    if (table.getUint16(record + 6) !== wanted) continue
    const platform = table.getUint16(record)
    const raw = latin1(table, strings + table.getUint16(record + 10), table.getUint16(record + 8))
    // Postscript and family names are ASCII in practice: the high bytes of UTF-16 are dropped with the other controls.
    if (platform === 3) return raw.replace(/[^\x20-\x7e]/g, '')
    if (platform === 1) found = raw.replace(/[^\x20-\x7e]/g, '')
  }
  return found
}

function signature(bytes: Uint8Array, id: string): void {
  if (bytes.byteLength === 0) throw new FontError('empty', id)
  if (bytes.byteLength > MAX_BYTES) throw new FontError('too-large', id)
  if (bytes.byteLength < 12) throw new FontError('not-a-font', id)
  const kind = SIGNATURES[String.fromCharCode(...bytes.subarray(0, 4))] ?? 'not-a-font'
  if (kind !== 'font') throw new FontError(kind, id)
}

function required(tables: ReadonlyMap<string, DataView>, tag: string, id: string): DataView {
  const table = tables.get(tag)
  if (table === undefined) throw new FontError('damaged', id)
  return table
}

function measures(tables: ReadonlyMap<string, DataView>, id: string): Measures {
  const head = required(tables, 'head', id)
  const hhea = required(tables, 'hhea', id)
  const os2 = tables.get('OS/2')
  const names = tables.get('name')
  const unitsPerEm = head.getUint16(18)
  if (unitsPerEm < 16 || unitsPerEm > 16384) throw new FontError('damaged', id)
  const heights = os2 !== undefined && os2.getUint16(0) >= 2
  const xHeight = heights ? os2.getInt16(86) : 0
  const capHeight = heights ? os2.getInt16(88) : 0
  const postscriptName = nameOf(names, 6)
    ?.replace(/[^\w.+-]/g, '')
    .slice(0, 63)
  return {
    postscriptName: postscriptName || 'Unnamed',
    family: nameOf(names, 16) || nameOf(names, 1) || postscriptName || id,
    weight: os2?.getUint16(4) ?? 400,
    unitsPerEm,
    ascender: hhea.getInt16(4),
    descender: hhea.getInt16(6),
    ...(capHeight > 0 && { capHeight }),
    ...(xHeight > 0 && { xHeight }),
    bounds: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    restricted: os2 !== undefined && (os2.getUint16(8) & 0xf) === 2,
  }
}

/** Reads and checks the tables that HarfBuzz does not report on. Throws `FontError`. */
export function readSfnt(bytes: Uint8Array, id: string): Measures {
  signature(bytes, id)
  try {
    const tables = tablesOf(bytes, id)
    for (const tag of REQUIRED) required(tables, tag, id)
    if (tables.has('fvar')) throw new FontError('variable', id)
    if (!tables.has('glyf') && !tables.has('CFF ')) throw new FontError('no-outlines', id)
    return measures(tables, id)
  } catch (error) {
    // A DataView read beyond a table's end: the file lies about its lengths.
    if (error instanceof RangeError) throw new FontError('damaged', id)
    throw error
  }
}
