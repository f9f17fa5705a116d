// A file for labels is one label.
import { text } from '../../model/diagnostic.ts'
import type { GwgCheck } from './press-check.ts'

export const pageCount = {
  gwg: 'R0006',
  severity: 'warning',
  title: text('le fichier a une seule page', 'the file has one page'),
  why: text(
    'Une étiquette est imposée depuis la première page : les autres ne seront pas imprimées.',
    'A label is imposed from the first page: the others will not be printed.',
  ),
  fix: text('Faites un fichier par motif.', 'Make one file for each motif.'),
  source: 'GWG 2022 R0006',
  *find({ pdf }) {
    const count = pdf.pages.length
    if (count > 1) yield { message: text(`${count} pages`, `${count} pages`) }
  },
} as const satisfies GwgCheck
