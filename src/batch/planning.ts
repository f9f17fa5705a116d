// One entry after the other, read and checked: what becomes of each, and what is counted on the way.
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts'
import type { Entry } from '../model/entry.ts'
import type { Kit } from '../model/kit.ts'
import type { KitReport } from '../model/kit-report.ts'
import type { World } from '../model/world.ts'
import { type KitPiece, piecesOf, type RenderOptions, readEntry } from '../pipeline.ts'
import type { Preview } from '../preview.ts'
import type { Asked } from './asked-pieces.ts'
import { Choice, type Choosing } from './choice.ts'
import { type Claim, Claims, claimOf, type First, likelyIdIn } from './claims.ts'
import { duplicateKit } from './duplicates.ts'
import { type Filters, inShard } from './filters.ts'
import { refusal } from './make.ts'
import { placeWord } from './places.ts'
import type { Planned, Spools } from './planned.ts'
import type { Previous, Who } from './previous.ts'
import type { Unanswered } from './unanswered.ts'

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
  readonly preview?: (kit: Kit, asked: Asked | undefined) => Preview
}

const whoOf = ({ origin, mends, row }: Entry, id: string): Who => ({
  kit: id === '' ? undefined : id,
  origin,
  mends,
  row,
})

type Read = { readonly kit: Kit; readonly found: readonly Diagnostic[]; readonly choosing: Choosing }

export class Planning {
  readonly entries: Planned[] = []
  readonly found: Diagnostic[] = []
  readonly headers = new Map<string, readonly string[]>()
  hasOthers = false
  readonly files = new Set<string>()
  readonly corrections = new Set<string>()
  readonly mended = new Set<string>()
  refused = 0
  incomplete = 0
  readonly skipped = { hidden: 0, closed: 0, unordered: 0 }
  readonly claims = new Claims()
  /** Ids of which this run speaks, made or refused. */
  private readonly spoken = new Set<string>()
  private readonly choice: Choice
  private readonly context: PlanContext

  constructor(context: PlanContext) {
    this.context = context
    const { options, filters, previous } = context
    this.choice = new Choice({ ...filters, ...(options.pieces ? { pieces: options.pieces } : {}) }, previous)
  }

  get unanswered(): { readonly unanswered?: Unanswered } {
    // A file that could not be read says so itself.
    const found = this.entries.length === 0 ? undefined : this.choice.unanswered(this.files)
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
    this.spoken.add(kit)
    this.context.tell(found, entry)
    return this.tellReport(entry, refusal(entry, found, kit === '' ? undefined : kit))
  }

  /** What the last run said of it stays. */
  private leave(entry: Entry, id: string, { lacks }: Choosing): Planned {
    const report = this.context.previous.find(whoOf(entry, id))
    return {
      state: 'left',
      place: placeWord(entry.origin),
      ...(id === '' ? {} : { kit: id }),
      ...(lacks ? { lacks } : {}),
      ...(report === undefined ? {} : { report }),
      ...this.keepRow(entry),
    }
  }

  /** Neither of two is made: the first is refused where it stands. */
  private refuseFirst({ id, at }: Claim, first: First): void {
    const other = this.entries[first.rank]
    if (first.refused || other?.state !== 'todo') return
    first.refused = true
    const { entry } = this.context.spools.kept.read(other.kept)
    this.entries[first.rank] = this.refuse(entry, [duplicateKit(id, first.at, at, 'made')], id)
  }

  add(entry: Entry): void {
    const { file, mends } = entry
    this.files.add(file)
    if (mends !== undefined) this.corrections.add(file)
    if (mends !== undefined && mends !== '') this.mended.add(mends)
    this.entries.push(this.planned(entry))
  }

  private planned(entry: Entry): Planned {
    const { options, world, filters } = this.context
    const here = inShard(entry, filters.shard)
    this.claims.nameSkipped(entry)
    if (entry.skipped) return here ? this.leaveOut(entry, entry.skipped) : { state: 'elsewhere' }
    const read = readEntry(entry, options, world)
    const found = [...entry.diagnostics, ...read.diagnostics]
    const kit = hasErrors(found) ? undefined : read.value
    const id = read.value?.id ?? likelyIdIn(entry.content)
    const pieces = (): readonly KitPiece[] | undefined => kit && piecesOf(kit, options, world)
    const choosing = this.choice.of({ entry, kit, id, who: whoOf(entry, id), pieces })
    this.keepTitles(entry)
    if (!kit) this.claims.nameRefused(id)
    const claim = claimOf(entry, kit, read.value)
    const first = this.claims.claim(claim, this.entries.length)
    if (first) this.refuseFirst(claim, first)
    if (!here) return { state: 'elsewhere' }
    if (!choosing.wanted) return this.leave(entry, id, choosing)
    const double = first ? [duplicateKit(claim.id, claim.at, first.at, 'made')] : []
    if (!kit || first) return this.refuse(entry, kit ? double : [...found, ...double], id)
    return this.keep(entry, { kit, found, choosing })
  }

  private leaveOut(entry: Entry, status: NonNullable<Entry['skipped']>): Planned {
    const { index, file, origin } = entry
    this.skipped[status]++
    return this.tellReport(entry, { index, file, origin, status, pieces: [], diagnostics: [] })
  }

  /** It is to be made, unless a preview knows already that nothing would come of it. */
  private keep(entry: Entry, { kit, found, choosing }: Read): Planned {
    const { asked, unasked = [] } = choosing
    const preview = this.context.preview?.(kit, asked)
    const refusing = new Set(preview?.diagnostics.flatMap(({ severity, rule }) => (severity === 'error' ? [rule] : [])))
    if (preview && refusing.size > 0 && preview.pieces.length === 0)
      return this.refuse(entry, preview.diagnostics, kit.id)
    if (refusing.size > 0) this.incomplete++
    if (preview) this.context.tell([...found, ...preview.diagnostics], entry)
    this.choice.take()
    this.spoken.add(kit.id)
    const kept = this.context.spools.kept.add({
      entry,
      kit: kit.id,
      root: kit.source.root,
      ...(kit.structure.lieu === undefined ? {} : { lieu: kit.structure.lieu }),
      ...(kit.project ? { project: kit.project.sha256 } : {}),
      ...(asked ? { asked } : {}),
      ...(unasked.length > 0 ? { unasked } : {}),
      ...(preview ? { preview: { brand: preview.brand, pieces: preview.pieces, refusing: [...refusing] } } : {}),
    })
    const before = this.context.previous.find(whoOf(entry, kit.id))
    return { state: 'todo', kit: kit.id, kept, ...(before === undefined ? {} : { before }) }
  }

  /** Of two rows with one id, of which the filters leave one, what was said before is not told beside what is said now. */
  get settled(): readonly Planned[] {
    return this.entries.map(each => {
      if (each.state !== 'left' || each.kit === undefined || !this.spoken.has(each.kit)) return each
      const { report: _, ...silent } = each
      return silent
    })
  }

  private keepTitles({ row }: Entry): void {
    if (row) this.headers.set(row.titles.join('\u0000'), row.titles)
    else this.hasOthers = true
  }
}
