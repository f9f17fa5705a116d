// What is said of one cell of a sheet.
import { type Diagnostic, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import { cellName } from './cell-name.ts'

export type SheetName = { readonly file: string; readonly sheet: string }

/** `column` from 0, `row` from 1. */
export const formulaWithoutValue = (at: SheetName, column: number, row: number): Diagnostic =>
  diagnose(
    'formula-without-value',
    { ...at, cell: cellName(column, row) },
    text('la formule n’a pas de valeur enregistrée', 'the formula has no saved value'),
    {
      hint: text(
        'ouvrez le classeur dans Excel ou LibreOffice et enregistrez-le, ou collez la valeur à la place',
        'open the workbook in Excel or LibreOffice and save it, or paste the value in its place',
      ),
    },
  )
