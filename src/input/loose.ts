// What people write, made comparable: keys in one form, scalars as the text they were written as, empty as absent.

import { type Diagnostic, type Outcome, type Span, text } from '../model/diagnostic.ts'
import { keepAbsent } from './absent.ts'
import { cleanText } from './clean.ts'
import { diagnose } from './diagnose.ts'
import { plain } from './nearest.ts'
import { childPath, type PlacedValue } from './yaml.ts'

type Tables = {
  readonly read: PlacedValue
  readonly spans: Record<string, Span>
  readonly diagnostics: Diagnostic[]
}

/** `from` is the path in the file as it is written, `to` the path that the rest of the program knows. */
type Route = { readonly from: string; readonly to: string }

function keepPlaces({ read, spans }: Tables, { from, to }: Route): void {
  const [own, key] = [read.spans[from], read.spans[`${from}#key`]]
  if (own) spans[to] = own
  if (key) spans[`${to}#key`] = key
}

/** A number whose figures say more than its value: a lost zero, a plus sign. The text is taken, and told. */
function readScalar(tables: Tables, data: unknown, { from, to }: Route): unknown {
  const source = tables.read.sources(from) ?? String(data)
  if (typeof data === 'number' && String(data) !== source) {
    tables.diagnostics.push(
      diagnose(
        'number-as-text',
        tables.spans[to],
        text(`\`${source}\` est lu comme le texte « ${source} »`, `\`${source}\` is read as the text “${source}”`),
        { hint: text(`écrivez \`"${source}"\``, `write \`"${source}"\``) },
      ),
    )
  }
  const cleaned = cleanText(source, tables.spans[to])
  tables.diagnostics.push(...cleaned.diagnostics)
  return cleaned.value === '' ? undefined : cleaned.value
}

function readMap(tables: Tables, data: object, { from, to }: Route): unknown {
  const result = new Map<string, unknown>()
  for (const [written, inner] of Object.entries(data)) {
    const key = plain(written)
    const route = { from: childPath(from, written), to: childPath(to, key) }
    const first = tables.spans[`${route.to}#key`]
    if (result.has(key)) {
      tables.diagnostics.push(
        diagnose(
          'duplicate-key',
          tables.read.spans[`${route.from}#key`],
          text(`la clé \`${key}\` est écrite deux fois`, `the key \`${key}\` is written twice`),
          {
            hint: text('gardez une seule des deux lignes', 'keep only one of the two lines'),
            ...(first && 'line' in first ? { related: [{ ...first, why: text('première fois', 'first time') }] } : {}),
          },
        ),
      )
      continue
    }
    result.set(key, readNode(tables, inner, route))
  }
  return Object.fromEntries(result)
}

function readNode(tables: Tables, data: unknown, route: Route): unknown {
  keepPlaces(tables, route)
  if (data === null || data === undefined) return undefined
  if (typeof data !== 'object') return readScalar(tables, data, route)
  if (!Array.isArray(data)) return readMap(tables, data, route)
  const items: unknown[] = []
  for (const [index, item] of data.entries()) {
    const value = readNode(tables, item, { from: childPath(route.from, index), to: childPath(route.to, items.length) })
    if (value !== undefined) items.push(value)
  }
  return items
}

/** The same value in the one form that schemas of people's files know. */
export function loosen(read: PlacedValue): Outcome<PlacedValue> {
  const tables: Tables = { read, spans: Object.create(null), diagnostics: [] }
  const data = readNode(tables, read.data, { from: '', to: '' })
  keepAbsent(tables.spans, read.spans, data)
  // The data itself is text now: there is no other source to ask for.
  return { value: { data, spans: tables.spans, sources: () => undefined }, diagnostics: tables.diagnostics }
}
