// What an element depends on, from one attempt to the next and from one kit to another: found once, in the words of the template.
import { elements, isElementName } from './elements.ts'
import type { RawNode, TemplateData } from './schema.ts'
import { isOfSheet } from './slots.ts'

/** Every text of a part of a template. */
function textsIn(value: unknown, found: string[] = []): readonly string[] {
  if (typeof value === 'string') found.push(value)
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) textsIn(inner, found)
  return found
}

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\$([a-z][a-z0-9-]*)/g)].map(([, name = '']) => name)

/** The name under which a change of a slot's value is noted, among those of variables. */
export const figureOf = (path: string): string => `=${path}`

/** The same for its words, and where they were written. */
export const wordsOf = (path: string): string => `@${path}`

/** The item of a repetition is another one in each kit, and its logo with it. */
export const ITEM_OF_KIT = '*'

/** Slots that a text may name: between braces it says their words, elsewhere it asks their value. */
const SLOT = /\{([^{}]*)\}|([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+|item)/g

const slotNamed = ([, filled, asked]: RegExpExecArray): readonly string[] => {
  const path = filled ?? asked ?? ''
  if (/^item(?:\.|$)/.test(path)) return [ITEM_OF_KIT]
  if (isOfSheet(path)) return []
  return [filled === undefined ? figureOf(path) : wordsOf(path)]
}

/** What a text of a template names: variables, and slots that hang on the kit. */
const namedIn = (text: string): readonly string[] => [...namesIn(text), ...[...text.matchAll(SLOT)].flatMap(slotNamed)]

/** What each variable may name, whichever variant or rung sets it. */
function definitionsOf({ vars, variants, ladder }: TemplateData): ReadonlyMap<string, readonly string[]> {
  const definitions = new Map<string, readonly string[]>()
  for (const set of [vars, ...variants.map(each => each.set), ...ladder.map(each => each.set)]) {
    for (const [name, value] of Object.entries(set)) {
      definitions.set(name, [...(definitions.get(name) ?? []), ...namedIn(String(value))])
    }
  }
  return definitions
}

/** The name under which the leaving of an element is noted, among those of variables. */
export const leavingOf = (id: string): string => `#${id}`

/** Ids that a rung may take away, in a part of a template. */
function idsIn(value: unknown, found: string[] = []): readonly string[] {
  if (typeof value !== 'object' || value === null) return found
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'id' && typeof inner === 'string') found.push(inner)
    else idsIn(inner, found)
  }
  return found
}

/** An element without what it holds. */
function withoutChildren(raw: RawNode): RawNode {
  const { each, ...own } = raw
  return Object.fromEntries(
    Object.entries(own).filter(([key]) => !isElementName(key) || !('container' in elements[key])),
  )
}

/** Names, as `Moment.changed` notes them. */
export type Depends = {
  /** Of an element and all that it holds. */
  readonly all: readonly string[]
  /** Of the element alone. */
  readonly own: readonly string[]
  /** Of these, the words of slots: it says them. */
  readonly words: readonly string[]
}

export type Dependencies = {
  of(raw: RawNode): Depends
  /** What the value of a variable depends on, the variable included. */
  ofVariable(name: string): readonly string[]
  /** Slots that the template names, by path. */
  readonly slots: readonly string[]
}

/** The list that an element repeats is named without braces, and gives more than a value. */
const listsIn = (raw: unknown): readonly string[] => {
  if (typeof raw !== 'object' || raw === null) return []
  const inside = Object.values(raw).flatMap(listsIn)
  return 'repeat' in raw ? [wordsOf(String(raw.repeat)), ...inside] : inside
}

export function dependencies(template: TemplateData): Dependencies {
  const definitions = definitionsOf(template)
  const dropped = new Set(template.ladder.flatMap(({ drop }) => drop))
  const close = (names: readonly string[]): readonly string[] => {
    const found = new Set<string>()
    const add = (name: string): void => {
      if (found.has(name)) return
      found.add(name)
      definitions.get(name)?.forEach(add)
    }
    names.forEach(add)
    return [...found]
  }
  const leavings = (raw: RawNode): readonly string[] =>
    idsIn(raw)
      .filter(id => dropped.has(id))
      .map(leavingOf)
  const named = (raw: RawNode): readonly string[] => close([...textsIn(raw).flatMap(namedIn), ...listsIn(raw)])
  const variables = new Map([...definitions.keys()].map(name => [name, close([name])]))
  const slots = [...named({ root: template.root }), ...[...definitions.values()].flat()]
  return {
    of(raw) {
      const own = named(withoutChildren(raw))
      return { all: [...named(raw), ...leavings(raw)], own, words: own.filter(name => name.startsWith('@')) }
    },
    ofVariable: name => variables.get(name) ?? [name],
    slots: [...new Set(slots.filter(name => /^[=@]/.test(name)).map(name => name.slice(1)))],
  }
}
