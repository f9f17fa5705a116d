// What becomes, in a file of another's, of the rules that our own files are held to: GWG's severities, and no house habits.
import type { Severity } from '../../model/diagnostic.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'
import { readableXmp } from '../file/readable-xmp.ts'
import type { FileRuleId } from '../file-checks.ts'
import type { GwgRule } from './gwg-2022.ts'
import { type Job, levelOf } from './job.ts'

/** File rules that are a GWG rule under another name: the variant says how grave, or that it does not ask. */
const BY_GWG: Readonly<Partial<Record<FileRuleId, GwgRule>>> = {
  'pdf-user-unit': 'R0002',
  'pdf-crop-box': 'R0003',
  'pdf-rotate': 'R0004',
  'pdf-registration-color': 'R0024',
  'pdf-group-space': 'R0030',
}

/** Habits of our writer that no norm asks for: a note, or nothing to say. */
const HOUSE: Readonly<Partial<Record<FileRuleId, Severity | 'none'>>> = {
  'pdf-media-origin': 'none',
  'pdf-font-subset': 'none',
  'pdf-font-unicode': 'none',
  'pdf-icc-cmyk': 'warning',
  'pdf-layer-hidden': 'warning',
  'pdf-plate-order': 'warning',
  'pdf-plate-tint': 'warning',
  'pdf-plate-group': 'warning',
}

/** What only makes sense in a file that says it is PDF/X. */
const IDENTITY: readonly FileRuleId[] = [
  'pdfx-version',
  'pdfx-identification',
  'pdfx-file-id',
  'pdfx-info',
  'pdfx-trapped',
  'pdfx-xmp',
  'pdfx-xmp-properties',
  'pdfx-info-xmp',
  'pdfx-view-area',
]

/** Whether the file says that it is a PDF/X, whichever. */
export const declaresPdfx = (pdf: PdfDocument): boolean =>
  pdf.info.gtsPdfxVersion !== undefined || (readableXmp(pdf)?.values('pdfxid:GTS_PDFXVersion').length ?? 0) > 0

/** How grave a breach of a file rule is in a foreign file; undefined when it says nothing. */
export function severityElsewhere(rule: FileRuleId, severity: Severity, job: Job, pdfx: boolean): Severity | undefined {
  if (!pdfx && IDENTITY.includes(rule)) return undefined
  const gwg = BY_GWG[rule]
  if (gwg) return levelOf(gwg, job)?.severity
  if (rule === 'pdf-layer-hidden' && levelOf('R0036', job)) return 'error'
  if (rule === 'pdf-spot-names') return levelOf('R0022', job)?.severity ?? 'warning'
  const house = HOUSE[rule]
  return house === 'none' ? undefined : (house ?? severity)
}
