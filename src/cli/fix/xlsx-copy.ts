// An XLSX with some cells of one sheet changed, a comment on each; the other parts are those of the original.
import type { CellEdit, Corrected } from './cell-edit.ts'
import { splice } from './splice.ts'
import { cellSplices } from './xlsx-cells.ts'
import { addNotes } from './xlsx-comments.ts'
import { textStyles } from './xlsx-text-style.ts'
import { type Parts, setText, textOf, writeParts } from './zip-parts.ts'

export type XlsxSource = {
  readonly parts: Parts
  /** The part of the sheet, and that of the styles. */
  readonly sheet: string
  readonly styles: string | undefined
  /** What the comment of a changed cell says. */
  readonly noteOf: (edit: CellEdit) => string
}

export function correctXlsx(source: XlsxSource, edits: readonly CellEdit[]): Corrected {
  const parts: Parts = new Map(source.parts)
  const xml = textOf(parts, source.sheet)
  if (xml === undefined) throw new Error(`no part ${source.sheet}`)
  // A workbook may name a part of styles that it lacks.
  const written = source.styles === undefined ? undefined : textOf(parts, source.styles)
  const styles = textStyles(written)
  const { splices, made, left } = cellSplices(xml, edits, styles.styleOf)
  if (made.length > 0) {
    const notes = made.map(edit => ({ column: edit.column, row: edit.row, text: source.noteOf(edit) }))
    setText(parts, source.sheet, addNotes(parts, source.sheet, splice(xml, splices), notes))
    if (source.styles !== undefined && written !== undefined) setText(parts, source.styles, styles.xml())
  }
  return { bytes: writeParts(parts), made, left }
}
