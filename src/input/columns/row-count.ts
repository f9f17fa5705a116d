// What a cell of a column of products asks for: a number, a cross, or nothing.
import { plain } from '../nearest.ts'

const ONE: ReadonlySet<string> = new Set(['x', 'oui', 'o', 'yes', '✓', '✔', '☑', '☒'])
export const NONE: ReadonlySet<string> = new Set(['0', 'non', 'n', 'no', '☐'])

/** `2` and `2,0` are two; a cross is one; undefined is none. Anything else is for the check of counts to refuse. */
export function countIn(value: string): string | undefined {
  const written = value.trim()
  const word = plain(written)
  if (NONE.has(word) || /^0+([.,]0+)?$/.test(written)) return undefined
  if (ONE.has(word)) return '1'
  return written.replace(/^(\d+)[.,]0+$/, '$1')
}

const COUNT = /^(?:[x×]\s*)?\d{1,6}(?:[.,]\d+)?(?:\s*(?:[x×]|ex|exemplaires?|pcs|pièces?)\.?)?$/i

/** Whether a cell holds a count, « 2 ex » included, of at least one; a date or a sentence asks for nothing. */
export const asks = (value: string): boolean =>
  countIn(value) !== undefined && (ONE.has(plain(value)) || COUNT.test(value.trim()))
