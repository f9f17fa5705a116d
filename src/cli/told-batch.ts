// What is said of a batch at its end: how many of each, where it all is, how to go on.
import { join } from 'node:path'
import type { BatchResult } from '../batch/batch-request.ts'
import type { Shard } from '../batch/filters.ts'
import type { Plan } from '../batch/plan.ts'
import { type Holder, isHere } from '../host/lock.ts'
import { type Text, text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { toJson } from './json.ts'
import { lackingLine, lackingNames } from './lacking-text.ts'
import { countText, secondsText } from './measures.ts'
import type { Session } from './session.ts'
import { typed } from './typed.ts'
import { unansweredText } from './unanswered-text.ts'

type Finished = Extract<BatchResult, { counts: unknown }>

type Scene = {
  readonly flags: {
    readonly out: string
    readonly quiet?: true | undefined
    readonly json?: true | undefined
    readonly reporter: string
    readonly queue?: { readonly shown: string } | undefined
    readonly shard?: Shard | undefined
    readonly piece?: readonly { readonly id: string }[] | undefined
  }
  /** Milliseconds. */
  readonly time: number
  readonly session: Session
}

const joined = (parts: readonly Text[]): Text =>
  text(parts.map(({ fr }) => fr).join(', '), parts.map(({ en }) => en).join(', '))

const some = (count: number, one: Text, many: Text): readonly Text[] =>
  count === 0 ? [] : [countText(count, one, many)]

/** Rows that give no kit. */
const skippedTexts = ({ closed, unordered, hidden }: Plan['skipped']): readonly Text[] => [
  ...some(closed, text('structure fermée', 'closed structure'), text('structures fermées', 'closed structures')),
  ...some(
    unordered,
    text('ligne sans commande', 'row without an order'),
    text('lignes sans commande', 'rows without an order'),
  ),
  ...some(hidden, text('ligne masquée', 'hidden row'), text('lignes masquées', 'hidden rows')),
]

function countLine({ counts, made, removed }: Finished): Text {
  const { complete, incomplete, refused } = counts
  const kits = countText(complete, text('kit complet', 'complete kit'), text('kits complets', 'complete kits'))
  const fresh = countText(made, text('fait maintenant', 'made now'), text('faits maintenant', 'made now'))
  return joined([
    // What was right already is not made again: that it is there is what counts.
    complete === 0 ? kits : text(`${kits.fr} (${fresh.fr})`, `${kits.en} (${fresh.en})`),
    ...some(incomplete, text('incomplet', 'incomplete'), text('incomplets', 'incomplete')),
    ...some(refused, text('refusé', 'refused'), text('refusés', 'refused')),
    ...skippedTexts(counts),
    ...some(removed.length, text('fichier retiré', 'file removed'), text('fichiers retirés', 'files removed')),
  ])
}

function reportLine({ counts, files }: Finished): Text {
  const failed = counts.incomplete + counts.refused
  const errors = failed > 0 ? [text(`lignes à reprendre\u00a0: ${files.errors}`, `rows to mend: ${files.errors}`)] : []
  const all = joined([
    text(`tout\u00a0: ${files.json}, ${files.csv}`, `everything: ${files.json}, ${files.csv}`),
    ...errors,
  ])
  return text(all.fr, all.en)
}

/** Names enough to know them by. */
const NAMED = 3

/** What stays of other files, which this run has not read: counted above, and in the reports. */
function carriedLine({ carried }: Finished): readonly Text[] {
  const { counts, files } = carried
  const { complete, incomplete, refused } = counts
  const left = files.length - NAMED
  const [fr, en] = left > 0 ? [` et ${left} autres`, ` and ${left} more`] : ['', '']
  const names = files.slice(0, NAMED)
  const all = joined([
    ...some(complete, text('kit complet', 'complete kit'), text('kits complets', 'complete kits')),
    ...some(incomplete, text('incomplet', 'incomplete'), text('incomplets', 'incomplete')),
    ...some(refused, text('refusé', 'refused'), text('refusés', 'refused')),
    ...skippedTexts(counts),
  ])
  if (files.length === 0) return []
  return [
    text(
      `dont gardés tels quels du lot précédent (${names.join(', ')}${fr})\u00a0: ${all.fr}`,
      `of these, kept as they were in the last run (${names.join(', ')}${en}): ${all.en}`,
    ),
  ]
}

/** The password of a queue is not said: whoever goes on has it. */
export const resumeLine = ({ out, queue, shard }: Scene['flags'], remaining: number): Text => {
  const part = shard ? ` --shard ${shard.index}/${shard.count}` : ''
  const command = `signakit batch --resume --out ${typed(out)}${part}${queue ? ` --queue ${typed(queue.shown)}` : ''}`
  const left = countText(
    remaining,
    text('kit reste à faire', 'kit is left'),
    text('kits restent à faire', 'kits are left'),
  )
  return text(
    `interrompu, ${left.fr}\u202f; pour continuer\u00a0: ${command}`,
    `interrupted, ${left.en}; to go on: ${command}`,
  )
}

/** Who holds a folder, in brackets; and what becomes of it when that machine has stopped. */
export function holderTexts(holder: Holder | undefined): readonly [who: Text, later: Text] {
  const who = holder
    ? text(` (processus ${holder.pid} de ${holder.host})`, ` (process ${holder.pid} of ${holder.host})`)
    : text('', '')
  // Of this machine, a dead run is known at once.
  const later =
    holder && isHere(holder)
      ? text('', '')
      : text(
          ' Si cette machine s’est arrêtée, le dossier se libère une minute plus tard\u00a0: relancez alors la même commande.',
          ' If that machine has stopped, the folder is free a minute later: then run the same command again.',
        )
  return [who, later]
}

function heldLine({ holder }: Extract<BatchResult, { state: 'held' }>, out: string): Text {
  const [who, later] = holderTexts(holder)
  return text(
    `erreur\u00a0: un autre lot s’écrit déjà dans ${out}${who.fr}. Attendez qu’il finisse, ou choisissez un autre dossier.${later.fr}`,
    `error: another batch is being written in ${out}${who.en}. Wait for it to finish, or choose another folder.${later.en}`,
  )
}

const NOTHING = text(
  'rien à fabriquer\u00a0: aucune ligne ne donne de structure',
  'nothing to make: no row gives a structure',
)

function refusedLines({ plan }: Extract<BatchResult, { state: 'refused' }>): readonly Text[] {
  if (plan.unanswered) return [unansweredText(plan.unanswered)]
  if (plan.entries.length === 0) return [NOTHING]
  const { fr, en } = refusedText(plan)
  return [text(`${fr}\u00a0: rien n’est fabriqué (--on-error fail)`, `${en}: nothing is made (--on-error fail)`)]
}

function linesOf(result: BatchResult, { flags, time }: Scene): readonly Text[] {
  const { out } = flags
  switch (result.state) {
    case 'held':
      return [heldLine(result, out)]
    case 'failed':
      return [failedLine(result.failure)]
    case 'stopped':
      return [
        text(
          'interrompu pendant la lecture\u00a0: rien n’a été fabriqué',
          'interrupted while reading: nothing was made',
        ),
      ]
    case 'refused':
      return refusedLines(result)
    case 'finished':
    case 'interrupted': {
      const seconds = secondsText(time)
      const counts = countLine(result)
      return [
        text(`${counts.fr}, en ${seconds.fr}`, `${counts.en}, in ${seconds.en}`),
        ...carriedLine(result),
        ...lackingLine(result.plan, flags.piece),
        reportLine(result),
        ...result.pruned.map(kit => text(`retiré\u00a0: ${join(out, kit)}`, `removed: ${join(out, kit)}`)),
        ...(result.failure ? [failedLine(result.failure)] : []),
        ...(result.state === 'interrupted' ? [resumeLine(flags, result.remaining)] : []),
      ]
    }
  }
}

const failedLine = ({ path, message }: { readonly path: string; readonly message: Text }): Text =>
  text(`erreur\u00a0: ${path}\u00a0: ${message.fr}`, `error: ${path}: ${message.en}`)

/** Errors are said whatever is asked; programs that read a reporter's text on stderr find nothing else there. */
export function tellBatch(result: BatchResult, scene: Scene): void {
  const { session, flags } = scene
  const isIdle = result.state === 'refused' && result.plan.unanswered?.why === 'none-failed'
  const failed = !isIdle && (result.state !== 'finished' || result.failure !== undefined)
  if (flags.reporter !== 'human' || (flags.quiet && !failed)) return
  for (const line of linesOf(result, scene)) session.talk(session.say(line))
  if ('counts' in result && !flags.json) session.result(result.files.json)
}

/** The one document of --json: the counts, and where the rest is. */
export function jsonBatch(result: BatchResult, out: string, { version }: World): string {
  const head = { schema: 1, signakit: version, out, state: result.state }
  if (!('counts' in result)) return toJson(head)
  const { plan, counts, carried, made, files, pruned, removed } = result
  return toJson({
    ...head,
    counts,
    carried: carried.counts,
    lacking: lackingNames(plan),
    made,
    removed,
    pruned,
    reports: { json: files.json, csv: files.csv, errors: files.errors },
  })
}

/** « 86 kits à fabriquer dont 2 incomplets, 3 lignes refusées ». */
export function plannedText(plan: Plan): Text {
  const { entries, refused, incomplete, skipped } = plan
  if (entries.length === 0) return NOTHING
  const todo = entries.filter(({ state }) => state === 'todo').length
  const kits = countText(todo, text('kit à fabriquer', 'kit to make'), text('kits à fabriquer', 'kits to make'))
  const some = countText(incomplete, text('incomplet', 'incomplete'), text('incomplets', 'incomplete'))
  return joined([
    incomplete === 0 ? kits : text(`${kits.fr} dont ${some.fr}`, `${kits.en} of which ${some.en}`),
    ...(refused > 0 ? [refusedText(plan)] : []),
    ...skippedTexts(skipped),
  ])
}

const refusedText = ({ refused }: Plan): Text =>
  countText(refused, text('ligne refusée', 'row refused'), text('lignes refusées', 'rows refused'))
