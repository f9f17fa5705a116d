// The work of signakit check: each argument is told apart, then says all that render would, and nothing is written.
import { duplicates, idSpan } from '../batch/duplicates.ts'
import { openWorld } from '../host/world.ts'
import type { Span } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { prepare, type RenderOptions } from '../pipeline.ts'
import { jsonDiagnostic } from '../report/json.ts'
import { BatchFindings } from './batch-findings.ts'
import {
  checkBrandFolder,
  checkPrinterFile,
  checkProductFile,
  checkProjectFile,
  checkTemplateFile,
} from './check-design.ts'
import { checkPdfFile } from './check-pdf-file.ts'
import { checkSheet, type Watch } from './check-sheet.ts'
import { type Checked, checkedOf } from './checked.ts'
import { EXIT } from './exit.ts'
import { sourcesOf, tellFindings } from './findings.ts'
import { toJson } from './json.ts'
import { kindOfFile } from './kind-of-file.ts'
import { type Loaded, loadKits, textsOf, verdictOfUnread } from './load-kits.ts'
import type { PdfOrder } from './press-job.ts'
import { type RenderFlags, renderOptionsOf } from './render-flags.ts'
import type { Session } from './session.ts'
import { toldCheck } from './told-check.ts'
import { exitOf } from './verdict.ts'
import { writeAnnotated } from './write-annotated.ts'

type Flags = RenderFlags & PdfOrder & { readonly annotate?: string | undefined }

async function checkKit(loaded: Loaded, options: RenderOptions, world: World): Promise<Checked> {
  const { kit, file, diagnostics } = loaded
  const [unread] = verdictOfUnread(loaded)
  if (!kit || unread) return { file, diagnostics, verdict: unread ?? { status: 'refused', warnings: false } }
  const prepared = await prepare(kit, options, world)
  const found = [...diagnostics, ...prepared.diagnostics]
  return {
    ...checkedOf(file, found),
    annotate: async lang => (await import('./annotate-kit.ts')).annotateKit(prepared, found, lang),
  }
}

async function checkOther(
  file: string,
  order: PdfOrder,
  options: RenderOptions,
  ids: Map<string, Span>,
  watch: Watch,
  world: World,
): Promise<Checked> {
  const kind = kindOfFile(file, world)
  switch (kind) {
    case 'pdf':
      return checkPdfFile(file, order, options.rules, world)
    case 'brand':
      return checkedOf(file, checkBrandFolder(file, world))
    case 'template':
      return checkedOf(file, checkTemplateFile(file, world))
    case 'printer':
      return checkedOf(file, checkPrinterFile(file, world))
    case 'product':
      return checkedOf(file, checkProductFile(file, world))
    case 'project':
      return checkedOf(file, checkProjectFile(file, world))
    case 'sheet':
      return checkSheet(file, ids, options, watch, world)
    case 'kit':
      throw new Error(`${file} is a kit`)
  }
}

export async function runCheck(session: Session, files: readonly string[], flags: Flags): Promise<void> {
  const world = openWorld()
  const options = renderOptionsOf(flags, session)
  const isKit = (file: string): boolean => file === '-' || kindOfFile(file, world) === 'kit'
  const loaded = await loadKits(files.filter(isKit), options, world)
  const checked: Checked[] = []
  // Frames of cells are drawn with their rows.
  const rows = new BatchFindings(false)
  for (const kit of loaded) checked.push(await checkKit(kit, options, world))
  const ids = new Map(loaded.flatMap(({ kit }) => (kit ? [[kit.id, idSpan(kit)] as const] : [])))
  for (const file of files.filter(each => !isKit(each)))
    checked.push(await checkOther(file, flags, options, ids, (found, entry) => rows.add(found, entry), world))
  const twice = duplicates(loaded.flatMap(({ kit }) => kit ?? []))
  const found = [...checked.flatMap(({ diagnostics }) => diagnostics), ...twice]
  const { reporter, quiet = false, json, failOn } = flags
  tellFindings(
    found,
    sourcesOf(textsOf(loaded), world),
    { reporter, quiet, result: json !== true, batch: { rows: rows.rowOf } },
    session,
  )
  if (json) {
    const diagnostics = found.map(each => jsonDiagnostic(each, session.lang))
    session.result(toJson({ schema: 1, signakit: world.version, files, diagnostics }))
  }
  // One file with findings was just told of, count included.
  if (!quiet && (files.length > 1 || found.length === 0)) {
    for (const each of checked) session.talk(session.say(toldCheck(each)))
  }
  const kept = flags.annotate === undefined || (await writeAnnotated(flags.annotate, checked, session))
  const code = exitOf(
    checked.map(({ verdict }) => verdict),
    failOn,
    false,
  )
  if (!kept) session.exit(EXIT.file)
  else session.exit(code === EXIT.done && twice.length > 0 ? EXIT.refused : code)
}
