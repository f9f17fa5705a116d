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
