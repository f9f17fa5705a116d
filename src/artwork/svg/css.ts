// Style sheets inside an SVG: declarations, rules, and the few selectors that drawing programs write.
import { withoutComments } from './comments.ts'
import type { Element } from './xml.ts'

export type Declarations = ReadonlyMap<string, string>

type Compound = {
  readonly name?: string
  readonly id?: string
  readonly classes: readonly string[]
  readonly attributes: readonly (readonly [name: string, value: string | undefined])[]
}

/** Compounds from the left; each but the first is joined to the one before by ` ` (descendant) or `>` (child). */
type Selector = { readonly compounds: readonly Compound[]; readonly joins: readonly string[] }

export type Rule = {
  readonly selector: Selector
  readonly declarations: Declarations
  readonly specificity: number
  readonly order: number
}

/** What could not be understood, as written. */
export type Sheet = { readonly rules: readonly Rule[]; readonly strange: readonly string[] }

export function parseDeclarations(source: string): Map<string, string> {
  const declarations = new Map<string, string>()
  for (const part of splitOutside(withoutComments(source), ';')) {
    const colon = part.indexOf(':')
    if (colon < 0) continue
    const name = part.slice(0, colon).trim().toLowerCase()
    const value = part.slice(colon + 1).trim()
    if (name !== '' && value !== '') declarations.set(name, value)
  }
  return declarations
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
    else if (char === '(') depth++
    else if (char === ')') depth--
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
const FOR_PRINT = /^@media\s*(all|print|screen)?\s*$/

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
    const declarations = parseDeclarations(body ?? '')
    for (const value of declarations.values()) if (/!\s*important/i.test(value)) strange.push('!important')
    for (const written of prelude.split(',')) {
      if (/:(hover|focus|active|visited)\b/.test(written)) continue
      const selector = parseSelector(written.trim())
      if (selector) rules.push({ selector, declarations, specificity: specificityOf(selector), order: rules.length })
      else strange.push(written.trim())
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

const COMPOUND = /^(?:\*|([\w-]+))?((?:[.#][\w-]+|\[[\w-]+(?:=(?:"[^"]*"|'[^']*'|[\w-]+))?\])*)$/

function parseSelector(source: string): Selector | undefined {
  const tokens = source.replace(/\s*>\s*/g, ' > ').split(/\s+/)
  const compounds: Compound[] = []
  const joins: string[] = []
  let join = ' '
  for (const token of tokens) {
    if (token === '>') {
      join = '>'
      continue
    }
    const compound = parseCompound(token)
    if (!compound) return undefined
    if (compounds.length > 0) joins.push(join)
    compounds.push(compound)
    join = ' '
  }
  return { compounds, joins }
}

function parseCompound(token: string): Compound | undefined {
  const match = COMPOUND.exec(token)
  if (!match || token === '') return undefined
  const parts = match[2]?.match(/[.#][\w-]+|\[[^\]]*\]/g) ?? []
  const id = parts.find(part => part.startsWith('#'))?.slice(1)
  return {
    ...(match[1] !== undefined && { name: match[1] }),
    ...(id !== undefined && { id }),
    classes: parts.filter(part => part.startsWith('.')).map(part => part.slice(1)),
    attributes: parts.filter(part => part.startsWith('[')).map(attributeTest),
  }
}

function attributeTest(part: string): readonly [string, string | undefined] {
  const [name = '', value] = part.slice(1, -1).split('=')
  return [name, value?.replace(/^["']|["']$/g, '')]
}

const specificityOf = ({ compounds }: Selector): number =>
  compounds.reduce(
    (sum, { id, classes, attributes, name }) =>
      sum + (id === undefined ? 0 : 1e6) + (classes.length + attributes.length) * 1e3 + (name === undefined ? 0 : 1),
    0,
  )

/** Whether a selector chooses an element; `ancestors` from the root to its parent. */
export function matches({ compounds, joins }: Selector, element: Element, ancestors: readonly Element[]): boolean {
  const last = compounds.at(-1)
  if (!last || !fits(last, element)) return false
  // Where the compound on the right may stand; all places at once, since trying them in turn has no bound.
  let places = [ancestors.length]
  for (let index = compounds.length - 2; index >= 0; index--) {
    const compound = compounds[index]
    const deepest = places[0] ?? 0
    const direct = joins[index] === '>'
    const next: number[] = []
    for (let at = deepest - 1; at >= 0; at--) {
      const ancestor = ancestors[at]
      if (compound && ancestor && (!direct || places.includes(at + 1)) && fits(compound, ancestor)) next.push(at)
    }
    places = next
  }
  return places.length > 0
}

function fits({ name, id, classes, attributes }: Compound, element: Element): boolean {
  if (name !== undefined && name !== element.name) return false
  if (id !== undefined && id !== element.attributes.get('id')) return false
  const own = element.attributes.get('class')?.split(/\s+/) ?? []
  if (!classes.every(wanted => own.includes(wanted))) return false
  return attributes.every(([key, value]) =>
    value === undefined ? element.attributes.has(key) : element.attributes.get(key) === value,
  )
}
