// The text of one cell of an ODS, by its type (OpenDocument 1.3 part 3, 19.385).
import { durationText, isoDateText } from './date-text.ts'
import { percentText, writtenNumber } from './number-text.ts'

export type Attributes = Readonly<Partial<Record<string, string>>>

/** Only the zeros that the cell shows before its number are taken from what is shown: `01000` of 1000, `05 56 …` of 556…. */
function withShownZeros(written: string, shown: string): string {
  const digits = shown.replace(/\D/g, '')
  const hasZeros = digits.length > written.length && digits.replace(/^0+/, '') === written.replace(/^0$/, '')
  return /^\d+$/.test(written) && hasZeros && !/[,.]/.test(shown) ? shown : written
}

/** An amount as French sheets show it: figures in groups, a decimal comma, with whatever stands before and after. */
const AMOUNT = /^([^\p{L}\d.,]{0,4})(\d[\d\s]*(?:,(\d+))?)(?:[^\d.,][^\d.,]{0,40})?$/u

/** What the sheet shows of an amount: only where its figures are those of the number, read as French ones. */
export function odsAmount(attributes: Attributes, shown: string): string | undefined {
  const type = attributes['office:value-type']
  const told = shown.trim()
  const [, before = '', figures, decimals = ''] = AMOUNT.exec(told) ?? []
  if ((type !== 'currency' && type !== 'float') || figures === undefined) return undefined
  const read = Number(figures.replace(/\s/gu, '').replace(',', '.')) * (/[-−(]/.test(before) ? -1 : 1)
  const unit = 1 / 10 ** decimals.length
  return Math.abs(read - Number(attributes['office:value'])) <= unit * 0.5001 ? told : undefined
}

/** `shown` is what the paragraphs of the cell hold. */
export function odsCellText(attributes: Attributes, shown: string): string {
  const value = attributes['office:value'] ?? ''
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
      return Number.isFinite(Number(value)) && value !== '' ? withShownZeros(writtenNumber(value), shown) : shown
    case 'percentage':
      return Number.isFinite(Number(value)) && value !== '' ? percentText(Number(value)) : shown
    case 'date':
      return isoDateText(attributes['office:date-value'] ?? shown)
    case 'time':
      return durationText(attributes['office:time-value'] ?? shown)
    case 'boolean':
      return attributes['office:boolean-value'] === 'true' ? 'vrai' : 'faux'
    default:
      // An error is a text that is shown, with an empty value.
      return shown === '' ? (attributes['office:string-value'] ?? '') : shown
  }
}
