// Title and dates of the information dictionary.
import { text } from '../../model/diagnostic.ts'
import { pdfDate } from '../../pdf-reader/text-string.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxInfo = {
  severity: 'error',
  title: text('le titre et les deux dates sont écrits', 'title and both dates are written'),
  why: text(
    'L’imprimeur reconnaît un fichier à son titre et une version à sa date.',
    'A printer knows a file by its title and a version by its date.',
  ),
  fix: text('Donnez un titre au document, puis réexportez-le.', 'Give the document a title, then export it again.'),
  source: 'ISO 15930-7:2010 6.10',
  *find(pdf) {
    const { title, creationDate, modDate } = pdf.info
    if (!title?.trim()) yield { message: text('titre absent', 'title absent') }
    for (const [name, date] of [
      ['CreationDate', creationDate],
      ['ModDate', modDate],
    ] as const) {
      if (date === undefined) yield { message: text(`${name} absente`, `${name} absent`) }
      else if (pdfDate(date) === undefined)
        yield { message: text(`${name} illisible : « ${date} »`, `${name} unreadable: “${date}”`) }
    }
  },
} as const satisfies FileCheck
