// After a run that was killed before it told of its kits, the last reports may speak of files that are there no more: the
// manifests of the kits tell what is, and a kit that has none of its own is not whole.
import { join } from 'node:path'
import { modifiedAt } from '../host/disk.ts'
import type { Spool } from '../host/spool.ts'
import { type Diagnostic, text } from '../model/diagnostic.ts'
import { type KitReport, reportOfManifest } from '../model/kit-report.ts'
import type { World } from '../model/world.ts'
import type { Shard } from './filters.ts'
import { toldAs } from './make.ts'
import type { Previous, Who } from './previous.ts'
import { type ReportFiles, reportFiles } from './report-files.ts'
import { readEnd, readStart } from './reports/run-files.ts'
import type { batchRules } from './rules.ts'
import { namedFiles, stampedManifest } from './up-to-date.ts'

const CUT: keyof typeof batchRules = 'kit-unfinished'

const cutFinding = (at: Diagnostic['at']): Diagnostic => ({
  rule: CUT,
  severity: 'error',
  message: text(
    'le lot précédent s’est arrêté net pendant la fabrication de ce kit\u00a0: il n’est pas entier',
    'the last run stopped short while making this kit: it is not whole',
  ),
  ...(at ? { at } : {}),
})

/** Its files may be those of two runs: none of them is told. */
const cutShort = (report: KitReport): KitReport => ({
  ...report,
  status: 'refused',
  pieces: [],
  diagnostics: toldAs([cutFinding(report.origin)]),
})

const isCut = (files: ReportFiles): boolean => readStart(files) !== undefined && readEnd(files) === undefined

type Scene = { readonly out: string; readonly told: number; readonly world: World }

const sameFiles = ({ pieces }: KitReport, named: ReadonlySet<string> | undefined): boolean => {
  const files = pieces.flatMap(piece => piece.files)
  return named?.size === files.length && files.every(({ path, sha256 }) => named.has(`${sha256} ${path}`))
}

/** What holds now of what was said of a kit that is in the folder of its run. */
function nowOf(before: KitReport, kit: string, { out, told, world }: Scene): KitReport {
  const folder = join(out, kit)
  if (before.pieces.length > 0 && sameFiles(before, namedFiles(folder, kit, world))) return before
  const manifest = stampedManifest(folder, kit, world)
  // What was refused may have a folder of an older run: it holds nothing new, unless it was written since.
  const isNew = (modifiedAt(join(folder, 'manifest.json')) ?? 0) > told
  if (before.pieces.length === 0 && !(manifest && isNew)) return before
  if (!manifest) return cutShort(before)
  const { lieu } = before
  return { ...reportOfManifest(before, manifest), ...(lieu === undefined ? {} : { lieu }) }
}

/** The same, when the reports say nothing yet of what a row asks for. */
function foundOf({ kit, origin, mends }: Who, { out, world }: Scene): KitReport | undefined {
  if (kit === undefined) return undefined
  const folder = join(out, kit)
  const asked = { index: 0, file: origin.file, origin, mends }
  const manifest = stampedManifest(folder, kit, world)
  if (manifest) return reportOfManifest(asked, manifest)
  if (!namedFiles(folder, kit, world)) return undefined
  return cutShort({ ...asked, kit, status: 'refused', pieces: [], diagnostics: [] })
}

/** To be asked before the run begins: it takes the traces of the last one away. */
export function afterCrash(
  previous: Previous,
  {
    out,
    shard,
    spool,
    world,
  }: {
    readonly out: string
    readonly shard: Shard | undefined
    readonly spool: Spool<KitReport>
    readonly world: World
  },
): Previous {
  const [own, whole] = [reportFiles(out, shard), reportFiles(out)]
  if (!isCut(own) && !isCut(whole)) return previous
  const scene = { out, world, told: modifiedAt(own.json) ?? modifiedAt(whole.json) ?? 0 }
  const now = (number: number): number => {
    const before = spool.read(number)
    if (before.kit === undefined || before.folder !== undefined) return number
    const report = nowOf(before, before.kit, scene)
    return report === before ? number : spool.add(report)
  }
  return {
    ...previous,
    now,
    find: who => {
      const number = previous.find(who)
      if (number !== undefined) return now(number)
      const found = foundOf(who, scene)
      return found && spool.add(found)
    },
  }
}
