// An XLSX with some cells of one sheet changed, a comment on each; the other parts are those of the original.
import { cellName } from '../../input/table/cell-name.ts'
import type { CellEdit, Corrected } from './cell-edit.ts'
import { splice } from './splice.ts'
import { cellSplices } from './xlsx-cells.ts'
import { addNotes, discussedCells } from './xlsx-comments.ts'
import { askToCompute, formulasIn } from './xlsx-formulas.ts'
import { gridOf } from './xlsx-grid.ts'
import { plainEdits } from './xlsx-rich-text.ts'
import { textStyles } from './xlsx-text-style.ts'
import { type Parts, setText, textOf, writeParts } from './zip-parts.ts'

export type XlsxSource = {
  readonly parts: Parts
  /** The part of the sheet, and those of the styles and of the texts that cells share. */
  readonly sheet: string
  readonly styles: string | undefined
  readonly strings: string | undefined
  /** What the comment of a changed cell says; `isPlain` when words of it had a format of their own. */
  readonly noteOf: (edit: CellEdit, isPlain: boolean) => string
}

export function correctXlsx(source: XlsxSource, edits: readonly CellEdit[]): Corrected {
  const parts: Parts = new Map(source.parts)
  const xml = textOf(parts, source.sheet)
  if (xml === undefined) throw new Error(`no part ${source.sheet}`)
  // A workbook may name a part that it lacks.
  const partOf = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : textOf(parts, path)
  const written = partOf(source.styles)
  const styles = textStyles(written)
  const grid = gridOf(xml)
  const { splices, made, left, merged, changed } = cellSplices(xml, grid, edits, styles.styleOf)
  if (made.length === 0) return { bytes: writeParts(parts), made, left }
  const plain = new Set(plainEdits(changed, () => partOf(source.strings)))
  const notes = made.map(edit => ({
    column: edit.column,
    row: edit.row,
    text: source.noteOf(edit, plain.has(edit)),
  }))
  setText(parts, source.sheet, addNotes(parts, source.sheet, splice(xml, splices), notes))
  if (source.styles !== undefined && written !== undefined) setText(parts, source.styles, styles.xml())
  askToCompute(parts)
  const threads = discussedCells(parts, source.sheet)
  const discussed = made.filter(({ column, row }) => threads.has(cellName(column, row)))
  return { bytes: writeParts(parts), made, left, merged, plain: [...plain], discussed, formulas: formulasIn(grid) }
}
