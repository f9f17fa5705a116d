// « 12-1 » that became a date: 12-janv, 12/01/2026, 45231.
import { text } from '../../../model/diagnostic.ts'
import type { Step } from './step.ts'

const MONTHS: readonly (readonly string[])[] = [
  ['janv', 'jan'],
  ['févr', 'fevr', 'fév', 'feb'],
  ['mars', 'mar'],
  ['avr', 'apr'],
  ['mai', 'may'],
  ['juin', 'jun'],
  ['juil', 'jul'],
  ['août', 'aout', 'aug'],
  ['sept', 'sep'],
  ['oct'],
  ['nov'],
  ['déc', 'dec'],
]

const monthOf = (word: string): number => MONTHS.findIndex(names => names.includes(word.toLowerCase())) + 1

/** What no date is ever written for; hours have days, not dates alone. */
const NO_DATE: ReadonlySet<string> = new Set(
  ['nom', 'nom-court', 'lieu', 'gestionnaire', 'capacite', 'id', 'horaires', 'adresse.voie'].map(
    key => `structure.${key}`,
  ),
)

/** Ranges of figures: places, hours. Elsewhere what was typed cannot be known. */
const RANGES: ReadonlySet<string> = new Set(['structure.capacite', 'structure.horaires'])

/** Days since 1900 as spreadsheets count them, from 2000 to 2064. */
const isSerial = (value: string): boolean => /^\d{5}$/.test(value) && Number(value) >= 36526 && Number(value) <= 60000

function dayAndMonth(value: string): readonly [day: number, month: number] | undefined {
  const [, day, month] = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:19|20)?\d{2}(?:\s+00:00(?::00)?)?$/.exec(value) ?? []
  if (day !== undefined && month !== undefined) return [Number(day), Number(month)]
  const [, figure, word = ''] = /^(\d{1,2})[-\s](\p{L}{3,5})\.?(?:[-\s]\d{2,4})?$/u.exec(value) ?? []
  return figure === undefined || monthOf(word) === 0 ? undefined : [Number(figure), monthOf(word)]
}

const isMonthAndYear = (value: string): boolean => {
  const [, word = ''] = /^(\p{L}{3,5})\.?-\d{2}$/u.exec(value) ?? []
  return monthOf(word) > 0
}

/** Whether a cell holds a date where none belongs. */
export const isStrayDate = (value: string, path: string): boolean => {
  const written = value.trim()
  if (!NO_DATE.has(path)) return false
  if (path === 'structure.id') return dayAndMonth(written) !== undefined || isMonthAndYear(written)
  return dayAndMonth(written) !== undefined || isMonthAndYear(written) || isSerial(written)
}

export const dates: Step = (value, path) => {
  const found = RANGES.has(path) ? dayAndMonth(value.trim()) : undefined
  if (!found) return undefined
  const [day, month] = found
  return {
    after: `${day}-${month}`,
    rule: 'date-in-text',
    why: text('le tableur en a fait une date : à vérifier', 'the spreadsheet made a date of it: to be checked'),
  }
}
