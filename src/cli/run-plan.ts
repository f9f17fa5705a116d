// signakit batch --plan: the columns that were recognised, and what each row will give. Nothing is made.

import type { EntryOptions } from '../batch/entries.ts'
import { placeWord } from '../batch/places.ts'
import { type Kept, type Plan, type Planned, type Preview, planBatch, type Spools } from '../batch/plan.ts'
import { readPrevious } from '../batch/previous.ts'
import { reportFiles } from '../batch/report-files.ts'
import type { BatchRequest } from '../batch/run.ts'
import type { Source } from '../batch/sources.ts'
import { temporaryWorkspace } from '../host/workspace.ts'
import { type ColumnMap, toldUse } from '../input/columns/column-map.ts'
import { columnsOf } from '../input/columns/map-columns.ts'
import { columnName } from '../input/table/cell-name.ts'
import { openTable } from '../input/table/open-table.ts'
import { type Text, text } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import type { KitReport } from '../model/kit-report.ts'
import type { World } from '../model/world.ts'
import { previewKit, type RenderOptions } from '../pipeline.ts'
import type { BatchFindings } from './batch-findings.ts'
import type { Session } from './session.ts'
import { align } from './table.ts'

/** All that decides which pieces a kit makes and what may be said of them: not its names, addresses and figures. */
const signature = ({ structure, charte, imprimeur, langues, pieces, textes, regles }: Kit): string => {
  const { type, caf, partenaires, photo, 'type-libelle': label } = structure
  return JSON.stringify([type, label, caf, partenaires, photo, charte, imprimeur, langues, pieces, textes, regles])
}

/** Rows of one sheet are much alike: what was found of one and names no cell of it is true of the others. */
function previewer(options: RenderOptions, world: World): (kit: Kit) => Preview {
  const known = new Map<string, Preview>()
  return kit => {
    const key = signature(kit)
    const before = known.get(key)
    if (before) return before
    const preview = previewKit(kit, options, world)
    const own = preview.diagnostics.some(({ at }) => at?.file === kit.source.file)
    if (!own && known.size < MAX_KNOWN) known.set(key, preview)
    return preview
  }
}

const MAX_KNOWN = 5000

/** Rows shown to people: enough to see that the columns were understood. */
const SHOWN = 20

export type PlanRow = {
  readonly place: string
  readonly status: 'todo' | 'left' | KitReport['status']
  readonly kit?: string
  readonly pieces?: readonly string[]
  readonly rules?: readonly string[]
}

export type PlanResult = {
  readonly maps: readonly ColumnMap[]
  readonly plan: Plan
  rows(): Iterable<PlanRow>
  close(): void
}

function rowOf(planned: Planned, spools: Spools): PlanRow | undefined {
  switch (planned.state) {
    case 'todo': {
      const { entry, kit, pieces = [], refusing = [] }: Kept = spools.kept.read(planned.kept)
      const rules = refusing.length === 0 ? {} : { rules: refusing }
      return { place: placeWord(entry.origin), status: 'todo', kit, pieces, ...rules }
    }
    case 'told': {
      const { origin, status, kit, diagnostics } = spools.reports.read(planned.report)
      const errors = diagnostics.filter(({ severity }) => severity === 'error')
      const rules = [...new Set(errors.map(({ rule }) => rule))]
      return { place: placeWord(origin), status, ...(kit === undefined ? {} : { kit }), rules }
    }
    case 'left':
      return { place: planned.place, status: 'left', ...(planned.kit === undefined ? {} : { kit: planned.kit }) }
    case 'elsewhere':
      return undefined
  }
}

async function mapsOf(sources: readonly Source[], { table, columns }: EntryOptions, world: World) {
  const maps: ColumnMap[] = []
  for (const { file, kind } of sources) {
    if (kind !== 'table') continue
    const opened = await openTable(file, table, world)
    const map = opened.value && (await columnsOf(opened.value, columns)).value
    if (map) maps.push(map)
  }
  return maps
}

export async function planOf(
  request: BatchRequest,
  sources: readonly Source[],
  options: EntryOptions,
  findings: BatchFindings,
  world: World,
): Promise<PlanResult> {
  const maps = await mapsOf(sources, options, world)
  const workspace = temporaryWorkspace()
  const spools: Spools = { kept: workspace.spool(), reports: workspace.spool(), rows: workspace.spool() }
  const plan = await planBatch(request.entries(), {
    options: request.options,
    filters: request.filters,
    previous: readPrevious(reportFiles(request.out, request.filters.shard).json, spools.reports),
    spools,
    world,
    tell: (found, entry) => findings.add(found, entry),
    preview: previewer(request.options, world),
  })
  findings.add(plan.diagnostics)
  function* rows(): Generator<PlanRow> {
    for (const planned of plan.entries) {
      const row = rowOf(planned, spools)
      if (row) yield row
    }
  }
  return { maps, plan, rows, close: workspace.close }
}

const STATUS: Readonly<Record<PlanRow['status'], Text>> = {
  todo: text('', ''),
  left: text('hors du choix', 'left out by the filters'),
  complete: text('', ''),
  incomplete: text('incomplet', 'incomplete'),
  refused: text('refusé', 'refused'),
  closed: text('fermée', 'closed'),
  unordered: text('rien à fabriquer', 'nothing ordered'),
  hidden: text('masquée', 'hidden'),
}

function mapLines({ file, sheet, header, columns }: ColumnMap, say: Session['say']): readonly string[] {
  const where = sheet === '' ? file : `${file} › ${sheet}`
  const cells = columns.map(column => {
    const read = column.use.kind !== 'left'
    return [column.letter, column.title, read ? `→ ${say(toldUse(column))}` : `– ${say(toldUse(column))}`]
  })
  return [
    say(text(`${where}, titres à la ligne ${header}`, `${where}, titles in row ${header}`)),
    ...align(cells).map(line => `  ${line}`),
  ]
}

function rowCells(
  { place, status, kit = '', pieces = [], rules = [] }: PlanRow,
  say: Session['say'],
): readonly string[] {
  const isPartly = pieces.length > 0 && rules.length > 0
  const said = say(isPartly ? STATUS.incomplete : STATUS[status])
  const why = [said, rules.join(' ')].filter(word => word !== '').join(' : ')
  return [place, kit, pieces.length === 0 ? why : `${pieces.join(', ')}${isPartly ? ` (${why})` : ''}`]
}

/** For people: the columns, the first rows, how many more. */
export function tellPlan({ maps, rows }: PlanResult, { say, result }: Session): void {
  for (const map of maps) for (const line of mapLines(map, say)) result(line)
  // Those that the filters choose come first: they are what was asked about.
  const chosen: PlanRow[] = []
  const others: PlanRow[] = []
  let count = 0
  for (const row of rows()) {
    count++
    const kept = row.status === 'left' ? others : chosen
    if (kept.length < SHOWN) kept.push(row)
  }
  const shown = [...chosen, ...others].slice(0, SHOWN)
  const more = count - shown.length
  for (const line of align(shown.map(row => rowCells(row, say)))) result(line)
  if (more > 0) {
    result(say(text(`… et ${more} autres lignes (toutes\u00a0: --json)`, `… and ${more} more rows (all: --json)`)))
  }
}

/** For programs: one document, a row a line, whatever their number. */
export function jsonPlan({ maps, rows }: PlanResult, { result }: Session, { version }: World): void {
  const columns = maps.map(({ file, sheet, header, columns: all }) => ({
    file,
    sheet,
    header,
    columns: all.map(({ letter, title, use }) => ({
      letter,
      title,
      read: use.kind !== 'left',
      ...(use.kind === 'left' ? { why: use.why.fr } : { field: use.field }),
      ...(use.kind === 'second' ? { after: columnName(use.after) } : {}),
    })),
  }))
  result(`{"schema": 1, "signakit": ${JSON.stringify(version)}, "sheets": ${JSON.stringify(columns)}, "rows": [`)
  let before: string | undefined
  for (const row of rows()) {
    if (before !== undefined) result(`${before},`)
    before = JSON.stringify(row)
  }
  if (before !== undefined) result(before)
  result(']}')
}
