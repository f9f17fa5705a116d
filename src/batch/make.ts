// One kit of a batch, made: read, prepared, written, and told. Never throws for what the data or the disk do.
import { dirname, resolve } from 'node:path'
import { lostTo } from '../host/workspace.ts'
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts'
import type { Entry } from '../model/entry.ts'
import type { Kit } from '../model/kit.ts'
import { type Fault, type KitReport, type ReportDiagnostic, reportOfManifest } from '../model/kit-report.ts'
import type { Stamp } from '../model/stamp.ts'
import { type KitResult, manifestDiagnostic, prepare, readEntry, write, writeFailed } from '../pipeline.ts'
import type { Answer, Job } from './job.ts'
import type { NotedWorld } from './noted-world.ts'
import { reportFiles } from './report-files.ts'

export const toldAs = (found: readonly Diagnostic[]): readonly ReportDiagnostic[] =>
  found.map(each => ({ ...manifestDiagnostic(each), ...(each.piece === undefined ? {} : { piece: each.piece }) }))

/** A kit of which nothing could be written, and why. */
export const refusal = (
  { index, file, origin, mends }: Entry,
  found: readonly Diagnostic[],
  kit?: string,
): KitReport => ({
  index,
  file,
  origin,
  status: 'refused',
  ...(kit === undefined ? {} : { kit }),
  pieces: [],
  diagnostics: toldAs(found),
  ...(mends === undefined ? {} : { mends }),
})

/** The English of each sentence, by its French, which is what the manifest holds. */
const englishOf = (found: readonly Diagnostic[]): Stamp['english'] =>
  Object.fromEntries(
    found.flatMap(({ message, hint }) => (hint ? [message, hint] : [message])).map(({ fr, en }) => [fr, en]),
  )

const faultOf = ({ failure, broken }: KitResult): { readonly fault?: Fault } =>
  broken ? { fault: 'bug' } : failure ? { fault: 'file' } : {}

/** A manifest without its stamp does not say all that was found. */
function reportOf(entry: Entry, kit: Kit, result: KitResult, findings: readonly Diagnostic[]): KitReport {
  const { manifest, status } = result
  if (!manifest) return { ...refusal(entry, findings, kit.id), ...faultOf(result) }
  const told = reportOfManifest(entry, manifest)
  return manifest.stamp ? told : { ...told, status, diagnostics: toldAs(findings), ...faultOf(result) }
}

export async function makeKit(job: Job, noted: NotedWorld): Promise<Answer> {
  const answer = await make(job, noted)
  return job.run === undefined ? answer : { ...answer, reads: noted.reads(dirname(resolve(job.entry.file))) }
}

async function make({ entry, key, options, out, by, run }: Job, noted: NotedWorld): Promise<Answer> {
  const { world, begin, reads } = noted
  begin()
  const read = readEntry(entry, options, world)
  const before = [...entry.diagnostics, ...read.diagnostics]
  const kit = read.value
  if (!kit || hasErrors(before)) return { report: refusal(entry, before, kit?.id), findings: before, removed: [] }
  const prepared = await prepare(kit, options, world)
  const diagnostics = [...before, ...prepared.diagnostics]
  const stamp = { key, reads: reads(kit.source.root), english: englishOf(diagnostics) }
  const lost = by === undefined ? {} : { lost: () => lostTo(reportFiles(out).work, by, run !== undefined) }
  const result = await write({ ...prepared, diagnostics }, out, options, world, { stamp, ...lost })
  const findings = [...result.diagnostics, ...(result.failure ? [writeFailed(result.failure)] : [])]
  return {
    report: reportOf(entry, kit, result, findings),
    findings,
    removed: result.removed.map(({ path }) => path),
    ...(result.failure ? { failure: result.failure } : {}),
  }
}
