// The parser's errors, said as people would: what is wrong on that line, and how to write it.
import { type Document, type ErrorCode, isCollection, isScalar, visit, type YAMLError } from 'yaml'
import { type Diagnostic, type Place, type Text, text } from '../model/diagnostic.ts'
import { diagnose } from './diagnose.ts'
import { type Lines, lineText, placeAt } from './lines.ts'
import type { InputRule } from './rules.ts'
import { BACKSLASH, GLUED_DASH } from './yaml-traps.ts'

type Said = {
  /** How many characters before the parser's place the mistake is. */
  readonly back?: number
  /** The mistake is on the next line: the parser took it for the end of the value. */
  readonly below?: boolean
  readonly rule?: InputRule
  readonly message: Text
  readonly hint: Text
}

const QUOTE = text('mettez la valeur entre guillemets : `"…"`', 'put the value in quotes: `"…"`')

const colonInValue: Said = {
  rule: 'colon-in-value',
  message: text('des deux-points coupent la valeur', 'a colon cuts the value'),
  hint: QUOTE,
}

const apostropheInQuotes: Said = {
  message: text('une apostrophe ferme la valeur trop tôt', 'an apostrophe closes the value too early'),
  hint: text('entourez la valeur de guillemets doubles : `"…"`', 'use double quotes around the value: `"…"`'),
}

const quoteInQuotes: Said = {
  message: text('un guillemet ferme la valeur trop tôt', 'a quote closes the value too early'),
  hint: text(
    "dans la valeur, écrivez « » ; ou entourez-la d’apostrophes : `'…'`",
    "use other quotes inside the value, or put it in single quotes: `'…'`",
  ),
}

const missingColon: Said = {
  message: text('il manque des deux-points et un espace après la clé', 'a colon and a space are missing after the key'),
  hint: text('écrivez `clé: valeur`', 'write `key: value`'),
}

const missingSpace: Said = {
  message: text('il manque un espace après les deux-points', 'a space is missing after the colon'),
  hint: text('écrivez `clé: valeur`', 'write `key: value`'),
}

const badIndent: Said = {
  message: text('cette ligne n’est pas alignée avec les précédentes', 'this line is not aligned with those above'),
  hint: text(
    'mettez le même nombre d’espaces au début des lignes d’un même groupe',
    'start the lines of one group with the same number of spaces',
  ),
}

const unclosed = (sign: string): Said => ({
  message: text(`un \`${sign}\` ouvert n’est pas fermé`, `an open \`${sign}\` is not closed`),
  hint: text('ajoutez le signe fermant au bout de la valeur', 'add the closing sign at the end of the value'),
})

export const badStart = (sign: string): Said => ({
  message: text(`une valeur ne peut pas commencer par « ${sign} »`, `a value cannot start with “${sign}”`),
  hint: QUOTE,
})

const other: Said = {
  message: text('cette ligne ne se lit pas comme du YAML', 'this line does not read as YAML'),
  hint: text(
    'vérifiez les guillemets, les crochets, et le début de la ligne et de celle d’avant',
    'check quotes, brackets, and the start of this line and of the one before',
  ),
}

/** What is known of an error: the parser's words, the line it is on, and the text from there. */
type Scene = {
  readonly message: string
  readonly line: string
  readonly rest: string
  readonly before: string
  /** The lines around it. */
  readonly above: string
  readonly below: string
}

function saySign({ message, rest }: Scene): Said {
  if (/"quote/.test(message)) return unclosed('"')
  if (/'quote/.test(message)) return unclosed("'")
  if (/must have a \]|end with a \]|and end with a \]/.test(message)) return unclosed('[')
  if (/end with a \}/.test(message)) return unclosed('{')
  if (/Implicit map keys need to be followed/.test(message)) return missingColon
  return /^-\S/.test(rest) ? GLUED_DASH : other
}

/** `- vitrophanie-a5`, then keys below it: the item has no key of its own. */
function itemWithoutKey(item: string, keys: string): Said | undefined {
  const [, indent = '', value] = /^(\s*)-\s+([^\s:'"#{[&*!][^:#]*?)\s*$/.exec(item) ?? []
  const [, inner = ''] = /^(\s*)[^\s:#-][^:#]*:(?:\s|$)/.exec(keys) ?? []
  if (value === undefined || inner.length <= indent.length) return undefined
  return {
    message: text('un élément de liste suivi de clés doit avoir la sienne', 'an item followed by keys needs its own'),
    hint: text(
      `écrivez \`- produit: ${value}\`, et les clés dessous`,
      `write \`- produit: ${value}\`, and the keys below`,
    ),
  }
}

function sayKey({ line, above, below }: Scene): Said {
  const item = itemWithoutKey(above, line) ?? itemWithoutKey(line, below)
  if (item) return item
  if (/^\s*[^\s:'"#]+:[^\s/]/.test(line)) return missingSpace
  if (/^\s*-\S/.test(line)) return GLUED_DASH
  return /:(\s|$)/.test(line) ? badIndent : missingColon
}

function sayToken(scene: Scene): Said {
  const { before, rest, line } = scene
  if (/:\s+'[^']*'$/.test(before.trimEnd()) || /^\s*-\s+'[^']*'$/.test(before.trimEnd())) return apostropheInQuotes
  if (/"[^"]*"$/.test(before.trimEnd())) return quoteInQuotes
  if (/^-\S/.test(rest) || /^\s*-\S/.test(line)) return GLUED_DASH
  if (/^[\]}]/.test(rest)) {
    const sign = rest.slice(0, 1)
    return {
      message: text(`un \`${sign}\` ferme ce qui n’est pas ouvert`, `a \`${sign}\` closes what is not open`),
      hint: text('retirez-le, ou mettez la valeur entre guillemets', 'remove it, or put the value in quotes'),
    }
  }
  const star = /\*\S+\s+$/.exec(before)
  if (star) return { ...badStart('*'), back: star[0].length }
  if (/^-\s/.test(rest)) {
    return {
      message: text('une liste commence à la ligne suivante', 'a list starts on the next line'),
      hint: text(
        'passez à la ligne après les deux-points, ou écrivez `[…]`',
        'start a new line after the colon, or write `[…]`',
      ),
    }
  }
  return other
}

const sayCompact = ({ line }: Scene): Said =>
  /:\s+\S.*:(\s|$)/.test(line) ? colonInValue : { ...badIndent, below: true }

const tab: Said = {
  rule: 'yaml-tab',
  message: text('une tabulation au début de la ligne', 'a tab at the start of the line'),
  hint: text('remplacez-la par des espaces', 'replace it with spaces'),
}

const listKey: Said = {
  message: text('une clé ne peut pas être une liste ni un groupe', 'a key cannot be a list or a group'),
  hint: text('écrivez `clé: valeur`', 'write `key: value`'),
}

const SAY: Partial<Record<ErrorCode, (scene: Scene) => Said>> = {
  TAB_AS_INDENT: () => tab,
  BLOCK_AS_IMPLICIT_KEY: sayCompact,
  MULTILINE_IMPLICIT_KEY: sayKey,
  MISSING_CHAR: saySign,
  BAD_INDENT: scene => (scene.message.startsWith('Flow') ? saySign(scene) : /\t/.test(scene.line) ? tab : badIndent),
  BAD_SCALAR_START: ({ rest }) => badStart(rest.slice(0, 1)),
  BAD_ALIAS: ({ rest }) => badStart(rest.startsWith('*') ? '*' : '&'),
  BAD_DIRECTIVE: () => badStart('%'),
  BAD_DQ_ESCAPE: () => BACKSLASH,
  KEY_OVER_1024_CHARS: () => missingColon,
  NON_STRING_KEY: () => listKey,
  TAG_RESOLVE_FAILED: () => badStart('!'),
  UNEXPECTED_TOKEN: sayToken,
}

/** Where the quote or bracket that is never closed was opened: the parser only says where it stopped looking. */
function openedAt(document: Document.Parsed, stopped: number): number | undefined {
  let best: { readonly start: number; readonly end: number } | undefined
  visit(document, (_, node) => {
    const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')
    if (!quoted && !(isCollection(node) && node.flow === true)) return
    const [start, end] = node.range ?? [0, 0]
    if (start < stopped && end <= stopped && (!best || end > best.end || (end === best.end && start > best.start))) {
      best = { start, end }
    }
  })
  return best?.start
}

const isUnclosed = ({ code, message }: YAMLError): boolean =>
  (code === 'MISSING_CHAR' && /quote/.test(message)) || /end with a [\]}]/.test(message)

/** The first word after a line, counted from 1. */
function nextLine(lines: Lines, line: number): Place {
  const start = lines.starts[line] ?? lines.text.length
  const word = start + (lines.text.slice(start).match(/^\s*/)?.[0].length ?? 0)
  return placeAt(lines, word, word + 1)
}

function translate(lines: Lines, document: Document.Parsed, error: YAMLError): Diagnostic {
  const [start, end] = error.pos
  const opened = isUnclosed(error) ? openedAt(document, start) : undefined
  const at = opened === undefined ? placeAt(lines, start, end) : placeAt(lines, opened, opened + 1)
  const line = lineText(lines, at.line - 1)
  const scene = {
    message: error.message,
    line,
    before: line.slice(0, at.column - 1),
    rest: line.slice(at.column - 1),
    above: at.line < 2 ? '' : lineText(lines, at.line - 2),
    below: at.line < lines.starts.length ? lineText(lines, at.line) : '',
  }
  const { rule = 'yaml-syntax', message, hint, back = 0, below = false } = SAY[error.code]?.(scene) ?? other
  const place = below ? nextLine(lines, at.line) : back === 0 ? at : placeAt(lines, start - back, start - back + 1)
  return diagnose(rule, place, message, { hint })
}

/** Errors of one document: the first on each line, since the parser stumbles again over what one mistake left behind. */
export function syntaxErrors(lines: Lines, document: Document.Parsed): readonly Diagnostic[] {
  const seen = new Set<number>()
  const found: Diagnostic[] = []
  for (const error of document.errors) {
    const { line } = placeAt(lines, error.pos[0])
    if (seen.has(line)) continue
    seen.add(line)
    found.push(translate(lines, document, error))
    // After these the parser has lost its bearings, and the rest would be noise.
    if (isUnclosed(error) || LOST_BEARINGS.has(error.code) || found.length === MAX_ERRORS) break
  }
  return found
}

const LOST_BEARINGS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'MISSING_CHAR',
  'BAD_DIRECTIVE',
  'RESOURCE_EXHAUSTION',
])

const MAX_ERRORS = 20
