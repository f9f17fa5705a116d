// A PDF against what was ordered: the size of its trim, and the bleed it gives.
import type { Format } from '../design/format.ts'
import { mm, mmSize } from '../design/measure.ts'
import type { Printer } from '../design/printer.ts'
import { type Diagnostic, text } from '../model/diagnostic.ts'
import type { Rect } from '../pdf-reader/page.ts'
import type { PdfDocument } from '../pdf-reader/read-pdf.ts'
import type { Ordered } from './press-job.ts'
import type { cliRules } from './rules.ts'

type Rule = keyof typeof cliRules

const POINT = 25.4 / 72

/** A cut is never finer than half a millimetre; a bleed is given with a tenth to spare. */
const SIZE_TOLERANCE = 0.5
const BLEED_TOLERANCE = 0.1

type Page = {
  readonly number: number
  readonly object: number
  readonly trim: Rect
  readonly outer: Rect
  readonly unit: number
}

const found = (rule: Rule, { number, object }: Page, message: Diagnostic['message']): Diagnostic => ({
  rule,
  severity: 'error',
  message,
  page: { number, object },
})

function checkSize(page: Page, { width, height, id }: Format): readonly Diagnostic[] {
  const [left, bottom, right, top] = page.trim
  const [w, h] = [(right - left) * page.unit, (top - bottom) * page.unit]
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= SIZE_TOLERANCE
  // An order says a format, not a direction: a portrait of a landscape product is the same cut.
  if ((near(w, width) && near(h, height)) || (near(w, height) && near(h, width))) return []
  const [has, wanted] = [mmSize(w, h), mmSize(width, height)]
  return [
    found(
      'ordered-size',
      page,
      text(
        `page ${page.number} : la TrimBox fait ${has}, ${id} fait ${wanted}`,
        `page ${page.number}: the TrimBox is ${has}, ${id} is ${wanted}`,
      ),
    ),
  ]
}

function checkBleed(page: Page, { spec }: Printer, scale: number): readonly Diagnostic[] {
  const { trim, outer, unit } = page
  const given = [outer[3] - trim[3], outer[2] - trim[2], trim[1] - outer[1], trim[0] - outer[0]].map(pt => pt * unit)
  const short = given.filter((bleed, side) => bleed + BLEED_TOLERANCE < (spec.bleed[side] ?? 0) / scale)
  if (short.length === 0) return []
  const [least, wanted] = [mm(Math.min(...short)), mm(Math.max(...spec.bleed) / scale)]
  return [
    found(
      'ordered-bleed',
      page,
      text(
        `page ${page.number} : ${least} de fond perdu, ${spec.title} en demande ${wanted}`,
        `page ${page.number}: ${least} of bleed, ${spec.title} asks for ${wanted}`,
      ),
    ),
  ]
}

export const checkOrder = (pdf: PdfDocument, { format, printer, job: { scale } }: Ordered): readonly Diagnostic[] =>
  pdf.pages.flatMap(({ number, object, boxes, userUnit = 1 }) => {
    const trim = boxes.TrimBox ?? boxes.ArtBox
    const outer = boxes.BleedBox ?? boxes.MediaBox
    if (!trim || !outer) return []
    const page: Page = { number, object, trim, outer, unit: userUnit * POINT }
    return [
      ...(format ? checkSize({ ...page, unit: page.unit * scale }, format) : []),
      ...(printer ? checkBleed(page, printer, scale) : []),
    ]
  })
