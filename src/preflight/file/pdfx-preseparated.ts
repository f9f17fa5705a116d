// Pages that are single plates.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxPreseparated = {
  severity: 'error',
  title: text('les pages sont composites, pas séparées par encre', 'pages are composite, not separated by ink'),
  why: text(
    'Un fichier déjà séparé ne peut plus être imposé ni géré en couleur.',
    'A file already separated can no longer be imposed or colour managed.',
  ),
  fix: text('Exportez en composite.', 'Export as composite.'),
  source: 'ISO 15930-7:2010 6.4',
  *find(pdf) {
    for (const { number, object, dict } of pdf.pages)
      if (dict.entries.has('SeparationInfo'))
        yield {
          page: number,
          object,
          message: text('page séparée (SeparationInfo)', 'separated page (SeparationInfo)'),
        }
  },
} as const satisfies FileCheck
