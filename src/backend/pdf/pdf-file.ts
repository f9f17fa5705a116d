// A PDF/X under construction: objects written as they come, each once; then catalog, metadata, file identifier.
import { isFlat, standards } from '../../model/standard.ts'
import { createLru } from '../../text/lru.ts'
import { deflate } from './deflate.ts'
import { SMALL } from './matches.ts'
import { infoOf, type Metadata, xmpPacket } from './metadata.ts'
import { type Dictionary, keyOf, type Ref, Text, type Value } from './object.ts'
import { type FinishedFile, ObjectFile } from './object-file.ts'
import { claims } from './standard.ts'

export type PdfFile = {
  /** Whether pictures that are all there or not at all are masked bit by bit, for want of transparency. */
  readonly hardMasks: boolean
  /** Throws in a file that knows no transparency: flattening should have left none, and silence would print it wrong. */
  transparent(): void
  /** Writes an object. */
  add(value: Dictionary | readonly Value[]): Ref
  /** Writes a stream, deflated unless `deflated` says that it already is. */
  addStream(dictionary: Dictionary, bytes: Uint8Array | string, deflated?: 'deflated'): Ref
  addPage(dictionary: Dictionary): void
  /** Makes a thing once per file and key. */
  once<T>(key: string, make: () => T): T
  /** `add`, once per file for values that are written alike. */
  share(value: Dictionary | readonly Value[]): Ref
  /** `addStream`, once per file for streams that are written alike. */
  shareStream(dictionary: Dictionary, content: string): Ref
  /** Closes the file. */
  finish(catalog: Dictionary): FinishedFile
}

const encode = (content: Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content, 'latin1') : content

/** Streams kept deflated: kits of one brand say the same of their fonts, and some of their pages are the same. */
const KEPT = 128

const deflatedStreams = createLru<Uint8Array>(KEPT)

const deflatedOnce = (content: Uint8Array | string): Uint8Array =>
  typeof content === 'string' && content.length <= SMALL
    ? deflatedStreams(content, () => deflate(encode(content), 6))
    : deflate(encode(content), 6)

export function openPdfFile(metadata: Metadata): PdfFile {
  const objects = new ObjectFile(claims[metadata.standard].pdfVersion)
  const pages = objects.reserve()
  const kids: Ref[] = []
  const made = new Map<string, unknown>()
  const once = <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make())
    // Keys begin with what they stand for, so that one key has one type.
    return made.get(key) as T
  }
  const add = (value: Value): Ref => {
    const ref = objects.reserve()
    objects.write(ref, value)
    return ref
  }
  const addStream: PdfFile['addStream'] = (dictionary, bytes, deflated) => {
    const ref = objects.reserve()
    const stream = deflated ? encode(bytes) : deflatedOnce(bytes)
    objects.writeStream(ref, { ...dictionary, Filter: 'FlateDecode' }, stream)
    return ref
  }
  /** The packet names the file by a digest of what is written before it. */
  const addMetadata = (): Ref => {
    const ref = objects.reserve()
    const packet = new TextEncoder().encode(xmpPacket(metadata, objects.digest()))
    objects.writeStream(ref, { Type: 'Metadata', Subtype: 'XML' }, packet)
    return ref
  }
  const hardMasks = isFlat(metadata.standard)
  return {
    hardMasks,
    transparent() {
      if (hardMasks) throw new Error(`transparency in a ${standards[metadata.standard].title}`)
    },
    add,
    addStream,
    once,
    addPage(dictionary) {
      kids.push(add({ Type: 'Page', Parent: pages, ...dictionary }))
    },
    share: value => once(`object ${keyOf(value)}`, () => add(value)),
    shareStream: (dictionary, content) =>
      once(`stream ${keyOf(dictionary)} ${content}`, () => addStream(dictionary, content)),
    finish(catalog) {
      const info = add(infoOf(metadata))
      objects.write(pages, { Type: 'Pages', Count: kids.length, Kids: kids })
      const root = add({
        Type: 'Catalog',
        Pages: pages,
        Lang: new Text(metadata.lang),
        ViewerPreferences: { DisplayDocTitle: true },
        ...catalog,
        Metadata: addMetadata(),
      })
      return objects.finish(root, info, objects.digest().slice(0, 32))
    },
  }
}
