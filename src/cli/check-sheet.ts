// signakit check on a spreadsheet: all that batch would say of its rows, and nothing is written.
import { claimedId, claimSpan, duplicateKit, idSpan } from '../batch/duplicates.ts'
import { readEntries } from '../batch/entries.ts'
import { sourcesOf } from '../batch/sources.ts'
import { UNREADABLE_RULES } from '../input/decode.ts'
import { loadReference } from '../input/reference.ts'
import { type Diagnostic, hasErrors, type Span } from '../model/diagnostic.ts'
import type { Entry } from '../model/entry.ts'
import type { World } from '../model/world.ts'
import { familyKeys, prepare, type RenderOptions, readEntry } from '../pipeline.ts'
import { type Checked, checkedOf } from './checked.ts'

/** Told as they are found, with the row that they stand in. */
export type Watch = (found: readonly Diagnostic[], entry?: Entry) => void

async function foundIn(
  entry: Entry,
  ids: Map<string, Span>,
  options: RenderOptions,
  world: World,
): Promise<readonly Diagnostic[]> {
  if (entry.skipped) return []
  const read = readEntry(entry, options, world)
  const before = [...entry.diagnostics, ...read.diagnostics]
  const kit = read.value
  const id = kit?.id ?? claimedId(entry)
  const at = kit ? idSpan(kit) : claimSpan(entry)
  const first = ids.get(id)
  if (id !== '' && !first) ids.set(id, at)
  const double = first ? [duplicateKit(id, at, first, 'made')] : []
  if (!kit || first || hasErrors(before)) return [...before, ...double]
  return [...before, ...(await prepare(kit, options, world)).diagnostics]
}

/** `ids`: of the kits of all the files that are checked together, as a batch would make them. */
export async function checkSheet(
  file: string,
  ids: Map<string, Span>,
  options: RenderOptions,
  watch: Watch,
  world: World,
): Promise<Checked> {
  const reading = { table: {}, columns: { families: familyKeys(world), cafs: loadReference(world).cafs } }
  const all: Diagnostic[] = []
  let rows = 0
  for await (const each of readEntries(sourcesOf(file, world), reading, world)) {
    const found = 'rule' in each ? [each] : await foundIn(each, ids, options, world)
    if (!('rule' in each)) rows++
    watch(found, 'rule' in each ? undefined : each)
    all.push(...found)
  }
  const errors = all.filter(({ severity }) => severity === 'error')
  const unread = rows === 0 && errors.length > 0 && errors.every(({ rule }) => UNREADABLE_RULES.has(rule))
  const checked = checkedOf(file, all)
  return unread ? { ...checked, verdict: { status: 'file', warnings: checked.verdict.warnings } } : checked
}
