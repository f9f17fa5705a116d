// What drawing a mark needs: where it goes, how its inks are laid, what it may look up.
import type { Assets } from '../../model/assets.ts'
import type { Matrix } from '../../model/geometry.ts'
import type { Output } from '../../model/sheet.ts'
import type { Canvas } from './canvas.ts'
import type { Look } from './look.ts'
import type { PdfFile } from './pdf-file.ts'
import type { Typeset } from './typeset.ts'

export type Drawing = {
  readonly file: PdfFile
  readonly assets: Assets
  readonly output: Output
  readonly typeset: Typeset
  readonly canvas: Canvas
  readonly look: Look
  /** From the mark's space to where the content stream starts, in mm: patterns are placed from there. */
  readonly matrix: Matrix
  /** Of lengths, from the mark's space to the sheet: rules on sizes speak of the sheet. */
  readonly enlargement: number
}
