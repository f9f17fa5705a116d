// What is said of a batch at its end: how many of each, where it all is, how to go on.
import { join } from 'node:path'
import type { Filters } from '../batch/filters.ts'
import type { Plan } from '../batch/plan.ts'
import type { BatchResult } from '../batch/run.ts'
import type { Unanswered } from '../batch/unanswered.ts'
import { UNREADABLE_RULES } from '../input/decode.ts'
import { SHEET_RULES } from '../input/table/sheet-choice.ts'
import { type Diagnostic, type Text, text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import type { BatchFindings } from './batch-findings.ts'
import { EXIT, type Exit } from './exit.ts'
import { toJson } from './json.ts'
import { countText, secondsText } from './measures.ts'
import type { Session } from './session.ts'
import type { Severity } from './verdict.ts'

type Finished = Extract<BatchResult, { counts: unknown }>

type Scene = {
  readonly flags: {
    readonly out: string
    readonly quiet?: true | undefined
    readonly json?: true | undefined
    readonly reporter: string
    readonly queue?: { readonly shown: string } | undefined
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

/** A name that a shell takes for one word. */
const word = (value: string): string => (/^[\w.:/-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`)

/** The password of a queue is not said: whoever goes on has it. */
const resumeLine = ({ out, queue }: Scene['flags'], remaining: number): Text => {
  const command = `signakit batch --resume --out ${word(out)}${queue ? ` --queue ${word(queue.shown)}` : ''}`
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

function heldLine({ holder }: Extract<BatchResult, { state: 'held' }>, out: string): Text {
  const who = holder
    ? text(`processus ${holder.pid} de ${holder.host}`, `process ${holder.pid} of ${holder.host}`)
    : undefined
  return text(
    `erreur\u00a0: un autre lot s’écrit déjà dans ${out}${who ? ` (${who.fr})` : ''}. Attendez qu’il finisse, ou choisissez un autre dossier.`,
    `error: another batch is being written in ${out}${who ? ` (${who.en})` : ''}. Wait for it to finish, or choose another folder.`,
  )
}

const quoted = (names: readonly string[]): string => names.map(each => `«\u00a0${each}\u00a0»`).join(', ')

const typedFilters = ({ only = [], where = [] }: Filters): string =>
  [
    ...(only.length > 0 ? [`--only ${word(only.join(','))}`] : []),
    ...where.map(({ column, operator, value }) => `--where ${word(`${column}${operator}${value}`)}`),
  ].join(' ')

/** Which filter leaves nothing. */
export function unansweredText(unanswered: Unanswered): Text {
  switch (unanswered.why) {
    case 'only': {
      const { ids } = unanswered
      return text(
        `erreur\u00a0: --only\u00a0: aucun kit ne s’appelle ${quoted(ids)}`,
        `error: --only: no kit is named ${ids.join(', ')}`,
      )
    }
    case 'where': {
      const { columns } = unanswered
      return text(
        `erreur\u00a0: --where\u00a0: aucune colonne ni clé ${quoted(columns)}`,
        `error: --where: no column or key ${columns.join(', ')}`,
      )
    }
    case 'together': {
      const filters = typedFilters(unanswered.filters)
      return text(
        `erreur\u00a0: rien ne répond à ${filters}\u00a0: rien n’est fabriqué`,
        `error: nothing answers to ${filters}: nothing is made`,
      )
    }
    case 'no-run':
      return text(
        'erreur\u00a0: --last-failed\u00a0: aucun lot n’a encore rendu compte dans ce dossier de sortie',
        'error: --last-failed: no run has reported in this output folder yet',
      )
    case 'other-files': {
      const { files } = unanswered
      return text(
        `erreur\u00a0: --last-failed\u00a0: ce qui a échoué la dernière fois vient de ${quoted(files)}, et aucune ligne donnée ici n’en est\u00a0: rien n’est fabriqué`,
        `error: --last-failed: what failed the last time comes from ${files.join(', ')}, and no row given here is of it: nothing is made`,
      )
    }
    case 'none-failed':
      return text(
        'rien à reprendre\u00a0: rien n’a échoué la dernière fois',
        'nothing to mend: nothing failed the last time',
      )
  }
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
  const { counts, carried, made, files, pruned, removed } = result
  return toJson({
    ...head,
    counts,
    carried: carried.counts,
    made,
    removed,
    pruned,
    reports: { json: files.json, csv: files.csv, errors: files.errors },
  })
}

export function exitOfBatch(result: BatchResult, findings: BatchFindings, failOn: Severity): Exit {
  switch (result.state) {
    case 'held':
    case 'failed':
      return EXIT.file
    case 'stopped':
      return EXIT.interrupted
    case 'refused':
      return exitOfPlan(result.plan, findings, failOn)
    case 'interrupted':
      // Stopped by no one: by the disk, by our own fault, or by a refused row under `--on-error fail`.
      if (!result.stopped) return exitOfFinished(result, findings, failOn)
      return result.faults.includes('file') || result.failure ? EXIT.file : EXIT.interrupted
    case 'finished':
      return exitOfFinished(result, findings, failOn)
  }
}

function exitOfFinished(
  { counts, faults, failure, diagnostics }: Finished,
  findings: BatchFindings,
  failOn: Severity,
): Exit {
  if (faults.includes('bug')) return EXIT.bug
  if (failure || faults.includes('file')) return EXIT.file
  const unread = diagnostics.some(({ severity }) => severity === 'error')
  const warned = failOn === 'warning' && findings.list.some(({ severity }) => severity === 'warning')
  const failed = counts.incomplete + counts.refused > 0 || unread || warned
  if (!failed) return EXIT.done
  return counts.complete > 0 && !warned ? EXIT.partial : EXIT.refused
}

/** Of a file named on the command line, before any row was read. */
export const exitOfUnread = (diagnostics: readonly Diagnostic[]): Exit =>
  diagnostics.some(({ rule }) => UNREADABLE_RULES.has(rule)) ? EXIT.file : EXIT.refused

/** Of rows that were read and not made. */
export function exitOfPlan(
  { unanswered, diagnostics, entries, refused, incomplete }: Plan,
  findings: BatchFindings,
  failOn: Severity,
): Exit {
  if (unanswered && unanswered.why !== 'none-failed') return EXIT.usage
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.some(({ rule }) => SHEET_RULES.has(rule))) return EXIT.usage
  const unread = entries.length === 0 && errors.length > 0
  if (unread && errors.every(({ rule }) => UNREADABLE_RULES.has(rule))) return EXIT.file
  const warned = failOn === 'warning' && findings.list.some(({ severity }) => severity === 'warning')
  return refused + incomplete > 0 || errors.length > 0 || warned ? EXIT.refused : EXIT.done
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
