// What a run says of its queue while it waits, and when it gives up.
import { type Text, text } from '../../model/diagnostic.ts'
import type { Listener } from './listeners.ts'
import { queueName } from './names.ts'

/** Nobody listens, or only workers of another version, whose queue is another. */
export function unheardText(shown: string, tool: string, [other]: readonly Listener[]): Text {
  if (other) {
    const who = `${other.host} (signakit ${other.version}, ${other.queue.slice(0, 8)})`
    const own = queueName(tool).slice(0, 8)
    return text(
      `aucun worker de cette version (${own}) n’écoute\u202f; celui de ${who} en est une autre\u00a0: installez la même des deux côtés`,
      `no worker of this version (${own}) listens; that of ${who} is another: install the same on both sides`,
    )
  }
  return text(
    `aucun signakit worker n’écoute\u00a0: lancez-en un\u00a0: signakit worker --queue ${shown}`,
    `no signakit worker listens: start one: signakit worker --queue ${shown}`,
  )
}

export const leftText = (shown: string): Text =>
  text(
    `${shown} ne répond pas\u00a0: rien n’est plus attendu de la file`,
    `${shown} does not answer: nothing is awaited from the queue any more`,
  )

/** A file of the run itself. */
export const changedText = (path: string): Text =>
  text(
    `«\u00a0${path}\u00a0» a changé pendant le lot\u00a0: il s’arrête, pour que tous ses kits soient faits des mêmes fichiers`,
    `“${path}” changed during the run: it stops, so that all its kits are made from the same files`,
  )

const LOST = {
  server: shown =>
    text(`${shown} ne répond plus depuis un quart d’heure`, `${shown} has not answered for a quarter of an hour`),
  room: shown => text(`${shown} est plein depuis un quart d’heure`, `${shown} has been full for a quarter of an hour`),
  workers: shown =>
    text(
      `aucun worker n’écoute ${shown} depuis un quart d’heure`,
      `no worker has listened to ${shown} for a quarter of an hour`,
    ),
} as const satisfies Readonly<Record<string, (shown: string) => Text>>

export const lostText = (why: keyof typeof LOST, shown: string): Text => LOST[why](shown)
