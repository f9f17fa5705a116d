// The files of a batch → its entries, in order, as a stream: whatever the file, the same kind of entry.

import type { ColumnOptions } from '../input/columns/column-options.ts'
import { entriesOf } from '../input/columns/entries-of.ts'
import { placeRecord } from '../input/entries/record-places.ts'
import { openRecords } from '../input/entries/records.ts'
import { documentEntry, yamlEntries } from '../input/entries/yaml-documents.ts'
import { openTable, type TableOptions } from '../input/table/open-table.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
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

/** Records are rows, unless they are whole kits. */
async function* fromRecords(
  file: string,
  kind: 'lines' | 'geojson',
  first: number,
  { columns }: EntryOptions,
  world: World,
): AsyncGenerator<Entry | Diagnostic> {
  const { value, diagnostics } = openRecords(file, kind, world)
  yield* diagnostics
  if (!value) return
  if ('documents' in value) {
    for (const [rank, part] of value.documents.entries()) yield documentEntry(file, part, first + rank)
  } else for await (const each of entriesOf(value.table, columns, first)) yield placeRecord(each, kind)
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
