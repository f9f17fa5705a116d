// Leaves the reading of a table, from any depth of its streams, with the finding that says why.
import type { Diagnostic, Text } from '../../model/diagnostic.ts'
import { text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import type { InputRule } from '../rules.ts'

/** Thrown inside `input/table` only, and caught where a table is opened and where its rows are given. */
export class Refusal extends Error {
  readonly diagnostic: Diagnostic
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message.en)
    this.diagnostic = diagnostic
  }
}

export const wholeFile = (file: string) => ({ file, line: 1, column: 1, length: 0 })

/** A refusal of the whole file. */
export const refusal = (rule: InputRule, file: string, message: Text, hint?: Text): Refusal =>
  new Refusal(diagnose(rule, wholeFile(file), message, hint ? { hint } : {}))

const SAVE_AGAIN = text(
  'refaites la copie, ou ouvrez-le dans un tableur et enregistrez-le de nouveau en .xlsx',
  'copy it again, or open it in a spreadsheet and save it again as .xlsx',
)

/** What is cut short or contradicts itself: `what` goes on after « le classeur est abîmé : ». */
export const damaged = (file: string, what: Text): Refusal =>
  refusal(
    'table-damaged',
    file,
    text(`le classeur est abîmé : ${what.fr}`, `the workbook is damaged: ${what.en}`),
    SAVE_AGAIN,
  )

const KEEP_WHAT_IS_USEFUL = text(
  'gardez les lignes et les colonnes utiles dans un nouveau tableau',
  'keep the useful rows and columns in a new table',
)

export const tooLarge = (file: string, what: Text): Refusal =>
  refusal('table-too-large', file, what, KEEP_WHAT_IS_USEFUL)
