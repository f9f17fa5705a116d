// Checks a PDF of any origin by the rules of the file, and against what was ordered when that is said.
import { dirname, resolve } from 'node:path'
import { catalogueOf } from '../design/catalogue.ts'
import { type Format, findFormat } from '../design/format.ts'
import { mm, mmSize } from '../design/measure.ts'
import { findPrinter, type Printer } from '../design/printer.ts'
import { type Diagnostic, type Outcome, text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import type { Rect } from '../pdf-reader/page.ts'
import { readPdf } from '../pdf-reader/read-pdf.ts'
import { checkPdf } from '../preflight/check-pdf.ts'
import { type Checked, checkedOf } from './checked.ts'
import type { cliRules } from './rules.ts'
import { UsageError } from './usage-error.ts'

export type PdfOrder = { readonly product?: string | undefined; readonly printer?: string | undefined }

type Rule = keyof typeof cliRules

const POINT = 25.4 / 72

/** A cut is never finer than half a millimetre; a bleed is given with a tenth to spare. */
const SIZE_TOLERANCE = 0.5
const BLEED_TOLERANCE = 0.1

const MAX_PDF = 2_000_000_000

const sizeOf = ([left, bottom, right, top]: Rect): readonly [number, number] => [
  (right - left) * POINT,
  (top - bottom) * POINT,
]

const near = (a: number, b: number): boolean => Math.abs(a - b) <= SIZE_TOLERANCE

function checkSize(trim: Rect, page: number, { width, height, id }: Format): readonly Diagnostic[] {
  const [w, h] = sizeOf(trim)
  // An order says a format, not a direction: a portrait of a landscape product is the same cut.
  if ((near(w, width) && near(h, height)) || (near(w, height) && near(h, width))) return []
  const rule: Rule = 'ordered-size'
  const [found, wanted] = [mmSize(w, h), mmSize(width, height)]
  return [
    {
      rule,
      severity: 'error',
      message: text(
        `page ${page} : la TrimBox fait ${found}, ${id} fait ${wanted}`,
        `page ${page}: the TrimBox is ${found}, ${id} is ${wanted}`,
      ),
    },
  ]
}

function checkBleed(trim: Rect, outer: Rect, page: number, { spec }: Printer): readonly Diagnostic[] {
  const given = [outer[3] - trim[3], outer[2] - trim[2], trim[1] - outer[1], trim[0] - outer[0]].map(pt => pt * POINT)
  const short = given.filter((bleed, side) => bleed + BLEED_TOLERANCE < (spec.bleed[side] ?? 0))
  if (short.length === 0) return []
  const rule: Rule = 'ordered-bleed'
  const [least, wanted] = [mm(Math.min(...short)), mm(Math.max(...spec.bleed))]
  return [
    {
      rule,
      severity: 'error',
      message: text(
        `page ${page} : ${least} de fond perdu, ${spec.title} en demande ${wanted}`,
        `page ${page}: ${least} of bleed, ${spec.title} asks for ${wanted}`,
      ),
    },
  ]
}

/** A product or a printer that does not exist is a mistake on the command line, not in the PDF. */
function demand<T>({ value, diagnostics }: Outcome<T>): T {
  if (value !== undefined) return value
  const [first] = diagnostics
  throw new UsageError(first?.message ?? text('introuvable', 'not found'), first?.hint)
}

function checkOrder(bytes: Uint8Array, { product, printer }: PdfOrder, world: World): readonly Diagnostic[] {
  const here = resolve('.')
  const format = product === undefined ? undefined : demand(findFormat(product, catalogueOf(world), undefined))
  const press =
    printer === undefined ? undefined : demand(findPrinter({ written: printer, folder: here, project: here }, world))
  const read = readPdf(bytes)
  if (!read.ok) return []
  return read.pdf.pages.flatMap(({ number, boxes }) => {
    const trim = boxes.TrimBox ?? boxes.ArtBox
    const outer = boxes.BleedBox ?? boxes.MediaBox
    if (!trim || !outer) return []
    return [
      ...(format ? checkSize(trim, number, format) : []),
      ...(press ? checkBleed(trim, outer, number, press) : []),
    ]
  })
}

const UNREADABLE: Rule = 'pdf-not-opened'

export function checkPdfFile(file: string, order: PdfOrder, world: World): Checked {
  const read = world.read(file, { root: dirname(resolve(file)), maxBytes: MAX_PDF })
  const at = { file, line: 1, column: 1, length: 0 }
  if (!read.ok) {
    const message = text(`${file} ne peut pas être lu`, `${file} cannot be read`)
    return {
      file,
      diagnostics: [{ rule: UNREADABLE, severity: 'error', message, at }],
      verdict: { status: 'file', warnings: false },
    }
  }
  const found = [...checkPdf(read.bytes), ...checkOrder(read.bytes, order, world)]
  return checkedOf(
    file,
    found.map(each => ({ at, ...each })),
  )
}
