// Actions and scripts.
import { text } from '../../model/diagnostic.ts'
import { asDict, type PdfDict } from '../../pdf-reader/object.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'
import { exportAs } from './export-as.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxActions = {
  severity: 'error',
  title: text('le fichier ne déclenche rien', 'the file triggers nothing'),
  why: text(
    'Un fichier à imprimer se lit : il n’exécute ni script ni action.',
    'A file to print is read: it runs neither script nor action.',
  ),
  fix: text('Réexportez en PDF/X-4 : les actions n’y sont pas reprises.', 'Export as PDF/X-4: actions are left out.'),
  fixFor: asked => exportAs(asked, text(' : les actions n’y sont pas reprises', ': actions are left out')),
  source: 'ISO 15930-7:2010 6.18',
  *find(pdf) {
    const { objects, catalog } = pdf
    for (const key of ['OpenAction', 'AA'])
      if (catalog.entries.has(key)) yield { message: text(`/${key} au catalogue`, `/${key} in the catalog`) }
    if (objects.dict(catalog, 'Names')?.entries.has('JavaScript'))
      yield { message: text('scripts JavaScript', 'JavaScript scripts') }
    for (const { number, object, dict } of pdf.pages)
      if (dict.entries.has('AA'))
        yield { page: number, object, message: text('actions de page (/AA)', 'page actions (/AA)') }
    for (const [object, value] of pdf.all) {
      const dict = asDict(value)
      if (dict && isAction(dict, pdf))
        yield {
          object,
          message: text(`action ${objects.name(dict, 'S') ?? ''}`, `action ${objects.name(dict, 'S') ?? ''}`),
        }
      const annotation = dict?.entries.has('Rect') ? objects.dict(dict, 'A') : undefined
      if (annotation) yield { object, message: text('annotation avec une action', 'annotation with an action') }
    }
  },
} as const satisfies FileCheck

const isAction = (dict: PdfDict, { objects }: PdfDocument): boolean =>
  objects.name(dict, 'Type') === 'Action' || dict.entries.has('JS')
