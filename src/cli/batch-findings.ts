// What was found in a batch, to be told at its end: a few of each rule, however many there are, and the rows they stand in.
import type { Cell, Diagnostic } from '../model/diagnostic.ts'
import type { Entry, EntryRow } from '../model/entry.ts'

/** People are shown five of a rule, told how many the others are, and the cells of the first of them. */
const KEPT = 8

const rowOf = ({ cell }: Cell): string => /\d+(?=\]?$)/.exec(cell)?.[0] ?? ''

const rowKey = (at: Cell): string => `${at.file}\n${at.sheet}\n${rowOf(at)}`

export class BatchFindings {
  private readonly kept = new Map<string, Map<string, Diagnostic>>()
  private readonly rows = new Map<string, EntryRow>()
  readonly more = new Map<string, number>()
  private readonly all: boolean

  /** `all`: programs read each finding. */
  constructor(all: boolean) {
    this.all = all
  }

  add(found: readonly Diagnostic[], entry?: Entry): void {
    for (const each of found) this.addOne(each, entry)
  }

  private addOne(each: Diagnostic, entry: Entry | undefined): void {
    const { rule, at } = each
    const same = this.kept.get(rule) ?? new Map<string, Diagnostic>()
    this.kept.set(rule, same)
    // The pieces of one kit say the same again and again; so do kits of their brand.
    const identity = JSON.stringify([each.message.fr, at, each.piece])
    if (same.has(identity)) return
    if (!this.all && same.size >= KEPT) {
      this.more.set(rule, (this.more.get(rule) ?? 0) + 1)
      return
    }
    same.set(identity, each)
    // A finding may stand in another row than the entry it refuses: at the titles of its table.
    if (at && 'cell' in at && entry?.row && rowOf(at) === String(entry.row.number)) this.rows.set(rowKey(at), entry.row)
  }

  get list(): readonly Diagnostic[] {
    return [...this.kept.values()].flatMap(same => [...same.values()])
  }

  rowOf = (at: Cell): EntryRow | undefined => this.rows.get(rowKey(at))
}
