// Points are points.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfUserUnit = {
  severity: 'error',
  title: text('l’unité de la page est le point', 'the page’s unit is the point'),
  why: text(
    'Beaucoup d’outils ignorent UserUnit : la pièce sort à une autre taille.',
    'Many tools ignore UserUnit: the piece comes out at another size.',
  ),
  fix: text(
    'Exportez à l’échelle 1, ou à une échelle convenue avec l’imprimeur.',
    'Export at scale 1, or at a scale agreed with the printer.',
  ),
  source: 'GWG 2022 R0002',
  *find(pdf) {
    for (const { number, object, userUnit } of pdf.pages)
      if (userUnit !== undefined)
        yield { page: number, object, message: text(`UserUnit ${userUnit}`, `UserUnit ${userUnit}`) }
  },
} as const satisfies FileCheck
