// The kits of a plan, made: what is right already is left, the rest goes to the pool, never more of it than the pool can take soon.
import { setImmediate } from 'node:timers/promises'
import { type Diagnostic, type Text, text } from '../model/diagnostic.ts'
import type { Entry } from '../model/entry.ts'
import { type ReportDiagnostic, reportOfManifest } from '../model/kit-report.ts'
import type { Stamp } from '../model/stamp.ts'
import type { Answer, Job } from './job.ts'
import { refusal } from './make.ts'
import type { Kept } from './planned.ts'
import type { Made, Stop } from './pool.ts'
import type { batchRules } from './rules.ts'
import { detailText } from './stop-detail.ts'
import type { upToDateIn } from './up-to-date.ts'

export type Maker = {
  make(job: Job): Promise<Made>
  /** Kits worth handing out at a time. */
  readonly ahead: number
  /** Takes back what was handed out and nobody has begun. */
  stop?(): void
}

const STOPS: Readonly<Record<Stop['why'], keyof typeof batchRules>> = {
  crash: 'kit-crashed',
  bug: 'kit-crashed',
  time: 'kit-too-long',
  memory: 'kit-too-large',
}

const SAID = {
  crash: text('le processus qui fabriquait ce kit est tombé', 'the process that was making this kit died'),
  bug: text(
    'erreur interne pendant la fabrication de ce kit\u00a0: vos données ne sont pas en cause',
    'internal error while making this kit: your data are not at fault',
  ),
  time: text('ce kit prend trop de temps\u00a0: il est abandonné', 'this kit takes too long: it is given up'),
  memory: text(
    'ce kit prend trop de mémoire\u00a0: il est abandonné',
    'this kit takes too much memory: it is given up',
  ),
} as const satisfies Record<Stop['why'], unknown>

/** The detail changes from machine to machine: people and bug reports get it, files that are compared do not. */
function stopped(entry: Entry, kit: string, stop: Stop): Answer {
  const { why } = stop
  const label = detailText(stop)
  const finding: Diagnostic = { rule: STOPS[why], severity: 'error', message: SAID[why], at: entry.origin }
  return {
    report: { ...refusal(entry, [finding], kit), fault: 'bug' },
    findings: [label ? { ...finding, label } : finding],
    removed: [],
  }
}

export type Done = {
  readonly kept: Kept
  readonly answer: Answer
  readonly made: boolean
  /** Why no answer came of the kit itself. */
  readonly stop?: Stop['why']
}

export type Execution = {
  readonly todo: Iterable<Kept>
  readonly maker: Maker
  readonly jobOf: (kept: Kept) => Job
  /** Undefined when everything is made again. */
  readonly upToDate: ReturnType<typeof upToDateIn> | undefined
  readonly done: (done: Done) => void
  /** Whether to go on handing out kits. */
  readonly goesOn: () => boolean
}

/** The answer that a kit that is right already would give again, nothing removed. */
function fromBefore(kept: Kept, { key }: Job, upToDate: Execution['upToDate']): Answer | undefined {
  const { entry, kit, root } = kept
  const manifest = upToDate?.({ kit, key, root, origin: entry.origin })
  if (!manifest) return undefined
  const report = reportOfManifest(entry, manifest)
  return { report, findings: saidBefore(report.diagnostics, manifest.stamp), removed: [] }
}

/** A manifest speaks French whatever the language of the talk; its stamp has the English. */
function saidBefore(diagnostics: readonly ReportDiagnostic[], { english }: Stamp): readonly Diagnostic[] {
  const said = (fr: string): Text => text(fr, Object.hasOwn(english, fr) ? (english[fr] ?? fr) : fr)
  return diagnostics.map(({ rule, severity, message, piece, at, hint }) => ({
    rule,
    severity,
    message: said(message),
    ...(piece === undefined ? {} : { piece }),
    ...(at ? { at } : {}),
    ...(hint === undefined ? {} : { hint: said(hint) }),
  }))
}

/** Ends when all that was handed out has come back. */
export async function execute({ todo, maker, jobOf, upToDate, done, goesOn }: Execution): Promise<void> {
  const running = new Set<Promise<void>>()
  let freed = (): void => {}
  let since = 0
  let thrown: { readonly error: unknown } | undefined
  for (const kept of todo) {
    if (thrown || !goesOn()) break
    const job = jobOf(kept)
    const before = fromBefore(kept, job, upToDate)
    if (before) {
      done({ kept, answer: before, made: false })
      // Now and then a turn of the event loop, so that answers and an interruption are heard.
      if (++since % 32 === 0) await setImmediate()
      continue
    }
    const one = maker.make(job).then(made => {
      running.delete(one)
      freed()
      if ('left' in made) return
      try {
        if (!('stop' in made)) done({ kept, answer: made.answer, made: true })
        else done({ kept, answer: stopped(kept.entry, kept.kit, made.stop), made: true, stop: made.stop.why })
        if (!goesOn()) maker.stop?.()
      } catch (error) {
        // What is in hand is waited for all the same.
        thrown ??= { error }
      }
    })
    running.add(one)
    // Not a race of all of them: each race would hang on each of hundreds of promises.
    if (running.size >= maker.ahead) {
      await new Promise<void>(resolve => {
        freed = resolve
      })
    }
  }
  await Promise.all(running)
  if (thrown) throw thrown.error
}
