// Where an entry stands, in a word: what tells it from the others when it has no id.
import { resolve } from 'node:path'
import { cellWord, type Span } from '../model/diagnostic.ts'

export const placeWord = (at: Span): string => ('line' in at ? `${at.file}:${at.line}` : `${at.file} › ${cellWord(at)}`)

/** The cell or the line alone, for a column of its own. */
export function shortPlace(at: Span | undefined): string | undefined {
  if (!at) return undefined
  if ('line' in at) return `${at.file}:${at.line}`
  return cellWord(at)
}

/** The row, for people and to be compared: `structures.csv:12`, `structures.xlsx › Feuille1:12`. */
export function rowWord(at: Span): string {
  if ('line' in at) return `${at.file}:${at.line}`
  const row = /\d+/.exec(at.cell)?.[0] ?? ''
  return at.sheet === '' ? `${at.file}:${row}` : `${at.file} › ${at.sheet}:${row}`
}

/** The file of a row's word, and what follows. */
function partsOf(word: string): readonly [file: string, row: string] {
  const [, file = word, row = ''] = /^(.*?)((?: › [^›]*)?:\d+)$/s.exec(word) ?? []
  return [file, row]
}

/** One file whatever folder it was named from; the copy that `fix` mends is the sheet that it copies, row for row. */
export const sourceKey = (file: string): string => resolve(file).replace(/\.corrige(?=\.[^./\\]+$)/, '')

export const sourceOfRow = (word: string): string => sourceKey(partsOf(word)[0])

/** To compare rows by. */
export const rowKey = (word: string): string => `${sourceOfRow(word)}${partsOf(word)[1]}`
