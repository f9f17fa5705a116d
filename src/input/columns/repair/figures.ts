// Figures that spreadsheets have changed: a zero lost in front, `.0` gained behind, powers of ten, formulas around them.
import { text } from '../../../model/diagnostic.ts'
import { isPhoneWithoutZero, isPostcode, postcodeFigures } from '../../contact.ts'
import { isOfDepartments } from '../../departments.ts'
import { scientificFigures } from '../../scientific.ts'
import type { Step } from './step.ts'

const POSTCODE = 'structure.adresse.code-postal'
const PHONE = 'structure.telephone'

/** Paths whose figures are whole: a number of places, a code, an identifier. */
export const WHOLE_FIGURES: ReadonlySet<string> = new Set([
  POSTCODE,
  PHONE,
  'structure.capacite',
  'structure.id',
  'structure.caf',
])

const TAIL = /^([\d ]{1,15})[.,]0{1,2}$/

/** `33000.0`, as tables made of floating numbers are written. */
export const isDecimalTail = (value: string): boolean => TAIL.test(value.trim())

export const decimalTail: Step = (value, path) => {
  const [, figures] = TAIL.exec(value.trim()) ?? []
  if (figures === undefined || !WHOLE_FIGURES.has(path)) return undefined
  return {
    after: figures,
    rule: 'decimal-figure',
    why: text('un nombre entier écrit avec des décimales', 'a whole number written with decimals'),
  }
}

const LOST = text('premier zéro perdu', 'first zero lost')
const MAY_BE = text(
  'premier zéro perdu, sans doute : à vérifier, rien dans la ligne ne dit le département',
  'first zero lost, probably: to be checked, nothing in the row says the department',
)

/** The figure that is missing may be another than the first: the department of the row's Caf tells. */
export const lostZero: Step = (value, path, { departments } = {}) => {
  const written = value.trim()
  const after = `0${written}`
  if (path === PHONE && isPhoneWithoutZero(written)) return { after, rule: 'lost-zero', why: LOST }
  const figures = postcodeFigures(after)
  if (path !== POSTCODE || !/^\d{5}$/.test(figures) || !isPostcode(figures) || /^0/.test(written)) return undefined
  if (departments === undefined) return { after, rule: 'lost-zero', why: MAY_BE }
  return isOfDepartments(figures, departments) ? { after, rule: 'lost-zero', why: LOST } : undefined
}

/** Only where no figure was lost: `3,56123456E+08` says nine, `3,56E+08` three. */
export const scientific: Step = value => {
  const figures = scientificFigures(value.trim())
  if (figures?.whole === undefined) return undefined
  return {
    after: figures.whole,
    rule: 'scientific-notation',
    why: text('nombre écrit en puissance de dix', 'number written as a power of ten'),
  }
}
