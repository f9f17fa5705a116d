// Titles → what each column is for: each alone first, then against the others, so that no path is given twice in silence.

import { type Cell, type Diagnostic, text } from '../../model/diagnostic.ts'
import { CONTACT_FORMS } from '../contact.ts'
import { diagnose } from '../diagnose.ts'
import { nearest } from '../nearest.ts'
import { columnName } from '../table/cell-name.ts'
import { at, type Candidate, FIRST, guessed, left, type MatchScene, reads } from './candidate.ts'
import { type Column, type Field, pathOf } from './column-map.ts'
import type { Family, Titled } from './column-options.ts'
import { doubtOf, fieldOf, fieldOfPath, knownForms, likelyOf, reasonLeft } from './dictionary.ts'
import { matchNoted } from './match-noted.ts'
import { matchProduct } from './match-product.ts'
import { productIn } from './product-title.ts'
import { foldTitle, formsOf } from './title-form.ts'

/** What a title says by itself; undefined when others have a say. */
export function matchAlone(titled: Titled, families: readonly Family[]): Candidate | undefined {
  const { title } = titled
  const product = productIn(title, families)
  if (product) return reads(titled, { kind: 'product', ...product })
  const forms = formsOf(title)
  for (const [index, form] of forms.entries()) {
    const known = fieldOf([form])
    if (known) return reads(titled, known.field, [known.rank, index])
    const why = reasonLeft([form])
    if (why) return left(titled, why)
  }
  return undefined
}

/** Whether every cell has the form of that path; a path without a form of its own is never told by its cells. */
function fits(path: string, cells: readonly string[]): boolean {
  const key = path.replace(/^.*\./, '')
  const form = Object.entries(CONTACT_FORMS).find(([name]) => name === key && name !== 'commune')?.[1]
  return form !== undefined && cells.length > 0 && cells.every(cell => form.accepts(cell.trim()))
}

const BY_ITS_CELLS = text('toutes ses cellules en ont la forme', 'all its cells have its form')

/** A number just before the street, where the street is known. */
function isStreetNumber({ index }: Titled, scene: MatchScene): boolean {
  const next = scene.titles.find(titled => titled.index === index + 1)
  const field = next && fieldOf(formsOf(next.title))?.field
  const cells = scene.cellsOf(index)
  return (
    field !== undefined &&
    'path' in field &&
    field.path === 'structure.adresse.voie' &&
    cells.length > 0 &&
    cells.every(cell => /^\d{1,5}\s?[a-z]{0,6}$/i.test(cell.trim())) &&
    !scene.cellsOf(index + 1).some(cell => /^\d/.test(cell.trim()))
  )
}

function matchDoubtful(titled: Titled, paths: readonly string[], scene: MatchScene): Candidate {
  if (paths.includes('adresse.voie') && isStreetNumber(titled, scene)) {
    const why = text('c’est un numéro, juste avant la voie', 'it is a number, just before the street')
    const field: Field = { kind: 'part', path: 'structure.adresse.voie', rank: 0 }
    return reads(titled, field, FIRST, [guessed(scene, titled, 'adresse.voie', why)])
  }
  const cells = scene.cellsOf(titled.index)
  const fitting = paths.filter(path => fits(path, cells))
  const [path] = fitting
  const field = path === undefined || scene.given.has(path) ? undefined : fieldOfPath(path)
  if (fitting.length === 1 && field) {
    return reads(titled, field, [900, 0], [guessed(scene, titled, pathOf(field), BY_ITS_CELLS)])
  }
  const names = paths.map(each => `\`${each.replace(/^(structure|kit)\./, '')}\``)
  const message = text(
    `« ${titled.title} » peut vouloir dire ${names.join(' ou ')} : la colonne n’est pas lue`,
    `“${titled.title}” may mean ${names.join(' or ')}: the column is not read`,
  )
  const hint = text(
    `dites-le avec \`--map\` : \`${titled.title}: …\`, ou \`ignorer\``,
    `say so with \`--map\`: \`${titled.title}: …\`, or \`ignorer\``,
  )
  const why = text(`peut vouloir dire ${names.join(' ou ')}`, `may mean ${names.join(' or ')}`)
  return left(titled, why, [diagnose('column-ambiguous', at(scene, titled), message, { hint })])
}

const UNKNOWN = text('titre inconnu', 'unknown title')

function matchUnknown(titled: Titled, scene: MatchScene): Candidate {
  const near = nearest(foldTitle(titled.title), [...knownForms.keys()])
  const path = near === undefined ? undefined : knownForms.get(near)
  if (path === undefined) return left(titled, UNKNOWN)
  const message = text(
    `« ${titled.title} » n’est pas un titre connu : la colonne n’est pas lue`,
    `“${titled.title}” is not a known title: the column is not read`,
  )
  const hint = text(
    `vouliez-vous dire \`${path}\` ? \`--map\` : \`${titled.title}: ${path}\``,
    `did you mean \`${path}\`? \`--map\`: \`${titled.title}: ${path}\``,
  )
  return left(titled, UNKNOWN, [diagnose('column-unknown', at(scene, titled), message, { hint })])
}

const EMPTY = text('colonne vide', 'empty column')
const UNTITLED = text('colonne sans titre', 'column without a title')

/** Whether a column seemed empty, and would have been said without a title otherwise. */
export const isEmptyUntitled = ({ title, use }: Column): boolean =>
  title === '' && use.kind === 'left' && use.why === EMPTY

/** A value that stands under no title. */
export function untitled(index: number, cell: string, place: Cell): Diagnostic {
  const letter = columnName(index)
  const value = cell.trim().slice(0, 40)
  const message = text(
    `la colonne ${letter} n’a pas de titre : « ${value} » n’est pas lu`,
    `column ${letter} has no title: “${value}” is not read`,
  )
  const hint = text(
    `donnez-lui un titre, ou \`colonne ${letter}: …\` avec \`--map\``,
    `give it a title, or \`colonne ${letter}: …\` with \`--map\``,
  )
  return diagnose('column-untitled', place, message, { hint })
}

function matchUntitled(titled: Titled, scene: MatchScene): Candidate {
  const [cell] = scene.cellsOf(titled.index)
  if (cell === undefined) return left(titled, EMPTY)
  return left(titled, UNTITLED, [untitled(titled.index, cell, at(scene, titled))])
}

/** What a title says once the others are known. */
export function matchAmongOthers(titled: Titled, scene: MatchScene): Candidate {
  if (titled.title === '') return matchUntitled(titled, scene)
  const forms = formsOf(titled.title)
  const doubt = doubtOf(forms)
  if (doubt) return matchDoubtful(titled, doubt, scene)
  const likely = likelyOf(forms)
  const field = likely && fieldOfPath(likely.path)
  if (likely && field && !scene.given.has(likely.path)) {
    return reads(titled, field, [900, 0], [guessed(scene, titled, pathOf(field), likely.why)])
  }
  if (likely && field) {
    const path = pathOf(field)
    return left(titled, text(`une autre colonne donne \`${path}\``, `another column gives \`${path}\``))
  }
  return matchProduct(titled, scene) ?? matchNoted(titled, scene) ?? matchUnknown(titled, scene)
}
