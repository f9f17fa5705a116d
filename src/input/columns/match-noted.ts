// « Nom (ancien) », « Horaires (vacances scolaires) »: a known title, and words between brackets that change what it says.
import { type Text, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import { at, type Candidate, guessed, left, type MatchScene, reads } from './candidate.ts'
import { type Field, pathOf } from './column-map.ts'
import type { Titled } from './column-options.ts'
import { fieldOf, reasonLeft } from './dictionary.ts'
import { foldTitle } from './title-form.ts'
import { isOfAnother, partedNotes } from './title-notes.ts'

const quoted = (notes: readonly string[]): Text =>
  text(notes.map(note => `« ${note} »`).join(', '), notes.map(note => `“${note}”`).join(', '))

/** Not read: the sign would say the manager's town, or the hours of the holidays. */
function ofAnother(titled: Titled, notes: readonly string[], field: Field, scene: MatchScene): Candidate {
  const { title } = titled
  const path = pathOf(field)
  const said = quoted(notes)
  const message = text(
    `« ${title} » n’est pas lu comme \`${path}\` : ${said.fr} en change le sens`,
    `“${title}” is not read as \`${path}\`: ${said.en} changes its meaning`,
  )
  const hint = text(
    `si c’est bien lui, dites-le avec \`--map\` : \`${title}: ${path}\` ; sinon \`${title}: ignorer\``,
    `if it is, say so with \`--map\`: \`${title}: ${path}\`; if not \`${title}: ignorer\``,
  )
  const why = text(`${said.fr} en change le sens`, `${said.en} changes its meaning`)
  return left(titled, why, [diagnose('column-ambiguous', at(scene, titled), message, { hint })])
}

/** A guess is taken only where no other column gives the path. Undefined when the title without its notes is not known. */
export function matchNoted(titled: Titled, scene: MatchScene): Candidate | undefined {
  const { bare, telling } = partedNotes(titled.title)
  if (telling.length === 0) return undefined
  const form = foldTitle(bare)
  const why = reasonLeft([form])
  if (why) return left(titled, why)
  const field = fieldOf([form])?.field
  if (!field) return undefined
  const path = pathOf(field)
  if ('path' in field && scene.given.has(field.path)) {
    return left(titled, text(`une autre colonne donne \`${path}\``, `another column gives \`${path}\``))
  }
  if (telling.some(isOfAnother)) return ofAnother(titled, telling, field, scene)
  const said = quoted(telling)
  const guess = text(`${said.fr} peut en changer le sens`, `${said.en} may change its meaning`)
  return reads(titled, field, [900, 1], [guessed(scene, titled, path, guess)])
}
