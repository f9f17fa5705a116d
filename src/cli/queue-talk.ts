// What batch and worker say of a queue: why there is none, where its page is, what failed last.
import type { Made } from '../batch/pool.ts'
import type { QueueAddress } from '../batch/queue/address.ts'
import type { Board, Dashboard } from '../batch/queue/dashboard.ts'
import type { Problem } from '../batch/queue/redis.ts'
import { type Text, text } from '../model/diagnostic.ts'
import { EXIT } from './exit.ts'
import type { Session } from './session.ts'
import { UsageError } from './usage-error.ts'

/** A package to install is a mistake of usage; a server that does not answer is a file that cannot be read. */
export function sayProblem({ kind, text: said }: Problem, session: Session): void {
  if (kind === 'missing') throw new UsageError(said)
  session.talk(session.say(text(`erreur\u00a0: ${said.fr}`, `error: ${said.en}`)))
  session.exit(EXIT.file)
}

/** The libraries write on the console, in English, at each connection: what matters of it is said once, in our words. */
export function hearLibraries({ shown }: QueueAddress, talk: (said: Text) => void): void {
  let said = false
  console.warn = (words: unknown) => {
    if (said || !/not require a password/.test(String(words))) return
    said = true
    talk(
      text(
        `attention\u00a0: ${shown} ne demande pas de mot de passe\u00a0: qui l’atteint peut y écrire`,
        `warning: ${shown} asks for no password: whoever reaches it can write there`,
      ),
    )
  }
}

const KEPT = 20

/** The last kits that were not made, for the page. */
export class Failures {
  private readonly kept: { readonly kit: string; readonly why: string }[] = []

  add(made: Made, place: string): void {
    if ('left' in made) return
    const [kit, why] =
      'stop' in made
        ? [place, made.stop.why]
        : [
            made.answer.report.kit ?? place,
            [...new Set(made.answer.report.diagnostics.filter(isError).map(({ rule }) => rule))].join(' '),
          ]
    this.kept.unshift({ kit, why })
    this.kept.length = Math.min(this.kept.length, KEPT)
  }

  get last(): Board['failures'] {
    return this.kept
  }
}

const isError = ({ severity }: { readonly severity: string }): boolean => severity === 'error'

/** Opens the page when it is asked for, and says where it is. */
export async function openBoard(
  port: number | undefined,
  session: Session,
  board: () => Promise<Board>,
): Promise<Extract<Dashboard, { ok: true }> | undefined> {
  if (port === undefined) return undefined
  const { openDashboard } = await import('../batch/queue/dashboard.ts')
  const opened = await openDashboard(port, board, session.say(text('derniers échecs', 'last failures')))
  if (!opened.ok) throw new UsageError(opened.text)
  session.talk(session.say(text(`suivi\u00a0: ${opened.address}`, `progress: ${opened.address}`)))
  return opened
}
