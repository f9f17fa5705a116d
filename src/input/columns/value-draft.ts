// A kit's value as it grows from the cells of a row: data at paths, and the place of each.
import type { Cell, Diagnostic, Span } from '../../model/diagnostic.ts'

export type Draft = {
  readonly data: Record<string, unknown>
  readonly spans: Record<string, Span>
  readonly diagnostics: Diagnostic[]
}

// Without a prototype, so that a key named `constructor` is only what the cell says.
export const emptyDraft = (origin: Span): Draft => {
  const spans: Record<string, Span> = Object.create(null)
  spans[''] = origin
  return { data: {}, spans, diagnostics: [] }
}

const isGroup = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

function groupAt(data: Record<string, unknown>, key: string): Record<string, unknown> {
  const inner = data[key]
  if (isGroup(inner)) return inner
  const group: Record<string, unknown> = {}
  data[key] = group
  return group
}

/** The places of a value and of everything in it, all one cell: a list or a group that one cell gave. */
function placeAll(spans: Draft['spans'], data: unknown, path: string, cell: Cell): void {
  spans[path] = cell
  if (typeof data !== 'object' || data === null) return
  for (const [key, inner] of Object.entries(data)) placeAll(spans, inner, `${path}.${key}`, cell)
}

/** Sets a value; `title` is the header's cell. The groups above it are where their first value is. */
export function put({ data, spans }: Draft, path: string, value: unknown, cell: Cell, title: Cell): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let group = data
  for (const [index, key] of keys.entries()) {
    group = groupAt(group, key)
    spans[keys.slice(0, index + 1).join('.')] ??= cell
  }
  group[last] = value
  placeAll(spans, value, path, cell)
  spans[`${path}#key`] = title
}

const listAt = (data: unknown, path: string): readonly unknown[] => {
  const found = path.split('.').reduce<unknown>((inner, key) => (isGroup(inner) ? inner[key] : undefined), data)
  return Array.isArray(found) ? found : []
}

/** How many items a list holds. */
export const lengthOf = ({ data }: Draft, path: string): number => listAt(data, path).length

/** Adds items to a list, each at its own cell; the list is where its first item is. */
export function append(draft: Draft, path: string, items: readonly unknown[], cell: Cell, title: Cell): void {
  const before = listAt(draft.data, path)
  if (before.length === 0) {
    if (items.length > 0) put(draft, path, items, cell, title)
    return
  }
  const { spans } = draft
  const [own, key] = [spans[path], spans[`${path}#key`]]
  const kept = Object.entries(spans).filter(([at]) => at.startsWith(`${path}.`))
  put(draft, path, [...before, ...items], cell, title)
  for (const [at, place] of kept) spans[at] = place
  if (own) spans[path] = own
  if (key) spans[`${path}#key`] = key
}

/** An empty cell of a known column: what is missing is missing there. */
export function markEmpty({ spans }: Draft, path: string, cell: Cell): void {
  spans[`${path}#key`] ??= cell
}
