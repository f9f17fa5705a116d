// One value laid over another: a kit over its project, `--set` over both. Maps meet key by key, the rest is replaced.
import type { Span } from '../model/diagnostic.ts'
import { keepAbsent } from './absent.ts'
import { childPath, type PlacedValue } from './yaml.ts'

const isMap = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

type Side = { readonly data: unknown; readonly spans: PlacedValue['spans'] }

/** Copies the places of a value, of its key, and of everything in it. */
function takePlaces(spans: Record<string, Span>, { data, spans: from }: Side, path: string): void {
  for (const key of [path, `${path}#key`]) {
    const place = from[key]
    if (place) spans[key] = place
  }
  if (typeof data !== 'object' || data === null) return
  for (const [key, inner] of Object.entries(data)) takePlaces(spans, { data: inner, spans: from }, childPath(path, key))
}

function meet(under: Side, over: Side, path: string, spans: Record<string, Span>): unknown {
  if (over.data === undefined) {
    takePlaces(spans, under, path)
    return under.data
  }
  if (!isMap(under.data) || !isMap(over.data)) {
    takePlaces(spans, over, path)
    return over.data
  }
  // A group given by both has its place in the file that wins.
  for (const key of [path, `${path}#key`]) {
    const place = over.spans[key] ?? under.spans[key]
    if (place) spans[key] = place
  }
  const [below, above] = [under.data, over.data]
  const keys = [...new Set([...Object.keys(below), ...Object.keys(above)])]
  return Object.fromEntries(
    keys.map(key => {
      const inner = (side: Side, data: Readonly<Record<string, unknown>>): Side => ({
        data: Object.hasOwn(data, key) ? data[key] : undefined,
        spans: side.spans,
      })
      return [key, meet(inner(under, below), inner(over, above), childPath(path, key), spans)]
    }),
  )
}

/** `over` wins; what it leaves empty is taken from `under`. */
export function overlay(under: PlacedValue, over: PlacedValue): PlacedValue {
  const spans: Record<string, Span> = Object.create(null)
  const data = meet(under, over, '', spans)
  keepAbsent(spans, over.spans, data)
  return { data, spans, sources: () => undefined }
}
