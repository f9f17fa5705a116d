// The work of signakit render: every kit read, then each one made, written and told.

import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { duplicates } from '../batch/duplicates.ts'
import { openWorld } from '../host/world.ts'
import { type Diagnostic, text } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import type { World } from '../model/world.ts'
import { type KitResult, prepare, write, writeFailed } from '../pipeline.ts'
import { jsonDiagnostic } from '../report/json.ts'
import { EXIT } from './exit.ts'
import { sourcesOf, tellFindings } from './findings.ts'
import { toJson } from './json.ts'
import { type Loaded, loadKits, textsOf, verdictOfUnread } from './load-kits.ts'
import { secondsText } from './measures.ts'
import { type RenderFlags, renderOptionsOf } from './render-flags.ts'
import type { Session } from './session.ts'
import { toldKit } from './told-kit.ts'
import { exitOf, hasWarnings, type Verdict } from './verdict.ts'

type Flags = RenderFlags & { readonly out: string }

type Made = { readonly kit: Kit; readonly result: KitResult }

function verdictOf({ result }: Made): Verdict {
  const { failure, broken, status, diagnostics } = result
  const warnings = hasWarnings(diagnostics)
  if (broken) return { status: 'bug', warnings }
  if (failure) return { status: 'file', warnings }
  return { status: status === 'complete' ? 'complete' : 'refused', warnings }
}

/** Programs read their reporter's text on stderr: nothing else may stand there. */
const isTalkative = ({ quiet, reporter }: Flags): boolean => !quiet && reporter === 'human'

function tellKit({ kit, result }: Made, flags: Flags, session: Session): void {
  const { say, talk } = session
  if (isTalkative(flags)) for (const line of toldKit(kit, result, flags.out, say)) talk(line)
  if (!flags.json) for (const { path } of result.files) session.result(join(flags.out, path))
}

/** One kit after the other; a disk that says no ends the run, as it would say no to the next. */
async function makeAll(kits: readonly Kit[], flags: Flags, session: Session, world: World): Promise<readonly Made[]> {
  const made: Made[] = []
  const options = renderOptionsOf(flags, session)
  for (const kit of kits) {
    const result = await write(await prepare(kit, options, world), flags.out, options, world)
    made.push({ kit, result })
    tellKit({ kit, result }, flags, session)
    if (result.failure) break
    // A turn of the event loop, so that an interruption is heard between two kits.
    await setImmediate()
  }
  return made
}

const jsonKit = ({ kit, result }: Made, out: string) => ({
  kit: kit.id,
  source: kit.source.file,
  status: result.status,
  files: result.files.map(file => ({ ...file, path: join(out, file.path) })),
  removed: result.removed.map(file => ({ ...file, path: join(out, file.path) })),
})

/** The one document of --json. */
function jsonRun(
  made: readonly Made[],
  found: readonly Diagnostic[],
  { out }: Flags,
  session: Session,
  world: World,
): string {
  const diagnostics = found.map(each => jsonDiagnostic(each, session.lang))
  return toJson({ schema: 1, signakit: world.version, kits: made.map(each => jsonKit(each, out)), diagnostics })
}

const findingsOf = (loaded: readonly Loaded[], twice: readonly Diagnostic[], made: readonly Made[]) => [
  ...loaded.flatMap(({ diagnostics }) => diagnostics),
  ...twice,
  ...made.flatMap(({ result: { diagnostics, failure } }) => [
    ...diagnostics,
    ...(failure ? [writeFailed(failure)] : []),
  ]),
]

export async function runRender(session: Session, files: readonly string[], flags: Flags): Promise<void> {
  const started = performance.now()
  const world = openWorld()
  const loaded = await loadKits(files, renderOptionsOf(flags, session), world)
  const kits = loaded.flatMap(({ kit }) => kit ?? [])
  const twice = duplicates(kits)
  const made = twice.length > 0 ? [] : await makeAll(kits, flags, session, world)
  const found = findingsOf(loaded, twice, made)
  const { reporter, quiet = false, json, failOn } = flags
  tellFindings(found, sourcesOf(textsOf(loaded), world), { reporter, quiet, result: false }, session)
  if (json) session.result(jsonRun(made, found, flags, session, world))
  if (isTalkative(flags) && made.length > 0) {
    const time = secondsText(performance.now() - started)
    session.talk(session.say(text(`en ${time.fr}`, `in ${time.en}`)))
  }
  const verdicts = [...loaded.flatMap(verdictOfUnread), ...made.map(verdictOf)]
  session.exit(twice.length > 0 ? EXIT.refused : exitOf(verdicts, failOn, true))
}
