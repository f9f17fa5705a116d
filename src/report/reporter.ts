// What a reporter is: findings → text, and nothing else. Who prints it decides where.
import type { Cell, Diagnostic } from '../model/diagnostic.ts'
import type { EntryRow } from '../model/entry.ts'

export type ReportOptions = {
  /** Text of a file by the name its places carry, for code frames; undefined when it is not at hand. */
  readonly sources: (file: string) => string | undefined
  /** The row of a cell, for code frames; undefined when it is not at hand. */
  readonly rows?: (at: Cell) => EntryRow | undefined
  /** Findings that are counted but not among those given, by rule. */
  readonly more?: ReadonlyMap<string, number>
  /** How a file is named to people; as its places name it when absent. */
  readonly nameOf?: (file: string) => string
  readonly lang: 'fr' | 'en'
  readonly color: boolean
  /** Every finding, without grouping. */
  readonly full?: boolean
  /** Columns of the terminal; 120 when there is none. */
  readonly width?: number
}

/** The text ends without a line end; it is empty when a reporter has nothing to say. */
export type Reporter = (diagnostics: readonly Diagnostic[], options: ReportOptions) => string
