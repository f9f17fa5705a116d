// A file whose cross-reference table is broken: every `n g obj` of it, the last one winning, and every trailer.
import type { Budget } from './budget.ts'
import { allIndexesOf } from './bytes.ts'
import { indirectOffsets, readIndirect } from './indirect.ts'
import { Lexer } from './lexer.ts'
import { asDict, asName, asNumber, EMPTY_DICT, type PdfDict, type PdfObject } from './object.ts'
import { Parser } from './parser.ts'
import type { Entry, Xref } from './xref.ts'

export type Rebuilt = Xref & {
  /** Object streams met: what they hold must be listed too, once they can be decoded. */
  readonly packs: readonly number[]
}

export function rebuildXref(bytes: Uint8Array, budget: Budget): Rebuilt {
  const entries = new Map<number, Entry>()
  const packs: number[] = []
  let trailer = trailerDicts(bytes, budget).reduce(merge, EMPTY_DICT)
  let end = 0
  for (const offset of indirectOffsets(bytes)) {
    // Bytes of a stream may look like an object.
    if (offset < end || !budget.spend('objects')) continue
    const object = readIndirect(bytes, offset, budget, asNumber)
    if (!object) continue
    end = object.end
    entries.set(object.number, { kind: 'offset', offset })
    const dict = asDict(object.value)
    const type = asName(dict?.entries.get('Type'))
    if (type === 'ObjStm') packs.push(object.number)
    if (dict && type === 'XRef' && dict.entries.has('Root')) trailer = merge(trailer, dict)
    if (type === 'Catalog' && !trailer.entries.has('Root')) trailer = merge(trailer, rootAt(object.number))
  }
  return { entries, trailer, sections: 1, packs }
}

const rootAt = (number: number): PdfDict => ({
  kind: 'dict',
  entries: new Map<string, PdfObject>([['Root', { kind: 'ref', number, generation: 0 }]]),
})

function trailerDicts(bytes: Uint8Array, budget: Budget): PdfDict[] {
  return allIndexesOf(bytes, 'trailer').flatMap(at => {
    const value = new Parser(new Lexer(bytes, budget, at + 'trailer'.length), budget).next()
    return typeof value === 'object' && value?.kind === 'dict' ? [value] : []
  })
}

const merge = (older: PdfDict, newer: PdfDict): PdfDict => ({
  kind: 'dict',
  entries: new Map([...older.entries, ...newer.entries]),
})
