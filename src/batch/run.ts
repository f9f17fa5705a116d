// A batch, from its entries to its reports: planned, made by processes side by side, told in the order of the entries.
import { resolve } from 'node:path'
import { writeFailure } from '../host/atomic.ts'
import { removeLeftovers } from '../host/leftovers.ts'
import { OWN_RUN } from '../host/lock.ts'
import { openWorkspace, type Workspace } from '../host/workspace.ts'
import type { EntryRow } from '../model/entry.ts'
import type { KitReport } from '../model/kit-report.ts'
import type { World } from '../model/world.ts'
import { afterCrash } from './after-crash.ts'
import type { BatchRequest, BatchResult, Watcher } from './batch-request.ts'
import { carriedOver } from './carried.ts'
import { EntriesHash } from './entries-hash.ts'
import { execute, type Maker } from './execute.ts'
import { keyMaker } from './key.ts'
import { toldAs } from './make.ts'
import { orphanFinding, orphansOf, pruneOrphans } from './orphans.ts'
import { Outcomes } from './outcomes.ts'
import { type Plan, planBatch } from './plan.ts'
import type { Kept, Planned, Spools } from './planned.ts'
import { type Previous, previousOf } from './previous.ts'
import { type ReportFiles, reportFiles, reportNames } from './report-files.ts'
import { counted, NO_COUNTS } from './reports/batch-json.ts'
import { errorColumns } from './reports/errors-csv.ts'
import { removeEnd, writeEnd, writeStart } from './reports/run-files.ts'
import { isFailed, writeReports } from './reports/write-reports.ts'
import { toolHash } from './tool-hash.ts'
import { withUnasked } from './unasked.ts'
import { upToDateIn } from './up-to-date.ts'

function withRow({ row: _, ...report }: KitReport, row: EntryRow | undefined): KitReport {
  return row ? { ...report, row: { titles: row.titles, cells: row.cells } } : report
}

class Run {
  private readonly request: BatchRequest
  private readonly maker: Maker
  private readonly watcher: Watcher
  private readonly world: World
  private readonly files: ReportFiles
  private readonly workspace: Workspace
  private readonly spools: Spools
  private readonly previous: Previous
  private readonly read = new EntriesHash()

  constructor(request: BatchRequest, maker: Maker, watcher: Watcher, world: World, workspace: Workspace) {
    this.request = request
    this.maker = maker
    this.watcher = watcher
    this.world = world
    this.files = reportFiles(request.out, request.filters.shard)
    this.workspace = workspace
    this.spools = { kept: workspace.spool(), reports: workspace.spool(), rows: workspace.spool() }
    const { out, filters } = request
    const scene = { out, shard: filters.shard, spool: this.spools.reports, world }
    this.previous = afterCrash(previousOf(out, filters.shard, scene.spool), scene)
  }

  async run(): Promise<BatchResult> {
    const { request, watcher, world, spools, previous } = this
    const { options, filters, onError } = request
    const entries = request.entries()
    const plan = await planBatch(filters.shard ? this.read.noting(entries) : entries, {
      options,
      filters,
      previous,
      spools,
      world,
      stopped: watcher.stopped,
      tell: (found, entry) => watcher.found(found, entry),
    })
    if (plan.stopped) return { state: 'stopped' }
    if (plan.unanswered || (onError === 'fail' && plan.refused > 0) || plan.entries.length === 0) {
      return { state: 'refused', plan }
    }
    const lost = this.workspace.lost()
    if (lost) return { state: 'failed', failure: lost }
    removeLeftovers(request.out, request.filters.shard && reportNames(this.files))
    const failure = removeEnd(this.files) ?? writeStart(this.files, request.command, world)
    if (failure) return { state: 'failed', failure }
    return this.make(plan)
  }

  private *todo({ entries }: Plan): Generator<Kept> {
    for (const entry of entries) if (entry.state === 'todo') yield this.spools.kept.read(entry.kept)
  }

  /** What the last run said of a kit of which this one makes some pieces. */
  private before({ kit, unasked }: Kept): KitReport | undefined {
    const number = unasked ? this.previous.ofKit(kit) : undefined
    return number === undefined ? undefined : this.spools.reports.read(number)
  }

  private async make(plan: Plan): Promise<BatchResult> {
    const { request, watcher, world } = this
    const { options, out, onError } = request
    const outcomes = new Outcomes(this.spools)
    const tool = toolHash(world)
    const keyOf = keyMaker(tool)
    const total = plan.entries.filter(({ state }) => state === 'todo').length
    const { refused } = plan
    let done = 0
    watcher.progress({ total, done, made: 0, failed: 0, refused })
    await execute({
      todo: this.todo(plan),
      maker: this.maker,
      jobOf: ({ entry, root, project, asked }) => {
        const own = asked ? { ...options, pieces: asked } : options
        return {
          entry,
          key: keyOf({ entry, root, project, options: own }),
          ...(project === undefined ? {} : { project }),
          options: own,
          out: resolve(out),
          by: OWN_RUN,
        }
      },
      upToDate: options.force ? undefined : upToDateIn(out, world),
      done: each => {
        const { kept, answer } = each
        outcomes.add(each, withUnasked(answer.report, this.before(kept), kept.unasked))
        done++
        // What the disk says is said once, of the run.
        const own = answer.failure && outcomes.failure ? [] : answer.findings
        if (own.length > 0) watcher.found(own, kept.entry)
        watcher.progress({ total, done, made: outcomes.made, failed: outcomes.failed, refused })
      },
      goesOn: () =>
        !watcher.stopped() &&
        !outcomes.isHopeless &&
        !this.workspace.lost() &&
        (onError === 'skip' || outcomes.failed === 0),
    })
    return this.report(plan, outcomes, { remaining: total - done, tool })
  }

  /** Everything that is said of an entry, by this run or by the last one. */
  private reportOf(planned: Planned, index: number, outcomes: Outcomes): KitReport | undefined {
    switch (planned.state) {
      case 'told':
        return this.spools.reports.read(planned.report)
      case 'todo': {
        const own = outcomes.of(index)
        if (own) return own
        return planned.before === undefined ? undefined : { ...this.spools.reports.read(planned.before), index }
      }
      case 'left':
        return planned.report === undefined ? undefined : { ...this.spools.reports.read(planned.report), index }
      case 'elsewhere':
        return undefined
    }
  }

  private rowOf(planned: Planned): EntryRow | undefined {
    if (planned.state === 'todo') return this.spools.kept.read(planned.kept).entry.row
    return planned.state === 'elsewhere' || planned.row === undefined ? undefined : this.spools.rows.read(planned.row)
  }

  private *told({ entries }: Plan, outcomes: Outcomes, carried: readonly number[]): Generator<KitReport> {
    for (const [index, planned] of entries.entries()) {
      const report = this.reportOf(planned, index, outcomes)
      if (report) yield withRow(report, isFailed(report) ? this.rowOf(planned) : undefined)
    }
    for (const [rank, number] of carried.entries()) {
      yield { ...this.spools.reports.read(number), index: entries.length + rank }
    }
  }

  /** @param tool what made the kits: another may have been installed meanwhile */
  private async report(
    plan: Plan,
    outcomes: Outcomes,
    { remaining, tool }: { readonly remaining: number; readonly tool: string },
  ): Promise<BatchResult> {
    const { request, world, files } = this
    const { out, prune } = request
    const { previous, spools } = this
    const lost = this.workspace.lost()
    if (lost) return { state: 'failed', failure: lost }
    const reports = spools.reports
    const carried = [...carriedOver(plan, { ...request, shard: request.filters.shard, previous, reports }, world)]
    const titles: string[][] = []
    const staying = { counts: NO_COUNTS, files: new Set<string>(), kits: new Set<string>() }
    for (const number of carried) {
      const { row, ...report } = reports.read(number)
      if (row) titles.push([...row.titles])
      if (report.kit !== undefined) staying.kits.add(report.kit)
      staying.counts = counted(staying.counts, report)
      staying.files.add(report.file)
    }
    const { orphans, told } = orphansOf(plan, staying.kits, { out, given: request.given, previous }, world)
    const pruned = prune && plan.knowsAll ? new Set(pruneOrphans(out, told)) : new Set<string>()
    const said = plan.knowsAll ? told.filter(kit => !pruned.has(kit)) : []
    const diagnostics = [...plan.diagnostics, ...said.map(kit => orphanFinding(kit, out))]
    let counts = NO_COUNTS
    for (const report of this.told(plan, outcomes, carried)) counts = counted(counts, report)
    const unwritten =
      this.workspace.lost() ??
      writeReports(files, {
        head: {
          version: world.version,
          counts,
          diagnostics: toldAs(diagnostics),
          orphans: orphans.filter(kit => !pruned.has(kit)),
        },
        columns: errorColumns([...plan.headers, ...titles], plan.hasOthers || plan.files.size > 1),
        told: () => this.told(plan, outcomes, carried),
      }) ??
      writeEnd(
        files,
        {
          ...(remaining > 0 ? { status: 'interrupted', counts, remaining } : { status: 'finished', counts }),
          ...(request.filters.shard ? { entries: this.read.digest(plan.kits), tool } : {}),
        },
        world,
      )
    const failure = outcomes.failure ?? unwritten
    return {
      state: remaining > 0 ? 'interrupted' : 'finished',
      plan,
      counts,
      carried: { counts: staying.counts, files: [...staying.files] },
      stopped: this.watcher.stopped(),
      made: outcomes.made,
      remaining,
      diagnostics,
      faults: outcomes.faults,
      pruned: [...pruned],
      removed: outcomes.removed,
      files,
      ...(failure ? { failure } : {}),
    }
  }
}

/** Only one run at a time writes into a folder; `maker` is closed by whoever opened it. */
export async function runBatch(
  request: BatchRequest,
  maker: Maker,
  watcher: Watcher,
  world: World,
): Promise<BatchResult> {
  // What was handed out and nobody has begun is of no use to the run that took the folder.
  const opened = openWorkspace(reportFiles(request.out, request.filters.shard).lock, () => maker.stop?.())
  if (!opened.ok) {
    return 'failure' in opened ? { state: 'failed', failure: opened.failure } : { state: 'held', holder: opened.holder }
  }
  try {
    return await new Run(request, maker, watcher, world, opened.workspace).run()
  } catch (error) {
    // What a run must remember is on the same disk as what it makes. A bug is thrown on.
    const lost = opened.workspace.lost()
    return {
      state: 'failed',
      failure: lost ?? writeFailure(error, reportFiles(request.out, request.filters.shard).work),
    }
  } finally {
    opened.workspace.close()
  }
}
