// The outside of a file: its header, its trailer, and its objects by number.
import type { Budget } from './budget.ts'
import { indexOf, lastIndexOf, latin1 } from './bytes.ts'
import type { Note } from './note.ts'
import { asDict, type PdfDict } from './object.ts'
import { Objects } from './objects.ts'
import { rebuildXref } from './rebuild.ts'
import { type Entry, readXref, type Xref } from './xref.ts'

export type Structure = {
  /** As `1.6`. */
  readonly version: string
  readonly trailer: PdfDict
  readonly catalog: PdfDict
  readonly objects: Objects
  /** Sections of the cross-reference; more than 1 after an incremental update. */
  readonly sections: number
}

/** Readers accept a header within the first 1024 bytes (ISO 32000-1 annex H.3.4.1); offsets then count from it. */
const HEADER_ROOM = 1024

export function readStructure(bytes: Uint8Array, budget: Budget): Structure | undefined {
  const shift = indexOf(bytes.subarray(0, HEADER_ROOM + 8), '%PDF-')
  if (shift < 0) return undefined
  const version = /^\d\.\d/.exec(latin1(bytes.subarray(shift + 5, shift + 8)))?.[0] ?? ''
  const notes: Note[] = shift > 0 ? [{ code: 'header-offset' }] : []
  const structure = fromTable(bytes, shift, budget) ?? fromScan(bytes, budget)
  if (!structure) return undefined
  structure.objects.notes.unshift(...notes)
  return { version, ...structure }
}

type Opened = Omit<Structure, 'version'>

function open(bytes: Uint8Array, { entries, trailer, sections }: Xref, budget: Budget): Opened | undefined {
  const objects = new Objects(bytes, entries, budget)
  const encrypted = trailer.entries.has('Encrypt')
  const catalog = objects.dict(trailer, 'Root')
  // The catalog of an encrypted file may lie in an object stream that cannot be decoded.
  if (!catalog && !encrypted) return undefined
  return { trailer, catalog: catalog ?? trailer, objects, sections }
}

function fromTable(bytes: Uint8Array, shift: number, budget: Budget): Opened | undefined {
  const at = lastIndexOf(bytes, 'startxref')
  const start = /^startxref\s+(\d{1,10})\s/.exec(latin1(bytes.subarray(Math.max(at, 0), at + 40)))?.[1]
  if (at < 0 || start === undefined) return undefined
  const xref =
    readXref(bytes, Number(start), shift, budget) ?? (shift ? readXref(bytes, Number(start), 0, budget) : undefined)
  const opened = xref && open(bytes, xref, budget)
  if (!opened) return undefined
  // One look at every object now: a table with a wrong offset is a broken table.
  for (const _ of opened.objects.all()) if (opened.objects.misplaced) return undefined
  return asDict(opened.objects.get(opened.catalog, 'Pages')) || opened.trailer.entries.has('Encrypt')
    ? opened
    : undefined
}

function fromScan(bytes: Uint8Array, budget: Budget): Opened | undefined {
  const rebuilt = rebuildXref(bytes, budget)
  const found = new Objects(bytes, rebuilt.entries, budget)
  const entries = new Map<number, Entry>(rebuilt.entries)
  for (const stream of rebuilt.packs) {
    ;[...found.pack(stream).keys()].forEach((number, index) => {
      if (!entries.has(number)) entries.set(number, { kind: 'packed', stream, index })
    })
  }
  const opened =
    open(bytes, { ...rebuilt, entries }, budget) ??
    open(bytes, { ...rebuilt, ...withCatalog(bytes, rebuilt, entries, budget) }, budget)
  opened?.objects.notes.unshift({ code: 'xref-rebuilt' })
  return opened
}

/** The catalog may be packed, and the trailer that named it lost. */
function withCatalog(
  bytes: Uint8Array,
  rebuilt: Xref,
  entries: Map<number, Entry>,
  budget: Budget,
): Omit<Xref, 'sections'> {
  const objects = new Objects(bytes, entries, budget)
  for (const [number, value] of objects.all()) {
    if (objects.name(asDict(value), 'Type') !== 'Catalog') continue
    const root = new Map([...rebuilt.trailer.entries, ['Root', { kind: 'ref', number, generation: 0 }] as const])
    return { entries, trailer: { kind: 'dict', entries: root } }
  }
  return { entries, trailer: rebuilt.trailer }
}
