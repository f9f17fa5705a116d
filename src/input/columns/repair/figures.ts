// Figures that spreadsheets have changed: a zero lost in front, `.0` gained behind, powers of ten, formulas around them.
import { text } from '../../../model/diagnostic.ts'
import { isPhoneWithoutZero, isPostcode, postcodeFigures } from '../../contact.ts'
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

export const lostZero: Step = (value, path) => {
  const written = value.trim()
  const postcode = path === POSTCODE && /^\d{4}$/.test(postcodeFigures(written)) && isPostcode(`0${written}`)
  if (!postcode && !(path === PHONE && isPhoneWithoutZero(written))) return undefined
  return { after: `0${written}`, rule: 'lost-zero', why: text('premier zéro perdu', 'first zero lost') }
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
