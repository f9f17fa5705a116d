// What a check of a Sheet is: it reads a finished face and answers with the line to edit.
import type { Assets } from '../model/assets.ts'
import type { PrinterSpec, ProductSpec } from '../model/design.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Rule } from '../model/rule.ts'
import type { Mark, Piece, Sheet } from '../model/sheet.ts'
import type { QrReader } from './checks/qr-reader.ts'

export type SheetContext = {
  readonly piece: Piece
  /** As people see it: right reading, plates added, not mirrored. */
  readonly sheet: Sheet
  /** The same before its art became contours, its texts still texts; `sheet` itself when the art is printed. */
  readonly laidOut: Sheet
  readonly product: ProductSpec
  readonly printer: PrinterSpec
  readonly assets: Assets
  /** Decodes QR codes from pixels. */
  readonly readQr: QrReader
}

/** Findings without their rule, severity and piece, which the runner adds. */
export type Finding = Omit<Diagnostic, 'rule' | 'piece' | 'severity'> & Partial<Pick<Diagnostic, 'severity'>>

/** The line to edit: the datum, or the template's own line when the mark says nothing of the kit's. */
export function placeOf({ from, by }: Pick<Mark, 'from' | 'by'>): Pick<Finding, 'at'> {
  const at = from ?? by
  return at ? { at } : {}
}

export type SheetCheck = Rule & {
  run(context: SheetContext): Iterable<Finding> | Promise<Iterable<Finding>>
}
