// Pages are not turned.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfRotate = {
  severity: 'warning',
  title: text('les pages ne sont pas tournées', 'pages are not turned'),
  why: text(
    'Une rotation est oubliée par une partie des outils : le format fini change de sens.',
    'Some tools forget a rotation: the trim size changes direction.',
  ),
  fix: text('Réexportez la page dans son sens.', 'Export the page the right way round.'),
  source: 'GWG 2022 R0004',
  *find(pdf) {
    for (const { number, object, rotate } of pdf.pages)
      if (rotate % 360 !== 0)
        yield { page: number, object, message: text(`page tournée de ${rotate}°`, `page turned by ${rotate}°`) }
  },
} as const satisfies FileCheck
