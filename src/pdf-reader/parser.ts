// Tokens → objects. Arrays and dictionaries nest up to a limit; what is not an object inside them is reported and left out.
import { type Budget, LIMITS } from './budget.ts'
import type { Lexer, Token } from './lexer.ts'
import { isKeyword, type Keyword, type PdfArray, type PdfDict, type PdfObject } from './object.ts'

/** Told of every word found where an object should be, such as the number `1e-7`. */
export type OnIllegal = (word: string) => void

export class Parser {
  readonly lexer: Lexer
  private readonly budget: Budget
  private readonly onIllegal: OnIllegal

  constructor(lexer: Lexer, budget: Budget, onIllegal: OnIllegal = () => {}) {
    this.lexer = lexer
    this.budget = budget
    this.onIllegal = onIllegal
  }

  /** The next object or bare word; undefined at the end. Indirect references come as their three tokens. */
  next(): PdfObject | Keyword | undefined {
    const token = this.lexer.next()
    return token === undefined ? undefined : this.value(token, 0)
  }

  private value(token: Token, depth: number): PdfObject | Keyword {
    if (!isKeyword(token)) return token
    switch (token.value) {
      case '[':
        return this.array(depth + 1)
      case '<<':
        return this.dict(depth + 1)
      case 'true':
        return true
      case 'false':
        return false
      case 'null':
        return null
      default:
        return token
    }
  }

  private items(closing: string, depth: number): PdfObject[] {
    const items: PdfObject[] = []
    if (!this.budget.allow('nesting', depth)) return items
    for (let token = this.lexer.next(); token !== undefined; token = this.lexer.next()) {
      if (isKeyword(token, closing)) return items
      const value = this.value(token, depth)
      if (!isKeyword(value)) items.push(value)
      else if (value.value === 'R') reference(items)
      else if (STOPS.has(value.value)) {
        this.lexer.position -= value.value.length
        break
      } else this.onIllegal(value.value)
    }
    this.onIllegal(`${closing} absent`)
    return items
  }

  private array(depth: number): PdfArray {
    return { kind: 'array', items: this.items(']', depth) }
  }

  private dict(depth: number): PdfDict {
    const items = this.items('>>', depth)
    const entries = new Map<string, PdfObject>()
    for (let at = 0; at < items.length; ) {
      const key = items[at]
      if (typeof key !== 'object' || key === null || key.kind !== 'name') {
        this.onIllegal('key')
        at++
        continue
      }
      entries.set(key.value, items[at + 1] ?? null)
      at += 2
    }
    return { kind: 'dict', entries }
  }
}

/** Words that can only mean that the container was never closed. */
const STOPS: ReadonlySet<string> = new Set(['endobj', 'stream', 'endstream', 'obj', 'xref', 'trailer', 'startxref'])

/** `12 0 R` has been read as two numbers and a word: put the reference in their place. */
function reference(items: PdfObject[]): void {
  const generation = items.pop()
  const number = items.pop()
  if (!isIndex(number) || !isIndex(generation)) items.push(null)
  else items.push({ kind: 'ref', number, generation })
}

const isIndex = (value: PdfObject | undefined): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < LIMITS.fileBytes
