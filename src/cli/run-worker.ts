// The work of signakit worker: from the first connection to the last kit.
import { availableParallelism, hostname } from 'node:os'
import { resolve } from 'node:path'
import type { Job } from '../batch/job.ts'
import { placeWord } from '../batch/places.ts'
import { type Made, openPool, type Pool } from '../batch/pool.ts'
import { toolHash } from '../batch/tool-hash.ts'
import { removeTemporaries } from '../host/atomic.ts'
import type { Fence } from '../host/fence.ts'
import { startWorker } from '../host/processes.ts'
import { openWorld } from '../host/world.ts'
import { type Text, text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { printable } from '../report/display.ts'
import { EXIT } from './exit.ts'
import { countText } from './measures.ts'
import { Failures, hearLibraries, openBoard, sayProblem } from './queue-talk.ts'
import type { Session } from './session.ts'
import { UsageError } from './usage-error.ts'
import { logged } from './worker-log.ts'
import type { withWorkerOptions } from './worker-options.ts'

type Flags = ReturnType<ReturnType<typeof withWorkerOptions>['opts']>

const fenceOf = ({ root, mapPath = [] }: Flags): Fence => ({
  roots: root ?? [resolve('.'), ...mapPath.map(({ to }) => to)],
  maps: mapPath,
})

/** A folder that is not mounted would leave every kit to others. */
function missingOrThrow({ root = [], mapPath = [] }: Flags, world: World): void {
  const named = [
    ...root.map(path => ['--root', path] as const),
    ...mapPath.map(({ to }) => ['--map-path', to] as const),
  ]
  const missing = named.find(([, path]) => world.kind(path) !== 'folder')
  if (!missing) return
  const [option, path] = missing
  throw new UsageError(
    text(
      `${option}\u00a0: le dossier «\u00a0${path}\u00a0» n’existe pas sur cette machine`,
      `${option}: the folder “${path}” does not exist on this machine`,
    ),
    text('vérifiez le nom, ou montez le disque partagé', 'check the name, or mount the shared disk'),
  )
}

/** Reasons to leave kits to others that are told: a server that anyone may write to does not fill a log. */
const MAX_PASSED = 1000

/** What is counted of the kits that came out. */
class Tally {
  done = 0
  failed = 0
  active = false
  readonly failures = new Failures()

  add(made: Made, job: Job): void {
    this.done++
    const status = 'answer' in made ? made.answer.report.status : undefined
    if (status === 'complete') return
    this.failed++
    this.failures.add(made, placeWord(job.entry.origin))
  }
}

/** Resolves once it is time to leave: a signal, or nothing to do for long enough. The second signal does not wait. */
function whenToLeave(session: Session, kill: () => void, idle: number | undefined) {
  let leave = (): void => {}
  let timer: NodeJS.Timeout | undefined
  const asked = new Promise<void>(done => {
    leave = done
  })
  let signals = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.removeAllListeners(signal)
    process.on(signal, () => {
      signals++
      if (signals > 1) {
        kill()
        removeTemporaries()
        process.exit(EXIT.interrupted)
      }
      session.talk(
        session.say(
          text(
            'arrêt demandé\u00a0: les kits en cours s’achèvent, les autres restent dans la file',
            'leaving: the kits being made are finished, the others stay in the queue',
          ),
        ),
      )
      leave()
    })
  }
  const busy = (isBusy: boolean): void => {
    clearTimeout(timer)
    if (!isBusy && idle !== undefined) timer = setTimeout(leave, idle * 1000)
  }
  busy(false)
  return { asked, busy }
}

const openWorkers = (jobs: number, fence: Fence, { kitTimeout, kitMemory }: Flags): Pool =>
  openPool(jobs, { time: kitTimeout * 1000, memory: kitMemory }, memory => startWorker(memory, fence))

export async function runWorker(session: Session, flags: Flags): Promise<void> {
  const world = openWorld()
  missingOrThrow(flags, world)
  const { link } = await import('../batch/queue/redis.ts')
  const { openQueueWorker } = await import('../batch/queue/queue-worker.ts')
  const talk = (said: Text): void => session.talk(session.say(said))
  hearLibraries(flags.queue, talk)
  const linked = await link(flags.queue, talk)
  if (!linked.ok) return sayProblem(linked.problem, session)
  const fence = fenceOf(flags)
  const jobs = flags.jobs ?? availableParallelism()
  const workers = openWorkers(jobs, fence, flags)
  const pool = flags.quiet === true ? workers : logged(workers, talk)
  const tally = new Tally()
  const passed = new Set<string>()
  const when = whenToLeave(session, pool.kill, flags.exitWhenIdle)
  const worker = openQueueWorker(linked.link, {
    tool: toolHash(world),
    listener: { version: world.version, host: hostname(), pid: process.pid, jobs },
    fence,
    pool,
    world,
    made: (made, job) => tally.add(made, job),
    busy: when.busy,
    passed: said => {
      if (passed.has(said.fr) || passed.size > MAX_PASSED) return
      passed.add(said.fr)
      talk(text(printable(said.fr), printable(said.en)))
    },
  })
  const board = await openBoard(flags.dashboard, session, () =>
    Promise.resolve({
      title: `signakit worker · ${flags.queue.shown}`,
      rows: [
        [session.say(text('kits faits', 'kits made')), tally.done - tally.failed],
        [session.say(text('kits incomplets ou refusés', 'kits incomplete or refused')), tally.failed],
        [session.say(text('processus', 'processes')), jobs],
      ],
      failures: tally.failures.last,
    }),
  )
  if (flags.quiet !== true) {
    const processes = countText(jobs, text('processus', 'process'), text('processus', 'processes'))
    const roots = fence.roots.join(', ')
    talk(
      text(
        `worker à l’écoute de ${flags.queue.shown}\u00a0: ${processes.fr}, dans ${roots}`,
        `worker listening to ${flags.queue.shown}: ${processes.en}, in ${roots}`,
      ),
    )
  }
  const lost = await Promise.race([when.asked, linked.link.lost])
  if (lost) talk(text(`erreur\u00a0: ${lost.fr}`, `error: ${lost.en}`))
  const unheard = await worker.leave()
  board?.close()
  if (unheard > 0) {
    const kits = countText(unheard, text('kit', 'kit'), text('kits', 'kits'))
    const { shown } = flags.queue
    talk(
      text(
        `${shown} ne répond pas\u00a0: ${kits.fr} de ce worker sans réponse, à redemander`,
        `${shown} does not answer: ${kits.en} of this worker unanswered, to be asked for again`,
      ),
    )
  }
  if (flags.quiet !== true) {
    const made = countText(tally.done, text('kit traité', 'kit handled'), text('kits traités', 'kits handled'))
    talk(text(`worker arrêté\u00a0: ${made.fr}`, `worker stopped: ${made.en}`))
  }
  process.exit(lost ? EXIT.file : EXIT.done)
}
