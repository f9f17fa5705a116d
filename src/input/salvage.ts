// What of a faulty value is sound: the rest of it can still be checked, so that one run tells every mistake.
import type { ZodType } from 'zod'

function without(data: unknown, [key, ...rest]: readonly PropertyKey[]): unknown {
  if (key === undefined || typeof data !== 'object' || data === null) return undefined
  if (Array.isArray(data)) return data.map((item, index) => (index === Number(key) ? without(item, rest) : item))
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, inner]) => (name === key ? [[name, without(inner, rest)]] : [[name, inner]])),
  )
}

/** The value of `schema` on the data without what it refuses; undefined when nothing is left. */
export function salvage<T>(schema: ZodType<T>, data: unknown): T | undefined {
  const first = schema.safeParse(data)
  if (first.success) return first.data
  const sound = first.error.issues.reduce(
    (rest, issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.reduce((inner, key) => without(inner, [...issue.path, key]), rest)
        : without(rest, issue.path),
    data,
  )
  return schema.safeParse(dropUndefined(sound)).data
}

/** A refused key must be gone: an unknown one counts even when it holds nothing. */
function dropUndefined(data: unknown): unknown {
  if (Array.isArray(data)) return data.filter(item => item !== undefined).map(dropUndefined)
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, dropUndefined(inner)]),
  )
}
