// What stopped a kit, beyond the rule that refuses it: the limit, the signal, what the process said last.
import { type Text, text } from '../model/diagnostic.ts'
import type { Stop } from './pool.ts'

/** What the queue says of an order or an answer, which nobody but us should have written. */
const QUEUE: Readonly<Record<string, Text>> = {
  'unreadable answer in the queue': text('réponse illisible dans la file d’attente', 'unreadable answer in the queue'),
  'unreadable order in the queue': text('demande illisible dans la file d’attente', 'unreadable order in the queue'),
}

function limitText(why: Stop['why'], detail: string): Text | undefined {
  const [, value] = /^(\d+(?:\.\d+)?) (?:s|MB)$/.exec(detail) ?? []
  if (value === undefined) return undefined
  return why === 'time'
    ? text(`plus de ${value.replace('.', ',')}\u00a0s (--kit-timeout)`, `more than ${value} s (--kit-timeout)`)
    : text(`plus de ${value}\u00a0Mo (--kit-memory)`, `more than ${value} MB (--kit-memory)`)
}

/** `SIGSEGV`, `exit 3`, each with what the process said last. */
function endText(detail: string): Text | undefined {
  const [, signal, code, said = ''] = /^(?:(SIG[A-Z0-9]+)|exit (\d+))(?:: (.*))?$/s.exec(detail) ?? []
  const [fr, en] =
    signal === 'SIGKILL'
      ? [
          'arrêté par le système (SIGKILL), souvent faute de mémoire',
          'ended by the system (SIGKILL), often for lack of memory',
        ]
      : signal === undefined
        ? [`sorti avec le code ${code}`, `left with code ${code}`]
        : [`arrêté par le signal ${signal}`, `ended by signal ${signal}`]
  if (signal === undefined && code === undefined) return undefined
  return said === '' ? text(fr, en) : text(`${fr}\u00a0: ${said}`, `${en}: ${said}`)
}

/** Undefined when nothing is known. What Node or a library said stays in its own words, for whoever reports a bug. */
export function detailText(stop: Stop): Text | undefined {
  const said = wordsOf(stop)
  const { host } = stop
  if (host === undefined) return said
  const on = text(`sur la machine ${host}`, `on the machine ${host}`)
  return said ? text(`${on.fr}\u00a0: ${said.fr}`, `${on.en}: ${said.en}`) : on
}

function wordsOf({ why, detail }: Stop): Text | undefined {
  if (detail === '') return undefined
  const known = Object.hasOwn(QUEUE, detail) ? QUEUE[detail] : undefined
  return known ?? limitText(why, detail) ?? endText(detail) ?? text(detail, detail)
}
