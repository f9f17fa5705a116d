// The bytes of a PDF under construction: header, objects in the order they are written, table, trailer (ISO 32000-1 7.5).
import { createHash, type Hash } from 'node:crypto'
import { type Dictionary, type Ref, syntaxOf, type Value } from './object.ts'

/** What a file begins with up to the end of its first stream, and the digest that has seen it. */
type Beginning = { readonly text: string; readonly hash: Hash }

/**
 * All files of a run begin with the same header and the same profile, which is most of their bytes: the digest of that is
 * taken once and carried on from.
 */
const beginnings = new WeakMap<Uint8Array, Beginning>()

/** From here on a part is worth a call of its own to the disk rather than a copy. */
const LONG = 65_536

/** Neighbours that are short, as one. */
function inFewParts(parts: readonly Uint8Array[]): readonly Uint8Array[] {
  const few: Uint8Array[] = []
  let short: Uint8Array[] = []
  const gather = (): void => {
    if (short.length > 0) few.push(Buffer.concat(short))
    short = []
  }
  for (const part of parts) {
    if (part.length < LONG) short.push(part)
    else {
      gather()
      few.push(part)
    }
  }
  gather()
  return few
}

export type FinishedFile = {
  /** The bytes, part after part; the long streams are those that were given, not copies. */
  readonly parts: readonly Uint8Array[]
  /** Of all the bytes, in hexadecimal. */
  readonly sha256: string
}

export class ObjectFile {
  private hash = createHash('sha256')
  private readonly parts: Uint8Array[] = []
  /** Written after the parts, one character for each byte. */
  private text: string
  private size = 0
  /** Of each object, by its number less one. */
  private readonly offsets: number[] = []

  constructor(version: string) {
    // Four bytes that no text has, so that programs take the file for what it is (ISO 32000-1 7.5.2).
    this.text = `%PDF-${version}\n%\xff\xff\xff\xff\n`
  }

  /** A number for an object that others name before it is written. */
  reserve(): Ref {
    this.offsets.push(0)
    return { id: this.offsets.length, gen: 0 }
  }

  write(ref: Ref, value: Value): void {
    this.open(ref)
    this.text += `${syntaxOf(value)}\nendobj\n`
  }

  writeStream(ref: Ref, dictionary: Dictionary, bytes: Uint8Array): void {
    this.open(ref)
    this.text += `${syntaxOf({ ...dictionary, Length: bytes.length })}\nstream\n`
    this.append(bytes)
    this.text += '\nendstream\nendobj\n'
  }

  /** A digest, in hexadecimal, of what is written so far. */
  digest(): string {
    this.flush()
    return this.hash.copy().digest('hex')
  }

  /** Writes the table and the trailer. @param id in hexadecimal, the same twice in a file that was never updated */
  finish(root: Ref, info: Ref, id: string): FinishedFile {
    const start = this.size + this.text.length
    const count = this.offsets.length + 1
    const entries = this.offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`)
    const trailer = `<<\n/Size ${count}\n/Root ${syntaxOf(root)}\n/Info ${syntaxOf(info)}\n/ID [<${id}> <${id}>]\n>>`
    this.text += `xref\n0 ${count}\n0000000000 65535 f \n${entries.join('')}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`
    this.flush()
    return { parts: inFewParts(this.parts), sha256: this.hash.digest('hex') }
  }

  private open({ id, gen }: Ref): void {
    this.offsets[id - 1] = this.size + this.text.length
    this.text += `${id} ${gen} obj\n`
  }

  private append(bytes: Uint8Array): void {
    const begins = this.parts.length === 0 ? this.text : undefined
    const known = begins === undefined ? undefined : beginnings.get(bytes)
    if (known !== undefined && known.text === begins) {
      this.add(Buffer.from(begins, 'latin1'))
      this.add(bytes)
      this.text = ''
      this.hash = known.hash.copy()
      return
    }
    this.flush()
    this.add(bytes)
    this.hash.update(bytes)
    if (begins !== undefined) beginnings.set(bytes, { text: begins, hash: this.hash.copy() })
  }

  private flush(): void {
    if (this.text === '') return
    const bytes = Buffer.from(this.text, 'latin1')
    this.text = ''
    this.add(bytes)
    this.hash.update(bytes)
  }

  private add(bytes: Uint8Array): void {
    this.parts.push(bytes)
    this.size += bytes.length
  }
}
