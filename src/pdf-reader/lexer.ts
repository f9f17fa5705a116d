// Bytes → tokens (ISO 32000-1 7.2, 7.3). Serves files and content streams; never fails, ends at the end or when the budget does.
import type { Budget } from './budget.ts'
import { hexDigit, isDigit, isRegular, isWhite, latin1Between, utf8 } from './bytes.ts'
import { keywordIn } from './keywords.ts'
import type { Keyword, PdfName, PdfString } from './object.ts'

export type Token = number | PdfName | PdfString | Keyword

const word = (value: string): Keyword => ({ kind: 'keyword', value })
const OPEN_ARRAY = word('[')
const CLOSE_ARRAY = word(']')
const OPEN_DICT = word('<<')
const CLOSE_DICT = word('>>')
const ESCAPES: Readonly<Record<number, number>> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 }

export class Lexer {
  readonly bytes: Uint8Array
  readonly end: number
  position: number
  private readonly budget: Budget

  constructor(bytes: Uint8Array, budget: Budget, position = 0, end = bytes.length) {
    this.bytes = bytes
    this.budget = budget
    this.position = position
    this.end = Math.min(end, bytes.length)
  }

  /** The next token; undefined at the end. */
  next(): Token | undefined {
    this.skipWhite()
    if (this.position >= this.end || !this.budget.spendToken()) return undefined
    const code = this.bytes[this.position]
    switch (code) {
      case 47:
        return this.name()
      case 40:
        return this.literal()
      case 60:
        return this.angle()
      case 62:
        return this.closeAngle()
      case 91:
        this.position++
        return OPEN_ARRAY
      case 93:
        this.position++
        return CLOSE_ARRAY
      case 41:
      case 123:
      case 125:
        this.position++
        return word(String.fromCharCode(code))
      default:
        return this.regular()
    }
  }

  skipWhite(): void {
    for (;;) {
      const code = this.bytes[this.position]
      if (this.position >= this.end) return
      if (code === 37) this.skipComment()
      else if (isWhite(code)) this.position++
      else return
    }
  }

  private skipComment(): void {
    while (this.position < this.end && this.bytes[this.position] !== 10 && this.bytes[this.position] !== 13)
      this.position++
  }

  /** Digits, signs and one point are a number; anything else is a word, so that an illegal number is seen. */
  private regular(): number | Keyword {
    const start = this.position
    let at = start
    const first = this.bytes[at]
    const negative = first === 45
    if (negative || first === 43) at++
    let value = 0
    let digits = 0
    while (at < this.end && isDigit(this.bytes[at])) {
      value = value * 10 + (this.bytes[at] ?? 0) - 48
      digits++
      at++
    }
    if (at < this.end && this.bytes[at] === 46) {
      at++
      let scale = 1
      while (at < this.end && isDigit(this.bytes[at])) {
        value = value * 10 + (this.bytes[at] ?? 0) - 48
        scale *= 10
        digits++
        at++
      }
      value /= scale
    }
    if (digits > 0 && digits < 300 && (at >= this.end || !isRegular(this.bytes[at]))) {
      this.position = at
      return negative ? -value : value
    }
    return this.keyword(start)
  }

  private keyword(start: number): Keyword {
    let at = start + 1
    while (at < this.end && isRegular(this.bytes[at])) at++
    this.position = at
    return keywordIn(this.bytes, start, Math.min(at, start + 200))
  }

  private name(): PdfName {
    const start = ++this.position
    let escaped = false
    let ascii = true
    while (this.position < this.end && isRegular(this.bytes[this.position])) {
      const code = this.bytes[this.position] ?? 0
      if (code === 35) escaped = true
      if (code > 126) ascii = false
      this.position++
    }
    if (!escaped && ascii) return { kind: 'name', value: latin1Between(this.bytes, start, this.position) }
    const raw = this.bytes.subarray(start, this.position)
    const bytes = escaped ? unescapeName(raw) : raw
    return { kind: 'name', value: utf8(bytes) ?? latin1Between(bytes, 0, bytes.length) }
  }

  private literal(): PdfString {
    const start = ++this.position
    const plain = this.plainEnd(start)
    if (plain >= 0) {
      this.position = plain + 1
      this.budget.spend('tokens', (plain - start) >> 3)
      return { kind: 'string', bytes: this.bytes.slice(start, plain) }
    }
    return this.escaped()
  }

  /** Where a string ends in which every byte stands for itself; -1 for another. */
  private plainEnd(start: number): number {
    const { bytes, end } = this
    for (let at = start; at < end; at++) {
      const code = bytes[at]
      if (code === 41) return at
      if (code === 92 || code === 40 || code === 13) return -1
    }
    return -1
  }

  private escaped(): PdfString {
    const out: number[] = []
    let depth = 1
    while (this.position < this.end) {
      const code = this.bytes[this.position++] ?? 0
      if (code === 92) this.escape(out)
      else if (code === 40) {
        out.push(code)
        depth++
      } else if (code === 41) {
        if (--depth === 0) break
        out.push(code)
      } else if (code === 13) {
        if (this.bytes[this.position] === 10) this.position++
        out.push(10)
      } else out.push(code)
    }
    this.budget.spend('tokens', out.length >> 3)
    return { kind: 'string', bytes: Uint8Array.from(out) }
  }

  private escape(out: number[]): void {
    const code = this.bytes[this.position++] ?? 0
    if (code >= 48 && code <= 55) {
      let value = code - 48
      for (let more = 0; more < 2; more++) {
        const digit = this.bytes[this.position] ?? 0
        if (digit < 48 || digit > 55) break
        value = value * 8 + digit - 48
        this.position++
      }
      out.push(value & 255)
    } else if (code === 13) {
      if (this.bytes[this.position] === 10) this.position++
    } else if (code !== 10) out.push(ESCAPES[code] ?? code)
  }

  private angle(): PdfString | Keyword {
    if (this.bytes[this.position + 1] === 60 && this.position + 1 < this.end) {
      this.position += 2
      return OPEN_DICT
    }
    const start = ++this.position
    let stop = start
    while (stop < this.end && this.bytes[stop] !== 62) stop++
    this.position = Math.min(stop + 1, this.end)
    const bytes = hexBytes(this.bytes, start, stop)
    this.budget.spend('tokens', bytes.length >> 3)
    return { kind: 'string', bytes }
  }

  private closeAngle(): Keyword {
    const double = this.bytes[this.position + 1] === 62
    this.position += double ? 2 : 1
    return double ? CLOSE_DICT : word('>')
  }
}

/** Digits two by two, whatever stands between them; a last one alone is followed by 0 (ISO 32000-1 7.3.4.3). */
function hexBytes(source: Uint8Array, from: number, to: number): Uint8Array {
  const out = new Uint8Array((to - from + 1) >> 1)
  let length = 0
  let half = -1
  for (let at = from; at < to; at++) {
    const digit = hexDigit(source[at])
    if (digit < 0) continue
    if (half < 0) half = digit
    else {
      out[length++] = half * 16 + digit
      half = -1
    }
  }
  if (half >= 0) out[length++] = half * 16
  return length === out.length ? out : out.slice(0, length)
}

function unescapeName(raw: Uint8Array): Uint8Array {
  const out: number[] = []
  for (let at = 0; at < raw.length; at++) {
    const high = raw[at] === 35 ? hexDigit(raw[at + 1]) : -1
    const low = high < 0 ? -1 : hexDigit(raw[at + 2])
    if (low < 0) out.push(raw[at] ?? 0)
    else {
      out.push(high * 16 + low)
      at += 2
    }
  }
  return Uint8Array.from(out)
}
