// A PDF as text, object by object: mutations replace words in it, then its table is laid out again.

type Body = { dict: string; data?: Uint8Array }

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

export class Draft {
  version = '1.6'
  trailer = ''
  private readonly objects = new Map<number, Body>()

  /** Text is latin-1: what lies beyond is written escaped. */
  add(number: number, dict: string, data?: Uint8Array | string): this {
    const bytes = typeof data === 'string' ? latin1(data) : data
    this.objects.set(number, bytes ? { dict, data: bytes } : { dict })
    return this
  }

  clone(): Draft {
    const copy = new Draft()
    copy.version = this.version
    copy.trailer = this.trailer
    for (const [number, body] of this.objects) copy.objects.set(number, { ...body })
    return copy
  }

  /** Replaces words of an object's dictionary; words that are not there are a mistake of the test. */
  dict(number: number, from: string, to: string): this {
    const body = this.body(number)
    body.dict = replaced(body.dict, from, to)
    return this
  }

  /** The same in the stream. */
  content(number: number, from: string, to: string): this {
    const body = this.body(number)
    body.data = latin1(replaced(Buffer.from(body.data ?? []).toString('latin1'), from, to))
    return this
  }

  data(number: number, change: (bytes: Uint8Array) => Uint8Array): this {
    const body = this.body(number)
    body.data = change(body.data ?? new Uint8Array(0))
    return this
  }

  inTrailer(from: string, to: string): this {
    this.trailer = replaced(this.trailer, from, to)
    return this
  }

  drop(number: number): this {
    this.objects.delete(number)
    return this
  }

  bytes(): Uint8Array {
    const parts: Buffer[] = [Buffer.from(`%PDF-${this.version}\n%\u00e2\u00e3\u00cf\u00d3\n`, 'latin1')]
    let length = parts[0]?.length ?? 0
    const offsets = new Map<number, number>()
    const numbers = [...this.objects.keys()].sort((a, b) => a - b)
    for (const number of numbers) {
      offsets.set(number, length)
      const part = write(number, this.body(number))
      parts.push(part)
      length += part.length
    }
    const size = (numbers.at(-1) ?? 0) + 1
    const rows = Array.from({ length: size }, (_, number) => row(offsets.get(number), number))
    const end = `xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} ${this.trailer} >>\nstartxref\n${length}\n%%EOF\n`
    return Uint8Array.from(Buffer.concat([...parts, Buffer.from(end, 'latin1')]))
  }

  private body(number: number): Body {
    const body = this.objects.get(number)
    if (!body) throw new Error(`object ${number} is not in the draft`)
    return body
  }
}

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`“${from}” is not in “${text.slice(0, 400)}”`)
  return text.replace(from, () => to)
}

function write(number: number, { dict, data }: Body): Buffer {
  if (!data) return Buffer.from(`${number} 0 obj\n${dict}\nendobj\n`, 'latin1')
  const head = `${number} 0 obj\n${dict.replace(/>>\s*$/, `/Length ${data.length} >>`)}\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream\nendobj\n', 'latin1')])
}

const row = (offset: number | undefined, number: number): string => {
  if (offset !== undefined) return `${String(offset).padStart(10, '0')} 00000 n \n`
  return `0000000000 ${number === 0 ? '65535' : '00000'} f \n`
}
