// What signakit new is told on the command line is checked before anything is written: a wrong type makes a wrong kit.
import { openWorld } from '../host/world.ts'
import { nearestOf } from '../input/nearest.ts'
import { loadReference, matchCaf, matchType, nearestCafs, typeNames } from '../input/reference.ts'
import { type Text, text } from '../model/diagnostic.ts'
import type { Answers } from './kit-file.ts'
import { UsageError } from './usage-error.ts'

const hint = (near: readonly string[], list: string): Text =>
  near.length > 0
    ? text(`vouliez-vous dire ${near.join(' ou ')} ?`, `did you mean ${near.join(' or ')}?`)
    : text(`signakit list ${list}`, `signakit list ${list}`)

/** Throws a usage error for a type or a Caf that no kit may name. */
export function checkAnswers({ type, caf }: Answers): void {
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
