// Two columns for one path: the surer name is read and the other where it is empty; two equal names are for the user to settle.

import { type Diagnostic, type Text, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import { columnName } from '../table/cell-name.ts'
import { BY_THE_USER, type Candidate } from './candidate.ts'
import { cellAt, type Field, pathOf } from './column-map.ts'

type Header = { readonly file: string; readonly sheet: string; readonly header: number }

/** Partners and pieces may come from several columns, one after the other; anything else is given once. */
function keyOf(field: Field): string | undefined {
  switch (field.kind) {
    case 'partners':
    case 'pieces':
    case 'policies':
      return undefined
    case 'part':
      return `${field.path} ${field.rank}`
    case 'item':
      return `${field.path} ${field.item} ${field.key}`
    case 'closing-date':
      return 'closing-date'
    case 'text':
    case 'list':
    case 'logos':
    case 'town-line':
    case 'piece-key':
    case 'status':
      return `${field.kind} ${pathOf(field)}`
    // « Vitrophanie A5 » and « Vitrophanie A5 extérieur » are two pieces.
    case 'product':
      return `product ${field.product} ${field.orientation ?? ''} ${field.pose ?? ''}`
  }
}

const already = (letters: readonly string[], path: string): Text =>
  letters.length > 1
    ? text(
        `les colonnes ${letters.join(', ')} donnent déjà \`${path}\``,
        `columns ${letters.join(', ')} already give \`${path}\``,
      )
    : text(`la colonne ${letters[0]} donne déjà \`${path}\``, `column ${letters[0]} already gives \`${path}\``)

/** What may be read from another column where the surer one is empty: one value, whole. */
const SECOND: ReadonlySet<Field['kind']> = new Set(['text', 'list', 'town-line', 'piece-key', 'status'])

const second = (candidate: Candidate, after: number): Candidate => {
  const { use } = candidate
  return use.kind === 'read' ? { ...candidate, use: { kind: 'second', field: use.field, after } } : candidate
}

const leave = (candidate: Candidate, why: Text): Candidate => ({ ...candidate, use: { kind: 'left', why } })

const bySureness = ({ sure: a, index: first }: Candidate, { sure: b, index: second }: Candidate): number =>
  a[0] - b[0] || a[1] - b[1] || first - second

function twice(best: Candidate, other: Candidate, path: string, header: Header): Diagnostic {
  const [one, two] = [columnName(best.index), columnName(other.index)]
  const message = text(
    `les colonnes ${one} et ${two} disent toutes deux \`${path}\``,
    `columns ${one} and ${two} both say \`${path}\``,
  )
  const hint = text(
    `renommez l’une des deux, ou \`colonne ${two}: ignorer\` avec \`--map\``,
    `rename one of them, or \`colonne ${two}: ignorer\` with \`--map\``,
  )
  return diagnose('duplicate-column', cellAt(header, other.index, header.header), message, { hint })
}

type Settled = { readonly columns: readonly Candidate[]; readonly diagnostics: readonly Diagnostic[] }

/** The whole street is left when its parts are there, unless these are only a number. */
function settleStreet(columns: readonly Candidate[]): readonly Candidate[] {
  const isStreet = ({ use }: Candidate, kind: 'part' | 'text'): boolean =>
    use.kind === 'read' && use.field.kind === kind && use.field.path === 'structure.adresse.voie'
  const parts = columns.filter(column => isStreet(column, 'part'))
  const whole = columns.find(column => isStreet(column, 'text'))
  if (!whole || parts.length === 0) return columns
  if (whole.sure === BY_THE_USER) {
    const why = already([columnName(whole.index)], 'adresse.voie')
    return columns.map(column => (parts.includes(column) ? leave(column, why) : column))
  }
  const named = parts.some(({ use }) => use.kind === 'read' && use.field.kind === 'part' && use.field.rank === 3)
  if (named) {
    const why = already(
      parts.map(({ index }) => columnName(index)),
      'adresse.voie',
    )
    return columns.map(column => (column === whole ? leave(column, why) : column))
  }
  // « N° » and « Adresse »: the number goes before it.
  const street: Field = { kind: 'part', path: 'structure.adresse.voie', rank: 3 }
  return columns.map(column => (column === whole ? { ...column, use: { kind: 'read', field: street } } : column))
}

export function onePerPath(candidates: readonly Candidate[], header: Header): Settled {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const key = candidate.use.kind === 'read' ? keyOf(candidate.use.field) : undefined
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), candidate])
  }
  const diagnostics: Diagnostic[] = []
  const losers = new Map<Candidate, Candidate>()
  for (const group of groups.values()) {
    const [best, ...others] = group.toSorted(bySureness)
    if (best?.use.kind !== 'read') continue
    const { field } = best.use
    const path = pathOf(field)
    // `horaires: [Matin, Soir]`: a list that `--map` makes of several columns.
    const joined = field.kind === 'list' && best.sure === BY_THE_USER
    for (const other of others.filter(({ sure }) => !joined || sure !== BY_THE_USER)) {
      const equal = other.sure[0] === best.sure[0] && other.sure[1] === best.sure[1]
      if (equal) diagnostics.push(twice(best, other, path, header))
      const isSecond = SECOND.has(field.kind) && best.sure !== BY_THE_USER
      losers.set(other, isSecond ? second(other, best.index) : leave(other, already([columnName(best.index)], path)))
    }
  }
  const columns = candidates.map(candidate => losers.get(candidate) ?? candidate)
  return { columns: settleStreet(columns), diagnostics }
}
