// The filters of a batch at work: which entries they choose, and what the entries have answered to them.
import { foldId } from '../input/fold-id.ts'
import type { Entry } from '../model/entry.ts'
import type { Kit } from '../model/kit.ts'
import type { KitPiece } from '../pipeline.ts'
import { type Asked, askedOf, hadBy } from './asked-pieces.ts'
import { type Condition, type Filters, knownKeys, knowsColumn, meets, valuesOf } from './filters.ts'
import { Known } from './missed.ts'
import { sourceKey } from './places.ts'
import type { Previous, Who } from './previous.ts'
import { type Unanswered, unanswered } from './unanswered.ts'

/** `asked`: of the pieces asked for, those of this kit, when they are not all of them. `lacks`: it has none of them. */
export type Choosing = {
  readonly wanted: boolean
  readonly asked?: Asked
  readonly lacks?: true
  /** Ids of its other pieces. */
  readonly unasked?: readonly string[]
}

export type Candidate = {
  readonly entry: Entry
  /** Absent when it is refused: which pieces it would make is then not sure, and it is told. */
  readonly kit: Kit | undefined
  /** Of the kit, else the one that a refused row would have given. */
  readonly id: string
  readonly who: Who
  /** Asked for only when `--piece` is given; undefined when nothing can be said of them. */
  readonly pieces: () => readonly KitPiece[] | undefined
}

const WANTED: Choosing = { wanted: true }
const LEFT: Choosing = { wanted: false }

export class Choice {
  private readonly filters: Filters
  private readonly previous: Previous
  private readonly unseen: Set<string>
  private readonly ids = new Known()
  private readonly columns = new Known()
  private readonly unknown: Set<Condition>
  /** What the entries say under the column of a condition that none has met so far. */
  private readonly unmet: Map<Condition, Known>
  private readonly pieces = new Known()
  /** Those asked for that no kit has had so far. */
  private readonly absent: Set<Asked[number]>
  private any = false
  private failed = false
  private hadFailed = false
  private taken = 0

  constructor(filters: Filters, previous: Previous) {
    this.filters = filters
    this.previous = previous
    this.unseen = new Set(filters.only)
    this.unknown = new Set(filters.where)
    this.absent = new Set(filters.pieces)
    this.unmet = new Map((filters.where ?? []).map(condition => [condition, new Known()]))
  }

  /** Asked of each entry, those of other shards too: what none of them has is a mistake. */
  of({ entry, kit, id, who, pieces }: Candidate): Choosing {
    const { only, lastFailed = false, limit } = this.filters
    if (this.unseen.size > 0) this.ids.add([id])
    this.unseen.delete(id)
    const hadFailed = lastFailed && this.previous.hasFailed(who)
    if (hadFailed) this.hadFailed = true
    const isThere = this.meetsAll(entry, kit ?? (entry.content.kind === 'value' ? entry.content.data : {}))
    const choosing = this.filters.pieces ? this.byPieces(this.filters.pieces, kit && pieces()) : WANTED
    if (!isThere || (only && !only.includes(id))) return LEFT
    this.any ||= choosing.wanted
    if (lastFailed && !hadFailed) return LEFT
    this.failed ||= choosing.wanted
    return limit === undefined || this.taken < limit ? choosing : LEFT
  }

  /** One of those that it has chosen is to be made: `--limit` counts them. */
  take(): void {
    this.taken++
  }

  private meetsAll(entry: Entry, data: unknown): boolean {
    const { where = [] } = this.filters
    if (this.unknown.size > 0) this.columns.add(knownKeys(entry, data))
    for (const condition of this.unknown) if (knowsColumn(entry, data, condition)) this.unknown.delete(condition)
    for (const [condition, known] of this.unmet) {
      if (meets(entry, data, condition)) this.unmet.delete(condition)
      else known.add(valuesOf(entry, data, condition.column))
    }
    return where.every(condition => meets(entry, data, condition))
  }

  private byPieces(asked: Asked, pieces: readonly KitPiece[] | undefined): Choosing {
    if (!pieces) return WANTED
    if (this.absent.size > 0) this.pieces.add(pieces.flatMap(({ id, known }) => (known ? [id] : [])))
    for (const each of hadBy(asked, pieces)) this.absent.delete(each)
    const had = askedOf(asked, pieces)
    if (had.length === 0) return { wanted: false, lacks: true }
    const unasked = pieces.map(({ id }) => id).filter(id => had.every(each => foldId(each.id) !== id))
    return { wanted: true, unasked, ...(asked.every(each => had.includes(each)) ? {} : { asked: had }) }
  }

  /** `read` are the files of the entries. */
  unanswered(read: ReadonlySet<string>): Unanswered | undefined {
    const { filters, previous } = this
    const keys = new Set([...read].map(sourceKey))
    const others = [...previous.failedFiles].filter(file => !keys.has(sourceKey(file)))
    const answers = {
      ids: this.ids.allMissed([...this.unseen]),
      columns: this.columns.allMissed([...this.unknown].map(({ column }) => column)),
      // When all rows are refused, what they would make is not known: they say themselves what is wrong.
      pieces: this.pieces.isEmpty ? [] : this.pieces.allMissed([...this.absent].map(({ id }) => id)),
      unmet: [...this.unmet].map(([condition, known]) => ({ condition, values: known.missed(condition.value) })),
      any: this.any,
      failed: this.failed,
      elsewhere: this.hadFailed || others.length < previous.failedFiles.size ? [] : others,
    }
    return unanswered(answers, filters, previous.isKnown)
  }
}
