// What signakit new is told on the command line is checked before anything is written: a wrong type makes a wrong kit.
import { openWorld } from '../host/world.ts'
import { matchCaf, nearestCafs } from '../input/caf-names.ts'
import { CONTACT_FORMS, type ContactKey, formText } from '../input/contact.ts'
import { nearestOf } from '../input/nearest.ts'
import { loadReference, matchType, typeNames } from '../input/reference.ts'
import { type Text, text } from '../model/diagnostic.ts'
import type { Answers } from './kit-file.ts'
import { UsageError } from './usage-error.ts'

const hint = (near: readonly string[], list: string): Text =>
  near.length > 0
    ? text(`vouliez-vous dire ${near.join(' ou ')} ?`, `did you mean ${near.join(' or ')}?`)
    : text(`signakit list ${list}`, `signakit list ${list}`)

/** What is wrong with an address, a number or a code, if anything; a question and an option say the same. */
export function contactFault(key: ContactKey, value: string): Text | undefined {
  if (CONTACT_FORMS[key].accepts(value)) return undefined
  const said = formText(key)
  return text(`« ${value} » ${said.fr}`, `“${value}” ${said.en}`)
}

function checkContacts(answers: Answers): void {
  for (const key of ['code-postal', 'commune', 'telephone', 'courriel', 'site-web'] as const) {
    const value = answers[key]
    const fault = value === undefined ? undefined : contactFault(key, value)
    if (fault) throw new UsageError(text(`--${key} : ${fault.fr}`, `--${key}: ${fault.en}`))
  }
}

/** Throws a usage error for a type or a Caf that no kit may name, or for a number that leads nowhere. */
export function checkAnswers(answers: Answers): void {
  const { type, caf } = answers
  checkContacts(answers)
  if (type === undefined && caf === undefined) return
  const reference = loadReference(openWorld())
  if (type !== undefined && !matchType(reference, type)) {
    const near = nearestOf(type, typeNames(reference)).slice(0, 2)
    throw new UsageError(
      text(`--type : type inconnu : « ${type} »`, `--type: unknown type: “${type}”`),
      hint(near, 'types'),
    )
  }
  if (caf !== undefined && !matchCaf(reference, caf)) {
    const near = nearestCafs(reference, caf)
      .slice(0, 2)
      .map(({ code, nom }) => `${code} (${nom})`)
    throw new UsageError(text(`--caf : Caf inconnue : « ${caf} »`, `--caf: unknown Caf: “${caf}”`), hint(near, 'cafs'))
  }
}
