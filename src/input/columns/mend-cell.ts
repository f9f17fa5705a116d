// One cell, mended step by step.
import { type Cell, type Text, text } from '../../model/diagnostic.ts'
import type { InputRule } from '../rules.ts'
import type { Field } from './column-map.ts'
import { booleans } from './repair/booleans.ts'
import { capitals, STREET_PART } from './repair/capitals.ts'
import { dates } from './repair/dates.ts'
import { emptied } from './repair/emptied.ts'
import { decimalTail, lostZero, scientific } from './repair/figures.ts'
import { formula } from './repair/formula.ts'
import { garbled } from './repair/garbled.ts'
import { hours } from './repair/hours.ts'
import type { Row, Step } from './repair/step.ts'
import { apostrophes, spaces } from './repair/tidy.ts'

export type Repair = {
  /** The kit path that the column gives. */
  readonly path: string
  /** Of the column, from 0; beyond the last one, a column that the copy gains. */
  readonly index: number
  readonly cell: Cell
  readonly before: string
  readonly after: string
  readonly why: Text
  readonly rules: readonly InputRule[]
}

/** The order matters: a text is read back before it is looked at, a formula is opened before its figures are. */
export const STEPS: readonly Step[] = [
  garbled,
  formula,
  spaces,
  emptied,
  apostrophes,
  decimalTail,
  scientific,
  dates,
  booleans,
  hours,
  lostZero,
  capitals,
]

/** Of a cell that is no value of the structure: a count, a status. */
const FEW_STEPS: readonly Step[] = [garbled, formula, spaces]

export const stepsFor = (field: Field): readonly Step[] => {
  switch (field.kind) {
    case 'text':
    case 'list':
    case 'part':
    case 'partners':
    case 'town-line':
    case 'item':
      return STEPS
    case 'product':
    case 'pieces':
    case 'piece-key':
      return [...FEW_STEPS, emptied]
    case 'logos':
    case 'policies':
    case 'status':
    case 'closing-date':
      return FEW_STEPS
  }
}

type Mending = { readonly after: string; readonly whys: readonly Text[]; readonly rules: readonly InputRule[] }

export function mend(value: string, path: string, steps: readonly Step[], row: Row = {}): Mending {
  return steps.reduce<Mending>(
    (before, step) => {
      const mended = step(before.after, path, row)
      if (!mended) return before
      const known = before.whys.some(({ fr }) => fr === mended.why.fr)
      return {
        after: mended.after,
        whys: known ? before.whys : [...before.whys, mended.why],
        rules: before.rules.includes(mended.rule) ? before.rules : [...before.rules, mended.rule],
      }
    },
    { after: value, whys: [], rules: [] },
  )
}

export const both = (whys: readonly Text[]): Text =>
  text(whys.map(({ fr }) => fr).join(' ; '), whys.map(({ en }) => en).join('; '))

/** The path that steps know a column by: a part of a street is told from a whole one. */
export const pathOfField = (field: Field): string => {
  if (!('path' in field)) return ''
  return field.kind === 'part' && field.path === 'structure.adresse.voie' ? STREET_PART : field.path
}
