// Figures in messages: a decimal comma in French, the same value everywhere.
import type { Text } from '../../model/diagnostic.ts'
import { type Mm, toPt } from '../../model/length.ts'

const rounded = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)))

const both = (words: string, unit: string): Text => ({
  fr: `${words.replace('.', ',')} ${unit}`,
  en: `${words} ${unit}`,
})

/** Sizes of type: to a tenth, as GWG rounds them. */
export const points = (value: number): Text => both(rounded(value, 1), 'pt')

/** Widths of lines: to a thousandth, as GWG rounds them. */
export const linePoints = (value: number): Text => both(rounded(value, 3), 'pt')

export const millimetres = (value: number): Text => both(rounded(value, 1), 'mm')

/** A printer’s figure, written in points and kept in mm to a thousandth: 0.25 pt comes back as 0.25, not 0.249. */
export const inPoints = (length: Mm): number => Number(toPt(length).toFixed(2))

/** From a share: 3.2 is 320 %. */
export const percent = (share: number): Text => both(rounded(share * 100, 0), '%')

/** GWG compares what it shows: 7.96 pt is 8 pt. */
export const isBelow = (value: number, limit: number, decimals: number): boolean =>
  Number(value.toFixed(decimals)) < Number(limit.toFixed(decimals))
