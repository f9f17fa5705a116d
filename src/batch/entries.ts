// The files of a batch → its entries, in order, as a stream: whatever the file, the same kind of entry.

import type { ColumnOptions } from '../input/columns/column-options.ts'
import { entriesOf } from '../input/columns/entries-of.ts'
import { placeRecord } from '../input/entries/record-places.ts'
import { openRecords } from '../input/entries/records.ts'
import { yamlEntries } from '../input/entries/yaml-documents.ts'
import { openTable, type TableOptions } from '../input/table/open-table.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Entry } from '../model/entry.ts'
import type { World } from '../model/world.ts'
import type { Source } from './sources.ts'

export type EntryOptions = { readonly table: TableOptions; readonly columns: ColumnOptions }

async function* fromTable(
  { file, kind }: Source,
  first: number,
  { table, columns }: EntryOptions,
  world: World,
): AsyncGenerator<Entry | Diagnostic> {
  const records = kind === 'lines' || kind === 'geojson' ? kind : undefined
  const { value, diagnostics } = records ? openRecords(file, records, world) : await openTable(file, table, world)
  yield* diagnostics
  if (!value) return
  for await (const each of entriesOf(value, columns, first)) yield records ? placeRecord(each, records) : each
}

/** Entries numbered across all the files, and what was found of each file. */
export async function* readEntries(
  sources: readonly Source[],
  options: EntryOptions,
  world: World,
): AsyncGenerator<Entry | Diagnostic> {
  let index = 0
  for (const source of sources) {
    const entries =
      source.kind === 'yaml' ? yamlEntries(source.file, index, world) : fromTable(source, index, options, world)
    for await (const each of entries) {
      if (!('rule' in each)) index = each.index + 1
      yield each
    }
  }
}
