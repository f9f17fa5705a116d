// Checks a PDF of any origin: its norm, GWG 2022, the printer's figures, what was ordered, under the policies that count.
import { basename, dirname, resolve } from 'node:path'
import { READ_FAILURES } from '../input/decode.ts'
import { type Diagnostic, text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { judge, type Policies } from '../policies.ts'
import { annotatePdf } from '../preflight/annotated/annotate-pdf.ts'
import { checkForeignPdf } from '../preflight/check-foreign-pdf.ts'
import { checkOrder } from './check-order.ts'
import { type Checked, checkedOf } from './checked.ts'
import { orderOf, type PdfOrder } from './press-job.ts'
import type { cliRules } from './rules.ts'

const MAX_PDF = 2_000_000_000

const TOO_LARGE = text('le fichier dépasse 2 Go', 'the file is larger than 2 GB')

const UNREADABLE: keyof typeof cliRules = 'pdf-not-opened'

/** The printer's policies may harden or soften, `--rule` has the last word; a locked rule stays. */
function underPolicies(
  found: readonly Diagnostic[],
  printer: Policies | undefined,
  commandLine: Policies,
): readonly Diagnostic[] {
  return judge(found, printer ?? {}, commandLine).diagnostics
}

/** `carte.pdf` makes `carte.annote.pdf`. */
const annotatedName = (file: string): string => `${basename(file).replace(/\.pdf$/i, '')}.annote.pdf`

export async function checkPdfFile(file: string, order: PdfOrder, rules: Policies, world: World): Promise<Checked> {
  const ordered = orderOf(order, world)
  const read = world.read(file, { root: dirname(resolve(file)), maxBytes: MAX_PDF })
  const at = { file, line: 1, column: 1, length: 0 }
  if (!read.ok) {
    const why = read.reason === 'too-large' ? TOO_LARGE : READ_FAILURES[read.reason]
    const message = text(`${file} : ${why.fr}`, `${file}: ${why.en}`)
    return {
      file,
      diagnostics: [{ rule: UNREADABLE, severity: 'error', message, at }],
      verdict: { status: 'file', warnings: false },
    }
  }
  const { pdf, diagnostics } = await checkForeignPdf(read.bytes, ordered.job)
  const found = [...diagnostics, ...(pdf ? checkOrder(pdf, ordered) : [])]
  const told = underPolicies(found, ordered.printer?.spec.rules, rules).map(each => ({ at, ...each }))
  if (!pdf) return checkedOf(file, told)
  const annotate: Checked['annotate'] = async lang => {
    const bytes = annotatePdf(read.bytes, pdf, told, lang)
    return bytes ? [{ name: annotatedName(file), bytes }] : []
  }
  return { ...checkedOf(file, told), annotate }
}
