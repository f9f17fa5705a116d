// Content that may be exchanged at printing.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxAlternateContent = {
  severity: 'error',
  title: text(
    'ce qui s’imprime est dans le fichier, sans variante',
    'what is printed is in the file, without a variant',
  ),
  why: text(
    'Une image de remplacement ou une page référencée peut changer ce qui a été validé.',
    'A replacement picture or a referenced page may change what was approved.',
  ),
  fix: text('Réexportez sans OPI ni image de substitution.', 'Export without OPI or alternate images.'),
  source: 'ISO 15930-7:2010 6.14',
  *find(pdf) {
    for (const page of pdf.pages)
      for (const { value, object } of page.xobjects)
        for (const key of ['Alternates', 'OPI', 'Ref'])
          if (value.entries.has(key)) yield { page: page.number, object, message: text(`/${key}`, `/${key}`) }
  },
} as const satisfies FileCheck
