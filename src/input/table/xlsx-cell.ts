// The text of one cell of an XLSX, by its type (ISO/IEC 29500-1 18.3.1.4, 18.18.11).
import { isoDateText } from './date-text.ts'
import { writtenNumber } from './number-text.ts'
import type { StringStore } from './string-store.ts'
import { unescapeText } from './xlsx-string.ts'
import type { Styles } from './xlsx-styles.ts'

export type XlsxCell = {
  readonly type: string
  readonly style: number
  /** Of `v`, as it is written. */
  readonly value: string
  /** Of `is`. */
  readonly inline: string
}

export type Lookups = { readonly strings: Pick<StringStore, 'at'>; readonly styles: Styles }

function numberCell(value: string, style: number, styles: Styles): string {
  const number = Number(value)
  // Not a number although it should be: shown as it is, for the checks of values to see.
  if (value.trim() === '' || !Number.isFinite(number)) return value
  return styles(style).text(number, writtenNumber(value.trim()))
}

/** What the sheet shows of an amount, where that is more than its number. */
export function cellAmount({ type, style, value }: XlsxCell, { styles }: Pick<Lookups, 'styles'>): string | undefined {
  const { amount } = styles(style)
  return amount && type === 'n' && value.trim() !== '' ? amount(Number(value)) : undefined
}

/** Undefined when the cell points at a shared text that does not exist. */
export function cellText({ type, style, value, inline }: XlsxCell, { strings, styles }: Lookups): string | undefined {
  switch (type) {
    case 's':
      return value === '' ? '' : strings.at(Number(value))
    case 'str':
      return unescapeText(value)
    case 'inlineStr':
      return inline
    case 'b':
      return value === '' ? '' : value === '1' || value === 'true' ? 'vrai' : 'faux'
    case 'e':
      return value
    case 'd':
      return isoDateText(value)
    default:
      return value === '' ? inline : numberCell(value, style, styles)
  }
}
