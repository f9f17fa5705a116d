// Where a value that is not there would have been: the empty cell of a column, a key that nothing follows.
import type { Span } from '../model/diagnostic.ts'

const KEY = '#key'

const isThere = (data: unknown, path: string): boolean =>
  path.split('.').reduce<unknown>((inner, key) => {
    const holder: object = Object(inner)
    return Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined
  }, data) !== undefined

/** Adds the places that `from` has for values that `data` lacks, so that what is missing is missing there. */
export function keepAbsent(spans: Record<string, Span>, from: Readonly<Record<string, Span>>, data: unknown): void {
  for (const [path, place] of Object.entries(from)) {
    if (path.endsWith(KEY) && spans[path] === undefined && !isThere(data, path.slice(0, -KEY.length)))
      spans[path] = place
  }
}
