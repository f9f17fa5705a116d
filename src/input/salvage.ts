// What of a faulty value is sound: the rest of it can still be checked, so that one run tells every mistake.
import type { ZodType } from 'zod'

/** Empties one path of a copy; a list keeps its places. */
function empty(copy: unknown, path: readonly PropertyKey[]): void {
  const [last, ...parents] = path.toReversed()
  const holder = parents.reduceRight<unknown>((inner, key) => Reflect.get(Object(inner), key), copy)
  if (last === undefined || typeof holder !== 'object' || holder === null) return
  if (Array.isArray(holder)) holder[Number(last)] = undefined
  else Reflect.deleteProperty(holder, last)
}

/** Items that were emptied are gone from their lists. */
function compact(data: unknown): unknown {
  if (Array.isArray(data)) return data.filter(item => item !== undefined).map(compact)
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, inner]) => [key, compact(inner)]))
}

/** The value of `schema` on the data without what it refuses; undefined when nothing is left. */
export function salvage<T>(schema: ZodType<T>, data: unknown): T | undefined {
  const first = schema.safeParse(data)
  if (first.success) return first.data
  const copy: unknown = structuredClone(data)
  for (const issue of first.error.issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) empty(copy, [...issue.path, key])
    else empty(copy, issue.path)
  }
  return schema.safeParse(compact(copy)).data
}
