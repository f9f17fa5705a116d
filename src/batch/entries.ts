// The files of a batch → its entries, in order, as a stream: whatever the file, the same kind of entry.

import type { ColumnOptions } from '../input/columns/column-options.ts'
import { entriesOf } from '../input/columns/entries-of.ts'
import { placeRecord } from '../input/entries/record-places.ts'
import { openRecords, type Records } from '../input/entries/records.ts'
import { documentEntry, yamlEntries } from '../input/entries/yaml-documents.ts'
import { openTable, type TableOptions } from '../input/table/open-table.ts'
import type { Diagnostic, Span } from '../model/diagnostic.ts'
import type { Entry } from '../model/entry.ts'
import type { World } from '../model/world.ts'
import type { Source } from './sources.ts'

export type EntryOptions = { readonly table: TableOptions; readonly columns: ColumnOptions }

async function* fromTable(
  file: string,
  first: number,
  { table, columns }: EntryOptions,
  world: World,
): AsyncGenerator<Entry | Diagnostic> {
  const { value, diagnostics } = await openTable(file, table, world)
  yield* diagnostics
  if (value) yield* entriesOf(value, columns, first)
}

/** A line that cannot be read is a row that is refused: told, counted, and to be mended like any other. */
const brokenEntry = (file: string, origin: Span, found: Diagnostic): Entry => ({
  index: 0,
  file,
  origin,
  content: { kind: 'value', data: undefined, spans: {} },
  diagnostics: [found],
})

type At = { readonly line: number; readonly entry: Entry }

/** Lines that are broken among those that are not, in their order, and findings as they come. */
async function* inLines(
  broken: readonly At[],
  others: AsyncIterable<Entry | Diagnostic>,
  first: number,
): AsyncGenerator<Entry | Diagnostic> {
  let index = first
  let next = 0
  for await (const each of others) {
    if ('rule' in each) {
      yield each
      continue
    }
    const line = 'line' in each.origin ? each.origin.line : 0
    for (let at = broken[next]; at && at.line < line; at = broken[++next]) yield { ...at.entry, index: index++ }
    yield { ...each, index: index++ }
  }
  for (const { entry } of broken.slice(next)) yield { ...entry, index: index++ }
}

/** Records are rows, unless they are whole kits. */
async function* recordEntries(
  file: string,
  kind: 'lines' | 'geojson',
  value: Records,
  { columns }: EntryOptions,
): AsyncGenerator<Entry | Diagnostic> {
  if ('documents' in value) {
    for (const [rank, part] of value.documents.entries()) yield documentEntry(file, part, rank)
  } else for await (const each of entriesOf(value.table, columns, 0)) yield placeRecord(each, kind)
}

async function* fromRecords(
  file: string,
  kind: 'lines' | 'geojson',
  first: number,
  options: EntryOptions,
  world: World,
): AsyncGenerator<Entry | Diagnostic> {
  const { value, diagnostics } = openRecords(file, kind, world)
  const broken: At[] = []
  for (const found of diagnostics) {
    const { rule, at } = found
    if (value && rule === 'json-syntax' && at && 'line' in at) {
      broken.push({ line: at.line, entry: brokenEntry(file, at, found) })
    } else yield found
  }
  if (value) yield* inLines(broken, recordEntries(file, kind, value, options), first)
}

function entriesIn({ file, kind }: Source, first: number, options: EntryOptions, world: World) {
  switch (kind) {
    case 'yaml':
      return yamlEntries(file, first, world)
    case 'table':
      return fromTable(file, first, options, world)
    case 'lines':
    case 'geojson':
      return fromRecords(file, kind, first, options, world)
  }
}

/** Entries numbered across all the files, and what was found of each file. */
export async function* readEntries(
  sources: readonly Source[],
  options: EntryOptions,
  world: World,
): AsyncGenerator<Entry | Diagnostic> {
  let index = 0
  for (const source of sources) {
    for await (const each of entriesIn(source, index, options, world)) {
      if (!('rule' in each)) index = each.index + 1
      yield each
    }
  }
}
