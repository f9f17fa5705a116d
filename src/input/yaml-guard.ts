// Refuses in one linear pass what a YAML parser should not be given: too long, nested too deep, aliased too often.
import { Lexer } from 'yaml'
import { type Diagnostic, type Text, text } from '../model/diagnostic.ts'
import { diagnose } from './diagnose.ts'
import { linesOf, placeAt } from './lines.ts'
import type { InputRule } from './rules.ts'

/** Characters. A kit has a thousand; the largest template, a hundred thousand. */
const MAX_LENGTH = 5 * 1024 * 1024

/** Tokens: what the parser's time and memory depend on. */
const MAX_TOKENS = 500_000

/** Brackets and block levels together. Beyond some 850 the parser's stack ends, and V8 may abort the whole process. */
export const MAX_DEPTH = 100

/** The parser searches an alias's anchor in the whole document each time. */
const MAX_ALIASES = 50

/** What the lexer puts before the text of a scalar. */
const SCALAR = '\u001f'

/** Tokens that stand for no character: start of a document, end of a broken flow, scalar. */
const MARKERS = new Set(['\u0002', '\u0018', SCALAR])

type Refusal = { readonly rule: InputRule; readonly at: number; readonly message: Text; readonly hint: Text }

const WRONG_FILE = text(
  'un kit tient en une page : est-ce le bon fichier ?',
  'a kit fits on a page: is this the right file?',
)

const tooDeep = (at: number): Refusal => ({
  rule: 'yaml-too-deep',
  at,
  message: text(`plus de ${MAX_DEPTH} niveaux d’imbrication`, `more than ${MAX_DEPTH} levels of nesting`),
  hint: text(
    'un kit n’en a jamais plus de cinq : est-ce le bon fichier ?',
    'a kit never has more than five: is this the right file?',
  ),
})

const tooManyAliases = (at: number): Refusal => ({
  rule: 'yaml-aliases',
  at,
  message: text(`plus de ${MAX_ALIASES} alias (\`*nom\`)`, `more than ${MAX_ALIASES} aliases (\`*name\`)`),
  hint: text('écrivez les valeurs en toutes lettres', 'write the values out'),
})

const tooLarge = (): Refusal => ({
  rule: 'file-too-large',
  at: 0,
  message: text('le fichier est trop long pour un fichier YAML', 'the file is too long for a YAML file'),
  hint: WRONG_FILE,
})

/** Follows the nesting through the tokens: brackets in flow, columns in blocks. */
class Depth {
  private readonly columns: number[] = []
  private brackets = 0
  private lineStart = true

  /** True when the token goes too deep. `column` counts from 0. */
  passes(token: string, column: number): boolean {
    if (token === '[' || token === '{') this.brackets++
    else if (token === ']' || token === '}') this.brackets = Math.max(0, this.brackets - 1)
    else if (/^\r?\n/.test(token)) this.lineStart = true
    if (this.lineStart && this.brackets === 0 && !/^\s/.test(token)) this.enter(token, column)
    return this.columns.length + this.brackets > MAX_DEPTH
  }

  /** A block level opens at a column that is further right; `- - -` opens three. */
  private enter(token: string, column: number): void {
    while ((this.columns.at(-1) ?? -1) > column) this.columns.pop()
    if ((this.columns.at(-1) ?? -1) < column) this.columns.push(column)
    this.lineStart = token === '-' || token === '?' || token === ':'
  }
}

function refusal(source: string): Refusal | undefined {
  if (source.length > MAX_LENGTH) return tooLarge()
  const depth = new Depth()
  let [at, lineStart, tokens, aliases] = [0, 0, 0, 0]
  let scalar = false
  for (const token of new Lexer().lex(source)) {
    if (++tokens > MAX_TOKENS) return tooLarge()
    const marker: boolean = !scalar && MARKERS.has(token)
    if (!scalar && token.startsWith('*') && ++aliases > MAX_ALIASES) return tooManyAliases(at)
    if (!scalar && !marker && depth.passes(token, at - lineStart)) return tooDeep(at)
    if (scalar && depth.passes('scalar', at - lineStart)) return tooDeep(at)
    scalar = token === SCALAR && marker
    if (marker) continue
    at += token.length
    const newline = token.lastIndexOf('\n')
    if (newline >= 0) lineStart = at - (token.length - newline - 1)
  }
  return undefined
}

/** What makes a text unfit for the parser, if anything. */
export function guardYaml(source: string, file: string): Diagnostic | undefined {
  const found = refusal(source)
  if (!found) return undefined
  const { rule, at, message, hint } = found
  return diagnose(rule, placeAt(linesOf(source, file), at, at + 1), message, { hint })
}
