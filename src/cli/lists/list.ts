// What a list is: the same entries as a table for people and as JSON for scripts.
import type { Text } from '../../model/diagnostic.ts'
import type { World } from '../../model/world.ts'

export type Entry = {
  /** One cell a column, in the language of the run. */
  readonly cells: readonly string[]
  /** What --json prints: keys that do not change with the language. */
  readonly value: Readonly<Record<string, unknown>>
}

export type Question = {
  readonly world: World
  readonly say: (text: Text) => string
  /** Folder to look for brands and printers in, beside our own. */
  readonly folder: string
}

export type List = {
  readonly columns: readonly Text[]
  readonly entries: (question: Question) => readonly Entry[]
}
