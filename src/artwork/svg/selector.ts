// Selectors of style sheets: what drawing programs and hand-written logos use of CSS Selectors 4.
import type { Element } from './xml.ts'

type AttributeTest = { readonly name: string; readonly operator: string; readonly value: string }

/** A place among siblings: `a·n + b`, n from 0. */
type Nth = { readonly step: number; readonly start: number; readonly fromEnd: boolean }

type Compound = {
  readonly name?: string
  readonly ids: readonly string[]
  readonly classes: readonly string[]
  readonly attributes: readonly AttributeTest[]
  readonly nth: readonly Nth[]
  readonly root: boolean
  readonly not: readonly Compound[]
}

/** Compounds from the left; each but the first is joined to the one before by ` `, `>` or `+`. */
export type Selector = { readonly compounds: readonly Compound[]; readonly joins: readonly string[] }

const PART =
  /^(?:\.((?:[\w-]|[^\0-\x7f])+)|#((?:[\w-]|[^\0-\x7f])+)|\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*)?\]|:(root|first-child|last-child|only-child)|:nth-(last-)?child\(\s*([^()]{1,20})\)|:not\(([^()]{1,200})\))/

export function parseSelector(source: string): Selector | undefined {
  const tokens = source
    .replace(/(\([^()]*\)|\[[^\]]*\])|\s*([>+])\s*/g, (_, kept?: string, join?: string) => kept ?? ` ${join} `)
    .trim()
  const compounds: Compound[] = []
  const joins: string[] = []
  let join: string | undefined
  for (const token of splitSpaces(tokens)) {
    if (token === '>' || token === '+') {
      if (join !== undefined || compounds.length === 0) return undefined
      join = token
      continue
    }
    const compound = parseCompound(token)
    if (!compound) return undefined
    if (compounds.length > 0) joins.push(join ?? ' ')
    compounds.push(compound)
    join = undefined
  }
  if (compounds.length === 0 || join !== undefined) return undefined
  // Nearest first is then always right; the few selectors for which it is not are not written by anyone.
  const greedy = joins.every((right, index) => index === 0 || right !== ' ' || joins[index - 1] === ' ')
  return joins.includes('+') && !greedy ? undefined : { compounds, joins }
}

/** Splits on spaces outside brackets. */
const splitSpaces = (source: string): string[] => source.match(/(?:\([^()]*\)|\[[^\]]*\]|[^\s([])+/g) ?? []

function parseCompound(token: string): Compound | undefined {
  const name = /^(?:\*|[\w-]+)/.exec(token)?.[0]
  let rest = token.slice(name?.length ?? 0)
  const ids: string[] = []
  const classes: string[] = []
  const attributes: AttributeTest[] = []
  const nth: Nth[] = []
  const not: Compound[] = []
  let root = false
  while (rest !== '') {
    const match = PART.exec(rest)
    if (!match) return undefined
    const [whole, className, id, attribute, operator = '', double, single, bare, place, last, formula, negated] = match
    if (className !== undefined) classes.push(className)
    if (id !== undefined) ids.push(id)
    if (attribute !== undefined) attributes.push({ name: attribute, operator, value: double ?? single ?? bare ?? '' })
    if (place === 'root') root = true
    if (place === 'first-child' || place === 'only-child') nth.push({ step: 0, start: 1, fromEnd: false })
    if (place === 'last-child' || place === 'only-child') nth.push({ step: 0, start: 1, fromEnd: true })
    if (formula !== undefined) {
      const parsed = parseNth(formula.trim(), last !== undefined)
      if (!parsed) return undefined
      nth.push(parsed)
    }
    if (negated !== undefined) {
      // One level only: `:not(:not(…))` is not written by anyone.
      const inner = negated.includes(':not') ? undefined : parseCompound(negated.trim())
      if (!inner) return undefined
      not.push(inner)
    }
    rest = rest.slice(whole.length)
  }
  if (token === '') return undefined
  return { ...(name !== undefined && name !== '*' && { name }), ids, classes, attributes, nth, root, not }
}

function parseNth(formula: string, fromEnd: boolean): Nth | undefined {
  if (formula === 'odd') return { step: 2, start: 1, fromEnd }
  if (formula === 'even') return { step: 2, start: 0, fromEnd }
  const match = /^(?:([-+]?\d*)n\s*)?(?:([-+]?)\s*(\d+))?$/.exec(formula)
  if (!match || formula === '') return undefined
  const [, coefficient, sign = '', constant = '0'] = match
  const step =
    coefficient === undefined
      ? 0
      : coefficient === '' || coefficient === '+'
        ? 1
        : coefficient === '-'
          ? -1
          : Number(coefficient)
  return { step, start: Number(`${sign}${constant}`), fromEnd }
}

/** Weights of ids, of classes and their like, of names, in one number. */
export const specificityOf = ({ compounds }: Selector): number =>
  compounds.reduce((sum, compound) => sum + weightOf(compound), 0)

const weightOf = ({ ids, classes, attributes, nth, root, not, name }: Compound): number =>
  ids.length * 1e6 +
  (classes.length + attributes.length + nth.length + (root ? 1 : 0)) * 1e3 +
  (name === undefined ? 0 : 1) +
  not.reduce((sum, compound) => sum + weightOf(compound), 0)

/** Whether a selector chooses an element; `ancestors` from the root to its parent. */
export function matches({ compounds, joins }: Selector, element: Element, ancestors: readonly Element[]): boolean {
  const last = compounds.at(-1)
  if (!last || !fits(last, element, ancestors)) return false
  if (joins.includes('+')) return climbs(compounds.length - 1, element, ancestors.length)
  // Where the compound on the right may stand; all places at once, since trying them in turn has no bound.
  let places = [ancestors.length]
  for (let index = compounds.length - 2; index >= 0; index--) {
    const compound = compounds[index]
    const deepest = places[0] ?? 0
    const direct = joins[index] === '>'
    const next: number[] = []
    for (let at = deepest - 1; at >= 0; at--) {
      const ancestor = ancestors[at]
      if (!compound || !ancestor || (direct && !places.includes(at + 1))) continue
      if (fits(compound, ancestor, ancestors.slice(0, at))) next.push(at)
    }
    places = next
  }
  return places.length > 0

  /** The rest of the selector, to the left of an element that fits; the nearest fitting place is taken. */
  function climbs(index: number, from: Element, depth: number): boolean {
    if (index === 0) return true
    const compound = compounds[index - 1]
    const parent = ancestors[depth - 1]
    if (!compound || !parent) return false
    const join = joins[index - 1]
    if (join === '+') {
      const sibling = parent.children[placeOf(from, parent) - 1]
      return (
        sibling !== undefined && fits(compound, sibling, ancestors.slice(0, depth)) && climbs(index - 1, sibling, depth)
      )
    }
    for (let at = depth - 1; at >= 0; at--) {
      const ancestor = ancestors[at]
      if (ancestor && fits(compound, ancestor, ancestors.slice(0, at))) return climbs(index - 1, ancestor, at)
      if (join === '>') return false
    }
    return false
  }
}

function fits(compound: Compound, element: Element, ancestors: readonly Element[]): boolean {
  const { name, ids, classes, attributes, nth, root, not } = compound
  if (name !== undefined && name !== element.name) return false
  if (root && ancestors.length > 0) return false
  if (ids.some(id => id !== element.attributes.get('id'))) return false
  if (classes.length > 0 && !classes.every(wanted => classesOf(element).includes(wanted))) return false
  if (!attributes.every(test => passes(test, element.attributes.get(test.name)))) return false
  if (nth.length > 0 && !nth.every(place => stands(place, element, ancestors.at(-1)))) return false
  return !not.some(inner => fits(inner, element, ancestors))
}

const classLists = new WeakMap<Element, readonly string[]>()

function classesOf(element: Element): readonly string[] {
  const known = classLists.get(element)
  if (known) return known
  const classes = element.attributes.get('class')?.split(/\s+/) ?? []
  classLists.set(element, classes)
  return classes
}

function passes({ operator, value }: AttributeTest, own: string | undefined): boolean {
  if (own === undefined) return false
  switch (operator) {
    case '=':
      return own === value
    case '~=':
      return own.split(/\s+/).includes(value)
    case '|=':
      return own === value || own.startsWith(`${value}-`)
    case '^=':
      return value !== '' && own.startsWith(value)
    case '$=':
      return value !== '' && own.endsWith(value)
    case '*=':
      return value !== '' && own.includes(value)
    default:
      return true
  }
}

const places = new WeakMap<Element, ReadonlyMap<Element, number>>()

/** The index of a child: found once for all its siblings. */
function placeOf(element: Element, parent: Element): number {
  const known = places.get(parent) ?? new Map(parent.children.map((child, index) => [child, index]))
  places.set(parent, known)
  return known.get(element) ?? -1
}

function stands({ step, start, fromEnd }: Nth, element: Element, parent: Element | undefined): boolean {
  if (!parent) return step === 0 && start === 1
  const index = placeOf(element, parent)
  const place = fromEnd ? parent.children.length - index : index + 1
  return step === 0 ? place === start : (place - start) % step === 0 && (place - start) / step >= 0
}
