// Notes, links and stamps on what is printed.
import { text } from '../../model/diagnostic.ts'
import { rectOf } from '../../pdf-reader/page.ts'
import { annotationsOf } from './annotations.ts'
import type { FileCheck } from './file-check.ts'
import { overlaps, printedBox } from './place.ts'

export const pdfxAnnotations = {
  severity: 'error',
  title: text('aucune annotation ne touche ce qui s’imprime', 'no annotation touches what is printed'),
  why: text(
    'Une note ou un lien posé sur la pièce peut s’imprimer avec elle.',
    'A note or link laid over the piece may be printed with it.',
  ),
  fix: text(
    'Supprimez les annotations, ou aplatissez-les si elles doivent s’imprimer.',
    'Delete annotations, or flatten them if they are to be printed.',
  ),
  source: 'ISO 15930-7:2010 6.17',
  *find(pdf) {
    for (const page of pdf.pages) {
      for (const { object, dict, subtype } of annotationsOf(page, pdf)) {
        const rect = rectOf(pdf.objects.numbers(dict, 'Rect'))
        if (ALLOWED.includes(subtype) || (rect && !overlaps(rect, printedBox(page)))) continue
        yield {
          page: page.number,
          object,
          message: text(`annotation ${subtype} dans la zone imprimée`, `${subtype} annotation in the printed area`),
        }
      }
    }
  },
} as const satisfies FileCheck

const ALLOWED: readonly string[] = ['TrapNet', 'PrinterMark']
