// The titles of all the sheets of a batch, read before any row: what one `--map` names may be in any of them.
import type { Titled } from '../input/columns/column-options.ts'
import { columnsOf } from '../input/columns/map-columns.ts'
import { openRecords } from '../input/entries/records.ts'
import { openTable } from '../input/table/open-table.ts'
import type { Table } from '../input/table/table.ts'
import type { World } from '../model/world.ts'
import type { EntryOptions } from './entries.ts'
import type { Source } from './sources.ts'

/** What is wrong with a file is told when it is read for its rows. */
async function openSheet({ file, kind }: Source, { table }: EntryOptions, world: World): Promise<Table | undefined> {
  if (kind === 'yaml') return undefined
  if (kind === 'table') return (await openTable(file, table, world)).value
  const { value } = openRecords(file, kind, world)
  return value && 'table' in value ? value.table : undefined
}

/** Nothing for a single sheet, or without `--map`: each line must then be of use. */
export async function titlesOfAll(
  sources: readonly Source[],
  options: EntryOptions,
  world: World,
): Promise<readonly Titled[]> {
  if (!options.columns.map || sources.filter(({ kind }) => kind !== 'yaml').length < 2) return []
  const titles: Titled[] = []
  for (const source of sources) {
    const sheet = await openSheet(source, options, world)
    const columns = sheet && (await columnsOf(sheet, options.columns)).value?.columns
    for (const { index, title } of columns ?? []) titles.push({ index, title })
  }
  return titles
}
