// What an element and all that it holds depend on from one attempt to the next: found once, in the words of the template.
import type { RawNode, TemplateData } from './schema.ts'

/** Every text of a part of a template. */
function textsIn(value: unknown, found: string[] = []): readonly string[] {
  if (typeof value === 'string') found.push(value)
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) textsIn(inner, found)
  return found
}

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\$([a-z][a-z0-9-]*)/g)].map(([, name = '']) => name)

/** The variables that each variable may name, whichever variant or rung sets it. */
function definitionsOf({ vars, variants, ladder }: TemplateData): ReadonlyMap<string, readonly string[]> {
  const definitions = new Map<string, readonly string[]>()
  for (const set of [vars, ...variants.map(each => each.set), ...ladder.map(each => each.set)]) {
    for (const [name, value] of Object.entries(set)) {
      definitions.set(name, [...(definitions.get(name) ?? []), ...namesIn(String(value))])
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

/** Names of the variables, and leavings, that an element depends on. */
export function dependencies(template: TemplateData): (raw: RawNode) => readonly string[] {
  const definitions = definitionsOf(template)
  const dropped = new Set(template.ladder.flatMap(({ drop }) => drop))
  return raw => {
    const found = new Set<string>()
    const add = (name: string): void => {
      if (found.has(name)) return
      found.add(name)
      definitions.get(name)?.forEach(add)
    }
    textsIn(raw).flatMap(namesIn).forEach(add)
    for (const id of idsIn(raw)) if (dropped.has(id)) found.add(leavingOf(id))
    return [...found]
  }
}
