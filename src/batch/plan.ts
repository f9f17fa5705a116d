// The entries of a batch, each read and checked before anything is written: ids, doubles, what is made and what is left alone.
import { setImmediate } from 'node:timers/promises'
import type { Spool } from '../host/spool.ts'
import { likelyId } from '../input/kit-id.ts'
import { type Diagnostic, hasErrors, type Span } from '../model/diagnostic.ts'
import type { Entry, EntryRow } from '../model/entry.ts'
import type { Kit } from '../model/kit.ts'
import type { KitReport } from '../model/kit-report.ts'
import type { World } from '../model/world.ts'
import { type RenderOptions, readEntry } from '../pipeline.ts'
import { claimedId, claimSpan, duplicateKit, idSpan } from './duplicates.ts'
import { type Condition, type Filters, inShard, knowsColumn, meets } from './filters.ts'
import { refusal } from './make.ts'
import { placeWord, sourceKey } from './places.ts'
import type { Previous, Who } from './previous.ts'
import { type Unanswered, unanswered } from './unanswered.ts'

/** What is kept of an entry that makes a kit, on the disk. */
export type Kept = {
  readonly entry: Entry
  readonly kit: string
  /** Of its project. */
  readonly root: string
  readonly project?: string
  readonly lieu?: string
  /** What the kit would make, when it was asked for: `vitrophanie-a5 × 2`. */
  readonly pieces?: readonly string[]
  /** Rules that would refuse others of its pieces. */
  readonly refusing?: readonly string[]
}

/** An entry by what becomes of it; the numbers are those of the spools. */
export type Planned =
  | { readonly state: 'todo'; readonly kit: string; readonly kept: number }
  | { readonly state: 'told'; readonly report: number; readonly row?: number }
  /** Outside the filters: what the last run said of it stays. */
  | {
      readonly state: 'left'
      readonly place: string
      readonly kit?: string
      readonly report?: number
      readonly row?: number
    }
  /** Of another shard. */
  | { readonly state: 'elsewhere' }

export type Spools = {
  readonly kept: Spool<Kept>
  readonly reports: Spool<KitReport>
  readonly rows: Spool<EntryRow>
}

export type Plan = {
  readonly entries: readonly Planned[]
  /** Of the files: unreadable ones, remarks on columns and encodings. */
  readonly diagnostics: readonly Diagnostic[]
  /** Why the filters leave nothing, if they do. */
  readonly unanswered?: Unanswered
  /** Ids that entries ask for, refused ones included. */
  readonly kits: ReadonlySet<string>
  /** Whether they are all there are: every file was read, every refused entry says what it would be. */
  readonly knowsAll: boolean
  readonly headers: readonly (readonly string[])[]
  /** Whether some entries are no rows. */
  readonly hasOthers: boolean
  /** The files that the entries come from. */
  readonly files: ReadonlySet<string>
  /** Of these, those that give back the rows of an `errors.csv`, and the rows that they mend. */
  readonly corrections: ReadonlySet<string>
  readonly mended: ReadonlySet<string>
  readonly refused: number
  /** Of those to be made, how many would not be whole, as far as a preview tells. */
  readonly incomplete: number
  /** Rows that give no kit although they were read, by why. */
  readonly skipped: Readonly<Record<NonNullable<Entry['skipped']>, number>>
  /** Whether it was cut short. */
  readonly stopped: boolean
}

export type Preview = { readonly pieces: readonly string[]; readonly diagnostics: readonly Diagnostic[] }

export type PlanContext = {
  readonly options: RenderOptions
  readonly filters: Filters
  readonly previous: Previous
  readonly spools: Spools
  readonly world: World
  /** Whether someone asked to stop. */
  readonly stopped?: () => boolean
  /** Each finding of an entry that will not be made, as it comes. */
  readonly tell: (found: readonly Diagnostic[], entry: Entry) => void
  /** The pieces that a kit would make, for those who only want to know. */
  readonly preview?: (kit: Kit) => Preview
}

const likelyIdIn = (content: Entry['content']): string => (content.kind === 'value' ? likelyId(content.data) : '')

const whoOf = ({ origin, mends, row }: Entry, id: string): Who => ({
  kit: id === '' ? undefined : id,
  origin,
  mends,
  row,
})

type Seen = { readonly rank: number; readonly at: Span; refused: boolean }

class Planning {
  readonly entries: Planned[] = []
  readonly found: Diagnostic[] = []
  readonly headers = new Map<string, readonly string[]>()
  private readonly only: Set<string>
  private readonly where: Set<Condition>
  hasOthers = false
  readonly files = new Set<string>()
  readonly corrections = new Set<string>()
  readonly mended = new Set<string>()
  refused = 0
  incomplete = 0
  readonly skipped = { hidden: 0, closed: 0, unordered: 0 }
  /** Whether a refused entry does not say which kit it would make. */
  hasUnnamed = false
  private answers = { any: false, failed: false, hadFailed: false }
  private readonly askedIds = new Set<string>()
  private readonly ids = new Map<string, Seen>()
  private todo = 0
  private readonly context: PlanContext

  constructor(context: PlanContext) {
    this.context = context
    this.only = new Set(context.filters.only)
    this.where = new Set(context.filters.where)
  }

  get kits(): ReadonlySet<string> {
    return new Set([...this.ids.keys(), ...this.askedIds])
  }

  /** The kit that a refused row would make is still asked for: what a former run made of it is no orphan. */
  private nameRefused(id: string): void {
    if (id === '') this.hasUnnamed = true
    else this.askedIds.add(id)
  }

  /** A hidden row is not asked for now, and is still a row of the sheet: its kit is no orphan. A closed structure's is. */
  private nameSkipped({ skipped, content }: Entry): void {
    const id = skipped === 'hidden' ? likelyIdIn(content) : ''
    if (id !== '') this.askedIds.add(id)
  }

  get unanswered(): { readonly unanswered?: Unanswered } {
    const { filters, previous } = this.context
    // A file that could not be read says so itself.
    if (this.entries.length === 0) return {}
    const read = new Set([...this.files].map(sourceKey))
    const others = [...previous.failedFiles].filter(file => !read.has(sourceKey(file)))
    const elsewhere = this.answers.hadFailed || others.length < previous.failedFiles.size ? [] : others
    const answers = { only: this.only, where: this.where, ...this.answers, elsewhere }
    const found = unanswered(answers, filters, previous.isKnown)
    return found ? { unanswered: found } : {}
  }

  private keepRow({ row }: Entry): { readonly row?: number } {
    return row === undefined ? {} : { row: this.context.spools.rows.add(row) }
  }

  private tellReport(entry: Entry, report: KitReport): Planned {
    return { state: 'told', report: this.context.spools.reports.add(report), ...this.keepRow(entry) }
  }

  private refuse(entry: Entry, found: readonly Diagnostic[], kit: string): Planned {
    this.refused++
    this.context.tell(found, entry)
    return this.tellReport(entry, refusal(entry, found, kit === '' ? undefined : kit))
  }

  /** `id`: of the kit, else the one that a refused row would have given. */
  private isWanted(entry: Entry, kit: Kit | undefined, id: string): boolean {
    const { only, where = [], lastFailed = false, limit } = this.context.filters
    const data = kit ?? (entry.content.kind === 'value' ? entry.content.data : {})
    for (const condition of this.where) if (knowsColumn(entry, data, condition)) this.where.delete(condition)
    this.only.delete(id)
    const hadFailed = lastFailed && this.context.previous.hasFailed(whoOf(entry, id))
    if (hadFailed) this.answers.hadFailed = true
    if (only && !only.includes(id)) return false
    if (!where.every(condition => meets(entry, data, condition))) return false
    this.answers.any = true
    if (lastFailed && !hadFailed) return false
    this.answers.failed = true
    return limit === undefined || this.todo < limit
  }

  /** What the last run said of it stays. */
  private leave(entry: Entry, id: string): Planned {
    const report = this.context.previous.find(whoOf(entry, id))
    return {
      state: 'left',
      place: placeWord(entry.origin),
      ...(id === '' ? {} : { kit: id }),
      ...(report === undefined ? {} : { report }),
      ...this.keepRow(entry),
    }
  }

  /** Neither of two is made: the first is refused where it stands. */
  private refuseFirst(id: string, at: Span, first: Seen): void {
    const other = this.entries[first.rank]
    if (!first.refused && other?.state === 'todo') {
      first.refused = true
      const kept = this.context.spools.kept.read(other.kept)
      this.entries[first.rank] = this.refuse(kept.entry, [duplicateKit(id, first.at, at, 'made')], id)
    }
  }

  add(entry: Entry): void {
    const { file, mends } = entry
    this.files.add(file)
    if (mends !== undefined) this.corrections.add(file)
    if (mends !== undefined && mends !== '') this.mended.add(mends)
    this.entries.push(this.planned(entry))
  }

  private planned(entry: Entry): Planned {
    const { index, file, origin, skipped } = entry
    const here = inShard(entry, this.context.filters.shard)
    this.nameSkipped(entry)
    if (skipped && !here) return { state: 'elsewhere' }
    if (skipped) this.skipped[skipped]++
    if (skipped) return this.tellReport(entry, { index, file, origin, status: skipped, pieces: [], diagnostics: [] })
    const read = readEntry(entry, this.context.options, this.context.world)
    const found = [...entry.diagnostics, ...read.diagnostics]
    const kit = hasErrors(found) ? undefined : read.value
    const id = read.value?.id ?? likelyIdIn(entry.content)
    const wanted = this.isWanted(entry, kit, id)
    this.keepTitles(entry)
    if (!kit) this.nameRefused(id)
    const at = kit ? idSpan(kit) : claimSpan(entry)
    const claimed = read.value?.id ?? claimedId(entry)
    const first = this.ids.get(claimed)
    if (first) this.refuseFirst(claimed, at, first)
    else if (claimed !== '') this.ids.set(claimed, { rank: this.entries.length, at, refused: false })
    if (!here) return { state: 'elsewhere' }
    if (!wanted) return this.leave(entry, id)
    const double = first ? [duplicateKit(claimed, at, first.at, 'made')] : []
    if (!kit || first) return this.refuse(entry, kit ? double : [...found, ...double], id)
    const preview = this.context.preview?.(kit)
    const refusing = new Set(preview?.diagnostics.flatMap(({ severity, rule }) => (severity === 'error' ? [rule] : [])))
    if (preview && refusing.size > 0 && preview.pieces.length === 0)
      return this.refuse(entry, preview.diagnostics, kit.id)
    if (refusing.size > 0) this.incomplete++
    if (preview) this.context.tell([...found, ...preview.diagnostics], entry)
    this.todo++
    const kept = this.context.spools.kept.add({
      entry,
      kit: kit.id,
      root: kit.source.root,
      ...(kit.structure.lieu === undefined ? {} : { lieu: kit.structure.lieu }),
      ...(kit.project ? { project: kit.project.sha256 } : {}),
      ...(preview ? { pieces: preview.pieces, refusing: [...refusing] } : {}),
    })
    return { state: 'todo', kit: kit.id, kept }
  }

  private keepTitles({ row }: Entry): void {
    if (row) this.headers.set(row.titles.join('\u0000'), row.titles)
    else this.hasOthers = true
  }
}

/** Reads all entries, unless someone asks to stop; nothing is written but the spools. */
export async function planBatch(stream: AsyncIterable<Entry | Diagnostic>, context: PlanContext): Promise<Plan> {
  const planning = new Planning(context)
  let since = 0
  for await (const each of stream) {
    if ('rule' in each) planning.found.push(each)
    else planning.add(each)
    // Now and then a turn of the event loop: the lock is kept alive, and an interruption heard.
    if (++since % 64 === 0) await setImmediate()
    if (context.stopped?.() === true) break
  }
  return {
    entries: planning.entries,
    diagnostics: planning.found,
    ...planning.unanswered,
    kits: planning.kits,
    knowsAll: !planning.hasUnnamed && !hasErrors(planning.found),
    headers: [...planning.headers.values()],
    hasOthers: planning.hasOthers,
    files: planning.files,
    corrections: planning.corrections,
    mended: planning.mended,
    refused: planning.refused,
    incomplete: planning.incomplete,
    skipped: planning.skipped,
    stopped: context.stopped?.() === true,
  }
}
