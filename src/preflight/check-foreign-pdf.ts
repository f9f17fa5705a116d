// Checks a PDF of any origin for a press: the norm it declares, GWG 2022 for the job's variant, and what the printer asks.
import type { Diagnostic, Text } from '../model/diagnostic.ts'
import { type PdfDocument, readPdf } from '../pdf-reader/read-pdf.ts'
import { report, unreadableDiagnostic } from './check-pdf.ts'
import type { FileCheck } from './file/file-check.ts'
import { cutShort, pdfDamaged } from './file/pdf-damaged.ts'
import { standardOf } from './file/standard-of.ts'
import { type FileRuleId, fileChecks } from './file-checks.ts'
import { declaresPdfx, severityElsewhere } from './press/elsewhere.ts'
import { type Job, levelOf, type WantedJob } from './press/job.ts'
import { MOST_PAGES } from './press/measured.ts'
import { openJpegs } from './press/plates/jpegs.ts'
import type { GwgCheck, PressCheck } from './press/press-check.ts'
import { openPressColors } from './press/press-colors.ts'
import { type Press, pressOf } from './press/printed.ts'
import { variantOf } from './press/variant-of.ts'
import { gwgChecks, pressChecks } from './press-checks.ts'

export type ForeignPdf = {
  readonly diagnostics: readonly Diagnostic[]
  /** Absent when the file could not be read. */
  readonly pdf?: PdfDocument
  readonly job?: Job
}

/** Everything to say of a file of anybody's. Reads hostile bytes without harm. */
export async function checkForeignPdf(bytes: Uint8Array, wanted: WantedJob): Promise<ForeignPdf> {
  const read = readPdf(bytes)
  if (!read.ok) return { diagnostics: [unreadableDiagnostic(read)] }
  const { pdf } = read
  const broken = cutShort(pdf)
  if (broken) return { diagnostics: report('pdf-damaged', pdfDamaged, [broken], pdf) }
  const job: Job = { ...wanted, variant: wanted.variant ?? variantOf(pdf, wanted) }
  const colors = await openPressColors(pdf, job)
  const press = pressOf(pdf, job, { colors, jpegs: await openJpegs(pdf, MOST_PAGES) })
  return { pdf, job, diagnostics: [...normFindings(pdf, job), ...gwgFindings(press), ...houseFindings(press)] }
}

function normFindings(pdf: PdfDocument, job: Job): Diagnostic[] {
  // A file that claims nothing is told so once, by the rule `pdf-norm`; only its content is judged by the standard asked for.
  const pdfx = declaresPdfx(pdf)
  // The keys are those of the registry's literal.
  const checks = Object.entries(fileChecks) as readonly (readonly [FileRuleId, FileCheck])[]
  const standard = job.asked ?? standardOf(pdf)
  return checks.flatMap(([id, check]) => {
    if (check.standards && !check.standards.includes(standard)) return []
    const severity = severityElsewhere(id, check.severity, job, pdfx)
    return severity ? report(id, { ...check, severity, fix: fixOf(check, job) }, check.find(pdf, standard), pdf) : []
  })
}

const gwgFindings = (press: Press): Diagnostic[] =>
  Object.entries<GwgCheck>(gwgChecks).flatMap(([id, check]) => {
    const level = levelOf(check.gwg, press.job)
    return level ? report(id, { ...check, severity: level.severity }, check.find(press, level), press.pdf) : []
  })

/** In the words of what was asked for. */
const fixOf = ({ fix, fixFor }: Pick<FileCheck, 'fix' | 'fixFor'>, { asked }: Job): Text =>
  (asked && fixFor?.(asked)) ?? fix

const houseFindings = (press: Press): Diagnostic[] =>
  Object.entries<PressCheck>(pressChecks).flatMap(([id, check]) =>
    report(id, { ...check, fix: fixOf(check, press.job) }, check.find(press), press.pdf),
  )
