// The work of signakit batch: what is read, who makes it, what is said while it runs and at its end.

import type { BatchRequest, BatchResult, Progress } from '../batch/batch-request.ts'
import { type EntryOptions, readEntries } from '../batch/entries.ts'
import { placeWord } from '../batch/places.ts'
import { runBatch } from '../batch/run.ts'
import { titlesOfAll } from '../batch/sheet-titles.ts'
import { type Source, unnamedSheets } from '../batch/sources.ts'
import { openWorld } from '../host/world.ts'
import { readMapFile } from '../input/columns/map-file.ts'
import { loadReference } from '../input/reference.ts'
import { setsPieces } from '../input/settings.ts'
import { hasErrors, type Text, text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { familyKeys } from '../pipeline.ts'
import { exitOfBatch, exitOfPlan, exitOfUnread } from './batch-exit.ts'
import { BatchFindings } from './batch-findings.ts'
import { type BatchMaker, openMaker } from './batch-maker.ts'
import type { withBatchOptions } from './batch-options.ts'
import { sourcesOrThrow, workbookOrThrow } from './batch-sources.ts'
import { encodingNamed } from './encoding-option.ts'
import { tellFindings, sourcesOf as textsOf } from './findings.ts'
import { onInterruption } from './interruption.ts'
import { keptCommand } from './kept-arguments.ts'
import { lackingLine } from './lacking-text.ts'
import { ProgressLine } from './progress.ts'
import { Failures, openBoard } from './queue-talk.ts'
import { type RenderFlags, renderOptionsOf } from './render-flags.ts'
import type { Session } from './session.ts'
import { jsonBatch, plannedText, resumeLine, tellBatch } from './told-batch.ts'
import { unansweredText } from './unanswered-text.ts'

type Flags = ReturnType<ReturnType<typeof withBatchOptions<[], RenderFlags>>['opts']> & { readonly out: string }

/** `--map`, whose mistakes are told before anything is read. */
function mapOf({ map }: Flags, world: World) {
  if (map === undefined) return { diagnostics: [] }
  return readMapFile(map, world)
}

const STOPPING = text(
  'interruption demandée\u00a0: les kits en cours s’achèvent (encore Ctrl-C pour ne pas attendre)',
  'stopping: the kits being made are finished first (Ctrl-C again not to wait)',
)

/** The page of --dashboard: what the run knows, and the queue when there is one. */
async function boardOf(
  { total, done, made, failed, refused }: Progress,
  maker: BatchMaker,
  failures: Failures,
  { say }: Session,
) {
  const queue = await maker.counts()
  return {
    title: say(text('signakit batch\u00a0: le lot en cours', 'signakit batch: the run')),
    rows: [
      [say(text('kits à faire', 'kits to make')), total],
      [say(text('lignes refusées à la lecture', 'rows refused when read')), refused],
      [say(text('terminés', 'done')), done],
      [say(text('dont faits maintenant', 'of these, made now')), made],
      [say(text('incomplets ou refusés', 'incomplete or refused')), failed],
      ...(queue
        ? [
            [say(text('en attente dans la file', 'waiting in the queue')), queue.waiting + queue.delayed] as const,
            [say(text('en cours', 'being made')), queue.active] as const,
            [say(text('workers à l’écoute', 'workers listening')), queue.workers] as const,
          ]
        : []),
    ] as const,
    failures: failures.last,
  }
}

/** Undefined when nobody can make anything: it has been said why. */
async function makeBatch(
  request: BatchRequest,
  flags: Flags,
  session: Session,
  findings: BatchFindings,
  world: World,
): Promise<BatchResult | undefined> {
  const line = new ProgressLine(session.say, session.draw, session.columns)
  const talk = (said: Text): void => {
    line.clear()
    if (talksTo(flags)) session.talk(session.say(said))
  }
  const maker = await openMaker(flags, session, world, talk)
  if (!maker) return undefined
  let last: Progress = { total: 0, done: 0, made: 0, failed: 0, refused: 0 }
  let isMaking = false
  const failures = new Failures()
  let board: Awaited<ReturnType<typeof openBoard>>
  const stop = (): void => {
    line.clear()
    maker.stop()
    // While the rows are read, nothing is in hand.
    if (isMaking) session.talk(session.say(STOPPING))
  }
  const kill = (): void => {
    line.clear()
    maker.kill()
    if (isMaking) session.talk(session.say(resumeLine(flags, last.total - last.done)))
  }
  const interrupted = onInterruption(stop, kill)
  const watched: BatchMaker = {
    ...maker,
    make: async job => {
      const made = await maker.make(job)
      if (!('answer' in made) || made.answer.report.status !== 'complete')
        failures.add(made, placeWord(job.entry.origin))
      return made
    },
  }
  try {
    board = await openBoard(flags.dashboard, session, () => boardOf(last, maker, failures, session))
    const result = await runBatch(
      request,
      watched,
      {
        found: (found, entry) => findings.add(found, entry),
        progress: progress => {
          last = progress
          isMaking = true
          if (talksTo(flags)) line.update(progress, performance.now())
        },
        stopped: () => interrupted() || maker.lost() !== undefined,
      },
      world,
    )
    const lost = maker.lost()
    if (!lost) return result
    line.clear()
    session.talk(session.say(text(`erreur\u00a0: ${lost.fr}`, `error: ${lost.en}`)))
    return 'counts' in result ? { ...result, faults: [...result.faults, 'file'] } : result
  } finally {
    line.clear()
    board?.close()
    await maker.close()
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
  const { planOf } = await import('./run-plan.ts')
  const planned = await planOf(request, sources, reading, findings, world)
  try {
    if (flags.json) (await import('./plan-json.ts')).jsonPlan(planned, session, world)
    else (await import('./told-plan.ts')).tellPlan(planned, session)
    tellAll(findings, flags, session, world)
    const { plan } = planned
    const isMistake = plan.unanswered !== undefined && plan.unanswered.why !== 'none-failed'
    if (talksTo(flags) || (isMistake && flags.reporter === 'human')) {
      const said = plan.unanswered
        ? [unansweredText(plan.unanswered)]
        : [plannedText(plan), ...lackingLine(plan, flags.piece)]
      for (const line of said) session.talk(session.say(line))
    }
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
  workbookOrThrow(sources, flags.sheet)
  const map = mapOf(flags, world)
  const findings = new BatchFindings(flags.reporter !== 'human' || flags.json === true)
  findings.add(map.diagnostics)
  findings.add(unnamedSheets(files, sources, world))
  const { sheet, encoding, only, where, limit, lastFailed, shard } = flags
  const table = { ...(sheet === undefined ? {} : { sheet }), ...encodingNamed(encoding) }
  const columns = {
    families: familyKeys(world),
    cafs: loadReference(world).cafs,
    map: map.value,
    givenPieces: flags.set?.some(setsPieces) === true,
  }
  const others = await titlesOfAll(sources, { table, columns }, world)
  const reading = { table, columns: { ...columns, others } }
  const request: BatchRequest = {
    entries: () => readEntries(sources, reading, world),
    given: files,
    command: keptCommand(session.typed, 'batch'),
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
  const isMapped = !hasErrors(map.diagnostics)
  const result = isMapped ? await makeBatch(request, flags, session, findings, world) : undefined
  // There is no queue, and it has been said.
  if (isMapped && !result) return
  if (result && 'plan' in result) findings.add('diagnostics' in result ? result.diagnostics : result.plan.diagnostics)
  tellAll(findings, flags, session, world)
  if (flags.json && result) session.result(jsonBatch(result, flags.out, world))
  if (result) tellBatch(result, { flags, time: performance.now() - started, session })
  // The file of --map, and nothing else, has been read.
  session.exit(result ? exitOfBatch(result, findings, flags.failOn) : exitOfUnread(map.diagnostics))
}
