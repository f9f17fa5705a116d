// A PDF against what was ordered: the size of its trim, and the bleed it gives.
import type { Format } from '../design/format.ts'
import { mm, mmSize } from '../design/measure.ts'
import { type Printer, refusal } from '../design/printer.ts'
import { type Diagnostic, text } from '../model/diagnostic.ts'
import { roundMm } from '../model/length.ts'
import type { Rect } from '../pdf-reader/page.ts'
import type { PdfDocument, PdfPage } from '../pdf-reader/read-pdf.ts'
import { overlaps } from '../preflight/file/place.ts'
import { plateOf } from '../preflight/file/plate-items.ts'
import type { WantedJob } from '../preflight/press/job.ts'
import { isTechnical } from '../preflight/press/technical.ts'
import type { Ordered } from './press-job.ts'
import { cliRules } from './rules.ts'

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
  hint: cliRules[rule].fix,
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

/** What the printer cannot make, whatever the file: the family, or the size. */
function checkMade(page: Page, printer: Printer, format: Format | undefined, scale: number): readonly Diagnostic[] {
  const [left, bottom, right, top] = page.trim
  const [width, height] = [(right - left) * page.unit * scale, (top - bottom) * page.unit * scale].map(roundMm)
  const why = refusal(printer, {
    width: width ?? 0,
    height: height ?? 0,
    ...(format && { family: format.family.family }),
  })
  return why
    ? [found('ordered-printer', page, text(`page ${page.number} : ${why.fr}`, `page ${page.number}: ${why.en}`))]
    : []
}

/** Beyond the largest side a PDF or a RIP takes, a shop wants the drawing reduced, and says how much. */
function checkScale(page: Page, { spec }: Printer, scale: number): readonly Diagnostic[] {
  const [left, bottom, right, top] = page.trim
  const longest = Math.max(right - left, top - bottom) * page.unit
  if (scale > 1 || longest <= spec.scale.above) return []
  const [has, above] = [mm(roundMm(longest)), mm(spec.scale.above)]
  return [
    found(
      'ordered-scale',
      page,
      text(
        `page ${page.number} : ${has} de long, ${spec.title} veut l’échelle 1:${spec.scale.factor} au-delà de ${above}`,
        `page ${page.number}: ${has} long, ${spec.title} wants scale 1:${spec.scale.factor} beyond ${above}`,
      ),
    ),
  ]
}

/** Whether anything is printed on the piece: what is engraved, or cut out of film, has no bleed to give. */
const laysInk = ({ painted, boxes: { TrimBox: trim } }: PdfPage, pdf: PdfDocument, job: WantedJob): boolean =>
  painted.some(
    item =>
      item.context === 'page' &&
      item.bounds !== undefined &&
      (!trim || overlaps(item.bounds, trim)) &&
      !plateOf(item, pdf) &&
      !isTechnical(item, job),
  )

export const checkOrder = (pdf: PdfDocument, { format, printer, job }: Ordered): readonly Diagnostic[] =>
  pdf.pages.flatMap(each => {
    const { number, object, boxes, userUnit = 1 } = each
    const { scale } = job
    const trim = boxes.TrimBox ?? boxes.ArtBox
    const outer = boxes.BleedBox ?? boxes.MediaBox
    if (!trim || !outer) return []
    const page: Page = { number, object, trim, outer, unit: userUnit * POINT }
    return [
      ...(format ? checkSize({ ...page, unit: page.unit * scale }, format) : []),
      ...(printer && laysInk(each, pdf, job) ? checkBleed(page, printer, scale) : []),
      ...(printer ? checkMade(page, printer, format, scale) : []),
      ...(printer ? checkScale(page, printer, scale) : []),
    ]
  })
