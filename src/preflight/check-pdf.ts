// Checks the bytes of a PDF by every file rule, and against what it should hold when that is known.
import { type Diagnostic, type PagePlace, type Severity, type Text, text } from '../model/diagnostic.ts'
import type { Box } from '../model/geometry.ts'
import { roundMm } from '../model/length.ts'
import type { Rule } from '../model/rule.ts'
import { type PdfDocument, type PdfFailure, readPdf } from '../pdf-reader/read-pdf.ts'
import type { PdfExpectation } from './file/expectation.ts'
import type { FileCheck, Finding } from './file/file-check.ts'
import { pageBox } from './file/place.ts'
import { standardOf } from './file/standard-of.ts'
import { unreadable, unreadableRules } from './file/unreadable.ts'
import type { WrittenCheck } from './file/written-check.ts'
import { fileChecks } from './file-checks.ts'
import { writtenChecks } from './written-checks.ts'

// The registries are literals; a loop over them needs their common shape only.
const general = Object.entries<FileCheck>(fileChecks)
const own = Object.entries<WrittenCheck>(writtenChecks)

/** Findings of one rule beyond this many say nothing more. */
const MOST = 20

/**
 * Every finding, none when the file was built to the rules of its PDF/X as we know them. Reads hostile bytes without harm.
 * The file is judged by the standard of the piece it was made of, else by the one it declares.
 * With `expected` the file is also compared with the piece it was made of (rules `written-…`).
 */
export function checkPdf(bytes: Uint8Array, expected?: PdfExpectation): Diagnostic[] {
  const read = readPdf(bytes)
  if (!read.ok) return [unreadableDiagnostic(read)]
  const { pdf } = read
  const standard = expected?.standard ?? standardOf(pdf)
  const found: Diagnostic[] = []
  for (const [id, check] of general)
    if (!check.standards || check.standards.includes(standard))
      found.push(...report(id, check, check.find(pdf, standard), pdf))
  if (expected) for (const [id, check] of own) found.push(...report(id, check, check.compare(pdf, expected), pdf))
  return found
}

export function unreadableDiagnostic(failure: PdfFailure): Diagnostic {
  const { rule, message } = unreadable(failure)
  return diagnose(rule, unreadableRules[rule], { message })
}

type Placed = Finding & { readonly severity?: Severity }

/** One diagnostic for what reads the same; its places are told together. Beyond the most, one says that there are more. */
export function report(id: string, rule: Rule, findings: Iterable<Placed>, pdf: PdfDocument): Diagnostic[] {
  let diagnostics: Map<string, Diagnostic> | undefined
  for (const finding of findings) {
    diagnostics ??= new Map()
    const diagnostic = diagnose(id, rule, finding, pdf)
    const { fr } = diagnostic.message
    const known = diagnostics.get(fr)
    if (!known && diagnostics.size >= MOST) {
      const message = text(
        `et d’autres encore : les ${MOST} premiers sont dits`,
        `and more: the first ${MOST} are told`,
      )
      return [...diagnostics.values(), { ...diagnostic, message }]
    }
    diagnostics.set(fr, known ? together(known, diagnostic) : diagnostic)
  }
  return diagnostics ? [...diagnostics.values()] : []
}

/** Rectangles kept for one diagnostic: beyond, a page is red all over anyway. */
const MOST_BOXES = 100

function together(first: Diagnostic, next: Diagnostic): Diagnostic {
  if (!first.page?.boxes || !next.page?.boxes || first.page.boxes.length >= MOST_BOXES) return first
  return { ...first, page: { ...first.page, boxes: withNext(first.page.boxes, next.page.boxes) } }
}

/** Boxes that follow one another on a line are one. */
function withNext(boxes: readonly Box[], more: readonly Box[]): readonly Box[] {
  const [last, next] = [boxes.at(-1), more[0]]
  if (!last || !next || more.length > 1) return [...boxes, ...more]
  const level = Math.abs(last.y - next.y) < last.height / 4 && Math.abs(last.height - next.height) < last.height / 4
  const gap = next.x - (last.x + last.width)
  if (!level || gap < -last.height / 2 || gap > last.height) return [...boxes, next]
  const whole = { x: last.x, y: Math.min(last.y, next.y), width: next.x + next.width - last.x, height: last.height }
  return [...boxes.slice(0, -1), { ...whole, width: roundMm(whole.width) }]
}

function diagnose(rule: string, { severity, fix }: Rule, finding: Placed, pdf?: PdfDocument): Diagnostic {
  const place = placeOf(finding, pdf)
  return {
    rule,
    severity: finding.severity ?? severity,
    message: placed(finding),
    ...(place && { page: place }),
    hint: fix,
  }
}

function placeOf({ page: number, object, box }: Finding, pdf: PdfDocument | undefined): PagePlace | undefined {
  const page = number === undefined ? undefined : pdf?.pages[number - 1]
  if (number === undefined) return undefined
  return {
    number,
    ...(object !== undefined && object > 0 && { object }),
    ...(page && box && { boxes: [pageBox(page, box)] }),
  }
}

/** « page 2, objet 14 0 : … » */
function placed({ page, object, message }: Finding): Text {
  const place = (pageWord: string, objectWord: string): string =>
    [page ? [`${pageWord} ${page}`] : [], object ? [`${objectWord} ${object} 0`] : []].flat().join(', ')
  const [fr, en] = [place('page', 'objet'), place('page', 'object')]
  return fr ? text(`${fr}\u00a0: ${message.fr}`, `${en}: ${message.en}`) : message
}
