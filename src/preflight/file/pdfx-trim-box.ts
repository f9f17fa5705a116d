// The finished size of each page.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxTrimBox = {
  severity: 'error',
  locked: true,
  title: text('chaque page dit son format fini', 'each page gives its finished size'),
  why: text('L’imprimeur coupe et impose d’après cette boîte.', 'Printers cut and impose by this box.'),
  fix: text(
    'Exportez avec la boîte de rognage (TrimBox), sans boîte d’illustration (ArtBox).',
    'Export with the TrimBox, without an ArtBox.',
  ),
  source: 'ISO 15930-7:2010 6.4; GWG 2022 R0001',
  *find(pdf) {
    for (const { number, object, boxes, badBoxes } of pdf.pages) {
      const here = { page: number, object }
      if (boxes.TrimBox && boxes.ArtBox)
        yield { ...here, message: text('TrimBox et ArtBox à la fois', 'both TrimBox and ArtBox') }
      if (!boxes.TrimBox && !boxes.ArtBox)
        yield { ...here, message: text('ni TrimBox ni ArtBox', 'neither TrimBox nor ArtBox') }
      for (const name of badBoxes) yield { ...here, message: text(`${name} illisible`, `${name} unreadable`) }
    }
  },
} as const satisfies FileCheck
