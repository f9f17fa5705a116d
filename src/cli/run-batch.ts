// The work of signakit batch: what is read, who makes it, what is said while it runs and at its end.
import { availableParallelism } from 'node:os'
import { type EntryOptions, readEntries } from '../batch/entries.ts'
import type { Maker } from '../batch/execute.ts'
import { openPool } from '../batch/pool.ts'
import { type BatchRequest, type BatchResult, runBatch } from '../batch/run.ts'
import { type Source, sourcesOf } from '../batch/sources.ts'
import { openWorld } from '../host/world.ts'
import { readMapFile } from '../input/columns/map-file.ts'
import { hasErrors, text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { familyKeys } from '../pipeline.ts'
import { BatchFindings } from './batch-findings.ts'
import type { withBatchOptions } from './batch-options.ts'
import { EXIT } from './exit.ts'
import { tellFindings, sourcesOf as textsOf } from './findings.ts'
import { keptArguments } from './kept-arguments.ts'
import { ProgressLine } from './progress.ts'
import { type RenderFlags, renderOptionsOf } from './render-flags.ts'
import type { Session } from './session.ts'
import { exitOfBatch, exitOfPlan, jsonBatch, plannedText, tellBatch } from './told-batch.ts'
import { UsageError } from './usage-error.ts'

type Flags = ReturnType<ReturnType<typeof withBatchOptions<[], RenderFlags>>['opts']> & { readonly out: string }

function sourcesOrThrow(files: readonly string[], world: World): readonly Source[] {
  if (files.length === 0) {
    throw new UsageError(
      text('dites quel tableur ou quel dossier lire', 'say which sheet or folder to read'),
      text('signakit batch structures.xlsx', 'signakit batch structures.xlsx'),
    )
  }
  return files.flatMap(file => {
    const found = sourcesOf(file, world)
    if (found.length > 0) return found
    throw new UsageError(
      text(`«\u00a0${file}\u00a0» ne contient aucun kit`, `“${file}” holds no kit`),
      text(
        'un dossier donne ses fichiers .yaml, un motif les fichiers qui lui répondent',
        'a folder gives its .yaml files, a pattern the files that match it',
      ),
    )
  })
}

/** `--map`, whose mistakes are told before anything is read. */
function mapOf({ map }: Flags, world: World) {
  if (map === undefined) return { diagnostics: [] }
  return readMapFile(map, world)
}

/** The first Ctrl-C lets the kits that are being made be finished; the second does not wait. */
function listen(session: Session, stop: () => void, kill: () => void): () => boolean {
  let asked = 0
  process.removeAllListeners('SIGINT')
  process.on('SIGINT', () => {
    asked++
    if (asked > 1) {
      kill()
      process.exit(EXIT.interrupted)
    }
    stop()
    session.talk(
      session.say(
        text(
          'interruption demandée\u00a0: les kits en cours s’achèvent (encore Ctrl-C pour ne pas attendre)',
          'stopping: the kits being made are finished first (Ctrl-C again not to wait)',
        ),
      ),
    )
  })
  return () => asked > 0
}

async function makeBatch(
  request: BatchRequest,
  flags: Flags,
  session: Session,
  findings: BatchFindings,
  world: World,
): Promise<BatchResult> {
  const jobs = flags.jobs ?? availableParallelism()
  const pool = openPool(jobs, { time: flags.kitTimeout * 1000, memory: flags.kitMemory })
  const line = new ProgressLine(session.say, session.draw, session.columns)
  const stopped = listen(session, () => line.clear(), pool.kill)
  const maker: Maker = { make: pool.make, ahead: jobs * 2 }
  try {
    return await runBatch(
      request,
      maker,
      {
        found: (found, entry) => findings.add(found, entry),
        progress: progress => {
          if (talksTo(flags)) line.update(progress, performance.now())
        },
        stopped,
      },
      world,
    )
  } finally {
    line.clear()
    await pool.close()
  }
}

/** What is told of a plan has no file to write: refused rows make its code. */
async function runPlan(
  request: BatchRequest,
  sources: readonly Source[],
  reading: EntryOptions,
  findings: BatchFindings,
  flags: Flags,
  session: Session,
  world: World,
): Promise<void> {
  const { jsonPlan, planOf, tellPlan } = await import('./run-plan.ts')
  const planned = await planOf(request, sources, reading, findings, world)
  try {
    if (flags.json) jsonPlan(planned, session, world)
    else tellPlan(planned, session)
    tellAll(findings, flags, session, world)
    const { plan } = planned
    if (talksTo(flags)) session.talk(session.say(plannedText(plan)))
    session.exit(exitOfPlan(plan, findings, flags.failOn))
  } finally {
    planned.close()
  }
}

function tellAll(findings: BatchFindings, flags: Flags, session: Session, world: World): void {
  const { reporter, quiet = false } = flags
  const batch = { rows: findings.rowOf, more: findings.more }
  tellFindings(findings.list, textsOf(new Map(), world), { reporter, quiet, result: false, batch }, session)
}

/** Programs read their reporter's text on stderr: nothing else may stand there. */
const talksTo = ({ quiet, reporter }: Flags): boolean => quiet !== true && reporter === 'human'

export async function runBatchCommand(session: Session, files: readonly string[], flags: Flags): Promise<void> {
  const started = performance.now()
  const world = openWorld()
  const sources = sourcesOrThrow(files, world)
  const map = mapOf(flags, world)
  const findings = new BatchFindings(flags.reporter !== 'human' || flags.json === true)
  findings.add(map.diagnostics)
  const { sheet, encoding, only, where, limit, lastFailed, shard } = flags
  const table = { ...(sheet === undefined ? {} : { sheet }), ...(encoding === undefined ? {} : { encoding }) }
  const columns = { families: familyKeys(world), map: map.value }
  const reading = { table, columns }
  const request: BatchRequest = {
    entries: () => readEntries(sources, reading, world),
    command: { arguments: keptArguments(session.typed, 'batch') },
    options: renderOptionsOf(flags, session),
    out: flags.out,
    filters: {
      ...(only === undefined ? {} : { only }),
      ...(where === undefined ? {} : { where }),
      ...(limit === undefined ? {} : { limit }),
      ...(shard === undefined ? {} : { shard }),
      lastFailed: lastFailed === true,
    },
    onError: flags.onError,
    prune: flags.prune === true,
  }
  if (flags.plan && !hasErrors(map.diagnostics))
    return runPlan(request, sources, reading, findings, flags, session, world)
  const result = hasErrors(map.diagnostics) ? undefined : await makeBatch(request, flags, session, findings, world)
  if (result && 'plan' in result) findings.add('diagnostics' in result ? result.diagnostics : result.plan.diagnostics)
  tellAll(findings, flags, session, world)
  if (flags.json && result) session.result(jsonBatch(result, flags.out, world))
  if (result) tellBatch(result, { flags, time: performance.now() - started, session })
  session.exit(result ? exitOfBatch(result, findings, flags.failOn) : EXIT.refused)
}
