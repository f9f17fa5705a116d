// Where an entry stands, in a word: what tells it from the others when it has no id.
import { cellWord, type Span } from '../model/diagnostic.ts'

export const placeWord = (at: Span): string => ('line' in at ? `${at.file}:${at.line}` : `${at.file} › ${cellWord(at)}`)

/** The cell or the line alone, for a column of its own. */
export function shortPlace(at: Span | undefined): string | undefined {
  if (!at) return undefined
  if ('line' in at) return `${at.file}:${at.line}`
  return cellWord(at)
}
