// A PDF/X under construction: objects written as they come, each once; then catalog, metadata, file identifier.
import { createHash, type Hash } from 'node:crypto'
import { zlibSync } from 'fflate'
import { isFlat, standards } from '../../model/standard.ts'
import { infoOf, type Metadata, xmpPacket } from './metadata.ts'
import { type Dictionary, keyOf, type Ref, rounded, type Value } from './object.ts'
import { Pdfkit } from './pdfkit.ts'
import { claims } from './standard.ts'

/** pdfkit made to write PDF/X: our own XMP, and an identifier made of the bytes before it. */
class Writer extends Pdfkit {
  readonly metadata: Metadata
  /** Not initialised here: pdfkit writes the header before our own fields exist. */
  declare hash?: Hash

  constructor(metadata: Metadata) {
    super({
      pdfVersion: claims[metadata.standard].pdfVersion,
      autoFirstPage: false,
      compress: false,
      font: null,
      displayTitle: true,
      lang: metadata.lang,
      info: infoOf(metadata),
    })
    this.metadata = metadata
    // An empty name tree, which some readers complain about.
    delete this._root.data.Names.data.Dests
  }

  override _write(data: string | Uint8Array): void {
    this.hash ??= createHash('sha256')
    this.hash.update(typeof data === 'string' ? Buffer.from(data, 'latin1') : data)
    super._write(data)
  }

  /** A digest of the bytes written so far. */
  digest(): string {
    return this.hash?.copy().digest('hex') ?? ''
  }

  /** The finished file: one read gives it whole on Node 20 and 22, one write at a time on Node 26. */
  bytes(): Uint8Array {
    const chunks: Uint8Array[] = []
    for (let chunk = this.read(); chunk !== null; chunk = this.read()) chunks.push(chunk)
    if (chunks.length === 0) throw new Error('the PDF was not finished')
    return Buffer.concat(chunks)
  }

  override endMetadata(): void {
    const stream = this.ref({ Type: 'Metadata', Subtype: 'XML' })
    stream.end(new TextEncoder().encode(xmpPacket(this.metadata, this.digest())))
    this._root.data.Metadata = stream
  }

  override _finalize(): void {
    this._id = new Uint8Array(Buffer.from(this.digest(), 'hex').subarray(0, 16))
    super._finalize()
  }
}

export type PdfFile = {
  /** Whether pictures that are all there or not at all are masked bit by bit, for want of transparency. */
  readonly hardMasks: boolean
  /** Throws in a file that knows no transparency: flattening should have left none, and silence would print it wrong. */
  transparent(): void
  /** Writes an object. */
  add(value: Dictionary | readonly Value[]): Ref
  /** Writes a stream, deflated by fflate unless `deflated` says that it already is. */
  addStream(dictionary: Dictionary, bytes: Uint8Array | string, deflated?: 'deflated'): Ref
  addPage(dictionary: Dictionary): void
  /** Makes a thing once per file and key. */
  once<T>(key: string, make: () => T): T
  /** `add`, once per file for values that are written alike. */
  share(value: Dictionary | readonly Value[]): Ref
  /** `addStream`, once per file for streams that are written alike. */
  shareStream(dictionary: Dictionary, content: string): Ref
  /** Closes the file. */
  finish(catalog: Dictionary): Uint8Array
}

const encode = (content: Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content, 'latin1') : content

export function openPdfFile(metadata: Metadata): PdfFile {
  const writer = new Writer(metadata)
  const made = new Map<string, unknown>()
  const once = <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make())
    // Keys begin with what they stand for, so that one key has one type.
    return made.get(key) as T
  }
  const add = (value: Dictionary | readonly Value[]): Ref => {
    const ref = writer.ref(rounded(value))
    ref.end()
    return ref
  }
  const addStream: PdfFile['addStream'] = (dictionary, bytes, deflated) => {
    const raw = encode(bytes)
    const ref = writer.ref(rounded({ ...dictionary, Filter: 'FlateDecode' }))
    ref.end(deflated ? raw : zlibSync(raw, { level: 6 }))
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
      const pages = writer._root.data.Pages
      pages.data.Kids.push(add({ Type: 'Page', Parent: pages, ...dictionary }))
      pages.data.Count++
    },
    share: value => once(`object ${keyOf(value)}`, () => add(value)),
    shareStream: (dictionary, content) =>
      once(`stream ${keyOf(dictionary)} ${content}`, () => addStream(dictionary, content)),
    finish(catalog) {
      Object.assign(writer._root.data, rounded(catalog))
      writer.end()
      return writer.bytes()
    },
  }
}
