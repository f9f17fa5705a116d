// Numbers that are legal in PDF.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfNumber = {
  severity: 'error',
  locked: true,
  title: text('les nombres sont écrits comme PDF le veut', 'numbers are written as PDF wants them'),
  why: text(
    '« 1e-7 » est lu 1 par un RIP et refusé par un autre : un trait change de place.',
    '“1e-7” is read as 1 by one RIP and refused by another: a line moves.',
  ),
  fix: text('Réexportez depuis un logiciel à jour.', 'Export from an up-to-date program.'),
  source: 'ISO 32000-1 7.3.3, annex C',
  *find(pdf) {
    for (const page of pdf.pages)
      for (const { code, object, detail = '' } of page.problems)
        if (code === 'illegal-number')
          yield { page: page.number, object, message: text(`nombre illégal (${detail})`, `illegal number (${detail})`) }
    for (const { code, object, detail = '' } of pdf.notes)
      if (code === 'object-illegal' && /^[+-.]*\d/.test(detail))
        yield { object: object ?? 0, message: text(`nombre illégal (${detail})`, `illegal number (${detail})`) }
  },
} as const satisfies FileCheck
