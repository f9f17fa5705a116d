// Content streams as operators with their operands, inline images included (ISO 32000-1 7.8.2, 8.9.7).
import type { Budget } from './budget.ts'
import { isWhite } from './bytes.ts'
import { Lexer } from './lexer.ts'
import { isKeyword, type PdfDict, type PdfObject, type PdfStream } from './object.ts'
import { Parser } from './parser.ts'

/** Told of each operator in order; `inline` is the picture of `BI … ID … EI`, under the operator `EI`. */
export type OnOperation = (operator: string, operands: readonly PdfObject[], inline?: PdfStream) => void

/** An operator takes 33 operands at most (a DeviceN colour); more are dropped so that they do not pile up. */
const MAX_OPERANDS = 64

/** `lengthOf` gives the size of an uncompressed inline image, whose bytes may spell `EI`. */
export function eachOperation(
  bytes: Uint8Array,
  budget: Budget,
  lengthOf: (dict: PdfDict) => number | undefined,
  run: OnOperation,
): void {
  const lexer = new Lexer(bytes, budget)
  const parser = new Parser(lexer, budget)
  let operands: PdfObject[] = []
  for (let next = parser.next(); next !== undefined; next = parser.next()) {
    if (!isKeyword(next)) {
      if (operands.length < MAX_OPERANDS) operands.push(next)
      continue
    }
    if (next.value === 'BI') run('EI', [], inlineImage(lexer, parser, lengthOf))
    else run(next.value, operands)
    operands = []
  }
  if (operands.length > 0) run('', operands)
}

function inlineImage(lexer: Lexer, parser: Parser, lengthOf: (dict: PdfDict) => number | undefined): PdfStream {
  const entries = new Map<string, PdfObject>()
  for (let key = parser.next(); key !== undefined && !isKeyword(key, 'ID'); key = parser.next()) {
    const value = parser.next()
    if (value === undefined) break
    if (typeof key === 'object' && key?.kind === 'name' && !isKeyword(value)) entries.set(key.value, value)
  }
  const dict: PdfDict = { kind: 'dict', entries }
  const start = Math.min(lexer.position + 1, lexer.end)
  const end = imageEnd(lexer.bytes, start + (lengthOf(dict) ?? 0), lexer.end)
  lexer.position = Math.min(end + 2, lexer.end)
  const last = end > start && isWhite(lexer.bytes[end - 1]) ? end - 1 : end
  return { kind: 'stream', dict, raw: lexer.bytes.subarray(start, Math.max(start, last)), number: 0 }
}

/** `EI` between white space, followed by text rather than by pixels. */
function imageEnd(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at + 1 < end; at++) {
    if (bytes[at] !== 69 || bytes[at + 1] !== 73) continue
    const closed = at + 2 >= end || isWhite(bytes[at + 2])
    if ((at === from || isWhite(bytes[at - 1])) && closed && looksLikeText(bytes.subarray(at + 2, at + 12))) return at
  }
  return end
}

const looksLikeText = (bytes: Uint8Array): boolean => bytes.every(code => (code >= 32 && code < 127) || isWhite(code))
