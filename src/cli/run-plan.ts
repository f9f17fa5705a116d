// The work of signakit batch --plan: the columns that are recognised, and what each row will give. Nothing is made.

import type { Asked } from '../batch/asked-pieces.ts'
import type { BatchRequest } from '../batch/batch-request.ts'
import type { EntryOptions } from '../batch/entries.ts'
import { placeWord } from '../batch/places.ts'
import { type Plan, planBatch } from '../batch/plan.ts'
import type { Kept, Planned, Spools } from '../batch/planned.ts'
import { previousOf } from '../batch/previous.ts'
import type { Source } from '../batch/sources.ts'
import { temporaryWorkspace } from '../host/workspace.ts'
import type { ColumnMap } from '../input/columns/column-map.ts'
import { columnsOf } from '../input/columns/map-columns.ts'
import { openTable } from '../input/table/open-table.ts'
import type { Kit } from '../model/kit.ts'
import type { KitReport } from '../model/kit-report.ts'
import type { World } from '../model/world.ts'
import type { RenderOptions } from '../pipeline.ts'
import { type Preview, type PreviewPiece, previewKit } from '../preview.ts'
import type { BatchFindings } from './batch-findings.ts'

/** All that decides which pieces a kit makes and what may be said of them: not its names, addresses and figures. */
const signature = ({ structure, charte, imprimeur, langues, pieces, textes, regles }: Kit): string => {
  const { type, caf, partenaires, photo, 'type-libelle': label } = structure
  return JSON.stringify([type, label, caf, partenaires, photo, charte, imprimeur, langues, pieces, textes, regles])
}

/** Rows of one sheet are much alike: what was found of one and names no cell of it is true of the others. */
function previewer(common: RenderOptions, world: World): (kit: Kit, asked: Asked | undefined) => Preview {
  const known = new Map<string, Preview>()
  return (kit, asked) => {
    const options = asked ? { ...common, pieces: asked } : common
    // Which of the pieces asked for it has follows from all the others.
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

export type PlanRow = {
  readonly place: string
  readonly status: 'todo' | 'left' | KitReport['status']
  readonly kit?: string
  /** Of a row that gives a kit. */
  readonly brand?: string
  readonly pieces?: readonly PreviewPiece[]
  readonly rules?: readonly string[]
  /** Left for want of the pieces that were asked for. */
  readonly lacks?: true
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
      const { entry, kit, preview }: Kept = spools.kept.read(planned.kept)
      const { brand = '', pieces = [], refusing = [] } = preview ?? {}
      const rules = refusing.length === 0 ? {} : { rules: refusing }
      return { place: placeWord(entry.origin), status: 'todo', kit, brand, pieces, ...rules }
    }
    case 'told': {
      const { origin, status, kit, diagnostics } = spools.reports.read(planned.report)
      const errors = diagnostics.filter(({ severity }) => severity === 'error')
      const rules = [...new Set(errors.map(({ rule }) => rule))]
      return { place: placeWord(origin), status, ...(kit === undefined ? {} : { kit }), rules }
    }
    case 'left':
      return {
        place: planned.place,
        status: 'left',
        ...(planned.kit === undefined ? {} : { kit: planned.kit }),
        ...(planned.lacks ? { lacks: planned.lacks } : {}),
      }
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
    previous: previousOf(request.out, request.filters.shard, spools.reports),
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
