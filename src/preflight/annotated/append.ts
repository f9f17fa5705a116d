// An incremental update: the file's own bytes, untouched, then new objects and a table of them (ISO 32000-1 7.5.6).
import { indexOf, lastIndexOf, latin1 } from '../../pdf-reader/bytes.ts'
import type { PdfObject } from '../../pdf-reader/object.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'
import { serialize } from './serialize.ts'

/** The text of an object between `obj` and `endobj`, by its number. */
export type NewObjects = ReadonlyMap<number, string>

/** Undefined when the file's own table is wrong: nothing may be added to what had to be repaired. */
export function append(bytes: Uint8Array, { trailer, notes }: PdfDocument, added: NewObjects): Uint8Array | undefined {
  if (notes.some(({ code }) => code === 'xref-rebuilt' || code === 'header-offset')) return undefined
  const at = lastIndexOf(bytes, 'startxref')
  const start = Number(/^startxref\s+(\d{1,10})/.exec(latin1(bytes.subarray(at, at + 40)))?.[1])
  if (at < 0 || Number.isNaN(start)) return undefined
  const table = indexOf(bytes.subarray(start, start + 16), 'xref') >= 0
  const parts: string[] = ['\n']
  const offsets = new Map<number, number>()
  let length = bytes.length + 1
  for (const [number, body] of added) {
    offsets.set(number, length)
    const part = `${number} 0 obj\n${body}\nendobj\n`
    parts.push(part)
    length += part.length
  }
  const kept = ['Root', 'Info', 'ID'].flatMap(key => entryOf(key, trailer.entries.get(key)))
  const end = table ? tableOf(offsets, start, kept) : streamOf(offsets, start, kept, length)
  parts.push(end, `startxref\n${length}\n%%EOF\n`)
  return Uint8Array.from(Buffer.concat([bytes, Buffer.from(parts.join(''), 'latin1')]))
}

const entryOf = (key: string, value: PdfObject | undefined): string[] =>
  value === undefined ? [] : [`/${key} ${serialize(value)}`]

/** What the section holds beside its rows; numbers run up to the highest of the whole file. */
const common = (size: number, previous: number, kept: readonly string[]): string =>
  `/Size ${size} /Prev ${previous} ${kept.join(' ')}`

const sizeOf = (offsets: ReadonlyMap<number, number>): number => Math.max(...offsets.keys()) + 1

function tableOf(offsets: ReadonlyMap<number, number>, previous: number, kept: readonly string[]): string {
  const rows = [...offsets].map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
  return `xref\n${rows.join('')}trailer\n<< ${common(sizeOf(offsets), previous, kept)} >>\n`
}

/** A file whose table is a stream goes on with a stream (7.5.8). */
function streamOf(
  offsets: ReadonlyMap<number, number>,
  previous: number,
  kept: readonly string[],
  own: number,
): string {
  const number = sizeOf(offsets)
  const all = [...offsets, [number, own] as const]
  const rows = all.map(([, offset]) => `01${offset.toString(16).padStart(8, '0')}00`).join('')
  const index = all.map(([each]) => `${each} 1`).join(' ')
  const dict = `<< /Type /XRef /W [1 4 1] /Index [${index}] ${common(number + 1, previous, kept)} /Filter /ASCIIHexDecode /Length ${rows.length + 1} >>`
  return `${number} 0 obj\n${dict}\nstream\n${rows}>\nendstream\nendobj\n`
}
