// Lays a data file over the one it extends: records merge, anything else replaces; each value keeps its own place.
import type { YamlValue } from '../input/yaml.ts'

/** Data with the place of each value by path, and of each key by `path#key`. */
export type Placed = YamlValue & {
  /** Of the bytes of the file, or of those of the files that were merged, the lowest first. */
  readonly hash: string
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The forms of a text in one language go together: singular and plural of two files would not agree. */
const WHOLE = /^texts\.[^.]+\.(?!locked$)[^.]+$/

const merges = (lower: unknown, upper: unknown, path: string): boolean =>
  isRecord(lower) && isRecord(upper) && !WHOLE.test(path)

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

/** Paths where the upper file replaces what lies below. */
function replacedPaths(lower: unknown, upper: unknown, path: string): string[] {
  if (!isRecord(lower) || !isRecord(upper) || !merges(lower, upper, path)) return [path]
  return Object.keys(upper).flatMap(key => replacedPaths(lower[key], upper[key], join(path, key)))
}

function mergeData(lower: unknown, upper: unknown, path: string): unknown {
  if (!isRecord(lower) || !isRecord(upper) || !merges(lower, upper, path)) return upper
  const merged = new Map(Object.entries(lower))
  for (const [key, value] of Object.entries(upper)) merged.set(key, mergeData(merged.get(key), value, join(path, key)))
  // fromEntries defines own properties, so that a key such as `__proto__` stays plain data.
  return Object.fromEntries(merged)
}

/** Whether a span of the lower file speaks of something that the upper file replaces. */
const isUnder = (span: string, tops: ReadonlySet<string>): boolean => {
  const path = span.replace(/#key$/, '')
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1))
    if (tops.has(path.slice(0, end))) return true
  return false
}

export function mergePlaced(lower: Placed, upper: Placed): Placed {
  const tops = new Set(replacedPaths(lower.data, upper.data, ''))
  const kept = Object.entries(lower.spans).filter(([span]) => !isUnder(span, tops))
  return {
    data: mergeData(lower.data, upper.data, ''),
    // Without a prototype, as those of a file.
    spans: Object.assign(Object.create(null), Object.fromEntries(kept), upper.spans),
    hash: lower.hash === '' ? upper.hash : `${lower.hash} ${upper.hash}`,
    sources: path => (path in upper.spans ? upper.sources(path) : lower.sources(path)),
  }
}
