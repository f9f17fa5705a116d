// The entries of a batch, each read and checked before anything is written: ids, doubles, what is made and what is left alone.
import { setImmediate } from 'node:timers/promises'
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts'
import type { Entry } from '../model/entry.ts'
import type { Planned } from './planned.ts'
import { type PlanContext, Planning } from './planning.ts'
import type { Unanswered } from './unanswered.ts'

export type Plan = {
  readonly entries: readonly Planned[]
  /** Of the files: unreadable ones, remarks on columns and encodings. */
  readonly diagnostics: readonly Diagnostic[]
  /** Why the filters leave nothing, if they do. */
  readonly unanswered?: Unanswered
  /** Ids that entries ask for, refused ones included. */
  readonly kits: ReadonlySet<string>
  /** Whether they are all there are: every file was read, every refused entry says what it would be. */
  readonly knowsAll: boolean
  readonly headers: readonly (readonly string[])[]
  /** Whether some entries are no rows. */
  readonly hasOthers: boolean
  /** The files that the entries come from. */
  readonly files: ReadonlySet<string>
  /** Of these, those that give back the rows of an `errors.csv`, and the rows that they mend. */
  readonly corrections: ReadonlySet<string>
  readonly mended: ReadonlySet<string>
  readonly refused: number
  /** Of those to be made, how many would not be whole, as far as a preview tells. */
  readonly incomplete: number
  /** Rows that give no kit although they were read, by why. */
  readonly skipped: Readonly<Record<NonNullable<Entry['skipped']>, number>>
  /** Whether it was cut short. */
  readonly stopped: boolean
}

/** Reads all entries, unless someone asks to stop; nothing is written but the spools. */
export async function planBatch(stream: AsyncIterable<Entry | Diagnostic>, context: PlanContext): Promise<Plan> {
  const planning = new Planning(context)
  let since = 0
  for await (const each of stream) {
    if ('rule' in each) planning.found.push(each)
    else planning.add(each)
    // Now and then a turn of the event loop: the lock is kept alive, and an interruption heard.
    if (++since % 64 === 0) await setImmediate()
    if (context.stopped?.() === true) break
  }
  return {
    entries: planning.settled,
    diagnostics: planning.found,
    ...planning.unanswered,
    kits: planning.claims.ids,
    knowsAll: !planning.claims.hasUnnamed && !hasErrors(planning.found),
    headers: [...planning.headers.values()],
    hasOthers: planning.hasOthers,
    files: planning.files,
    corrections: planning.corrections,
    mended: planning.mended,
    refused: planning.refused,
    incomplete: planning.incomplete,
    skipped: planning.skipped,
    stopped: context.stopped?.() === true,
  }
}
