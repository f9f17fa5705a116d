// The parts of a ZIP, by its directory (APPNOTE 6.3.10 4.3, ZIP64 included), each inflated as a stream within a limit.
import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { text } from '../../model/diagnostic.ts'
import { damaged, refusal, tooLarge } from './refusal.ts'
import type { Source } from './source.ts'

type ZipPart = {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  /** Bytes in the archive, and once inflated. */
  readonly packed: number
  readonly size: number
  /** Of its local header. */
  readonly offset: number
}

export type Zip = {
  readonly source: Source
  /** By path, in lower case and with `/`: some writers put `\` (ISO/IEC 29500-2 6.2.2.3 compares without case). */
  readonly parts: ReadonlyMap<string, ZipPart>
}

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

const END_LENGTH = 22
const MAX_COMMENT = 0xffff
const MAX_PARTS = 10_000
const MAX_DIRECTORY = 8 * 1024 * 1024

const CUT_SHORT = text('l’archive est coupée ou sa table est fausse', 'the archive is cut short or its table is wrong')

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

type Directory = { readonly offset: number; readonly length: number; readonly count: number }

/** A ZIP64 directory is told by sentinels in the old record (4.3.14). */
function directory64(source: Source, end: number): Directory | undefined {
  const locator = viewOf(source.part(Math.max(0, end - 20), 20))
  if (locator.byteLength < 20 || locator.getUint32(0, true) !== LOCATOR_64) return undefined
  const record = viewOf(source.part(Number(locator.getBigUint64(8, true)), 56))
  if (record.byteLength < 56 || record.getUint32(0, true) !== END_64) return undefined
  const big = (at: number): number => Number(record.getBigUint64(at, true))
  return { count: big(32), length: big(40), offset: big(48) }
}

function directoryOf(source: Source): Directory {
  const start = Math.max(0, source.size - END_LENGTH - MAX_COMMENT)
  const tail = viewOf(source.part(start, source.size - start))
  let at = tail.byteLength - END_LENGTH
  while (at >= 0 && tail.getUint32(at, true) !== END) at--
  if (at < 0) throw damaged(source.file, CUT_SHORT)
  const plain = {
    count: tail.getUint16(at + 10, true),
    length: tail.getUint32(at + 12, true),
    offset: tail.getUint32(at + 16, true),
  }
  const isBig = plain.count === 0xffff || plain.length === 0xffffffff || plain.offset === 0xffffffff
  return (isBig ? directory64(source, start + at) : undefined) ?? plain
}

/** Sizes and offset that did not fit in 32 bits, in the order of the fields that hold a sentinel (4.5.3). */
function wideFields(extra: DataView, narrow: readonly number[]): readonly number[] {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue
    let next = at + 4
    return narrow.map(value => {
      if (value !== 0xffffffff || next + 8 > extra.byteLength) return value
      next += 8
      return Number(extra.getBigUint64(next - 8, true))
    })
  }
  return narrow
}

export function openZip(source: Source): Zip {
  const { offset, length, count } = directoryOf(source)
  if (count > MAX_PARTS || length > MAX_DIRECTORY) {
    throw tooLarge(source.file, text('l’archive a plus de 10 000 fichiers', 'the archive holds over 10,000 files'))
  }
  const bytes = source.part(offset, length)
  if (bytes.length < length) throw damaged(source.file, CUT_SHORT)
  const view = viewOf(bytes)
  const parts = new Map<string, ZipPart>()
  for (let at = 0, index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw damaged(source.file, CUT_SHORT)
    const [named, extra, comment] = [28, 30, 32].map(field => view.getUint16(at + field, true))
    const nameEnd = at + 46 + (named ?? 0)
    const end = nameEnd + (extra ?? 0)
    if (end > bytes.length) throw damaged(source.file, CUT_SHORT)
    const narrow = [24, 20, 42].map(field => view.getUint32(at + field, true))
    const [size = 0, packed = 0, local = 0] = wideFields(viewOf(bytes.subarray(nameEnd, end)), narrow)
    const name = Buffer.from(bytes.subarray(at + 46, nameEnd))
      .toString('utf8')
      .replaceAll('\\', '/')
    parts.set(name.toLowerCase(), {
      name,
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed,
      size,
      offset: local,
    })
    at = end + (comment ?? 0)
  }
  return { source, parts }
}

export const partOf = (zip: Zip, path: string): ZipPart | undefined => zip.parts.get(path.toLowerCase())

const isError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error

async function* unpacked(packed: Iterable<Uint8Array>, method: number): AsyncGenerator<Uint8Array> {
  if (method === 0) {
    yield* packed
    return
  }
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 })
  // The error of a broken stream comes out of the loop below; leaving the loop early ends the source.
  pipeline(Readable.from(packed), inflate, () => {})
  yield* inflate
}

/** The bytes of a part; refused beyond `limit` bytes, or when they are not those that the directory announces. */
export async function* inflatePart(zip: Zip, path: string, limit: number): AsyncGenerator<Uint8Array> {
  const { source } = zip
  const part = partOf(zip, path)
  if (!part) throw damaged(source.file, text(`il lui manque « ${path} »`, `“${path}” is missing`))
  if (part.isEncrypted) {
    throw refusal(
      'table-protected',
      source.file,
      text('l’archive est chiffrée', 'the archive is encrypted'),
      text('enregistrez le classeur sans mot de passe', 'save the workbook without a password'),
    )
  }
  const spoilt = damaged(source.file, text(`« ${part.name} » ne se décompresse pas`, `“${part.name}” does not inflate`))
  if (part.method !== 0 && part.method !== 8) throw spoilt
  const inflated = tooLarge(
    source.file,
    text(
      `« ${part.name} » dépasse ${limit / 1024 / 1024} Mo une fois décompressé`,
      `“${part.name}” inflates to over ${limit / 1024 / 1024} MB`,
    ),
  )
  if (part.size > limit) throw inflated
  const header = viewOf(source.part(part.offset, 30))
  if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL) throw damaged(source.file, CUT_SHORT)
  const start = part.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true)
  let [size, crc] = [0, 0]
  try {
    for await (const bytes of unpacked(source.parts(start, part.packed), part.method)) {
      size += bytes.length
      if (size > limit) throw inflated
      crc = crc32(bytes, crc)
      yield bytes
    }
  } catch (error) {
    throw isError(error) && error.code?.startsWith('Z_') ? spoilt : error
  }
  if (size !== part.size || crc !== part.crc) throw spoilt
}

/** A part that is small enough to be held whole. */
export async function wholePart(zip: Zip, path: string, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const bytes of inflatePart(zip, path, limit)) parts.push(bytes)
  return new Uint8Array(Buffer.concat(parts))
}
