// The entities of a DOCTYPE: older Illustrator names its namespaces that way. Flat and short ones only.

import { withoutComments } from './comments.ts'

/** Long enough for a namespace address. */
const MAX_LENGTH = 200
const MAX_ENTITIES = 50
/** Uses of entities in the whole file: those of Illustrator stand on the root and on a few groups. */
const MAX_USES = 10_000

const ENTITY = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"<&%]*)"|'([^'<&%]*)')\s*>/g

/** The entities by name; nothing when the DOCTYPE holds more than flat, short, internal ones. */
export function readEntities(doctype: string, source: string): ReadonlyMap<string, string> | undefined {
  const entities = new Map<string, string>()
  const start = doctype.indexOf('[')
  if (start < 0) return entities
  const subset = withoutComments(doctype.slice(start + 1, doctype.lastIndexOf(']')), '<!--', '-->')
  for (const [, name = '', double, single] of subset.matchAll(ENTITY)) entities.set(name, double ?? single ?? '')
  if (subset.replace(ENTITY, '').trim() !== '' || entities.size > MAX_ENTITIES) return undefined
  if ([...entities.values()].some(value => value.length > MAX_LENGTH)) return undefined
  return source.split('&').length > MAX_USES ? undefined : entities
}
