// Checks the bytes of a PDF by every file rule, and against what it should hold when that is known.
import { type Diagnostic, type Text, text } from '../model/diagnostic.ts'
import type { Rule } from '../model/rule.ts'
import { readPdf } from '../pdf-reader/read-pdf.ts'
import type { PdfExpectation } from './file/expectation.ts'
import type { FileCheck, Finding } from './file/file-check.ts'
import { standardOf } from './file/standard-of.ts'
import { unreadable, unreadableRules } from './file/unreadable.ts'
import type { WrittenCheck } from './file/written-check.ts'
import { fileChecks } from './file-checks.ts'
import { writtenChecks } from './written-checks.ts'

/** Findings of one rule beyond this many say nothing more. */
const MOST = 20

/**
 * Every finding, none when the file was built to the rules of its PDF/X as we know them. Reads hostile bytes without harm.
 * The file is judged by the standard of the piece it was made of, else by the one it declares.
 * With `expected` the file is also compared with the piece it was made of (rules `written-…`).
 */
export function checkPdf(bytes: Uint8Array, expected?: PdfExpectation): Diagnostic[] {
  const read = readPdf(bytes)
  if (!read.ok) {
    const { rule, message } = unreadable(read)
    return [diagnose(rule, unreadableRules[rule], { message })]
  }
  const { pdf } = read
  // The registries are literals; a loop over them needs their common shape only.
  const standard = expected?.standard ?? standardOf(pdf)
  const general = Object.entries<FileCheck>(fileChecks).flatMap(([id, check]) =>
    check.standards && !check.standards.includes(standard) ? [] : report(id, check, check.find(pdf, standard)),
  )
  if (!expected) return general
  const own = Object.entries<WrittenCheck>(writtenChecks)
  return [...general, ...own.flatMap(([id, check]) => report(id, check, check.compare(pdf, expected)))]
}

function report(id: string, rule: Rule, findings: Iterable<Finding>): Diagnostic[] {
  const diagnostics = new Map<string, Diagnostic>()
  for (const finding of findings) {
    const diagnostic = diagnose(id, rule, finding)
    diagnostics.set(diagnostic.message.fr, diagnostic)
    if (diagnostics.size >= MOST) break
  }
  return [...diagnostics.values()]
}

function diagnose(rule: string, { severity, fix }: Rule, finding: Finding): Diagnostic {
  return { rule, severity, message: placed(finding), hint: fix }
}

/** « page 2, objet 14 0 : … » */
function placed({ page, object, message }: Finding): Text {
  const place = (pageWord: string, objectWord: string): string =>
    [page ? [`${pageWord} ${page}`] : [], object ? [`${objectWord} ${object} 0`] : []].flat().join(', ')
  const [fr, en] = [place('page', 'objet'), place('page', 'object')]
  return fr ? text(`${fr}\u00a0: ${message.fr}`, `${en}: ${message.en}`) : message
}
