// Style sheets inside an SVG: declarations and rules.
import { withoutComments } from './comments.ts'
import { parseSelector, type Selector, specificityOf } from './selector.ts'

export type Declarations = ReadonlyMap<string, string>

export type Rule = {
  readonly selector: Selector
  readonly declarations: Declarations
  readonly specificity: number
  /** Declared with `!important`: over what is not, style attributes included. */
  readonly important: boolean
  readonly order: number
}

/** What could not be understood, as written. */
export type Sheet = { readonly rules: readonly Rule[]; readonly strange: readonly string[] }

export function parseDeclarations(source: string): Map<string, string> {
  const declarations = new Map<string, string>()
  for (const part of splitOutside(withoutComments(source), ';')) {
    const colon = part.indexOf(':')
    if (colon < 0) continue
    const written = part.slice(0, colon).trim()
    // Custom properties keep their case.
    const name = written.startsWith('--') ? written : written.toLowerCase()
    const value = part.slice(colon + 1).trim()
    if (name !== '' && value !== '') declarations.set(name, value)
  }
  return declarations
}

const IMPORTANT = /\s*!\s*important\s*$/i

/** Declarations with and without `!important`, the mark taken off. */
export function byImportance(declarations: Declarations): { plain: Declarations; important: Declarations } {
  const plain = new Map<string, string>()
  const important = new Map<string, string>()
  for (const [name, value] of declarations)
    if (IMPORTANT.test(value)) important.set(name, value.replace(IMPORTANT, ''))
    else plain.set(name, value)
  return { plain, important }
}

/** Splits on a separator that stands outside brackets and quotes. */
export function splitOutside(source: string, separator: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let start = 0
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at)
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '(' || char === '[') depth++
    else if (char === ')' || char === ']') depth--
    else if (char === separator && depth === 0) {
      parts.push(source.slice(start, at))
      start = at + 1
    }
  }
  parts.push(source.slice(start))
  return parts
}

/** At-rules that draw nothing by themselves. */
const HARMLESS = /^@(font-face|charset|namespace|keyframes|-\w+-keyframes)\b/
/** A theme for dark screens does not concern ink. */
const DARK = /^@media[^{]*prefers-color-scheme\s*:\s*dark/
const FOR_PRINT = /^@media\s*(all|print|screen)?\s*$|^@media[^{]*prefers-color-scheme\s*:\s*light/

export function parseSheet(source: string): Sheet {
  const rules: Rule[] = []
  const strange: string[] = []
  readBlocks(withoutComments(source), (prelude, body) => {
    if (prelude.startsWith('@')) {
      if (FOR_PRINT.test(prelude) && body !== undefined) readBlocks(body, addRule)
      else if (!HARMLESS.test(prelude) && !DARK.test(prelude)) strange.push(prelude)
      return
    }
    addRule(prelude, body)
  })
  return { rules, strange }

  function addRule(prelude: string, body: string | undefined): void {
    const { plain, important } = byImportance(parseDeclarations(body ?? ''))
    for (const written of splitOutside(prelude, ',')) {
      // States of a pointer, and pieces of text that no drawing has.
      if (/:(hover|focus|active|visited|focus-within|focus-visible)\b|::/.test(written)) continue
      const selector = parseSelector(written.trim())
      if (!selector) {
        strange.push(written.trim())
        continue
      }
      const specificity = specificityOf(selector)
      if (plain.size > 0 || important.size === 0)
        rules.push({ selector, declarations: plain, specificity, important: false, order: rules.length })
      if (important.size > 0)
        rules.push({ selector, declarations: important, specificity, important: true, order: rules.length })
    }
  }
}

/** Calls back for each `prelude { body }` and each `@rule;`. */
function readBlocks(source: string, found: (prelude: string, body: string | undefined) => void): void {
  let depth = 0
  let start = 0
  let open = 0
  for (let at = 0; at < source.length; at++) {
    const char = source[at]
    if (char === '{' && depth++ === 0) open = at
    else if (char === '}' && depth > 0 && --depth === 0) {
      found(source.slice(start, open).trim(), source.slice(open + 1, at))
      start = at + 1
    } else if (char === ';' && depth === 0) {
      found(source.slice(start, at).trim(), undefined)
      start = at + 1
    }
  }
}
