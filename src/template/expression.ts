// The templates' little arithmetic: lengths, variables, slots and conditions, evaluated to millimetres, flags or text.
//
// `min(7.5u, 0.44 * ($champ - 2u))` · `sheet.ratio < 1.1 and not structure.type-dans-nom` · `if($debord > 0, 0mm, $marge)`
// A hyphen inside a name belongs to the name: subtraction wants spaces around it.
import { createLru } from '../text/lru.ts'

export type Value = number | boolean | string

/** What names mean. A missing slot is `undefined`: false in a condition, an error in arithmetic. */
export type Names = {
  variable(name: string): Value
  slot(path: string): Value | undefined
  /** Millimetres of one unit: `mm`, `pt`, `u`. */
  unit(name: string): number | undefined
}

/** A mistake in an expression; `offset` counts from the start of its text. */
export class ExpressionError extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

type Token =
  | { kind: 'number'; value: number; unit: string; offset: number }
  | { kind: 'name' | 'variable' | 'operator' | 'text'; value: string; offset: number }

type Eval = (names: Names) => Value | undefined

/** An expression as it was parsed, and what it names. */
export type Expression = {
  readonly run: Eval
  /** It names variables, whose values change from one attempt to the next. */
  readonly varies: boolean
  readonly slots: readonly string[]
}

const TOKEN =
  /\s+|(\d+(?:\.\d+)?)([a-z%]*)|\$([a-z][a-z0-9-]*)|([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*)|(<=|>=|!=|[-+*/<>=(),])|'([^']*)'/y

function tokenize(source: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.length) {
    const offset = TOKEN.lastIndex
    const match = TOKEN.exec(source)
    if (!match) throw new ExpressionError(`« ${source.slice(offset, offset + 12)} »`, offset)
    const [, number, unit, variable, name, operator, literal] = match
    if (number !== undefined) tokens.push({ kind: 'number', value: Number(number), unit: unit ?? '', offset })
    else if (variable !== undefined) tokens.push({ kind: 'variable', value: variable, offset })
    else if (name !== undefined) tokens.push({ kind: 'name', value: name, offset })
    else if (operator !== undefined) tokens.push({ kind: 'operator', value: operator, offset })
    else if (literal !== undefined) tokens.push({ kind: 'text', value: literal, offset })
  }
  return tokens
}

const truthy = (value: Value | undefined): boolean =>
  value !== undefined && value !== false && value !== '' && value !== 0

/** Binary operators by precedence, loosest first. */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['<', '>', '<=', '>=', '=', '!='],
  ['+', '-'],
  ['*', '/'],
]

const MAX_DEPTH = 40

class Parser {
  private readonly tokens: readonly Token[]
  private readonly end: number
  private readonly slots: string[] = []
  private index = 0
  private depth = 0

  constructor(source: string) {
    this.tokens = tokenize(source)
    this.end = source.length
  }

  parse(): Expression {
    const run = this.binary(0)
    const rest = this.tokens[this.index]
    if (rest) throw new ExpressionError('…', rest.offset)
    return { run, varies: this.tokens.some(({ kind }) => kind === 'variable'), slots: this.slots }
  }

  private accept(...values: readonly string[]): Token | undefined {
    const token = this.tokens[this.index]
    if (!token || (token.kind !== 'operator' && token.kind !== 'name')) return undefined
    if (!values.includes(token.value)) return undefined
    this.index += 1
    return token
  }

  private expect(value: string): void {
    if (!this.accept(value)) throw new ExpressionError(`« ${value} »`, this.tokens[this.index]?.offset ?? this.end)
  }

  private binary(level: number): Eval {
    const operators = LEVELS[level]
    if (!operators) return this.unary()
    let left = this.binary(level + 1)
    for (let token = this.accept(...operators); token; token = this.accept(...operators)) {
      left = combine(String(token.value), token.offset, left, this.binary(level + 1))
    }
    return left
  }

  private unary(): Eval {
    if (++this.depth > MAX_DEPTH) throw new ExpressionError('…', this.end)
    try {
      const token = this.accept('not', '-')
      if (!token) return this.atom()
      const operand = this.unary()
      return token.value === 'not' ? names => !truthy(operand(names)) : names => -asNumber(operand(names), token.offset)
    } finally {
      this.depth -= 1
    }
  }

  private atom(): Eval {
    const token = this.tokens[this.index]
    if (!token) throw new ExpressionError('…', this.end)
    this.index += 1
    switch (token.kind) {
      case 'number':
        return quantity(token.value, token.unit, token.offset)
      case 'text':
        return () => token.value
      case 'variable':
        return names => names.variable(token.value)
      case 'operator':
        if (token.value !== '(') throw new ExpressionError(`« ${token.value} »`, token.offset)
        return this.grouped()
      case 'name':
        return this.accept('(') ? this.call(token.value, token.offset) : this.slot(token.value)
    }
  }

  private slot(path: string): Eval {
    this.slots.push(path)
    return names => names.slot(path)
  }

  private grouped(): Eval {
    const inner = this.binary(0)
    this.expect(')')
    return inner
  }

  private call(name: string, offset: number): Eval {
    const args: Eval[] = [this.binary(0)]
    while (this.accept(',')) args.push(this.binary(0))
    this.expect(')')
    return makeCall(name, args, offset)
  }
}

const quantity = (value: number, unit: string, offset: number): Eval =>
  unit === ''
    ? () => value
    : names => {
        const factor = names.unit(unit)
        if (factor === undefined) throw new ExpressionError(`unité « ${unit} »`, offset)
        return value * factor
      }

function asNumber(value: Value | undefined, offset: number): number {
  if (typeof value === 'number') return value
  throw new ExpressionError(value === undefined ? 'valeur absente' : `« ${String(value)} » n’est pas un nombre`, offset)
}

function combine(operator: string, offset: number, left: Eval, right: Eval): Eval {
  const numeric =
    (apply: (a: number, b: number) => Value): Eval =>
    names =>
      apply(asNumber(left(names), offset), asNumber(right(names), offset))
  switch (operator) {
    case 'or':
      return names => truthy(left(names)) || truthy(right(names))
    case 'and':
      return names => truthy(left(names)) && truthy(right(names))
    case '=':
      return names => left(names) === right(names)
    case '!=':
      return names => left(names) !== right(names)
    case '<':
      return numeric((a, b) => a < b)
    case '>':
      return numeric((a, b) => a > b)
    case '<=':
      return numeric((a, b) => a <= b)
    case '>=':
      return numeric((a, b) => a >= b)
    case '+':
      return numeric((a, b) => a + b)
    case '-':
      return numeric((a, b) => a - b)
    case '*':
      return numeric((a, b) => a * b)
    default:
      return numeric((a, b) => a / b)
  }
}

function makeCall(name: string, args: readonly Eval[], offset: number): Eval {
  const numbers = (names: Names): number[] => args.map(arg => asNumber(arg(names), offset))
  switch (name) {
    case 'min':
      return names => Math.min(...numbers(names))
    case 'max':
      return names => Math.max(...numbers(names))
    case 'sqrt':
      return names => Math.sqrt(numbers(names)[0] ?? 0)
    case 'if': {
      const [condition, yes, no] = args
      if (!condition || !yes || !no || args.length > 3) throw new ExpressionError('if(condition, oui, non)', offset)
      return names => (truthy(condition(names)) ? yes(names) : no(names))
    }
    default:
      throw new ExpressionError(`fonction « ${name} »`, offset)
  }
}

/** Expressions kept as they were parsed: a brand has some five hundred. */
const KEPT = 4000

const parsed = createLru<Expression>(KEPT)

/** Parses an expression. Throws `ExpressionError`. */
export const parseExpression = (source: string): Expression => parsed(source, () => new Parser(source).parse())

/** Evaluates an expression. Throws `ExpressionError`. */
export const evaluate = (source: string, names: Names): Value | undefined => parseExpression(source).run(names)

export const evaluateFlag = (source: string, names: Names): boolean => truthy(evaluate(source, names))

export const evaluateNumber = (source: string, names: Names): number => asNumber(evaluate(source, names), 0)
