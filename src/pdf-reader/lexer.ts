// Bytes → tokens (ISO 32000-1 7.2, 7.3). Serves files and content streams; never fails, ends at the end or when the budget does.
import type { Budget } from './budget.ts'
import { hexDigit, isDigit, isRegular, isWhite, latin1, utf8 } from './bytes.ts'
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
    if (this.position >= this.end || !this.budget.spend('tokens')) return undefined
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
    return word(latin1(this.bytes.subarray(start, Math.min(at, start + 200))))
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
    const raw = this.bytes.subarray(start, this.position)
    if (!escaped && ascii) return { kind: 'name', value: latin1(raw) }
    const bytes = escaped ? unescapeName(raw) : raw
    return { kind: 'name', value: utf8(bytes) ?? latin1(bytes) }
  }

  private literal(): PdfString {
    const out: number[] = []
    let depth = 1
    this.position++
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
    this.position++
    const out: number[] = []
    let half = -1
    while (this.position < this.end) {
      const code = this.bytes[this.position++]
      if (code === 62) break
      const digit = hexDigit(code)
      if (digit < 0) continue
      if (half < 0) half = digit
      else {
        out.push(half * 16 + digit)
        half = -1
      }
    }
    if (half >= 0) out.push(half * 16)
    this.budget.spend('tokens', out.length >> 3)
    return { kind: 'string', bytes: Uint8Array.from(out) }
  }

  private closeAngle(): Keyword {
    const double = this.bytes[this.position + 1] === 62
    this.position += double ? 2 : 1
    return double ? CLOSE_DICT : word('>')
  }
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
